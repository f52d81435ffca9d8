"""Plain text into paragraphs: each line is one, but where lines are wrapped by hand.

Not handled: columns side by side, and words cut by hyphens at a wrapped line's end.
"""

import re
from itertools import pairwise
from statistics import median

from standoff.model import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAKS = "\n\r\v\f\u2028\u2029\x85\x1c\x1d\x1e"
_WIDEST, _NARROWEST = 100, 40
_FINAL = tuple('.?!:;…"”’»)')
_MANY = 3
_MOST = 0.6


def paragraphs_of(text: str) -> list[Span]:
    """Return the paragraphs of a plain text, each without the space around it."""
    lines = _lines(text)
    width = _wrapped_at(text, lines)
    return _worded(text, lines if width is None else _joined(text, lines, width))


def lines_of(text: str) -> list[Span]:
    """Return the lines of a text whose paragraphs are known to be its lines."""
    return _worded(text, _lines(text))


def _lines(text: str) -> list[Span]:
    return [span for m in _LINE.finditer(text) if (span := _trimmed(text, *m.span()))]


def _worded(text: str, paragraphs: list[Span]) -> list[Span]:
    """Leave out rules and stars between paragraphs."""
    return [p for p in paragraphs if any(map(str.isalnum, text[p.start : p.end]))]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    return Span(start + left, start + right) if left < right else None


def _wrapped_at(text: str, lines: list[Span]) -> int | None:
    """Return the width at which a text is wrapped by hand, or none where it is not.

    In a wrapped text the lines that another follows are of like length and mostly break off
    inside a sentence; where each line is a paragraph they end with a stop.
    """
    followed = [a for a, b in pairwise(lines) if not _is_apart(text, a, b)]
    if len(followed) < _MANY:
        return None
    lengths = [line.end - line.start for line in followed]
    width = int(median(lengths))
    if not _NARROWEST <= width <= _WIDEST or max(lengths) > 1.5 * _WIDEST:
        return None
    broken = sum(text[line.end - 1] not in _FINAL for line in followed)
    return width if broken >= _MOST * len(followed) else None


def _is_apart(text: str, line: Span, following: Span) -> bool:
    """Tell whether a blank line stands between two lines."""
    between = text[line.end : following.start].replace("\r\n", "\n")
    return sum(between.count(sign) for sign in _BREAKS) > 1


def _joined(text: str, lines: list[Span], width: int) -> list[Span]:
    joined: list[Span] = []
    last: Span | None = None
    for line in lines:
        if last is not None and not _begins(text, last, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
        last = line
    return joined


def _begins(text: str, last: Span, line: Span, width: int) -> bool:
    """Tell whether a line begins a paragraph: apart, indented, or after a short line."""
    between = text[last.end : line.start]
    indent = len(between) - len(between.rstrip(" \t\xa0"))
    indented = indent >= 2
    short = last.end - last.start < 0.6 * width
    return _is_apart(text, last, line) or indented or short
