"""Events over time: how many of each quad class, and their mean Goldstein score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from standoff.dispute.stances import Act, distinct
from standoff.knowledge.ontology import Ontology

QUAD_CLASSES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


class Step(StrEnum):
    """How long a period of a timeline is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """One period by its first day: events by quad class 1 to 4, and their mean Goldstein."""

    start: date
    counts: tuple[int, int, int, int]
    goldstein: float

    @property
    def total(self) -> int:
        """How many events."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods that have events, oldest first; ``undated`` events stand in none."""

    step: Step
    periods: tuple[Period, ...]
    undated: int


def timeline_of(acts: Iterable[Act], ontology: Ontology, step: Step = Step.DAY) -> Timeline:
    """Return the timeline of what happened; an act that several reports tell counts once."""
    happened = [act for act in distinct(acts) if act.status == "actual"]
    by_start: dict[date, list[Act]] = {}
    for act in happened:
        if act.day is not None:
            by_start.setdefault(_start(act.day, step), []).append(act)
    periods = tuple(_period(start, by_start[start], ontology) for start in sorted(by_start))
    return Timeline(step, periods, sum(act.day is None for act in happened))


def _start(day: date, step: Step) -> date:
    if step is Step.WEEK:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step is Step.MONTH else day


def _period(start: date, acts: list[Act], ontology: Ontology) -> Period:
    types = [ontology.types[act.type] for act in acts]
    counts = [sum(t.quad_class == quad for t in types) for quad in QUAD_CLASSES]
    mean = sum(t.goldstein for t in types) / len(types)
    return Period(start, (counts[0], counts[1], counts[2], counts[3]), round(mean, 2))
