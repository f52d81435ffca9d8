"""A parsed sentence: ours, not the parser's."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from standoff.model.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quote-aware sentence: a quotation is not cut from its speaker.

    ``paragraph`` is the index of its paragraph in the document.
    """

    index: int
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Token:
    """One token; ``start`` and ``end`` count in the document, ``head`` in the parse.

    ``pos`` is the universal part of speech, ``tag`` the Penn tag, ``dep`` the ClearNLP label
    (``nsubj``, ``dobj``, ``ccomp`` …). A root is its own head.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    @property
    def span(self) -> Span:
        """Return the token's characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of one sentence and who depends on whom (``children[i]``, left to right)."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    # Asked for hundreds of times a token in a long sentence: each is worked out once.
    _subtrees: dict[int, tuple[int, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def of(cls, sentence: Sentence, tokens: tuple[Token, ...]) -> "Parse":
        """Return a parse with its children listed."""
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        return cls(sentence, tokens, tuple(map(tuple, children)))

    @property
    def roots(self) -> tuple[int, ...]:
        """Return the tokens that depend on nothing (several where a quote holds sentences)."""
        return tuple(t.index for t in self.tokens if t.head == t.index)

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first child with one of these labels."""
        return next((c for c in self.children[index] if self.tokens[c].dep in deps), None)

    def childs(self, index: int, *deps: str) -> tuple[int, ...]:
        """Return the children with one of these labels."""
        return tuple(c for c in self.children[index] if self.tokens[c].dep in deps)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return a token and all below it, in text order."""
        kept = self._subtrees.get(index)
        if kept is None:
            kept = self._subtrees[index] = tuple(sorted(self._below(index)))
        return kept

    def _below(self, index: int) -> list[int]:
        found, stack = [index], [index]
        while stack:
            below = self.children[stack.pop()]
            found.extend(below)
            stack.extend(below)
        return found

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the tokens above, nearest first."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def conjuncts(self, index: int) -> tuple[int, ...]:
        """Return a token and those coordinated after it, in text order."""
        found = [index]
        for child in self.childs(index, "conj"):
            found.extend(self.conjuncts(child))
        return tuple(found)

    def span(self, first: int, last: int) -> Span:
        """Return the characters from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def subtree_span(self, index: int) -> Span:
        """Return the characters from the first to the last token below ``index``."""
        below = self.subtree(index)
        return self.span(below[0], below[-1])

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that lie wholly inside a span."""
        return tuple(t for t in self.tokens if span.start <= t.start and t.end <= span.end)
