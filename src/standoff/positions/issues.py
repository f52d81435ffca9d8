"""The matter of a position, as a short noun phrase.

The content is walked from its head down: words that only carry another matter ("an end to",
"extend the truce") are passed through, and the first verb or noun that the thesaurus knows
names the matter; else the first noun with its parts does. Not handled: the same matter in words
that the thesaurus lacks and whose heads differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from standoff.knowledge.matters import NAME, Matter, Matters
from standoff.model import Parse, Span, Token

NOUNS = frozenset({"NOUN", "PROPN"})
ASIDE = frozenset({"relcl", "appos", "advcl", "nsubjpass", "nummod", "npadvmod", "parataxis"})
MODIFIERS = frozenset({"compound", "poss", "amod", "nmod"})
OBJECTS = ("dobj", "nsubjpass", "pobj", "attr", "oprd")
FAR = 6  # added for what is told only in passing


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter, why it was taken, and the head word where no thesaurus names it."""

    name: str
    why: str
    head: str | None = None


def named_issue(parse: Parse, span: Span, matters: Matters) -> Issue | None:
    """Return the matter that the thesaurus names nearest to the head of some words."""
    found: list[tuple[float, int, Issue]] = []
    for token, depth in _walk(parse, span, matters):
        for matter, words in _names(parse, token, span, matters):
            issue = Issue(matter.name, f"thesaurus: “{words}”")
            found.append((depth - len(words.split()) / 10, token.index, issue))
    return min(found, key=lambda f: f[:2])[2] if found else None


def worded_issue(parse: Parse, span: Span, matters: Matters) -> Issue | None:
    """Return the head noun of some words with its parts; None where it points elsewhere."""
    nouns = [(d, t) for t, d in _walk(parse, span, matters) if t.pos == "NOUN"]
    carrying = matters.lists["carrying_nouns"]
    full = [(d, t) for d, t in nouns if t.lemma.lower() not in carrying]
    light = [(d, t) for d, t in nouns if t.lemma.lower() not in matters.lists["pointing_nouns"]]
    chosen = full or [(d, t) for d, t in light if t.dep in OBJECTS]
    if not chosen:
        return None
    head = min(chosen, key=lambda c: (c[0], c[1].index))[1]
    return Issue(_phrase(parse, head, span), "the head of the content", head.lemma.lower())


def acted_issue(parse: Parse, span: Span) -> Issue | None:
    """Return the verb of some words with the name it goes to: "return to the capital by name".

    None where the words point elsewhere: they have no verb, or no name hangs on it.
    """
    for token in parse.tokens_in(span):
        if token.pos != "VERB":
            continue
        for prep in parse.childs(token.index, "prep"):
            below = parse.child(prep, "pobj")
            if below is not None and parse.tokens[below].pos == "PROPN":
                words = (token.lemma.lower(), parse.tokens[prep].text.lower())
                name = " ".join((*words, parse.tokens[below].text))
                return Issue(name, "the verb of the content and the name it goes with")
    return None


def _walk(parse: Parse, span: Span, matters: Matters) -> Iterator[tuple[Token, float]]:
    """Yield the tokens of some words with their distance from the head, carriers free."""
    inside = {t.index for t in parse.tokens_in(span)}
    roots = [
        i for i in inside if parse.tokens[i].head not in inside or parse.tokens[i].head == i
    ]
    stack: list[tuple[int, float]] = [(root, 0) for root in sorted(roots)]
    while stack:
        index, depth = stack.pop()
        token = parse.tokens[index]
        yield token, depth
        below = depth + (0 if _carries(token, matters) else 1)
        for child in parse.children[index]:
            if child in inside:
                stack.append((child, below + _cost(parse.tokens[child])))


def _carries(token: Token, matters: Matters) -> bool:
    kind = "carrying_nouns" if token.pos in NOUNS else "carrying_verbs"
    return token.dep == "prep" or token.lemma.lower() in matters.lists[kind]


