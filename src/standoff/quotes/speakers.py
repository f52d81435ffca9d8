"""The phrase that names the speaker, from the words around the cue."""

from standoff.model import Parse, Span, Token
from standoff.quotes.lists import listed_before
from standoff.quotes.reading import Phrase

_OUTSIDE = frozenset(
    {"relcl", "acl", "advcl", "parataxis", "ccomp", "punct", "cc", "dep", "preconj"}
)
_NAMED = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_RELATIVE = frozenset({"who", "which", "that"})
_OBJECT_PREPOSITIONS = frozenset({"as", "of", "for"})
_MAX_CLIMB = 6


def phrase(parse: Parse, head: int, within: Span | None = None) -> Phrase:
    """Return the noun phrase around a head word: title, apposition and conjuncts, no clause."""
    if parse.tokens[head].lemma == "that":  # *nations that oppose it*: the nations
        head = _antecedent(parse, head)
    kept = _phrase_tokens(parse, head, within)
    tokens = parse.tokens
    first = last = head
    while first - 1 >= 0 and (first - 1 in kept or _bridges(tokens, first - 1, kept, -1)):
        first -= 1
    while last + 1 < len(tokens) and (last + 1 in kept or _bridges(tokens, last + 1, kept, 1)):
        last += 1
    token = tokens[head]
    place = _antecedent(parse, head)
    while tokens[last].pos in {"CCONJ", "PUNCT"} and last > head:
        last -= 1
    is_pronoun = token.pos == "PRON" and place == head
    heads = tuple(tokens[i].start for i in parse.conjuncts(place) if first <= i <= last)
    if token.pos == "PROPN" and len(heads) < 2 and within is None:
        first, listed = listed_before(parse, first)
        heads = (*(tokens[i].start for i in listed), *heads)
    span = parse.span(first, last)
    is_name = tokens[place].pos == "PROPN"
    return Phrase(span, tokens[place].start, is_pronoun, is_name, heads)


def _phrase_tokens(parse: Parse, head: int, within: Span | None) -> set[int]:
    kept, stack = {head}, [head]
    while stack:
        for child in parse.children[stack.pop()]:
            token = parse.tokens[child]
            if token.dep == "case" and token.head == head:
                continue
            inside = within is None or (within.start <= token.start and token.end <= within.end)
            if inside and (token.dep not in _OUTSIDE or token.dep == "cc"):
                kept.add(child)
                stack.append(child)
    return kept


def _bridges(tokens: tuple[Token, ...], index: int, kept: set[int], step: int) -> bool:
    """Commas, brackets and hyphens between two words of the phrase belong to it."""
    token = tokens[index]
    return token.pos == "PUNCT" and token.text not in '“”"' and index + step in kept


def _antecedent(parse: Parse, head: int) -> int:
    token = parse.tokens[head]
    if token.lemma in _RELATIVE and token.pos in {"PRON", "SCONJ", "DET"}:
        for above in parse.ancestors(head):
            if parse.tokens[above].dep == "relcl":
                return parse.tokens[above].head
    return head


def subject(parse: Parse, verb: int) -> int | None:
    """Return who says it: the subject, the agent of a passive, or who controls the verb."""
    if (found := parse.child(verb, "nsubj")) is not None:
        return found
    if parse.child(verb, "nsubjpass", "auxpass") is not None or _is_passive(parse, verb):
        return _agent(parse, verb)
    return _controller(parse, verb, 0)


def _is_passive(parse: Parse, verb: int) -> bool:
    """*Asked whether …, he said*: a bare past participle has been spoken to."""
    token = parse.tokens[verb]
    return (
        token.tag == "VBN" and token.dep in {"advcl", "acl"} and not parse.childs(verb, "aux")
    )


def _agent(parse: Parse, verb: int) -> int | None:
    agent = parse.child(verb, "agent")
    return None if agent is None else parse.child(agent, "pobj")


def _controller(parse: Parse, verb: int, climbed: int) -> int | None:
    """Return the word that an unexpressed subject stands for."""
    token = parse.tokens[verb]
    head = token.head
    if head == verb or climbed > _MAX_CLIMB:
        return None
    adds = token.dep == "advcl" and token.tag == "VBG" and _is_reported(parse, head)
    if adds or stands_apart(parse, verb):
        head = parse.tokens[head].head  # *said that it is over, adding …*: who said adds
    if token.dep in {"conj", "advcl", "ccomp", "dep", "aux"}:
        return _doer(parse, head, climbed)
    if token.dep == "xcomp":
        held = parse.child(head, "dobj")
        return held if held is not None else _doer(parse, head, climbed)
    if token.dep == "pcomp":
        return _of_preposition(parse, head, climbed)
    if token.dep == "prep":
        return _doer(parse, head, climbed)
    return _of_noun(parse, head) if token.dep in {"acl", "relcl"} else None


def stands_apart(parse: Parse, verb: int) -> bool:
    """Tell whether a verb joined to the words said goes on with their cue instead.

    *said it would go and warned that …*: it has no subject, and the tense of the cue.
    """
    token = parse.tokens[verb]
    content = parse.tokens[token.head]
    if token.dep != "conj" or not _is_reported(parse, content.index):
        return False
    if parse.child(verb, "ccomp") is None and token.tag != "VBG":
        return False
    if parse.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return False
    modal = any(parse.tokens[c].tag == "MD" for c in parse.childs(content.index, "aux"))
    tense = parse.tokens[content.head].tag
    return token.tag == tense and (modal or content.tag != tense)


def _is_reported(parse: Parse, verb: int) -> bool:
    token = parse.tokens[verb]
    return token.dep == "ccomp" and token.head < verb


def _doer(parse: Parse, verb: int, climbed: int) -> int | None:
    if parse.tokens[verb].pos in {"NOUN", "PROPN", "PRON"}:
        return verb
    found = parse.child(verb, "nsubj", "nsubjpass")
    return found if found is not None else _controller(parse, verb, climbed + 1)


def _of_preposition(parse: Parse, preposition: int, climbed: int) -> int | None:
    """*quoted him as saying*, *accused her of saying*: the object; *by saying*: the subject."""
    token = parse.tokens[preposition]
    held = parse.child(token.head, "dobj")
    if token.lemma in _OBJECT_PREPOSITIONS and held is not None:
        return held
    return _doer(parse, token.head, climbed)


def _of_noun(parse: Parse, noun: int) -> int | None:
    """*issued a statement saying*: who issued it; *officials saying*: the officials."""
    token = parse.tokens[noun]
    if token.dep == "dobj":
        found = parse.child(token.head, "nsubj")
        if found is not None:
            return found
        return _controller(parse, token.head, 0)
    return noun


def after(parse: Parse, verb: int, limit: int) -> int | None:
    """Return the head of the noun phrase right after an inverted verb (*said Mr Smith*)."""
    for index in range(verb + 1, len(parse.tokens)):
        token = parse.tokens[index]
        if token.start >= limit or token.pos in {"VERB", "PUNCT", "ADP", "SCONJ"}:
            return None
        if token.pos in {"NOUN", "PROPN", "PRON"}:
            return _top(parse, index, verb)
    return None


def _top(parse: Parse, index: int, verb: int) -> int:
    """Climb from a word to the head of its noun phrase."""
    while True:
        token = parse.tokens[index]
        head = parse.tokens[token.head]
        same = token.dep in {"compound", "amod", "nmod", "det", "poss", "nummod"}
        if not same or head.index <= verb or head.pos not in _NAMED:
            return index
        index = token.head
