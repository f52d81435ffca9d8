"""What a store gives back is what the coder found, span for span."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import fake_coder
from standoff.errors import UsageError
from standoff.model.format1 import to_row
from standoff.store import View, Writer
from standoff.store.fields import KINDS


def _as_coded(record: dict[str, Any]) -> dict[str, Any]:
    rows = {
        name: [{k: v for k, v in row.items() if k != "row"} for row in record[name]]
        for name in KINDS
    }
    return {**record, **rows}


def test_a_record_comes_back_as_it_was_coded(store: Path) -> None:
    with View.open(store) as view:
        found = {record["id"]: _as_coded(record) for record in view.records()}
    odd = fake_coder.code(fake_coder.document(fake_coder.ODD, id="odd"))
    assert found["odd"] == to_row(odd)
    assert list(found) == ["odd", "plain"]


def test_words_in_a_view_are_the_characters_of_their_span(store: Path) -> None:
    with View.open(store) as view:
        _, rows = view.query(
            "SELECT text, m.span_start, m.span_end, span_words FROM mentions m "
            "JOIN documents d ON d.id = m.document_id"
        )
    assert rows
    assert [text[start:end] for text, start, end, _ in rows] == [row[3] for row in rows]


def test_the_words_of_a_quote_are_shown(store: Path) -> None:
    with View.open(store) as view:
        _, rows = view.query("SELECT quote_words FROM quotes ORDER BY ALL")
    assert rows == [("Stay",), ("cafe\u0301",)]


def test_records_of_some_reports_can_be_asked_for(store: Path) -> None:
    with View.open(store) as view:
        assert [r["id"] for r in view.records(["plain", "absent"])] == ["plain"]


def test_every_column_of_every_table_and_view_has_a_comment(store: Path) -> None:
    with View.open(store) as view:
        _, bare = view.query(
            "SELECT table_name, column_name FROM duckdb_columns() "
            "WHERE comment IS NULL AND NOT internal AND schema_name = 'main'"
        )
        _, tables = view.query(
            "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL UNION ALL "
            "SELECT view_name FROM duckdb_views() WHERE comment IS NULL AND NOT internal"
        )
    assert bare == []
    assert tables == []


def test_a_query_with_a_fault_says_where(store: Path) -> None:
    with View.open(store) as view, pytest.raises(UsageError, match="no_such"):
        view.query("SELECT no_such FROM events")


def test_a_query_cannot_write(store: Path) -> None:
    with View.open(store) as view, pytest.raises(UsageError, match="read-only"):
        view.query("DELETE FROM event_rows")


def test_a_query_cannot_read_or_write_other_files(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    with View.open(store) as view:
        with pytest.raises(UsageError):
            view.query(f"COPY (SELECT 1) TO '{out}'")
        with pytest.raises(UsageError):
            view.query("SELECT * FROM read_text('/etc/hostname')")
        with pytest.raises(UsageError):
            view.query("SET enable_external_access = true")
    assert not out.exists()


def test_a_store_that_may_not_be_written_can_be_read(store: Path) -> None:
    store.chmod(stat.S_IRUSR)
    with View.open(store) as view:
        assert view.query("SELECT count(*) FROM documents")[1] == [(2,)]


def test_what_is_no_store_is_named(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("hello " * 5000)
    with pytest.raises(UsageError, match="is not a store"):
        View.open(text)
    with pytest.raises(UsageError, match="there is no store"):
        View.open(tmp_path / "absent.duckdb")


def test_a_truncated_store_is_said_to_be_damaged(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:9000])
    for opened in (View.open, Writer.open):
        with pytest.raises(UsageError, match="is damaged"):
            opened(store)


def test_a_store_that_is_being_written_says_by_whom(store: Path) -> None:
    asked = (
        "import sys\nfrom standoff.store import View, Writer, StoreError\n"
        "for opened in (View.open, Writer.open):\n"
        "    try: opened(sys.argv[1])\n"
        "    except StoreError as error: print(error)\n"
    )
    with Writer.open(store):
        done = subprocess.run(
            [sys.executable, "-c", asked, str(store)],
            capture_output=True,
            text=True,
            check=True,
        )
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all(f"is being written by process {os.getpid()}" in line for line in lines)
