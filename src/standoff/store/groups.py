"""What a store keeps of reprints, and of one event told by several reports."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from standoff.store.database import Inserts, told, transaction

_AT_ONCE = 500
Signature = tuple[int, ...]

# An event that two reports tell has one act and one status; who is listed first is no matter.
_TELLINGS = """
SELECT e.id, e.type, e.status, list_sort(e.actor)::VARCHAR, list_sort(e.recipient)::VARCHAR,
       coalesce(e.date, e.date_earliest) AS day,
       concat_ws(' ', e.trigger_words, coalesce(e.content_words, e.sentence_words)),
       r.reprint_id
FROM events e
JOIN reprints r USING (document_id)
ORDER BY 2, 3, 4, 5, day NULLS LAST, e.published NULLS LAST, e.id
"""
Telling = tuple[str, str, str, str, str, Any, str, str | None]


class Groups:
    """Reads texts and events, and keeps what was found of their likeness."""

    def __init__(
        self, path: Path, connection: duckdb.DuckDBPyConnection, inserts: Inserts
    ) -> None:
        self._path = path
        self._connection = connection
        self._inserts = inserts

    def are_current(self) -> bool:
        """Tell whether every report has been compared with the others."""
        row = self._connection.execute(
            "SELECT 1 FROM documents d LEFT JOIN reprints r ON r.document_id = d.id "
            "WHERE r.is_grouped IS DISTINCT FROM true LIMIT 1"
        ).fetchone()
        return row is None

    def unsigned(self) -> Iterator[tuple[str, str]]:
        """Yield the id and text of each report without a signature."""
        yield from self._read(
            "SELECT d.id, d.text FROM documents d "
            "ANTI JOIN reprints r ON r.document_id = d.id ORDER BY d.id"
        )

    def sign(self, signed: Iterable[tuple[str, Signature, Sequence[int]]]) -> None:
        """Keep the signature and the keys of reports."""
        rows = iter(signed)
        while some := list(islice(rows, _AT_ONCE)):
            with told(self._path), transaction(self._connection):
                self._insert("reprints", [
                    {"document_id": name, "signature": signature, "is_grouped": False}
                    for name, signature, _ in some
                ])  # fmt: skip
                self._insert("reprint_bands", [
                    {"document_id": name, "key": key} for name, _, keys in some for key in keys
                ])  # fmt: skip

    def candidates(self) -> Iterator[tuple[str, ...]]:
        """Yield the ids of reports that share a key, sorted."""
        rows = self._read(
            "SELECT DISTINCT list(document_id ORDER BY document_id) FROM reprint_bands "
            "GROUP BY key HAVING count(*) > 1 ORDER BY ALL"
        )
        for (names,) in rows:
            yield tuple(names)

    def candidate_signatures(self) -> dict[str, Signature]:
        """Return the signatures of the reports that share a key with another."""
        rows = self._read(
            "SELECT document_id, signature FROM reprints WHERE document_id IN ("
            "SELECT document_id FROM reprint_bands WHERE key IN ("
            "SELECT key FROM reprint_bands GROUP BY key HAVING count(*) > 1))"
        )
        return {name: tuple(signature) for name, signature in rows}

    def keep_reprints(self, groups: dict[str, str]) -> None:
        """Keep which reports are reprints of each other, in place of what was kept."""
        pairs = json.dumps([{"name": name, "top": top} for name, top in groups.items()])
        with told(self._path), transaction(self._connection):
            self._connection.execute(
                "UPDATE reprints SET reprint_id = NULL WHERE reprint_id IS NOT NULL"
            )
            self._connection.execute(
                "UPDATE reprints SET reprint_id = p.top FROM (SELECT unnest(from_json(?, "
                '\'[{"name": "VARCHAR", "top": "VARCHAR"}]\'), recursive := true)) p '
                "WHERE p.name = document_id",
                [pairs],
            )

    def tellings(self) -> Iterator[Telling]:
        """Yield each event as it is told, sorted by act and day."""
        yield from self._read(_TELLINGS)

    def keep_events(self, groups: Iterable[tuple[str, str]]) -> None:
        """Keep the group of each event, in place of what was kept."""
        rows = iter(groups)
        with told(self._path), transaction(self._connection):
            self._connection.execute("DELETE FROM event_groups")
            while some := list(islice(rows, _AT_ONCE)):
                self._insert("event_groups", [
                    {"event_id": name, "group_id": group} for name, group in some
                ])  # fmt: skip
            self._connection.execute("UPDATE reprints SET is_grouped = true")

    def _read(self, sql: str) -> Iterator[Any]:
        """Yield rows beside what is written meanwhile: as they were when the reading began."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(sql)
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from rows
        finally:
            cursor.close()

    def _insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        self._inserts.into(table, json.dumps(rows))
