"""A store read: queries and records, with judgements applied. Nothing here writes."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb

from standoff.model.format1 import FORMAT
from standoff.store.database import VERSION, StoreError, asked, connect, version_of
from standoff.store.fields import KINDS, Kind, Row, fields_of
from standoff.store.known import Known

Values = tuple[Any, ...]
_AT_ONCE = 2048
_DOCUMENT_FIELDS = ("id", "title", "published", "publisher", "url", "language", "text")
_MADE_BY = ("standoff", "data_sha256", "model", "model_version")


class View:
    """A store opened for reading; it needs no right to write."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: str | PathLike[str]) -> "View":
        """Open a store for reading; raises `StoreError` while a run writes it."""
        place = Path(path)
        if not place.is_file():
            raise StoreError(f"there is no store {place}: `standoff run PATH --store {place}`")
        connection = connect(place, read_only=True)
        try:
            version = version_of(connection, place)
            if version is None or version < VERSION:
                raise StoreError(
                    f"{place} has version {version}, this Standoff reads {VERSION}: any "
                    f"`standoff run PATH --store {place}` brings it up to date"
                )
            # A query may come from a page: it reads this store and no other file.
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
        except BaseException:
            connection.close()
            raise
        return cls(place, connection)

    def close(self) -> None:
        """Let go of the store."""
        self._connection.close()

    def __enter__(self) -> "View":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def query(
        self, sql: str, params: Sequence[Any] = ()
    ) -> tuple[tuple[str, ...], list[Values]]:
        """Return the columns and all rows of a query; ``?`` in it stand for ``params``."""
        columns, rows = self.stream(sql, params)
        return columns, list(rows)

    def stream(
        self, sql: str, params: Sequence[Any] = ()
    ) -> tuple[tuple[str, ...], Iterator[Values]]:
        """Return the columns of a query, and its rows as they are read."""
        cursor = self._connection.cursor()
        with asked(sql):
            cursor.execute(sql, list(params))
        columns = tuple(str(column[0]) for column in cursor.description or ())
        return columns, _fetched(cursor, sql)

    def known(self) -> Known:
        """Return which reports the store holds."""
        return Known(self.query("SELECT id, source_sha256, coder_hash FROM documents")[1])

    def records(self, ids: Sequence[str] | None = None) -> Iterator[Row]:
        """Yield each report's record in format 1, by id, judgements applied.

        A row that is no event has its store id as ``row``; one that was judged says so as
        ``judged``. ``ids`` asks for these reports only.
        """
        kept = "" if ids is None else " WHERE {} IN (SELECT unnest(?))"
        params = [] if ids is None else [list(ids)]
        names = ", ".join((*_DOCUMENT_FIELDS, *_MADE_BY))
        documents = self._rows(
            f"SELECT {names} FROM documents{kept.format('id')} ORDER BY id",
            params,
        )
        below = {name: self._below(_select(kind, kept), params) for name, kind in KINDS.items()}
        sentences = self._below(
            "SELECT document_id, sentence_start, sentence_end FROM sentences"
            f"{kept.format('document_id')} ORDER BY document_id, number",
            params,
        )
        problems = self._below(
            "SELECT document_id, stage, code, message, span_start, span_end FROM problems"
            f"{kept.format('document_id')} ORDER BY document_id, id",
            params,
        )
        for document in documents:
            name = document["id"]
            yield {
                "format": FORMAT,
                **{field: document[field] for field in _DOCUMENT_FIELDS},
                "sentences": [
                    [row["sentence_start"], row["sentence_end"]] for row in sentences(name)
                ],
                **_numbered_anew({k: rows(name) for k, rows in below.items()}),
                "problems": [_problem(row) for row in problems(name)],
                "made_by": {field: document[field] for field in _MADE_BY},
            }

    def _rows(self, sql: str, params: Sequence[Any]) -> Iterator[Row]:
        columns, rows = self.stream(sql, params)
        for row in rows:
            yield dict(zip(columns, map(_plain, row), strict=True))

    def _below(self, sql: str, params: Sequence[Any]) -> Callable[[str], list[Row]]:
        """Return a reader of the rows of one report after another, in order of their ids."""
        groups = groupby(self._rows(sql, params), itemgetter("document_id"))
        head: list[tuple[str, list[Row]]] = []

        def rows_of(document_id: str) -> list[Row]:
            while not head or head[0][0] < document_id:
                group = next(groups, None)
                if group is None:
                    return []
                head[:] = [(group[0] or "", list(group[1]))]
            return head[0][1] if head[0][0] == document_id else []

        return rows_of


def _fetched(cursor: duckdb.DuckDBPyConnection, sql: str) -> Iterator[Values]:
    with asked(sql):
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows


def _select(kind: Kind, kept: str) -> str:
    columns = [c for field in kind.fields for c in field.columns if c != "id"]
    return (
        f"SELECT document_id, id, number, judged, {', '.join(columns)} "
        f"FROM {kind.name}{kept.format('document_id')} "
        "ORDER BY document_id, number NULLS LAST, id"
    )


def _plain(value: Any) -> Any:  # noqa: ANN401  whatever a column holds
    return value.isoformat() if isinstance(value, date) else value


def _problem(row: Row) -> Row:
    start = row["span_start"]
    return {
        "stage": row["stage"],
        "code": row["code"],
        "message": row["message"],
        "span": None if start is None else [start, row["span_end"]],
    }


def _numbered_anew(rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Return the rows in format 1; numbers of quotes count those that are left."""
    place = {row["number"]: new for new, row in enumerate(rows["quotes"])}
    found = {name: [_shown(KINDS[name], row) for row in rows[name]] for name in KINDS}
    for event in found["events"]:
        event["quote"] = place.get(event["quote"])
    for quote in found["quotes"]:
        quote["inside"] = place.get(quote["inside"])
    return found


def _shown(kind: Kind, columns: Row) -> Row:
    row = fields_of(kind, columns)
    if kind.name != "events":
        row["row"] = columns["id"]
    if columns["judged"] is not None:
        row["judged"] = columns["judged"]
    return row
