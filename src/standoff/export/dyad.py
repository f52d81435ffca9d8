"""An event between several parties as one row for each pair of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import permutations, product

from standoff.export.coding import UNKNOWN_ACTOR, Actor, codes
from standoff.export.column import Row
from standoff.export.report import Report

HAPPENED = frozenset({"actual", "past"})
_ID_HEX_DIGITS = 13  # 52 bits: whole in a double, the only number that R and JavaScript have


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a dyad: who it is, and the mention that names it where there is one."""

    who: Actor
    mention: Row | None
    span: list[int] | None

    @property
    def name(self) -> str | None:
        """Return the name in the report, or that of the code."""
        own = self.mention["name"] if self.mention else None
        return own or self.who.name or self.who.body

    @property
    def sector(self) -> str | None:
        """Return the sector of the person or group named, or that of the code."""
        own: str | None = self.mention["sector"] if self.mention else None
        return own or self.who.sector


@dataclass(frozen=True, slots=True)
class Dyad:
    """One pair of an event; ``number`` counts the event's pairs from 1."""

    report: Report
    event: Row
    number: int
    actor: Party | None
    recipient: Party | None

    @property
    def id(self) -> str:
        """Return the event's id, with the pair's number from the second on."""
        own = str(self.event["id"])
        return own if self.number == 1 else f"{own}.{self.number}"

    @property
    def integer_id(self) -> int:
        """Return the id as a whole number, for formats that want one."""
        key = f"{self.report.id}\n{self.id}".encode("utf-8", "surrogatepass")
        return int(sha256(key).hexdigest()[:_ID_HEX_DIGITS], 16)


@dataclass(frozen=True, slots=True)
class Unit:
    """What the record holds once and a format may write several rows of.

    ``left_out`` counts what of it has no row, by reason.
    """

    status: str
    rows: tuple[Dyad, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def happened(self) -> bool:
        """Tell whether the act happened, or was said."""
        return self.status in HAPPENED


def one_sided(report: Report) -> Iterator[Unit]:
    """Yield each event with its pairs; one with a single side has a row with it alone."""
    for event in report.row["events"]:
        pairs, selves = _pairs(event)
        rows = tuple(
            Dyad(report, event, number, _party(report, event, a), _party(report, event, r))
            for number, (a, r) in enumerate(pairs, 1)
        )
        reasons = ("pairs of an actor with itself",) * selves
        yield Unit(event["status"], rows, reasons)


def two_sided(report: Report) -> Iterator[Unit]:
    """Yield each event with its pairs; one without both sides has none."""
    for unit in one_sided(report):
        kept = tuple(d for d in unit.rows if d.actor and d.recipient)
        lost = ("events without both sides",) * (len(kept) < len(unit.rows))
        yield replace(unit, rows=kept, left_out=(*unit.left_out, *lost))


def _pairs(event: Row) -> tuple[list[tuple[str | None, str | None]], int]:
    """Return the pairs of actor and recipient, and how many were of an actor with itself.

    A mutual act goes both ways.
    """
    actors, recipients = _known(event["actor"]), _known(event["recipient"])
    if event["reciprocal"] and len({*actors, *recipients}) > 1:
        return list(permutations(dict.fromkeys((*actors, *recipients)), 2)), 0
    every = list(product(actors or (None,), recipients or (None,)))
    kept = [(a, r) for a, r in every if a is None or a != r]
    return list(dict.fromkeys(kept)), len(every) - len(kept)


def _known(found: list[str]) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(found) if code != UNKNOWN_ACTOR)


def _party(report: Report, event: Row, code: str | None) -> Party | None:
    """Return a side; a mutual act's actor may stand where its recipient is named."""
    if code is None:
        return None
    span = event["actor_span"] if code in event["actor"] else event["recipient_span"]
    mention = report.mention_of(code, span)
    return Party(codes().actor(code), mention, mention["span"] if mention else span)
