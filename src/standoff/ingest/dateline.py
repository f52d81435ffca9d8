"""The line before the first sentence: who reports, from where, and sometimes when.

Not handled: datelines at the end of a report, and two-line datelines.
"""

import re
from dataclasses import dataclass
from datetime import date

from standoff.errors import InputError
from standoff.ingest.dates import date_at
from standoff.ingest.words import press_words
from standoff.model import Dateline, Span

_DASH = re.compile(r"\s*(?:--+|[-–—―]+)\s*")
_AGENCY = re.compile(r"[\s,.]*(?:\((?P<round>[^()\n]{2,40})\)|/\s*(?P<slash>[^/\n]{2,30})/\.?)")
_SEPARATOR = re.compile(r"[,.]?\s+|[,.]|$")
_NAME = r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]+)*\.?"
_PLACE = re.compile(rf"{_NAME}(?:(?: |/| and | et | und ){_NAME}){{0,4}}")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,9})\.?\s+\d\d?\b|\d\d?\.?\s+([^\W\d_]{3,9})\b\.?")
_SMALL = frozenset({"au", "aux", "da", "de", "del", "do", "des", "du", "e", "of", "sur", "and"})
_LONGEST = 100
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline as found: ``prose`` is where the report's first sentence begins."""

    dateline: Dateline
    published: date | None
    publisher: str | None
    prose: int


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the dash, part by part."""

    place: str
    region: bool
    dated: bool
    published: date | None
    agency: str | None
    end: int


def find_dateline(text: str, paragraph: Span) -> Opening | None:
    """Return the dateline at the head of a paragraph, if there is one.

    >>> opening = find_dateline("OSLO (Reuters) - Talks began.", Span(0, 29))
    >>> opening.dateline.place, opening.publisher, opening.prose
    ('Oslo', 'Reuters', 17)
    """
    window = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
    head = _head(window)
    if head is None:
        return None
    dash = _DASH.match(window, head.end)
    end = dash.end() if dash and dash.end() > head.end else head.end
    if not _is_accepted(head, window[end:], dash is not None):
        return None
    while end < len(window) and window[end].isspace():
        end += 1
    span = Span(paragraph.start, paragraph.start + len(window[:end].rstrip()))
    known = press_words().publishers.get((head.agency or "").casefold())
    line = Dateline(span, _english(head.place) if head.place else None, known or head.agency)
    return Opening(line, head.published, known or head.agency, paragraph.start + end)


def _head(window: str) -> _Head | None:
    """Read place, region, date and agency, each only where it stands."""
    place = _PLACE.match(window)
    name, end = (place[0], place.end()) if place else ("", 0)
    name, end = _without_date(name, end)
    region, end = _region(window, end) if name else (False, end)
    published, dated, end = _date(window, end)
    agency = _AGENCY.match(window, end)
    if agency is None and (agency := _bare_agency(window, end)) is None:
        return _Head(name, region, dated, published, None, end) if name else None
    stated = next(part for part in agency.groups() if part).strip()
    return _Head(name, region, dated, published, stated, agency.end())


def _without_date(name: str, end: int) -> tuple[str, int]:
    """Give back a month that was taken for a part of the place: *MOSCOW March 3*."""
    first, _, last = name.rpartition(" ")
    if first and last.rstrip(".").casefold() in press_words().months:
        return first, end - len(last) - 1
    return name, end


def _region(window: str, end: int) -> tuple[bool, int]:
    """Step over a state or a country: *KYIV, Ukraine (AP)*."""
    comma = re.compile(r",\s*").match(window, end)
    name = _PLACE.match(window, comma.end()) if comma else None
    if comma is None or name is None or _is_month_day(window, comma.end()):
        return False, end
    if name[0].casefold() in press_words().publishers or not name[0][:1].isupper():
        return False, end
    return True, name.end()


def _bare_agency(window: str, end: int) -> re.Match[str] | None:
    """Find an agency without brackets: *TEHRAN, Jan. 12, IRNA -*."""
    found = re.compile(r",\s*(?P<bare>[\w/ ]{2,30}?)(?=\s+[-–—])").match(window, end)
    known = found is not None and found["bare"].casefold() in press_words().publishers
    return found if known else None


def _date(window: str, end: int) -> tuple[date | None, bool, int]:
    """Return the day, where it has a year, whether there is a date at all, and its end."""
    gap = _SEPARATOR.match(window, end)
    start = gap.end() if gap else end
    try:
        full = date_at(window[start:])
    except InputError:
        return None, False, end
    if full is not None:
        return full[0], True, start + full[1]
    if _is_month_day(window, start):
        found = _MONTH_DAY.match(window, start)
        return None, True, found.end() if found else end
    return None, False, end


def _is_month_day(window: str, start: int) -> bool:
    found = _MONTH_DAY.match(window, start)
    return found is not None and (found[1] or found[2]).casefold() in press_words().months


def _is_accepted(head: _Head, rest: str, dash: bool) -> bool:
    """Tell a dateline from a sentence with brackets or a dash in it."""
    known = (head.agency or "").casefold() in press_words().publishers
    if not rest.strip():
        return dash and (known or head.dated)
    if known:
        return _is_of_an_agency(head, dash)
    if not dash or not _is_name(head.place):
        return False
    if head.agency:
        return head.place.isupper() and head.agency[:1].isupper()
    return _is_dated(head) if head.dated else _stands_alone(head, rest)


def _is_of_an_agency(head: _Head, dash: bool) -> bool:
    """Without a dash only *Moscow (CNN)Talks*, not *The Associated Press (AP) said*."""
    if not head.place:
        return True
    return _is_name(head.place) if dash else head.place.isupper() or _is_city(head.place)


def _is_dated(head: _Head) -> bool:
    return head.place.isupper() or _is_city(head.place)


def _stands_alone(head: _Head, rest: str) -> bool:
    """With neither agency nor date: a city we know, or a long name in capitals."""
    if not (rest[:1].isupper() or rest[:1] in "“\"‘'«" or rest[:1].isdigit()):
        return False
    if head.place.casefold() in press_words().not_places:
        return False
    long_name = head.place.isupper() and (len(head.place) >= _SHORT or head.region)
    return _is_city(head.place) or long_name


def _is_city(place: str) -> bool:
    first = _first(place).casefold()
    return first in press_words().cities or first in press_words().spellings


def _is_name(place: str) -> bool:
    words = re.split(r"[\s/]+", place)
    return bool(place) and all(w[:1].isupper() or w in _SMALL | {"et", "und"} for w in words)


def _first(place: str) -> str:
    """Return the first of several places: *GENEVA/NEW YORK*."""
    return re.split(r"/| and | et | und ", place)[0].rstrip(".")


def _english(place: str) -> str:
    """Return a place's English name, in small letters where it was written in capitals."""
    first = _first(place)
    if first.casefold() in press_words().spellings:
        return press_words().spellings[first.casefold()]
    if not first.isupper():
        return first
    parts = re.split(r"([\s-]|(?<=^\w)['’])", first.lower())
    return "".join(p if p in _SMALL else p[:1].upper() + p[1:] for p in parts)
