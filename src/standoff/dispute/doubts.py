"""Which rows a person should look at first, and why.

The coder gives no probability, so a row's doubts are counted: what is missing, what was
inferred, what only another says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
UNKNOWN = "UNK"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A row to look at: its table, id, sentence, and what is doubtful about it."""

    table: str
    id: str
    document: str
    words: str
    row: Row
    doubts: tuple[str, ...]


def least_certain(records: Iterable[Row]) -> tuple[Doubtful, ...]:
    """Return the rows nobody judged, those with most doubts first."""
    found = [doubtful for record in records for doubtful in _rows(record)]
    return tuple(sorted(found, key=lambda d: (-len(d.doubts), d.document, d.table, d.id)))


def _rows(record: Row) -> Iterator[Doubtful]:
    ways = (("events", "sentence", _of_event), ("positions", "evidence", _of_position),
            ("quotes", "quote", _of_quote))  # fmt: skip
    for table, place, doubts_of in ways:
        for row in record[table]:
            name = row.get("row") or row.get("id")
            if name is not None and not row.get("judged"):
                span = row[place] if place != "quote" else [row[place][0][0], row[place][-1][1]]
                words = " ".join(record["text"][span[0] : span[1]].split())
                doubts = tuple(doubts_of(row))
                yield Doubtful(table, name, record["id"], words, row, doubts)


def _of_event(row: Row) -> Iterator[str]:
    if not row["actor"] or UNKNOWN in row["actor"]:
        yield "the actor is unknown"
    if not row["recipient"]:
        yield "no recipient"
    elif row.get("recipient_span") is None:
        yield "the recipient is inferred"
    if row.get("actor") and row.get("actor_span") is None:
        yield "the actor is inferred"
    if row.get("date") is None:
        yield "no day"
    if row["status"] == "hypothetical":
        yield "it may not have happened"
    if row.get("quote") is not None:
        yield "read from a quotation's words"


def _of_position(row: Row) -> Iterator[str]:
    if not row["party"] or UNKNOWN in row["party"]:
        yield "the party is unknown"
    if not row["addressee"]:
        yield "no addressee"
    if row.get("issue") is None:
        yield "no matter"
    elif "before" in (row.get("why_issue") or ""):
        yield "the matter is taken from the context"
    if row.get("attributed_to"):
        yield "told by another"


def _of_quote(row: Row) -> Iterator[str]:
    if row.get("speaker") is None:
        yield "no speaker"
    elif not row["speaker_actor"]:
        yield "the speaker's side is unknown"
    if row.get("cue") is None:
        yield "no verb of speech"
    if row.get("inside") is not None:
        yield "inside another quotation"
