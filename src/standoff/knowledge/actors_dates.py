"""The days a fact held, as the tables write them."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from standoff.knowledge.faults import Faults
from standoff.knowledge.tables import Line, first_day, last_day


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both included; None is open."""

    start: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return (self.start is None or self.start <= day) and (
            self.end is None or day <= self.end
        )

    def distance(self, day: date) -> int:
        """Return how many days a day lies outside it."""
        if self.start and day < self.start:
            return (self.start - day).days
        return max(0, (day - self.end).days) if self.end else 0


ALWAYS = Period(None, None)


def period_of(line: Line, faults: Faults) -> Period:
    """Return a row's ``start`` and ``end``; a wrong date or order is a fault."""
    try:
        period = _period(line.cells["start"], line.cells["end"])
    except ValueError as error:
        faults.add(line.path, line.number, f"not an ISO date: {error}")
        return ALWAYS
    if period.start and period.end and period.start > period.end:
        faults.add(
            line.path, line.number, f"starts {line['start']} after its end {line['end']}"
        )
    return period


@lru_cache(maxsize=8192)
def _period(start: str, end: str) -> Period:
    return Period(first_day(start), last_day(end))


def check_source(line: Line, faults: Faults) -> None:
    """Note a row without a place where it can be checked."""
    if not line.cells["source"]:
        faults.add(line.path, line.number, "no source")
