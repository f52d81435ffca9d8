"""Which row of a record is which row of the gold.

Rows are the plain objects of format 1. Matching is greedy and one to one, the best first, ties
in document order.
"""

from collections.abc import Callable, Sequence
from typing import Any

Row = dict[str, Any]
Pairs = list[tuple[Row, Row]]
LIKE_QUOTES = 0.5
LIKE_SENTENCES = 0.5
TIE = 1000
CODE_FIELDS = frozenset({"actor", "recipient", "speaker_actor", "addressee", "party"})


def shared(a: Sequence[int] | None, b: Sequence[int] | None) -> int:
    """Return how many characters two [start, end] share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) if a and b else 0


def jaccard(a: Sequence[int] | None, b: Sequence[int] | None) -> float:
    """Return the characters shared over the characters in either."""
    common = shared(a, b)
    return common / (a[1] - a[0] + b[1] - b[0] - common) if a and b and common else 0.0


def codes(row: Row, field: str) -> frozenset[str]:
    """Return a field of codes as a set; a bare string is one code."""
    value = row.get(field) or []
    return frozenset([value] if isinstance(value, str) else value)


def agrees(field: str, gold: Row, found: Row) -> bool:
    """Tell whether two rows have the same value in a field; codes compare as sets."""
    if field in CODE_FIELDS:
        return codes(gold, field) == codes(found, field)
    return bool(gold.get(field) == found.get(field))


def condition_agrees(gold: Row, found: Row) -> bool:
    """Tell whether both conditions are absent, or overlap."""
    a, b = gold.get("condition"), found.get("condition")
    return shared(a, b) > 0 if a and b else not a and not b


def speaker_agrees(gold: Row, found: Row) -> bool:
    """Tell whether two names are the same: the shorter ends the longer, whatever the case."""
    names = [(row.get("speaker") or "").casefold().split() for row in (gold, found)]
    short, long = sorted(names, key=len)
    return short == long[-len(short) :] if short else not long


def event_likeness(gold: Row, found: Row) -> float:
    """Return above 1 where triggers overlap; at most 1 where sentence, type and actor agree."""
    triggers = jaccard(gold.get("trigger"), found.get("trigger"))
    if triggers:
        same = sum(agrees(field, gold, found) for field in ("type", "actor", "recipient"))
        return 1 + triggers + (same + jaccard(gold.get("content"), found.get("content"))) / TIE
    if not (agrees("type", gold, found) and agrees("actor", gold, found)):
        return 0.0
    sentences = jaccard(gold.get("sentence"), found.get("sentence"))
    return sentences if sentences > LIKE_SENTENCES else 0.0


def quote_likeness(gold: Row, found: Row) -> float:
    """Return the characters both hold over those either holds, 0 below a half."""
    words = [
        {i for part in row.get("quote") or [] for i in range(*part)} for row in (gold, found)
    ]
    either = words[0] | words[1]
    likeness = len(words[0] & words[1]) / len(either) if either else 0.0
    return likeness if likeness >= LIKE_QUOTES else 0.0


def position_likeness(gold: Row, found: Row) -> float:
    """Return how contents overlap (evidence where one has none), party and stance the same."""
    if not (agrees("party", gold, found) and agrees("stance", gold, found)):
        return 0.0
    field = "content" if gold.get("content") and found.get("content") else "evidence"
    likeness = jaccard(gold.get(field), found.get(field))
    return likeness + agrees("addressee", gold, found) / TIE if likeness else 0.0


def match(gold: list[Row], found: list[Row], likeness: Callable[[Row, Row], float]) -> Pairs:
    """Return the pairs of gold and found rows that are taken for the same."""
    scored = sorted(
        (-likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)
    )
    taken: dict[int, int] = {}
    for negative, i, j in scored:
        if negative < 0 and i not in taken and j not in taken.values():
            taken[i] = j
    return [(gold[i], found[j]) for i, j in taken.items()]
