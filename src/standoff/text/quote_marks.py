"""Where quotation marks open and close, also where they are mistyped or never close.

Each mark is read as opening, closing, or no quotation mark at all (an apostrophe, inches). A
reading costs what speaks against it: the mark's shape, its neighbours, a quotation left open.
The cheapest reading of a whole paragraph wins, so that one wrong mark spoils as little as it
can. Costs are small numbers on one scale: 1 is unusual, 3 wrong, 5 and more a last resort.

Not handled: dialogue dashes, and quotations set off by indentation alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from standoff.model import Span

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›'‘’‚‛]")
_MARKS = "\"“”„‟«»‹›'‘’‚‛`"
_SINGLE = frozenset("'‘’‚‛‹›")
_OPENING, _CLOSING = frozenset("“„‟«‘‚‛‹") | {"``"}, frozenset("”»’›") | {"''"}
_PARTNERS = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", '"': '"', "‘": "’", "‚": "‘’",
    "‛": "’", "'": "'", "‹": "›", "›": "‹", "``": "''",
}  # fmt: skip
_DECADE = re.compile(r"\d\ds?\b")
_ELIDED = re.compile(r"(?:tis|twas|em|til|till|cause|bout|round|n|cos|nuff)\b", re.IGNORECASE)
_RESUMES = re.compile(r"\s*\n\s*([\"“„«»‘']|``)")
_FINAL = ".?!…"
_DASHES = "—–-―/"
_DEPTH = 3
_BEAM = 8
_HOPELESS = 10.0
_LITERAL, _UNCLOSED, _CONTINUED = 5.0, 3.0, 0.5
_LONG_SINGLE = 300


class Repair(StrEnum):
    """What was wrong with the marks of a quotation, and how it was read."""

    UNCLOSED = "unclosed"
    REOPENED = "reopened"
    CLOSE_TYPED_AS_OPEN = "close-typed-as-open"
    OPEN_TYPED_AS_CLOSE = "open-typed-as-close"


@dataclass(frozen=True, slots=True)
class Marked:
    """Words inside quotation marks, in one paragraph.

    ``level`` is 0 for the outermost. ``close`` is missing where the quotation ends with its
    paragraph or with the next opening mark; ``continued`` where the next paragraph opens
    again, as a quotation over several paragraphs does. ``reason`` says what was repaired.
    """

    open: Span
    inner: Span
    close: Span | None
    level: int
    reason: Repair | None = None
    continued: bool = False

    @property
    def outer(self) -> Span:
        """Return the words with their marks."""
        return Span(self.open.start, self.close.end if self.close else self.inner.end)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark, and what each of its readings costs before the marks around it are known."""

    start: int
    end: int
    glyph: str
    opening: float
    closing: float
    literal: float
    after_final: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    opened: _Mark
    closed: _Mark | None
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading so far: its cost, the marks open now, and the pairs found, last first."""

    cost: float
    stack: tuple[_Mark, ...]
    pairs: tuple["_Pair", object] | None

    @property
    def key(self) -> tuple[str, ...]:
        return tuple([mark.glyph for mark in self.stack])


def quoted_stretches(text: str, start: int, end: int) -> tuple[Marked, ...]:
    """Return the quotations of the paragraph ``text[start:end]``, the outer before the inner.

    >>> text = 'He called it “a ‘hollow’ offer” and left.'
    >>> [m.inner.of(text) for m in quoted_stretches(text, 0, len(text))]
    ['a ‘hollow’ offer', 'hollow']
    """
    matches = list(_MARK.finditer(text, start, end))
    if not matches or _is_not_prose(len(matches), end - start):
        return ()
    readings = [_Reading(0.0, (), None)]
    for match in matches:
        mark = _weigh(text, match, start, end)
        readings = _cheapest(r for old in readings for r in _read(old, mark))
    best = min(readings, key=lambda r: r.cost + sum(_left_open(text, m, end) for m in r.stack))
    found = [_marked(text, pair, end) for pair in _pairs(best, end)]
    kept = sorted((m for m in found if m), key=lambda m: (m.open.start, -m.outer.end))
    return tuple(_levelled(kept))


def _is_not_prose(marks: int, length: int) -> bool:
    """More marks than words: a table or noise, in which nothing can be told apart."""
    return marks > 1000 and marks * 8 > length


def _cheapest(readings: Iterable[_Reading]) -> list[_Reading]:
    """Keep the cheapest reading for each set of open marks, and the best few of these."""
    best: dict[tuple[str, ...], _Reading] = {}
    for reading in readings:
        key = reading.key
        known = best.get(key)
        if known is None or reading.cost < known.cost:
            best[key] = reading
    ranked = sorted(best.values(), key=lambda r: r.cost)[:_BEAM]
    return [r for r in ranked if r.cost <= ranked[0].cost + _HOPELESS]


def _read(old: _Reading, mark: _Mark) -> Iterator[_Reading]:
    """Yield the readings of one more mark: nothing, opening, closing, opening anew."""
    yield _Reading(old.cost + mark.literal, old.stack, old.pairs)
    if len(old.stack) < _DEPTH:
        cost = old.cost + mark.opening + _nesting(old.stack, mark)
        yield _Reading(cost, (*old.stack, mark), old.pairs)
    if not old.stack:
        return
    level = len(old.stack) - 1
    top = old.stack[-1]
    closed = _Pair(top, mark, mark.start, level)
    cost = old.cost + _closing(top, mark)
    yield _Reading(cost, old.stack[:-1], (closed, old.pairs))
    if level == 0 and _family(top) == _family(mark):
        broken = _Pair(top, None, mark.start, level)
        cost = old.cost + mark.opening + (1.5 if mark.after_final else 5.0)
        yield _Reading(cost, (mark,), (broken, old.pairs))


def _nesting(stack: tuple[_Mark, ...], mark: _Mark) -> float:
    if not stack:
        return 0.5 if mark.glyph == "'" else 0.0
    if all(_family(above) != _family(mark) for above in stack):
        return 0.0
    if any(above.glyph == mark.glyph for above in stack):
        return 2.0 if mark.glyph in _OPENING else 6.0
    return 0.5


def _closing(opened: _Mark, mark: _Mark) -> float:
    """Return what it costs that ``mark`` closes ``opened``."""
    if _family(opened) != _family(mark):
        return 50.0
    if mark.glyph in _PARTNERS.get(opened.glyph, ""):
        return mark.closing + _long(opened, mark)
    if mark.glyph in _OPENING:
        return 5.0  # typed the wrong way round: its neighbours then tell nothing
    return mark.closing + 1.0 + _long(opened, mark)


def _long(opened: _Mark, mark: _Mark) -> float:
    """Single marks rarely hold much; two apostrophes far apart are no quotation."""
    far = mark.start - opened.end > _LONG_SINGLE
    return 1.5 if far and _family(mark) == "single" else 0.0


def _left_open(text: str, mark: _Mark, end: int) -> float:
    if _runs_on(text, mark, end):
        return _CONTINUED
    return _UNCLOSED if _family(mark) == "double" else 2 * _UNCLOSED


def _runs_on(text: str, mark: _Mark, end: int) -> bool:
    """Tell whether the next paragraph opens again what this one leaves open."""
    if text[max(mark.end, end - 8) : end].rstrip(" )]\r\n\t")[-1:] not in tuple(_FINAL):
        return False
    resumed = _RESUMES.match(text, end)
    return resumed is not None and resumed[1] == mark.glyph


def _pairs(best: _Reading, end: int) -> Iterator[_Pair]:
    for level, mark in enumerate(best.stack):
        if level == 0 or _family(mark) == "double":
            yield _Pair(mark, None, end, level)
    rest: object = best.pairs
    while isinstance(rest, tuple):
        yield rest[0]
        rest = rest[1]


def _marked(text: str, pair: _Pair, end: int) -> Marked | None:
    """Return a pair as spans; none where nothing stands between its marks."""
    opened, closed = pair.opened, pair.closed
    words = text[opened.end : pair.end].rstrip()
    if not words.strip():
        return None
    stop = pair.end if closed else opened.end + len(words)
    return Marked(
        Span(opened.start, opened.end),
        Span(opened.end, stop),
        Span(closed.start, closed.end) if closed else None,
        pair.level,
        _reason(pair, end),
        closed is None and pair.end == end and _runs_on(text, opened, end),
    )


def _levelled(found: Iterable[Marked]) -> Iterator[Marked]:
    """Number the levels anew: a quotation of no words, or never closed, is no level."""
    around: list[Marked] = []
    for marked in found:
        while around and around[-1].inner.end < marked.outer.end:
            around.pop()
        yield replace(marked, level=len(around))
        around.append(marked)


def _reason(pair: _Pair, end: int) -> Repair | None:
    opened, closed = pair.opened, pair.closed
    if closed is None:
        return Repair.UNCLOSED if pair.end == end else Repair.REOPENED
    partners = _PARTNERS.get(opened.glyph, "")
    if closed.glyph in _OPENING and closed.glyph not in partners:
        return Repair.CLOSE_TYPED_AS_OPEN
    if opened.glyph in _CLOSING and closed.glyph not in partners:
        return Repair.OPEN_TYPED_AS_CLOSE
    return None


def _family(mark: _Mark) -> str:
    return "single" if mark.glyph in _SINGLE else "double"


def _weigh(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    """Return a mark with the cost of each reading; marks beside it are looked through."""
    first, last = match.start() - 1, match.end()
    while first >= start and match.start() - first < 4 and text[first] in _MARKS:
        first -= 1
    while last < end and last - match.end() < 4 and text[last] in _MARKS:
        last += 1
    before = text[first] if first >= start else ""
    after = text[last] if last < end else ""
    glyph = match.group()
    opening = _before_open(before) + _after_open(text, after, last) + 3 * (glyph in _CLOSING)
    closing = _before_close(before) + _after_close(after) + 3 * (glyph in _OPENING)
    if glyph in "«»‹›":  # French sets a space inside, German turns them round
        opening = min(opening, 0.0 if glyph in _OPENING and after.isspace() else opening - 1.5)
        closing = min(closing, 0.0 if glyph in _CLOSING and before.isspace() else closing - 1.5)
    if glyph == "“" and _before_close(before) + _after_close(after) == 0.0:
        closing = 0.0  # the German close
    if glyph in _SINGLE:
        extra, literal = _apostrophe(text, match, before, after)
        return _Mark(*match.span(), glyph, opening + extra, closing + extra, literal, False)
    literal = 2.0 if before.isdigit() and glyph in {'"', "”", "''"} else _LITERAL
    after_final = text[max(start, match.start() - 3) : match.start()].rstrip()[-1:]
    return _Mark(*match.span(), glyph, opening, closing, literal, after_final in tuple(_FINAL))


@lru_cache(maxsize=512)
def _before_open(char: str) -> float:
    if not char or char.isspace() or char in "([{" + _DASHES:
        return 0.0
    if char in ",:;":
        return 1.0
    return 1.5 if char in _FINAL else 3.0


def _after_open(text: str, char: str, place: int) -> float:
    if not char or char.isspace():
        return 3.0
    if char in _DASHES:
        return 1.0
    if char == "." and text.startswith("..", place):
        return 0.0
    return 3.0 if char in ".,;:!?)]}" else 0.0


@lru_cache(maxsize=512)
def _before_close(char: str) -> float:
    if not char:
        return 6.0
    if char.isspace() or char in "([{":
        return 3.0
    return 0.5 if char in _DASHES else 0.0


@lru_cache(maxsize=512)
def _after_close(char: str) -> float:
    if not char or char.isspace() or not (char.isalnum() or char in "([{$£€"):
        return 0.0
    return 2.0 if char.isalnum() else 1.0


def _apostrophe(
    text: str, match: re.Match[str], before: str, after: str
) -> tuple[float, float]:
    """Return what a single mark's readings as a quotation cost more, and as none."""
    if match.group() in "‹›‚‛":
        return 0.0, _LITERAL
    if before.isalnum():
        return _after_a_word(before, after)
    if _DECADE.match(text, match.end()) or _ELIDED.match(text, match.end()):
        return 2.0, 0.3
    if after.isalnum() and (not before or before.isspace() or before in "([" + _DASHES):
        return 0.0, {"’": 0.5, "'": 2.5}.get(match.group(), 3.0)
    return 0.0, 4.0


def _after_a_word(before: str, after: str) -> tuple[float, float]:
    """Weigh *don't*, *6' 3*, *the allies' talks*."""
    if after.isalnum():
        return 9.0, 0.0
    if before.isdigit():
        return 0.0, 0.3
    return 0.0, 0.5 if before in "sSzZxX" else 1.5
