"""A report as the quotes stage reads it: its parses and its marks, found by place."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from standoff.knowledge.quote_cues import Cue, QuoteCues
from standoff.model import Document, Parse, Span, Token
from standoff.quotes.marks import Stretch, stretches


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that name a speaker; ``head`` is the place of the word that says who.

    ``heads`` are those of all of them where several speak.
    """

    span: Span
    head: int
    is_pronoun: bool = False
    is_name: bool = False
    heads: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its speaker is resolved. ``shape`` is how its content was found."""

    parts: tuple[Span, ...]
    cue: Span | None
    entry: Cue | None
    speaker: Phrase | None
    shape: str
    is_direct: bool = False


class Reading:
    """The parses and the stretches inside marks of one report."""

    def __init__(self, document: Document, parses: tuple[Parse, ...]) -> None:
        self.document = document
        self.text = document.text
        self.parses = tuple(p for p in parses if p.tokens)
        self.stretches = stretches(document)
        self.marked = tuple(s for s in self.stretches if s.depth == 0)
        self._starts = [p.tokens[0].start for p in self.parses]
        self._paragraphs = [p.start for p in document.paragraphs]
        self._marked_starts = [s.outer.start for s in self.marked]

    def parse_at(self, place: int) -> Parse | None:
        """Return the parse whose sentence covers a character."""
        found = bisect_right(self._starts, place) - 1
        if found < 0 or self.parses[found].sentence.span.end <= place:
            return None
        return self.parses[found]

    def parse_before(self, parse: Parse) -> Parse | None:
        """Return the parse before one, None where its sentence was not parsed."""
        place = bisect_left(self._starts, parse.tokens[0].start) - 1
        if place < 0 or self.parses[place].sentence.index != parse.sentence.index - 1:
            return None
        return self.parses[place]

    def parse_after(self, parse: Parse) -> Parse | None:
        """Return the parse after one, None where its sentence was not parsed."""
        place = bisect_right(self._starts, parse.tokens[0].start)
        if place >= len(self.parses):
            return None
        found = self.parses[place]
        return found if found.sentence.index == parse.sentence.index + 1 else None

    def paragraph_at(self, place: int) -> int | None:
        """Return the index of the paragraph that covers a character."""
        found = bisect_right(self._paragraphs, place) - 1
        return found if found >= 0 else None

    def is_only_marked(self, paragraph: int) -> bool:
        """Tell whether nothing of a paragraph stands outside marks."""
        span = self.document.paragraphs[paragraph]
        place = span.start
        for stretch in self.stretches_in(span):
            if self.text[place : stretch.outer.start].strip():
                return False
            place = max(place, stretch.outer.end)
        return not self.text[place : span.end].strip(" .,")

    def parses_in(self, span: Span) -> tuple[Parse, ...]:
        """Return the parses that have characters in a span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return tuple(p for p in self.parses[first:last] if p.sentence.span.end > span.start)

    def stretch_at(self, place: int) -> Stretch | None:
        """Return the outermost stretch that covers a character."""
        found = bisect_right(self._marked_starts, place) - 1
        if found >= 0 and place < self.marked[found].outer.end:
            return self.marked[found]
        return None

    def stretches_in(self, span: Span) -> tuple[Stretch, ...]:
        """Return the outermost stretches that share characters with a span."""
        first = max(0, bisect_right(self._marked_starts, span.start) - 1)
        last = bisect_left(self._marked_starts, span.end)
        return tuple(s for s in self.marked[first:last] if s.outer.end > span.start)

    def stretches_near(self, span: Span) -> tuple[Stretch, ...]:
        """Return all stretches, nested ones too, that share characters with a span."""
        return tuple(
            s for s in self.stretches if s.outer.start < span.end and span.start < s.outer.end
        )


@dataclass(frozen=True, slots=True)
class Cued:
    """A word that is a cue, at its place; ``speech`` are the starts of direct quotes' marks."""

    reading: Reading
    parse: Parse
    word: int
    entry: Cue
    cues: QuoteCues
    speech: frozenset[int]

    def is_speech(self, stretch: Stretch) -> bool:
        """Tell whether marks hold a direct quote."""
        return stretch.inner.start in self.speech


def verb_cue(parse: Parse, token: Token, cues: QuoteCues) -> Cue | None:
    """Return the cue of a verb with its particle, if it has one."""
    particle = _particle(parse, token.index)
    if particle is not None:
        word = parse.tokens[particle].text
        found = cues.verb(token.lemma, token.text, word)
        if found is not None:
            return found
        alone = cues.verb(token.lemma, token.text)
        bound = parse.tokens[particle].dep == "prt"
        return alone if alone and (not bound or word in alone.prepositions) else None
    return cues.verb(token.lemma, token.text)


def cue_span(parse: Parse, verb: int, cue: Cue | None) -> Span:
    """Return the characters of a verb, with the particle right after it."""
    with_particle = cue is not None and " " in cue.lemma and _particle(parse, verb) == verb + 1
    return parse.span(verb, verb + 1 if with_particle else verb)


def _particle(parse: Parse, verb: int) -> int | None:
    found = parse.child(verb, "prt")
    if found is None and verb + 1 < len(parse.tokens):
        after = parse.tokens[verb + 1]
        if after.dep == "advmod" and after.head == verb:
            return verb + 1  # *fired back*
    return found


def edges(parse: Parse, index: int) -> tuple[int, int]:
    """Return the first and last token below a token."""
    below = parse.subtree(index)
    return below[0], below[-1]


def words(tokens: tuple[Token, ...], first: int, last: int) -> Span | None:
    """Return the characters from one token to another without the punctuation at the ends."""
    while first <= last and (tokens[first].text in _LOOSE or tokens[first].text in _CLOSING):
        first += 1
    while first <= last and (tokens[last].text in _LOOSE or tokens[last].text in _OPENING):
        last -= 1
    return Span(tokens[first].start, tokens[last].end) if first <= last else None


_LOOSE = frozenset({",", ";", ":", ".", "-", "--", "–", "—", "...", "…"})
_CLOSING = frozenset({"”", "»", ")", "]"})
_OPENING = frozenset({"“", "«", "(", "[", "``"})
