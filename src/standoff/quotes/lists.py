"""Speakers named in a list that the parser has broken: *A, B and C said*."""

from standoff.model import Parse, Token

_NAMING = frozenset({"PROPN", "ADJ", "NOUN", "DET", "PART", "NUM"})


def listed_before(parse: Parse, first: int) -> tuple[int, tuple[int, ...]]:
    """Return where a list begins that ends in the phrase from ``first``, and its heads.

    Only whole members count, between commas, *and* or the beginning of the sentence; a list
    that is none gives ``first`` and no heads.
    """
    while first and _belongs(parse.tokens[first - 1]):
        first -= 1
    if first == 0 or parse.tokens[first - 1].dep != "cc":
        return first, ()
    start, heads = first, list[int]()
    index = first - 1
    while (member := _member(parse, index)) is not None:
        start, head = member
        heads.insert(0, head)
        index = start - 1
        if index < 0:
            break
    return start, tuple(heads)


def _belongs(token: Token) -> bool:
    """Titles before a name belong to it, wherever the parser hangs them."""
    return token.pos == "PROPN" or (token.tag == "JJ" and token.text[:1].isupper())


def _member(parse: Parse, separator: int) -> tuple[int, int] | None:
    """Return the start and head of the member before a comma or *and*; None where none is."""
    tokens = parse.tokens
    if separator < 0 or not _is_separator(tokens[separator]):
        return None
    last = separator - 1
    if last >= 0 and _is_separator(tokens[last]):
        last -= 1  # the comma before *and*
    start = last
    while start >= 0 and tokens[start].pos in _NAMING:
        start -= 1
    bounded = start < 0 or _is_separator(tokens[start])
    if not bounded or start == last or tokens[last].pos != "PROPN":
        return None
    return start + 1, last


def _is_separator(token: Token) -> bool:
    return token.text == "," or token.dep == "cc"
