"""How well two codings of the same reports agree, by field, beyond chance.

Krippendorff's alpha for nominal data: Krippendorff (2011), *Computing Krippendorff's
Alpha-Reliability*; Cohen's kappa: Cohen (1960), Educational and Psychological Measurement
20(1), 37-46. Both look at rows that the two codings share; what only one has is listed. Not
handled: agreement on where a row begins and ends.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from standoff.score.matching import (
    CODE_FIELDS,
    Row,
    codes,
    event_likeness,
    jaccard,
    match,
    quote_likeness,
)

NONE = "(none)"
FIELDS: dict[str, tuple[str, ...]] = {
    "events": ("type", "mode", "actor", "recipient", "status", "date"),
    "quotes": ("kind", "speaker", "speaker_actor"),
    "positions": ("party", "stance", "addressee"),
}
PLACES = {"events": "trigger", "quotes": "quote", "positions": "evidence"}
TIE = 1000


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Agreement on one field: of ``units`` shared rows, beyond chance.

    ``alpha`` and ``kappa`` are None where they are undefined: no unit, or one value only.
    """

    table: str
    field: str
    units: int
    agreed: int
    alpha: float | None
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One row and field on which two codings differ; ``field`` "found" where one lacks it."""

    document: str
    table: str
    span: tuple[int, int]
    words: str
    field: str
    first: str | None
    second: str | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two codings compared over ``documents``, those both have."""

    documents: int
    fields: tuple[FieldAgreement, ...]
    disagreements: tuple[Disagreement, ...]


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Return alpha for nominal data; each unit holds the values its coders gave.

    Units with fewer than two values say nothing. None where no value varies.

    >>> round(krippendorff_alpha([("a", "a"), ("a", "b"), ("b", "b")]), 3)
    0.444
    """
    pairable = [unit for unit in units if len(unit) > 1]
    totals = Counter(value for unit in pairable for value in unit)
    n = totals.total()
    expected = n * n - sum(count * count for count in totals.values())
    if not expected:
        return None
    observed = sum(_disagreeing(unit) / (len(unit) - 1) for unit in pairable)
    return 1 - (n - 1) * observed / expected


def _disagreeing(unit: Sequence[Hashable]) -> int:
    """Return how many ordered pairs of a unit's values differ."""
    same = sum(count * count for count in Counter(unit).values())
    return len(unit) ** 2 - same


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Return kappa of two coders; None without pairs, or where chance alone agrees fully.

    >>> cohen_kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")])
    0.0
    """
    n = len(pairs)
    if not n:
        return None
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[value] * second[value] for value in first) / (n * n)
    if chance == 1:
        return None
    return (sum(a == b for a, b in pairs) / n - chance) / (1 - chance)


def agreement_of(first: dict[str, Row], second: dict[str, Row]) -> Agreement:
    """Compare two codings, by document id; documents that one lacks are left out."""
    shared = sorted(first.keys() & second.keys())
    values: dict[tuple[str, str], list[tuple[str, str]]] = {
        (table, field): [] for table, fields in FIELDS.items() for field in fields
    }
    found: list[Disagreement] = []
    for name in shared:
        for table in FIELDS:
            _compare(first[name], second[name], table, values, found)
    fields = tuple(_field(*key, pairs) for key, pairs in values.items())
    return Agreement(len(shared), fields, tuple(found))


def _field(table: str, field: str, pairs: list[tuple[str, str]]) -> FieldAgreement:
    agreed = sum(a == b for a, b in pairs)
    alpha, kappa = krippendorff_alpha(pairs), cohen_kappa(pairs)
    return FieldAgreement(table, field, len(pairs), agreed, alpha, kappa)


def _compare(
    first: Row,
    second: Row,
    table: str,
    values: dict[tuple[str, str], list[tuple[str, str]]],
    found: list[Disagreement],
) -> None:
    """Add the values of the rows that two documents share, and what they differ in."""
    ours, theirs = first.get(table) or [], second.get(table) or []
    pairs = match(ours, theirs, LIKENESS[table])
    for a, b in pairs:
        for field in FIELDS[table]:
            both = (_value(a, field), _value(b, field))
            values[table, field].append(both)
            if both[0] != both[1]:
                found.append(_differing(first, table, a, field, both))
    in_pair = {id(row) for pair in pairs for row in pair}
    for side, rows in enumerate((ours, theirs)):
        for row in rows:
            if id(row) not in in_pair:
                told = " ".join(_value(row, field) for field in FIELDS[table])
                both_sides = (told, None) if side == 0 else (None, told)
                found.append(_differing(first, table, row, "found", both_sides))


def position_overlap(a: Row, b: Row) -> float:
    """Return how the words of two positions overlap; equal party and stance break ties."""
    field = "content" if a.get("content") and b.get("content") else "evidence"
    same = sum(_value(a, name) == _value(b, name) for name in ("party", "stance", "addressee"))
    overlap = jaccard(a.get(field), b.get(field))
    return overlap + same / TIE if overlap else 0.0


LIKENESS = {
    "events": event_likeness,
    "quotes": quote_likeness,
    "positions": position_overlap,
}


def _value(row: Row, field: str) -> str:
    if field in CODE_FIELDS:
        return " + ".join(sorted(codes(row, field))) or NONE
    value = row.get(field)
    return NONE if value is None else str(value)


def _differing(
    document: Row, table: str, row: Row, field: str, both: tuple[str | None, str | None]
) -> Disagreement:
    place = row[PLACES[table]]
    start, end = (place[0][0], place[-1][1]) if table == "quotes" else place
    words = " ".join(document["text"][start:end].split())
    return Disagreement(document["id"], table, (start, end), words, field, *both)