def _cost(token: Token) -> float:
    if token.dep in ASIDE:
        return FAR if token.dep != "nsubjpass" else 0
    if token.dep in {"nsubj", "csubj"}:
        return 2
    if token.dep in MODIFIERS:
        return 0.5
    return 0.25 if token.dep == "conj" else 0


def _names(
    parse: Parse, token: Token, span: Span, matters: Matters
) -> Iterator[tuple[Matter, str]]:
    """Yield the matters that a word names, with the words that do."""
    if token.pos in {"VERB", "AUX"}:
        yield from _named_by_verb(parse, token, span, matters)
    else:
        yield from _named_by_phrase(parse, token, matters)


def _named_by_verb(
    parse: Parse, token: Token, span: Span, matters: Matters
) -> Iterator[tuple[Matter, str]]:
    lemma = token.lemma.lower()
    objects = _arguments(parse, token, span, "dobj", "nsubjpass")
    subjects = _arguments(parse, token, span, "nsubj")  # "our troops will not leave"
    for matter in matters.by_verb.get(lemma, ()):
        wanted = matter.verbs[lemma]
        met = [o for o in (*objects, *subjects) if _is_wanted(o, wanted)]
        if wanted and met:
            yield matter, f"{lemma} {met[0].lemma.lower()}"
        elif not wanted and not (objects and lemma in matters.lists["carrying_verbs"]):
            yield matter, lemma


def _arguments(parse: Parse, token: Token, span: Span, *deps: str) -> list[Token]:
    found = [
        parse.tokens[c]
        for child in parse.childs(token.index, *deps)
        for c in parse.conjuncts(child)
    ]
    return [o for o in found if span.start <= o.start < span.end]


def _is_wanted(token: Token, wanted: frozenset[str]) -> bool:
    if token.lemma.lower() in wanted:
        return True
    return NAME in wanted and token.pos == "PROPN"


def _named_by_phrase(
    parse: Parse, token: Token, matters: Matters
) -> Iterator[tuple[Matter, str]]:
    entries = [
        entry
        for word in dict.fromkeys((token.lemma.lower(), token.text.lower()))
        for entry in matters.by_word.get(word, ())
    ]
    for phrase, matter in sorted(entries, key=lambda e: -len(e[0])):
        if _stands(parse, token, phrase) and not _is_excluded(parse, token, matter):
            yield matter, " ".join(phrase)
            return


def _stands(parse: Parse, token: Token, phrase: tuple[str, ...]) -> bool:
    """Tell whether the words before a token, small words apart, complete a phrase."""
    first = token.index - len(phrase) + 1
    if first < 0:
        return False
    before = parse.tokens[first : token.index]
    return all(
        word in {t.lemma.lower(), t.text.lower()}
        for word, t in zip(phrase, before, strict=False)
    )


def _is_excluded(parse: Parse, token: Token, matter: Matter) -> bool:
    near = [*parse.children[token.index], token.head]
    return any(parse.tokens[n].lemma.lower() in matter.excludes for n in near)


def _phrase(parse: Parse, head: Token, span: Span) -> str:
    parts = [parse.tokens[c] for c in parse.children[head.index]]
    before = [
        t for t in parts if t.dep in MODIFIERS and t.pos in NOUNS and t.index < head.index
    ]
    words = [*(_worded(t) for t in before if t.start >= span.start), head.text.lower()]
    for part in parts:
        if part.dep == "prep" and part.lemma.lower() in {"of", "in", "for", "to", "on"}:
            below = parse.child(part.index, "pobj")
            if below is not None and parse.tokens[below].end <= span.end:
                return " ".join([*words, part.lemma.lower(), _worded(parse.tokens[below])])
    return " ".join(words)


def _worded(token: Token) -> str:
    return token.text if token.pos == "PROPN" else token.text.lower()
