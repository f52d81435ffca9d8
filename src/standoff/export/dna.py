"""The event list of the Discourse Network Analyzer: a row for each statement, semicolons.

A statement is a position on a named issue, one for each party to it. Its variables are ours:
DNA lets every project name its own.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from standoff.export.coding import UNKNOWN_ACTOR, codes
from standoff.export.column import Column, Row, unknown
from standoff.export.dyad import HAPPENED
from standoff.export.report import Report
from standoff.export.sheet import Dialect, Sheet, SheetFormat
from standoff.model import Stance

_AGREES = {Stance.ACCEPT: 1, Stance.OFFER: 1, Stance.REFUSE: 0}
_ID_HEX_DIGITS = 7  # a Java int is what DNA has for ids


@dataclass(frozen=True, slots=True)
class Statement:
    """One party's position, with the quote that it is stated in."""

    report: Report
    position: Row
    party: str
    quote: Row | None

    @property
    def id(self) -> int:
        """Return a number made of where the statement stands, whose it is and what it says."""
        position = self.position
        key = (self.report.id, self.party, self.span, position["stance"], position["issue"])
        return int(sha256(repr(key).encode()).hexdigest()[:_ID_HEX_DIGITS], 16)

    @property
    def span(self) -> list[int]:
        """Return the characters of the statement: its content, or the sentence."""
        found: list[int] = self.position["content"] or self.position["evidence"]
        return found


@dataclass(frozen=True, slots=True)
class Statements:
    """A position as the statements of its parties."""

    status: str
    rows: tuple[Statement, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def happened(self) -> bool:
        """Tell whether the position was taken."""
        return self.status in HAPPENED


def statements(report: Report) -> Iterator[Statements]:
    """Yield each position with its statements; one without party or issue has none."""
    status = {event["id"]: event["status"] for event in report.row["events"]}
    for position in report.row["positions"]:
        taken = [status[e] for e in position["from"] if e in status]
        found = next((s for s in taken if s in HAPPENED), taken[0] if taken else "actual")
        parties = [p for p in dict.fromkeys(position["party"]) if p != UNKNOWN_ACTOR]
        if not position["issue"]:
            yield Statements(found, left_out=("positions on no named issue",))
        elif not parties:
            yield Statements(found, left_out=("positions of no known party",))
        else:
            rows = (
                Statement(report, position, p, _quote(report, position, p)) for p in parties
            )
            yield Statements(found, tuple(rows))


def _quote(report: Report, position: Row, party: str) -> Row | None:
    """Return the party's quote that holds the position's words."""
    start = (position["content"] or position["evidence"])[0]
    for quote in report.row["quotes"]:
        if party in quote["speaker_actor"] and any(s <= start < e for s, e in quote["quote"]):
            found: Row = quote
            return found
    return None


def _time(statement: Statement) -> str | None:
    day = statement.report.row["published"]
    return f"{day} 00:00:00" if day else None


def _organisation(statement: Statement) -> str:
    return codes().actor(statement.party).name or statement.party


def _names(statement: Statement) -> tuple[str, ...]:
    return tuple(codes().actor(c).name or c for c in statement.position["addressee"])


COLUMNS = (
    Column("statement_id", "integer", "a number made of the statement's place and content",
           lambda s: s.id),
    Column("time", "text", "the day of publication at 00:00:00: the hour is not known", _time),
    Column("person", "text", "who speaks for the party, where a quote holds the statement",
           lambda s: s.quote["speaker"] if s.quote else None),
    Column("organization", "text", "the party's name", _organisation),
    Column("concept", "text", "the issue", lambda s: s.position["issue"]),
    Column("agreement", "integer", "1 accepted or offered, 0 refused, empty for other stances",
           lambda s: _AGREES.get(Stance(s.position["stance"]))),
    Column("stance", "text", "demand, offer, accept, refuse, defer, threaten …",
           lambda s: s.position["stance"]),
    Column("addressee", "list", "to whom", _names),
    Column("start_position", "integer", "the code point where the statement begins",
           lambda s: s.span[0]),
    Column("stop_position", "integer", "the code point after its last", lambda s: s.span[1]),
    Column("text", "text", "the words of the statement", lambda s: s.report.cut(s.span)),
    Column("coder", "text", "what made the record", lambda s: s.report.coder),
    Column("document_id", "text", "the document's id", lambda s: s.report.id),
    Column("document_title", "text", "its title", lambda s: s.report.row["title"]),
    unknown("document_author", "text", "the record keeps no author"),
    Column("document_source", "text", "the publisher", lambda s: s.report.row["publisher"]),
    unknown("document_section", "text", "the record keeps no section"),
    unknown("document_type", "text", "the record keeps no type"),
)  # fmt: skip

DNA = SheetFormat(
    sheets=(Sheet(COLUMNS),),
    dialect=Dialect(";", csv.QUOTE_ALL, flat=False),
    units=statements,
    unit="positions",
)
