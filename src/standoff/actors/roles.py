"""Role nouns in a phrase: which noun of the tables it is, with what before it."""

from dataclasses import dataclass

from standoff.knowledge.actors_nouns import Honorific, RoleNoun, RoleNouns
from standoff.model import Parse, Token

LONGEST = 4


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role noun at tokens ``first`` to ``last``, in the sector its modifiers give it."""

    noun: RoleNoun
    first: int
    last: int
    sector: str
    suffix: str | None
    plural: bool
    former: bool


def key_of(nouns: RoleNouns, token: Token) -> str:
    """Return the singular of a noun as the tables write it."""
    known = nouns.plurals.get(token.text.lower())
    if known:
        return known
    if token.tag == "NNPS" or (token.pos == "PROPN" and token.text.endswith("s")):
        return token.text.lower().removesuffix("s")
    return token.lemma.lower()


def role_at(nouns: RoleNouns, parse: Parse, last: int, first: int = 0) -> FoundRole | None:
    """Return the longest role noun that ends at a token and starts from ``first`` on.

    One with "of" in it may go on behind ("the minister of defence").
    """
    tokens = parse.tokens
    end = key_of(nouns, tokens[last])
    if end not in nouns.ends and tokens[last].text.lower() not in nouns.ends:
        return None
    onward = _onward(nouns, parse, last, first)
    if onward:
        return onward
    for start in range(max(first, last - LONGEST + 1), last + 1):
        words = _phrase(parse, start, last, end)
        noun = nouns.nouns.get(words)
        if noun and _is_noun(tokens[last]):
            return _found(nouns, parse, noun, (start, last), first)
    alone = nouns.nouns.get(tokens[last].text.lower())
    if alone and _is_noun(tokens[last]):
        return _found(nouns, parse, alone, (last, last), first)
    return None


def _onward(nouns: RoleNouns, parse: Parse, head: int, edge: int) -> FoundRole | None:
    tokens = parse.tokens
    if head + 2 >= len(tokens) or tokens[head + 1].text != "of":
        return None
    key = key_of(nouns, tokens[head])
    for last in range(min(len(tokens) - 1, head + 4), head + 1, -1):
        words = [t.text.lower() for t in tokens[head + 1 : last + 1]]
        noun = nouns.nouns.get(" ".join([key, *words]))
        if noun:
            return _found(nouns, parse, noun, (head, last), edge)
    return None


def _phrase(parse: Parse, start: int, last: int, end: str) -> str:
    words = [parse.tokens[i].text.lower() for i in range(start, last)]
    text = " ".join([*words, end])
    return text.replace(" - ", "-")


def _is_noun(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN"} or (
        token.pos == "ADJ" and token.dep not in {"amod", "acomp"}
    )


def _found(
    nouns: RoleNouns, parse: Parse, noun: RoleNoun, at: tuple[int, int], edge: int
) -> FoundRole:
    before = [t.text.lower() for t in parse.tokens[max(edge, at[0] - 6) : at[0]]]
    sector = next((nouns.overrides[w] for w in reversed(before) if w in nouns.overrides), None)
    last = parse.tokens[at[0] if " of " in noun.words else at[1]]
    return FoundRole(
        noun=noun,
        first=at[0],
        last=at[1],
        sector=sector or noun.sector,
        suffix=nouns.suffixes.get(sector) if sector else noun.suffix,
        plural=last.tag in {"NNS", "NNPS"} or noun.words in nouns.among("plural"),
        former=any(word in nouns.among("former") for word in before),
    )


def honorific(nouns: RoleNouns, token: Token) -> Honorific | None:
    """Return the title a token is before a name ("Col.", "Mrs")."""
    return nouns.honorifics.get(token.text.lower())
