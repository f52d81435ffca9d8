"""The shape of a noun phrase: where it starts and ends, and which noun phrase heads it."""

from standoff.model import Parse, Span, Token

LEFT = frozenset(
    [
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "predet",
        "npadvmod",
        "advmod",
        "case",
        "punct",
        "cc",
        "conj",
        "appos",
        "nounmod",
    ]
)
FOLLOWING = frozenset({"of", "for", "from", "in"})
WIDEST = 6
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})
DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her"}
)


def left_edge(parse: Parse, head: int) -> int:
    """Return the first token of the phrase up to its head."""
    edge = head
    for child in reversed(parse.children[head]):
        token = parse.tokens[child]
        if child > head:
            continue
        if token.dep not in LEFT or (
            token.dep in {"punct", "advmod"} and token.text not in "-–’'"
        ):
            break
        first = parse.subtree(child)[0]
        edge = first if child - first <= WIDEST else child
    return edge


def phrase_span(parse: Parse, head: int, first: int | None = None) -> Span:
    """Return the phrase with its titles before and its apposition and "of …" behind."""
    start = left_edge(parse, head) if first is None else first
    last = head
    for child in parse.children[head]:
        if child > head and _belongs(parse, child):
            last = max(last, _end_of(parse, child))
    return parse.span(min(start, head), last)


def _belongs(parse: Parse, child: int) -> bool:
    token = parse.tokens[child]
    return token.dep == "appos" or (token.dep == "prep" and token.lemma.lower() in FOLLOWING)


def _end_of(parse: Parse, child: int) -> int:
    below = [i for i in parse.subtree(child) if parse.tokens[i].dep != "punct"]
    return below[-1] if below else child


def core_text(parse: Parse, head: int, text: str) -> str:
    """Return the words of the phrase up to its head, without its determiner."""
    first = left_edge(parse, head)
    while first < head and parse.tokens[first].text.lower() in DETERMINERS:
        first += 1
    span = parse.span(first, head)
    return " ".join(text[span.start : span.end].split())


def is_definite(parse: Parse, head: int) -> bool:
    """Tell whether "the", "this", a possessor or the like stands before it."""
    for child in parse.children[head]:
        token = parse.tokens[child]
        if token.dep == "poss":
            return True
        if token.dep in {"det", "predet"} and token.text.lower() in DEFINITE:
            return True
    return False


def is_agent(parse: Parse, head: int) -> bool:
    """Tell whether a phrase is a subject, or who a passive verb is done by."""
    token = parse.tokens[head]
    if token.dep == "conj":
        return is_agent(parse, token.head)
    if token.dep == "pobj":
        return parse.tokens[token.head].dep == "agent"
    return token.dep in {"nsubj", "nsubjpass"}


def is_indefinite(parse: Parse, head: int) -> bool:
    """Tell whether "a", "some", "any" or "no" stands before it."""
    return any(
        parse.tokens[c].text.lower() in {"a", "an", "any", "some", "no", "another"}
        for c in parse.childs(head, "det")
    )


def is_plural(token: Token) -> bool:
    """Tell whether a noun stands in the plural."""
    return token.tag in {"NNS", "NNPS"}


def number_before(parse: Parse, head: int) -> str | None:
    """Return the numeral that counts a noun, lower case."""
    child = parse.child(head, "nummod")
    return parse.tokens[child].text.lower() if child is not None else None
