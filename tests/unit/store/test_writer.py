"""One writer: all of a report or none, once, and replaced when the coder changes."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import fake_coder
from standoff.errors import UsageError
from standoff.model import MadeBy, Problem
from standoff.store import State, StoreError, View, Writer, coder_hash, rows_of


def _count(path: Path, table: str) -> int:
    with View.open(path) as view:
        return int(view.query(f"SELECT count(*) FROM {table}")[1][0][0])


def _record(text: str, model: str = "1"):
    made_by = fake_coder.made_by(model)
    return fake_coder.code(fake_coder.document(text), made_by)


def test_a_report_added_twice_is_there_once(store: Path) -> None:
    before = {t: _count(store, t) for t in ("documents", "events", "mentions", "sentences")}
    record = fake_coder.code(fake_coder.document("Norway met Iceland.", id="new"))
    with Writer.open(store) as writer:
        writer.add(record)
        change = writer.add(record)
    assert not change.is_new
    assert sum(change.gained.values()) == sum(change.lost.values()) == 0
    assert _count(store, "documents") == before["documents"] + 1
    assert _count(store, "events") == before["events"] + 1
    assert _count(store, "mentions") == before["mentions"] + 2


def test_row_ids_are_the_same_on_every_run(tmp_path: Path) -> None:
    ids = []
    for name in ("a", "b"):
        with Writer.open(tmp_path / name) as writer:
            writer.add(_record("Norway met Iceland. Iceland met Norway.", model=name))
        with View.open(tmp_path / name) as view:
            ids.append(view.query("SELECT id FROM judged_rows ORDER BY id")[1])
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0]) == 6


def test_coding_again_tells_the_rows_gained_and_lost(tmp_path: Path) -> None:
    first = _record("Norway met Iceland.")
    second = replace(first, mentions=first.mentions[:1], events=first.events * 2)
    with Writer.open(tmp_path / "d") as writer:
        assert writer.add(first).gained["mentions"] == 2
        change = writer.add(second)
    assert (change.gained["events"], change.lost["events"]) == (1, 0)
    assert (change.gained["mentions"], change.lost["mentions"]) == (0, 1)


def test_the_store_knows_what_it_holds(store: Path) -> None:
    document = fake_coder.document("Norway met Iceland. “Stay” was said.", id="plain")
    made = coder_hash(fake_coder.MADE_BY)
    with Writer.open(store) as writer:
        known = writer.known()
    assert len(known) == 2
    source = document.source_sha256
    assert known.state("plain", source, made) is State.UNCHANGED
    assert known.state("plain", "other", made) is State.CHANGED
    assert known.state("plain", source, "other") is State.OTHER_CODER
    assert known.state("absent", source, made) is State.NEW


def test_each_part_of_a_coder_changes_its_hash() -> None:
    coders = {coder_hash(MadeBy(*parts)) for parts in ("abcd", "xbcd", "axcd", "abxd", "abcx")}
    assert len(coders) == 5


def test_a_report_that_fails_half_way_leaves_no_row(store: Path) -> None:
    rows = rows_of(_record("Norway met Iceland."), "c")
    broken = replace(rows, tables={**rows.tables, "event_rows": '[{"id": null}]'})
    before = _count(store, "judged_rows")
    with Writer.open(store) as writer:
        with pytest.raises(Exception, match="NOT NULL"):
            writer.add_rows(broken)
        assert len(writer.known()) == 2
        writer.add_rows(rows)
    assert _count(store, "judged_rows") == before + 3


def test_a_second_writer_in_one_process_is_refused(store: Path) -> None:
    with Writer.open(store), pytest.raises(StoreError, match="already being written"):
        Writer.open(store)
    Writer.open(store).close()


def test_a_problem_of_a_source_is_kept_once(store: Path) -> None:
    problem = Problem("ingest", "not-found", "a.txt: no such file")
    before = _count(store, "problems")
    with Writer.open(store) as writer:
        writer.add_problem(problem)
        writer.add_problem(problem)
    assert _count(store, "problems") == before + 1


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Writer.open(tmp_path / "absent" / "d.duckdb")


def test_a_database_of_others_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    _other(path)
    with pytest.raises(UsageError, match="not a store of Standoff"):
        Writer.open(path)


def _other(path: Path) -> None:
    import duckdb

    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE prices (eur DOUBLE)")


FULL = """
import resource, signal, sys
import fake_coder
from standoff.store import StoreError, Writer
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path, kept = sys.argv[1], 0
writer = Writer.open(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
try:
    for number in range(2000):
        text = f"Norway met Iceland {number}. " * 40
        writer.add(fake_coder.code(fake_coder.document(text, id=str(number))))
        kept += 1
except StoreError as error:
    print(kept)
    print(error)
"""


def test_a_full_disk_is_told_and_loses_nothing_finished(tmp_path: Path) -> None:
    path = tmp_path / "d.duckdb"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(fake_coder.__file__).parent)},
    )
    kept, why = done.stdout.splitlines()[:2]
    assert "cannot be written" in why
    assert int(kept) > 3
    with Writer.open(path) as writer:
        assert len(writer.known()) == int(kept)
        writer.add(_record("Norway met Iceland."))
    assert _count(path, "documents") == int(kept) + 1


def test_text_that_looks_like_sql_is_only_text(store: Path) -> None:
    text = "Norway's ''; DROP TABLE documents; -- \\' \\\\ $1 ? \x00 \u2028 “it's”."
    record = _record(text)
    with Writer.open(store) as writer:
        writer.add(record)
    with View.open(store) as view:
        assert view.query("SELECT text FROM documents WHERE id = ?", ["one"])[1] == [(text,)]
