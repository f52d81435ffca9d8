"""What stands around the prose of a report: title, by-line, labels, dateline, credits.

Not handled: navigation, captions and advertisements that a page left between the paragraphs.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from standoff.errors import InputError
from standoff.ingest.dateline import find_dateline
from standoff.ingest.dates import parse_date
from standoff.ingest.words import press_words
from standoff.model import Dateline, Span

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n]{1,19}):\s*(?P<value>\S.*)")
_BYLINE = re.compile(r"(?:by|par|von|por)\s+[^\W\d_]", re.IGNORECASE)
_TOKEN = r"(?:(?:[A-ZÀ-ÞŠŽČ][\w.'’-]*|al-\w+|de|van|der|den|von|bin|ibn|el|la|di|da|dos))"
_NAME = rf"[A-ZÀ-ÞŠŽČ][\w.'’-]*(?: {_TOKEN}){{1,3}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:, | and |, and | & ){_NAME})*")
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][\"”’)]*\s+")
_FINAL = tuple(".?!:;…")
_CLOSING = "\"”’»')"
_PROSE, _TITLE, _HEAD, _TAIL, _BYLINE_WORDS = 90, 200, 10, 8, 14


@dataclass(slots=True)
class Furniture:
    """What was found around the prose; ``paragraphs`` are what is left."""

    paragraphs: list[Span]
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    dateline: Dateline | None = None
    _bylined: bool = field(default=False, repr=False)


def set_apart(text: str, paragraphs: list[Span]) -> Furniture:
    """Return the prose of a report and what stands around it."""
    found = Furniture(list(paragraphs))
    _take_head(text, found)
    _take_dateline(text, found)
    _take_credits(text, found)
    return found


def _take_head(text: str, found: Furniture) -> None:
    """Read the lines above the first paragraph of prose; what is none of ours stays."""
    lines = found.paragraphs
    prose = next((n for n, p in enumerate(lines[:_HEAD]) if _is_prose(text, p)), 0)
    kept = []
    for number, line in enumerate(lines[:prose]):
        following = lines[number + 1].of(text)
        if not _is_head_line(line.of(text), following, found):
            kept.append(line)
    found.paragraphs = kept + lines[prose:]


def _is_prose(text: str, line: Span) -> bool:
    words = line.of(text)
    if _is_labelled(words) or _BYLINE.match(words):
        return False
    long = len(words) >= _PROSE and " " in words
    ended = words.rstrip(_CLOSING).endswith(_FINAL)
    return long or ended or find_dateline(text, line) is not None


def _is_labelled(line: str) -> bool:
    label = _LABEL.fullmatch(line)
    return label is not None and label["label"].casefold().strip() in press_words().labels


def _is_head_line(line: str, following: str, found: Furniture) -> bool:
    """Take what one line above the prose says; tell whether it said something."""
    return (
        _take_label(line, found)
        or _take_date(line, found)
        or _take_publisher(line, found)
        or _take_byline(line, following, found)
        or _take_title(line, found)
    )


def _take_label(line: str, found: Furniture) -> bool:
    label = _LABEL.fullmatch(line)
    name = press_words().labels.get(label["label"].casefold().strip()) if label else None
    if label is None or name is None:
        return False
    value = label["value"].strip()
    if name == "published":
        _take_date(value, found)
    elif name == "publisher":
        found.publisher = found.publisher or press_words().publishers.get(
            value.casefold(), value
        )
    elif name == "title":
        found.title = found.title or value
    elif name == "url":
        found.url = found.url or value
    return True


def _take_date(line: str, found: Furniture) -> bool:
    """Take a date that stands alone on its line; one that may be read two ways is none."""
    try:
        day = parse_date(line)
    except InputError as error:
        return error.code == "ambiguous-date"
    found.published = found.published or day
    return True


def _take_publisher(line: str, found: Furniture) -> bool:
    known = press_words().publishers.get(line.strip("()[] ").casefold())
    if known is None and found._bylined and line.isupper() and len(line.split()) <= 4:
        known = line
    if known is None:
        return False
    found.publisher = found.publisher or known
    return True


def _take_byline(line: str, following: str, found: Furniture) -> bool:
    """Take who wrote it: after *by*, or names above a publisher's line or below the title."""
    named = _NAMES.fullmatch(line) is not None
    said_by = _BYLINE.match(line) is not None and len(line.split()) <= _BYLINE_WORDS
    signed = following.strip("()[] ").casefold() in press_words().publishers
    if not (said_by or (named and (signed or found.title is not None))):
        return False
    found._bylined = True
    return True


def _take_title(line: str, found: Furniture) -> bool:
    if found.title is not None or len(line) > _TITLE:
        return False
    found.title = line
    return True


def _take_dateline(text: str, found: Furniture) -> None:
    if not found.paragraphs:
        return
    first = found.paragraphs[0]
    opening = find_dateline(text, first)
    if opening is None:
        return
    found.dateline = opening.dateline
    found.published = found.published or opening.published
    found.publisher = found.publisher or opening.publisher
    rest = [Span(opening.prose, first.end)] if opening.prose < first.end else []
    found.paragraphs = rest + found.paragraphs[1:]


def _take_credits(text: str, found: Furniture) -> None:
    """Leave out credits at the end of a report, and pointers to others anywhere in it."""
    prose = [p for p in found.paragraphs if not _points_elsewhere(p.of(text))]
    for _ in range(_TAIL):
        if not prose:
            break
        end = _credit_start(prose[-1].of(text))
        if end is None:
            break
        last = prose.pop()
        words = text[last.start : last.start + end].rstrip()
        if words:
            prose.append(Span(last.start, last.start + len(words)))
    found.paragraphs = prose


def _points_elsewhere(line: str) -> bool:
    """Tell a line such as *Read more: …* from prose."""
    lower = line.casefold()
    starts = tuple(c for c in press_words().credits if c.endswith(":") or c.startswith("read"))
    return lower.startswith(starts) and len(line) < _TITLE


def _credit_start(paragraph: str) -> int | None:
    """Return where the credits at the end of a paragraph begin, if there are any."""
    lower = paragraph.lower()  # keeps the places, as casefold does not
    if len(lower) != len(paragraph):
        return None
    if lower.startswith(press_words().credits):
        return 0
    closed = paragraph.rstrip(". ").endswith(")")
    inside = [lower.rfind(c) for c in press_words().credits if c.startswith("(") and closed]
    if max(inside, default=-1) >= 0:
        return max(inside)
    said = [lower.rfind(c) for c in press_words().contributions]
    if max(said, default=-1) < 0:
        return None
    before = [m.end() for m in _SENTENCE.finditer(paragraph, 0, max(said))]
    return before[-1] if before else 0
