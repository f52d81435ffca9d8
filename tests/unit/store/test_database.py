"""Stores of every released version open, and become like new ones."""

import os
from pathlib import Path
from typing import Any

import duckdb
import pytest

import fake_coder
from standoff.store import StoreError, View, Writer
from standoff.store.database import VERSION

VERSIONS = sorted((Path(__file__).parents[2] / "cases" / "store").glob("version-*.sql"))


def _old(path: Path, schema: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute(schema.read_text("utf-8"))
        connection.execute(
            "INSERT INTO documents SELECT 'old', NULL, '2024-05-02', 'Daily', NULL, 'en', "
            "'Norway met Iceland.', 'text', 'abc', NULL, NULL, NULL, NULL, [[0, 19]], 'c', "
            "'0', 'd', 'm', '1'"
        )
        connection.execute(
            "INSERT INTO judgements VALUES (1, 'j1', 'Ada', '2024-05-02', 'rename', 'issues', "
            "'fish', NULL, NULL, '\"cod\"', NULL)"
        )


def _catalogue(path: Path) -> list[tuple[Any, ...]]:
    with View.open(path) as view:
        return view.query(
            "SELECT table_name, column_name, data_type, is_nullable, comment "
            "FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal ORDER BY ALL"
        )[1]


def test_there_is_a_schema_of_every_older_version() -> None:
    assert [p.stem for p in VERSIONS] == [f"version-{n}" for n in range(1, VERSION)]


@pytest.mark.parametrize("schema", VERSIONS, ids=lambda p: p.stem)
def test_an_older_store_becomes_like_a_new_one_and_keeps_its_rows(
    schema: Path, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.duckdb", tmp_path / "new.duckdb"
    _old(old, schema)
    with pytest.raises(StoreError, match=r"version 1, this Standoff reads"):
        View.open(old)
    with Writer.open(old) as writer:
        writer.add(fake_coder.code(fake_coder.document("Norway demand fish.")))
    Writer.open(new).close()
    assert _catalogue(old) == _catalogue(new)
    with View.open(old) as view:
        assert view.query("SELECT id FROM documents ORDER BY id")[1] == [("old",), ("one",)]
        assert view.query("SELECT issue FROM positions")[1] == [("cod",)]
        assert view.query("SELECT version FROM schema_version")[1] == [(VERSION,)]


def test_a_store_of_a_newer_version_is_left_alone(store: Path) -> None:
    with duckdb.connect(str(store)) as connection:
        connection.execute("UPDATE schema_version SET version = 99")
    for opened in (View.open, Writer.open):
        with pytest.raises(StoreError, match="made by a newer Standoff"):
            opened(store)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be opened"):
        Writer.open(tmp_path / "d.duckdb")
