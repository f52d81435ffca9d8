"""The day a report says it was published; nothing is guessed.

Not handled: years of two digits, calendars other than the Gregorian, days told in words.
"""

import re
from datetime import date

from standoff.errors import InputError
from standoff.ingest.words import press_words

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?=$|[T\s,])|(\d{4})(\d\d)(\d\d)(?=$|T)")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)(?=$|[T\s,])")
_NUMBERS = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?=$|[\s,])")
_MONTH = r"(?P<month>[^\W\d_]{3,9})\.?"
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?P<year>\d{4})"
_NAMED = (
    re.compile(rf"{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
)
_WEEKDAY = re.compile(r"(?P<name>[^\W\d_]{3,10})\.?,?\s+")
_REST = re.compile(
    r"(?:[T\s,(|-]*(?:at|um|à)?\s*\d\d?[:.h]\d\d(?:[:.]\d\d)?(?:[.,]\d+)?|T\d{4,6}"
    r"|\s*[ap]\.?m\.?|\s*\(?(?-i:Z|[A-Z]{2,5})\b\)?|\s*(?:GMT|UTC)?[+-]\d\d:?\d\d|[\s,|.-])*",
    re.IGNORECASE,
)


def parse_date(text: str) -> date:
    """Return the day that ``text`` states, as written there, its time zone unmoved.

    Raises `InputError`: ``ambiguous-date`` where day and month may be the other way round,
    ``bad-date`` where it is no date.

    >>> parse_date("Wed, 12 Jan 2022 10:00:00 +0000")
    datetime.date(2022, 1, 12)
    """
    stated = text.strip()
    found = date_at(stated)
    if found is None:
        raise InputError("bad-date", f"{_shown(text)} is not a date with a year")
    day, end = found
    rest = _REST.match(stated, end)
    if rest is None or rest.end() != len(stated):
        raise InputError("bad-date", f"{_shown(text)} is more than a date")
    return day


def date_at(text: str) -> tuple[date, int] | None:
    """Return the date at the head of a text and where it ends, if one with a year is there."""
    start = _weekday(text)
    for form in (_ISO, _YEAR_FIRST):
        if match := form.match(text, start):
            year, month, day = (int(part) for part in match.groups() if part)
            return _day(text, year, month, day), match.end()
    if match := _NUMBERS.match(text, start):
        return _numbers(text, match), match.end()
    for form in _NAMED:
        if match := form.match(text, start):
            month_number = press_words().months.get(match["month"].lower())
            if month_number is not None:
                year, day = int(match["year"]), int(match["day"])
                return _day(text, year, month_number, day), match.end()
    return None


def _weekday(text: str) -> int:
    match = _WEEKDAY.match(text)
    known = match is not None and match["name"].lower() in press_words().weekdays
    return match.end() if match is not None and known else 0


def _numbers(text: str, match: re.Match[str]) -> date:
    """Read 13/01/2022, and refuse 02/01/2022: a day or a month may stand first."""
    first, second, year = (int(part) for part in match.groups())
    if first <= 12 and second <= 12 and first != second:
        why = f"{_shown(text)} may be day or month first: write it as 2022-01-31"
        raise InputError("ambiguous-date", why)
    month, day = (second, first) if first > 12 else (first, second)
    return _day(text, year, month, day)


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise InputError("bad-date", f"{_shown(text)} is no day of the calendar") from error


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
