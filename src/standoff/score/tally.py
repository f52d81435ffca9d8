"""Counts of one document, from which the figures are made."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from standoff.score.matching import (
    Pairs,
    Row,
    agrees,
    condition_agrees,
    event_likeness,
    match,
    position_likeness,
    quote_likeness,
    speaker_agrees,
)

EVENT_FIELDS: dict[str, tuple[str, ...]] = {
    "found": (),
    "+type": ("type",),
    "+type+actor": ("type", "actor"),
    "+type+actor+recipient": ("type", "actor", "recipient"),
}
JUDGED = ("actor", "recipient", "status", "date")


def tally(gold: Row, found: Row) -> Counter[str]:
    """Return the counts of a document, as ``name|hit``, ``name|gold``, ``name|found``."""
    counts: Counter[str] = Counter()
    _events(counts, gold.get("events") or [], found.get("events") or [])
    _quotes(counts, gold.get("quotes") or [], found.get("quotes") or [])
    _positions(counts, gold.get("positions") or [], found.get("positions") or [])
    return counts


def _count(counts: Counter[str], name: str, hits: int, gold: int, found: int) -> None:
    counts.update({f"{name}|hit": hits, f"{name}|gold": gold, f"{name}|found": found})


def _judge(counts: Counter[str], name: str, outcomes: Iterable[bool]) -> None:
    for right in outcomes:
        counts.update({f"{name}|right": int(right), f"{name}|judged": 1})


def _events(counts: Counter[str], gold: list[Row], found: list[Row]) -> None:
    pairs = match(gold, found, event_likeness)
    for name, fields in EVENT_FIELDS.items():
        hits = sum(all(agrees(field, *pair) for field in fields) for pair in pairs)
        _count(counts, f"events {name}", hits, len(gold), len(found))
    for field in JUDGED:
        _judge(counts, f"events {field}", (agrees(field, *pair) for pair in pairs))
    _judge(counts, "events condition", (condition_agrees(*pair) for pair in pairs))


def _quotes(counts: Counter[str], gold: list[Row], found: list[Row]) -> None:
    pairs = match(gold, found, quote_likeness)
    _count(counts, "quotes found", len(pairs), len(gold), len(found))
    for field in ("kind", "speaker_actor"):
        _judge(counts, f"quotes {field}", (agrees(field, *pair) for pair in pairs))
    _judge(counts, "quotes speaker", (speaker_agrees(*pair) for pair in pairs))


def _positions(counts: Counter[str], gold: list[Row], found: list[Row]) -> None:
    pairs = match(gold, found, position_likeness)
    _count(counts, "positions found", len(pairs), len(gold), len(found))
    addressed = sum(agrees("addressee", *pair) for pair in pairs)
    _count(counts, "positions +addressee", addressed, len(gold), len(found))
    _count(counts, "positions issue pairs", *_issue_pairs(pairs))


def _issue_pairs(pairs: Pairs) -> tuple[int, int, int]:
    """Return how many pairs of positions both, gold and record put under one issue."""
    both = [
        (agrees("issue", gold_a, gold_b), agrees("issue", found_a, found_b))
        for (gold_a, found_a), (gold_b, found_b) in combinations(pairs, 2)
    ]
    return sum(g and f for g, f in both), sum(g for g, _ in both), sum(f for _, f in both)
