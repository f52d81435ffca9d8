"""Words of time: weekdays, months, numbers, units, and what is too vague for a day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

TABLES = ("weekdays", "months", "days", "numbers", "units")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Each word of time with its number (a weekday from Monday 0, a unit in days)."""

    weekdays: dict[str, int]
    months: dict[str, int]
    days: dict[str, int]
    numbers: dict[str, int]
    units: dict[str, int]
    vague: tuple[str, ...]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]


def load_time_words(root: Path, faults: Faults) -> TimeWords:
    """Read ``timeplace/en.yaml``."""
    path = root / "timeplace" / "en.yaml"
    found = strict_yaml.read(path)
    for name in (*TABLES, "vague"):
        if name not in found:
            faults.add(path, 1, f"{name!r} is missing")
            found[name] = {}
    weekdays, months, days, numbers, units = (
        {word: int(n) for word, n in found[name].items()} for name in TABLES
    )
    vague = tuple(found["vague"])
    patterns = _patterns(weekdays, months, days, numbers, units, vague)
    return TimeWords(weekdays, months, days, numbers, units, vague, patterns)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _patterns(
    weekdays: dict[str, int],
    months: dict[str, int],
    days: dict[str, int],
    numbers: dict[str, int],
    units: dict[str, int],
    vague: tuple[str, ...],
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return a pattern for each kind of expression, the most telling first."""
    month, unit = rf"(?P<monthname>{_any(months)})\.?", rf"(?P<unit>{_any(units)})s?"
    day, year = r"(?P<day>\d\d?)(?:st|nd|rd|th)?", r"(?P<year>(?:1[5-9]|20)\d\d)"
    count = rf"(?P<count>\d+|{_any(numbers)})"
    sources = (
        ("iso", rf"{year}-(?P<month>\d\d)-(?P<day>\d\d)"),
        ("date", rf"{month} {day}(?:,? {year})?(?!\d|,\d)"),
        ("date", rf"{day}(?: of)? {month}(?:,? {year})?"),
        ("month", rf"{month},? {year}"),
        ("ago", rf"{count} {unit} (?P<way>ago|earlier|later|before|after)"),
        (
            "period",
            rf"(?:earlier |later |late |early )?(?:in the )?"
            rf"(?P<which>last|this|next|past|previous|coming) (?:few |couple of )?{unit}",
        ),
        ("period", rf"(?P<which>earlier|later) in the {unit}"),
        ("weekday", rf"(?:(?P<which>last|next|this|previous) )?(?P<weekday>{_any(weekdays)})"),
        ("relative", rf"(?P<word>{_any(days)})"),
        (
            "month",
            rf"(?:in|since|until|by|from|last|early|late|mid)[ -](?:early |late |mid-)?{month}",
        ),
        ("year", rf"(?:in|since|of|until|from|during|by|the) {year}"),
        ("vague", rf"(?P<vague>{_any(vague)})"),
    )
    return tuple((k, re.compile(rf"\b(?:{s})(?!\w)", re.IGNORECASE)) for k, s in sources)
