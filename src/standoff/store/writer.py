"""The one writer of a store: a transaction a report, so that a kill loses nothing finished."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from types import TracebackType

import duckdb

from standoff.errors import UsageError
from standoff.model import MadeBy, Problem, Record
from standoff.store.database import (
    Inserts,
    StoreError,
    bring_up_to_date,
    connect,
    told,
    transaction,
)
from standoff.store.fields import KINDS, TABLES, Row
from standoff.store.groups import Groups
from standoff.store.judgement import Judgement, JudgementKind
from standoff.store.known import Known
from standoff.store.rows import DocumentRows, added_row, coder_hash, problem_row, rows_of

# DuckDB locks a file against other processes only; this keeps a second writer of our own out.
_OPEN: set[Path] = set()


@dataclass(frozen=True, slots=True)
class Change:
    """What storing a report did: it was new or coded again; rows gained and lost by kind."""

    is_new: bool
    gained: dict[str, int]
    lost: dict[str, int]


@dataclass(frozen=True, slots=True)
class RunCounts:
    """What a run did, as it is kept in the store."""

    added: int = 0
    recoded: int = 0
    unchanged: int = 0
    rows_gained: int = 0
    rows_lost: int = 0
    problems: int = 0


class Writer:
    """The one writer of a store; a second is refused with a `StoreError`."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection
        self._inserts = Inserts(connection)

    @classmethod
    def open(cls, path: str | PathLike[str]) -> "Writer":
        """Open a store for writing, make it where there is none, migrate it where it is old."""
        place = Path(path).resolve()
        if place in _OPEN:
            raise StoreError(f"{path} is already being written by this process")
        connection = connect(Path(path), read_only=False)
        try:
            bring_up_to_date(connection, Path(path))
            writer = cls(place, connection)
        except BaseException:
            connection.close()
            raise
        _OPEN.add(place)
        return writer

    def close(self) -> None:
        """Let go of the store."""
        _OPEN.discard(self.path)
        with told(self.path):
            self._connection.close()

    def __enter__(self) -> "Writer":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def known(self) -> Known:
        """Return which reports the store holds."""
        rows = self._connection.execute(
            "SELECT id, source_sha256, coder_hash FROM documents"
        ).fetchall()
        return Known(rows)

    def add(self, record: Record, coder: str | None = None) -> Change:
        """Keep a record, in place of what the store had of that report."""
        return self.add_rows(rows_of(record, coder or coder_hash(record.made_by)))

    def add_rows(self, rows: DocumentRows) -> Change:
        """Keep a report's rows, in place of those the store had of it; all or none."""
        with told(self.path), transaction(self._connection):
            is_new = not self._holds(rows.document_id)
            before = {} if is_new else self._fingerprints(rows.document_id)
            self._remove(rows.document_id, is_new)
            for table, found in rows.tables.items():
                self._inserts.into(table, found)
        after = {name: Counter(prints) for name, prints in rows.fingerprints.items()}
        old = {name: before.get(name, Counter()) for name in after}
        return Change(
            is_new,
            gained={name: (after[name] - old[name]).total() for name in after},
            lost={name: (old[name] - after[name]).total() for name in after},
        )

    def _holds(self, document_id: str) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM documents WHERE id = ? LIMIT 1", [document_id]
        )
        return found.fetchone() is not None

    def _fingerprints(self, document_id: str) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for kind in KINDS.values():
            said = {"quotes": " AND is_said", "attributions": " AND NOT is_said"}
            rows = self._connection.execute(
                f"SELECT fingerprint FROM {kind.table} WHERE document_id = ? "
                f"AND added_by IS NULL{said.get(kind.name, '')}",
                [document_id],
            ).fetchall()
            found[kind.name] = Counter(fingerprint for (fingerprint,) in rows)
        return found

    def _remove(self, document_id: str, is_new: bool) -> None:
        """Take out what the coder found in a report; what people added stays."""
        # A report that could not be coded before has its problem and nothing else.
        self._connection.execute("DELETE FROM problems WHERE document_id = ?", [document_id])
        if is_new:
            return
        self._connection.execute("DELETE FROM documents WHERE id = ?", [document_id])
        for table in ("sentences", "reprints", "reprint_bands"):
            self._connection.execute(
                f"DELETE FROM {table} WHERE document_id = ?",
                [document_id],
            )
        for table in TABLES:
            self._connection.execute(
                f"DELETE FROM {table} WHERE document_id = ? AND added_by IS NULL",
                [document_id],
            )

    def add_problem(self, problem: Problem, document_id: str | None = None) -> None:
        """Keep a problem once; it belongs to a report the store has, or to a source."""
        span = [problem.span.start, problem.span.end] if problem.span else None
        row = problem_row(problem.stage, problem.code, problem.message, span, document_id)
        with told(self.path), transaction(self._connection):
            self._connection.execute("DELETE FROM problems WHERE id = ?", [row["id"]])
            self._insert("problems", [row])

    def judge(self, judgement: Judgement) -> str:
        """Append a judgement and return its id. Raises `UsageError` where it fits no row."""
        added = self._check(judgement)
        row = {
            "number": self._next("judgements"),
            "id": judgement.id,
            "author": judgement.author,
            "made_at": _utc(judgement.made_at),
            "kind": judgement.kind.value,
            "target_table": judgement.target_table,
            "target_id": judgement.target_id,
            "document_id": judgement.document_id or self._document_of(judgement),
            "field": judgement.field,
            "value": None,
            "note": judgement.note,
        }
        takes_value = judgement.kind not in {JudgementKind.CONFIRM, JudgementKind.REJECT}
        value = json.dumps(judgement.value, ensure_ascii=False) if takes_value else None
        with told(self.path), transaction(self._connection):
            self._insert("judgements", [row])
            # A JSON null must stay apart from no value, which a list of rows cannot tell.
            self._connection.execute(
                "UPDATE judgements SET value = ? WHERE number = ?", [value, row["number"]]
            )
            if added is not None:
                self._insert(KINDS[judgement.target_table].table, [added])
        return judgement.id

    def _check(self, judgement: Judgement) -> Row | None:
        """Refuse a judgement that fits nothing; return the row it adds, if it adds one."""
        table = judgement.target_table
        if judgement.kind in {JudgementKind.MERGE, JudgementKind.RENAME}:
            if table not in {"issues", "actors"} or not isinstance(judgement.value, str):
                raise UsageError("a renaming needs issues or actors, an old and a new name")
            return None
        if table not in KINDS:
            raise UsageError(f"{table!r} cannot be judged: one of {', '.join(KINDS)}")
        if judgement.kind is JudgementKind.ADD:
            return self._added(judgement)
        if self._document_of(judgement) is None:
            raise UsageError(f"there is no row {judgement.target_id!r} among the {table}")
        if judgement.kind is JudgementKind.CORRECT:
            fields = {field.name for field in KINDS[table].fields} - {"id"}
            if judgement.field not in fields:
                raise UsageError(f"{table} have no field {judgement.field!r} to correct")
        return None

    def _added(self, judgement: Judgement) -> Row:
        if judgement.document_id is None or not self._holds(judgement.document_id):
            raise UsageError(f"the store holds no report {judgement.document_id!r}")
        if not isinstance(judgement.value, dict):
            raise UsageError("a row to add is an object with the fields of format 1")
        kind = KINDS[judgement.target_table]
        value = {**judgement.value, "id": None}
        row = added_row(kind, judgement.document_id, value, judgement.id)
        needed = [name for name, null in self._nullable(kind.table).items() if not null]
        missing = [name for name in needed if row.get(name) is None]
        if missing:
            raise UsageError(f"the row to add lacks {', '.join(missing)}")
        return row

    def _nullable(self, table: str) -> dict[str, bool]:
        rows = self._connection.execute(
            "SELECT column_name, is_nullable FROM duckdb_columns() WHERE table_name = ?",
            [table],
        )
        return dict(rows.fetchall())

    def _document_of(self, judgement: Judgement) -> str | None:
        row = self._connection.execute(
            "SELECT document_id FROM judged_rows WHERE target_table = ? AND id = ?",
            [judgement.target_table, judgement.target_id],
        ).fetchone()
        return str(row[0]) if row else None

    def begin_run(self, made_by: MadeBy, sources: tuple[str, ...], started_at: datetime) -> int:
        """Note that a run begins; return its number."""
        number = self._next("runs")
        row = {"number": number, "started_at": _utc(started_at),
               "coder_hash": coder_hash(made_by), "standoff": made_by.standoff,
               "data_sha256": made_by.data_sha256, "model": made_by.model,
               "model_version": made_by.model_version, "sources": list(sources)}  # fmt: skip
        with told(self.path), transaction(self._connection):
            self._insert("runs", [row])
        return number

    def end_run(
        self, number: int, outcome: str, counts: RunCounts, finished_at: datetime
    ) -> None:
        """Note how a run ended: finished, stopped or failed."""
        with told(self.path), transaction(self._connection):
            self._connection.execute(
                "UPDATE runs SET outcome = ?, finished_at = ?, documents_added = ?, "
                "documents_recoded = ?, documents_unchanged = ?, rows_gained = ?, "
                "rows_lost = ?, problems = ? WHERE number = ?",
                [outcome, _utc(finished_at), counts.added, counts.recoded, counts.unchanged,
                 counts.rows_gained, counts.rows_lost, counts.problems, number],
            )  # fmt: skip

    def groups(self) -> Groups:
        """Return what is kept of reprints and of events told by several reports."""
        return Groups(self.path, self._connection, self._inserts)

    def _next(self, table: str) -> int:
        found = self._connection.execute(
            f"SELECT coalesce(max(number), 0) + 1 FROM {table}"
        ).fetchone()
        return int(found[0]) if found else 1

    def _insert(self, table: str, rows: list[Row]) -> None:
        self._inserts.into(table, json.dumps(rows, ensure_ascii=False))


def _utc(moment: datetime) -> str:
    """Return a moment as the store keeps it: UTC, without a zone."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ")
