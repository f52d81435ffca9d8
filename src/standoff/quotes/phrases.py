"""*According to*, *in the words of*: phrases that attribute the clause they stand in."""

from standoff.knowledge.quote_cues import Cue, QuoteCues
from standoff.model import Parse, Span
from standoff.quotes import speakers
from standoff.quotes.contents import around
from standoff.quotes.reading import Draft, edges, words

_NAMES = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_REACH = 12
_NEAR = 40


def of_phrase(
    parse: Parse, index: int, cues: QuoteCues, before: tuple[Draft, ...]
) -> Draft | None:
    """Return what a phrase that begins at a token attributes.

    ``before`` are the attributions of the sentence so far: *…, he said, according to KCNA*
    has one already.
    """
    entry, after = _match(parse, index, cues)
    head = _noun_after(parse, after)
    if entry is None or head is None or _is_attributed(parse.tokens[index].start, before):
        return None
    speaker = speakers.phrase(parse, head)
    last = max(t.index for t in parse.tokens_in(speaker.span))
    parts = _attributed(parse, index, last)
    if not parts:
        return None
    return Draft(parts, parse.span(index, after - 1), entry, speaker, "phrase")


def _match(parse: Parse, index: int, cues: QuoteCues) -> tuple[Cue | None, int]:
    for length in (5, 4, 3, 2):
        window = parse.tokens[index : index + length]
        if found := cues.phrases.get(tuple(t.text.lower() for t in window)):
            return found, index + length
    return None, index


def _noun_after(parse: Parse, start: int) -> int | None:
    for token in parse.tokens[start : start + _REACH]:
        if token.dep == "pobj" and token.pos in _NAMES:
            bare = token.tag == "NN" and not parse.children[token.index]
            return None if bare else token.index  # *according to plan* names nobody
    return None


def _is_attributed(place: int, before: tuple[Draft, ...]) -> bool:
    return any(
        d.cue is not None
        and d.shape in {"direct", "fronted"}
        and d.parts[0].start < d.cue.start
        and 0 < place - d.cue.end < _NEAR
        for d in before
    )


def _attributed(parse: Parse, index: int, last: int) -> tuple[Span, ...]:
    """Return the clause that a phrase stands in: after it, around it, or before it."""
    tokens = parse.tokens
    if index < 2:
        part = words(tokens, last + 1, len(tokens) - 1)
        return () if part is None else (part,)
    if tokens[index - 1].pos != "PUNCT":
        inner = _relative_clause(parse, index)
        part = None if inner is None else words(tokens, inner, index - 1)
        if part is not None:
            return (part,)
    return around(parse, index, last)


def _relative_clause(parse: Parse, index: int) -> int | None:
    """Return the first word of the relative clause around a phrase, after its pronoun."""
    for above in parse.ancestors(index):
        if parse.tokens[above].dep == "relcl":
            first, _ = edges(parse, above)
            return first + (parse.tokens[first].tag in {"WDT", "WP"})
    return None
