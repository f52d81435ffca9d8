"""Precision, recall, F1 and accuracy from counts."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured name. ``accuracy`` is among rows found; the rest count rows.

    A share of nothing is None.
    """

    name: str
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    accuracy: float | None = None
    gold: int | None = None
    found: int | None = None


def figures(counts: Counter[str]) -> tuple[Figure, ...]:
    """Return the figures of a tally, in the order they were counted.

    >>> figures(Counter({"quotes|hit": 1, "quotes|gold": 2, "quotes|found": 2}))[0].f1
    0.5
    """
    names = dict.fromkeys(key.rsplit("|", 1)[0] for key in counts)
    return tuple(_figure(name, counts) for name in names)


def _figure(name: str, counts: Counter[str]) -> Figure:
    judged = counts[f"{name}|judged"]
    if judged:
        return Figure(name, accuracy=counts[f"{name}|right"] / judged, found=judged)
    hits, gold, found = (counts[f"{name}|{part}"] for part in ("hit", "gold", "found"))
    return Figure(
        name,
        precision=_share(hits, found or gold),
        recall=_share(hits, gold),
        f1=_share(2 * hits, gold + found),
        gold=gold,
        found=found,
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
