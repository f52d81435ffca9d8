"""A report into sentences, of which none cuts a quotation from its speaker.

Not handled: quotations that run over paragraphs are kept together within each paragraph only.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.segment_words import SegmentWords, load_segment_words
from standoff.model import Document, Sentence, Span
from standoff.segment.ends import sentence_ends
from standoff.text.quote_marks import Marked, quoted_stretches

LONGEST = 2_000
LONGEST_UNCLOSED = 600
_BRACKETS = re.compile(r"\([^()\n]{1,300}\)|\[[^\[\]\n]{1,300}\]")
_PAUSE = re.compile(r"[;:,—–](?=\s)")
_SPACE = re.compile(r"\s")


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of a report, in text order; none crosses a paragraph."""
    words = _words()
    cut = (
        (number, span)
        for number, paragraph in enumerate(document.paragraphs)
        for span in _cut(document.text, paragraph, words)
    )
    return tuple(Sentence(index, span, number) for index, (number, span) in enumerate(cut))


@lru_cache(maxsize=1)
def _words() -> SegmentWords:
    faults = Faults()
    words = load_segment_words(DATA, faults)
    faults.refuse()
    return words


def _cut(text: str, paragraph: Span, words: SegmentWords) -> Iterator[Span]:
    ends = sentence_ends(text, paragraph, words)
    whole = _kept_whole(text, paragraph)
    starts = [span.start for span in whole]
    outside = [e for e in ends if not _is_inside(e, whole, starts)]
    start = paragraph.start
    for end in (*outside, paragraph.end):
        span = trimmed(text, start, end)
        if span is not None:
            yield from _capped(text, span, ends)
        start = max(start, end)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the characters between two places without the space at both ends, if any."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if left < right else None


def _kept_whole(text: str, paragraph: Span) -> list[Span]:
    """Return the quotations and brackets in which no sentence ends, merged, in text order."""
    marked = quoted_stretches(text, paragraph.start, paragraph.end)
    whole = [m.outer for m in marked if m.level == 0 and _holds_together(m)]
    whole += [Span(*m.span()) for m in _BRACKETS.finditer(text, paragraph.start, paragraph.end)]
    return _merged(sorted(whole))


def _holds_together(marked: Marked) -> bool:
    """A long quotation that never closes is more likely a lost mark than one sentence."""
    inner = marked.inner
    return marked.close is not None or inner.end - inner.start <= LONGEST_UNCLOSED


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _is_inside(place: int, spans: list[Span], starts: list[int]) -> bool:
    index = bisect_right(starts, place) - 1
    return index >= 0 and spans[index].start < place < spans[index].end


def _capped(text: str, span: Span, ends: list[int]) -> Iterator[Span]:
    """Cut what is too long to parse: at a sentence's end inside it, a pause, a space."""
    rest: Span | None = span
    while rest is not None and rest.end - rest.start > LONGEST:
        place = _cutting_place(text, rest.start, ends)
        first = trimmed(text, rest.start, place)
        if first is not None:
            yield first
        rest = trimmed(text, place, rest.end)
    if rest is not None:
        yield rest


def _cutting_place(text: str, start: int, ends: list[int]) -> int:
    limit = start + LONGEST
    inside = bisect_right(ends, limit) - 1
    if inside >= 0 and ends[inside] > start:
        return ends[inside]
    for sign in (_PAUSE, _SPACE):
        places = [m.end() for m in sign.finditer(text, start + LONGEST // 2, limit)]
        if places:
            return places[-1]
    return _before_marks(text, start, limit)


def _before_marks(text: str, start: int, limit: int) -> int:
    """Step back where the place would cut a letter from the marks written over it."""
    place = limit
    while place > start + LONGEST // 2 and unicodedata.combining(text[place]):
        place -= 1
    return place
