"""The positions table: issue × party, the newest stance first and its history behind it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from standoff.dispute.stances import Taken

NO_ISSUE = "(matter unknown)"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party says of one matter; ``history`` is newest first."""

    issue: str
    party: str
    history: tuple[Taken, ...]

    @property
    def newest(self) -> Taken:
        """The stance that counts now."""
        return self.history[0]


@dataclass(frozen=True, slots=True)
class PositionsTable:
    """The table: ``issues`` with most stances first, ``parties`` with most stances first."""

    issues: tuple[str, ...]
    parties: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, issue: str, party: str) -> Cell | None:
        """Return what a party says of a matter, None where it says nothing."""
        return next((c for c in self.cells if c.issue == issue and c.party == party), None)


def positions_table(
    stances: Iterable[Taken],
    *,
    as_of: date | None = None,
    issue: str | None = None,
    party: str | None = None,
) -> PositionsTable:
    """Return the table of grouped stances.

    With ``as_of`` it is the table of that day's end, undated stances left out. ``issue`` is a
    part of a name, ``party`` a code; neither minds case. A joint stance is each party's own.
    """
    cells: dict[tuple[str, str], list[Taken]] = {}
    for taken in stances:
        name = taken.issue or NO_ISSUE
        if not _is_in(taken, as_of) or (issue and issue.casefold() not in name.casefold()):
            continue
        for code in taken.party:
            if party is None or party.casefold() == code.casefold():
                cells.setdefault((name, code), []).append(taken)
    found = tuple(_cell(*key, members) for key, members in cells.items())
    return PositionsTable(
        _by_weight(found, lambda c: c.issue), _by_weight(found, lambda c: c.party), found
    )


def _is_in(taken: Taken, as_of: date | None) -> bool:
    return as_of is None or (taken.day is not None and taken.day <= as_of)


def _cell(issue: str, party: str, members: list[Taken]) -> Cell:
    newest_first = sorted(members, key=lambda t: t.order, reverse=True)
    return Cell(issue, party, tuple(newest_first))


def _by_weight(cells: tuple[Cell, ...], name_of: Callable[[Cell], str]) -> tuple[str, ...]:
    weights: dict[str, int] = {}
    for cell in cells:
        weights[name_of(cell)] = weights.get(name_of(cell), 0) + len(cell.history)
    return tuple(sorted(weights, key=lambda n: (n == NO_ISSUE, -weights[n], n)))
