"""Talks about several things are a stance on each: "talks on fishing, trade and visas".

Not handled: several things in clauses of their own, which are several events.
"""

from standoff.knowledge.matters import Matters
from standoff.model import Parse, Span, Token

ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})


def several_matters(parse: Parse, content: Span, matters: Matters) -> tuple[Span, ...]:
    """Return the words of each thing that talks are about; the content itself where one."""
    for token in parse.tokens_in(content):
        if token.lemma.lower() in matters.lists["talking_nouns"]:
            spans = _things(parse, token, content)
            if len(spans) > 1:
                return spans
    return (content,)


def _things(parse: Parse, talks: Token, content: Span) -> tuple[Span, ...]:
    # "a series of talks on": what the talks are about may hang on the word before "of".
    above = list(parse.ancestors(talks.index))[:2] if talks.dep == "pobj" else []
    anchors = [talks.index, *(i for i in above if parse.tokens[i].pos == "NOUN")]
    for prep in (p for anchor in anchors for p in parse.childs(anchor, "prep")):
        if parse.tokens[prep].lemma.lower() in ABOUT:
            below = parse.child(prep, "pobj", "pcomp")
            if below is not None:
                return _conjuncts(parse, below, content)
    return ()


def _conjuncts(parse: Parse, head: int, content: Span) -> tuple[Span, ...]:
    """Return the words of each of some coordinated things, a verb before the first with it."""
    direct = parse.child(head, "dobj") if parse.tokens[head].pos == "VERB" else None
    heads = parse.conjuncts(head if direct is None else direct)
    starts = [min(parse.subtree(head)), *(min(_own(parse, h)) for h in heads[1:])]
    ends = [max(_own(parse, h)) for h in heads]
    spans = [parse.span(s, e) for s, e in zip(starts, ends, strict=True) if s <= e]
    return tuple(s for s in spans if content.start <= s.start and s.end <= content.end)


def _own(parse: Parse, head: int) -> tuple[int, ...]:
    """Return the tokens of one thing without those coordinated after it."""
    found = [head]
    for child in parse.children[head]:
        if parse.tokens[child].dep not in {"conj", "cc", "punct", "preconj"}:
            found.extend(parse.subtree(child))
    return tuple(found)
