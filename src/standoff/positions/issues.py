"""The matter of a position, as a short noun phrase.

The thesaurus names it where one of its words stands in the content; else the content's own
object does. Not handled: the same matter in words the thesaurus lacks.
"""

from dataclasses import dataclass

from standoff.knowledge.matters import Matters
from standoff.model import Parse, Span, Token

NOUNS = frozenset({"NOUN", "PROPN"})
PARTS = frozenset({"compound", "poss", "amod"})


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter and why it was taken."""

    name: str
    why: str


def issue_of(parse: Parse, span: Span, matters: Matters) -> Issue | None:
    """Return the matter that some words are about."""
    tokens = parse.tokens_in(span)
    named = [
        (*matters.of_lemma[word], word)
        for token in tokens
        for word in (token.lemma.lower(), token.text.lower())
        if word in matters.of_lemma
    ]
    if named:
        _, matter, word = min(named)
        return Issue(matter, f"thesaurus: “{word}”")
    head = _object(tokens)
    return Issue(_phrase(parse, head), "the object of the content") if head else None


def _object(tokens: tuple[Token, ...]) -> Token | None:
    nouns = [t for t in tokens if t.pos in NOUNS]
    objects = [t for t in nouns if t.dep in {"dobj", "pobj", "nsubjpass", "attr"}]
    return next(iter([*objects, *nouns]), None)


def _phrase(parse: Parse, head: Token) -> str:
    parts = [
        parse.tokens[c] for c in parse.children[head.index] if parse.tokens[c].dep in PARTS
    ]
    named = [t for t in parts if t.pos in NOUNS and t.index < head.index]
    return " ".join(t.lemma for t in (*named, head))
