"""Where the content of a reported clause begins and ends."""

from standoff.model import Parse, Span, Token
from standoff.quotes.reading import Reading, edges, words

_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "prt", "dative", "agent"})
_AFTER_CUE = frozenset({"npadvmod", "advmod", "prep", "dobj", "dative", "acomp"})
_SUBORDINATORS = frozenset(
    [
        "if",
        "because",
        "unless",
        "until",
        "when",
        "once",
        "so",
        "although",
        "though",
        "since",
        "before",
        "after",
    ]
)
_BREAKS = frozenset(["while", "whereas", "but", "and", "as", "although", "though", "yet"])
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DASHES = frozenset({"—", "–", "―", "--", "-"})
_STOPS = frozenset({",", ";", ":", ".", "(", *_DASHES})


def is_finite(token: Token) -> bool:
    """Tell whether a word carries tense."""
    return token.tag in _FINITE


def clause_end(reading: Reading, parse: Parse, verb: int, content: int, last: int) -> int:
    """Return the last token of a clause that follows its cue.

    What the parser hangs on the cue after the clause belongs to the clause; a clause that ends
    inside marks goes on to where they close; what follows a dash is the reporter's.
    """
    last = _with_later_complements(parse, verb, content, last)
    last = _run_on(parse, verb, last)
    last = _to_closing_mark(reading, parse, last)
    return _before_dash(reading, parse, content, _before_attribution(parse, verb, last))


def _with_later_complements(parse: Parse, verb: int, content: int, last: int) -> int:
    for child in parse.children[verb]:
        token = parse.tokens[child]
        first, end = edges(parse, child)
        if child <= content:
            continue
        if (
            first == last + 1 and token.dep in {"prep", "npadvmod"} and token.lemma != "accord"
        ) or (
            token.dep == "advcl" and first - last in {1, 2} and _is_subordinate(parse, child)
        ):
            last = end
    return last


def _is_subordinate(parse: Parse, clause: int) -> bool:
    marks = parse.childs(clause, "mark", "advmod")
    return any(parse.tokens[c].lemma in _SUBORDINATORS for c in marks)


def _run_on(parse: Parse, verb: int, last: int) -> int:
    """Words after the clause without a break go on with it, where its cue is a main verb."""
    tokens = parse.tokens
    following = last + 1
    if following >= len(tokens) or tokens[verb].dep not in {"ROOT", "conj", "advcl"}:
        return last
    token = tokens[following]
    if token.pos in {"PUNCT", "CCONJ"} or token.text.lower() in _BREAKS | _SUBORDINATORS:
        return last
    while following < len(tokens) and tokens[following].text not in _STOPS:
        following += 1
    return following - 1


def _to_closing_mark(reading: Reading, parse: Parse, last: int) -> int:
    tokens = parse.tokens
    stretch = reading.stretch_at(tokens[last].start)
    if stretch is None or not stretch.closed:
        return last
    while last + 1 < len(tokens) and tokens[last + 1].end <= stretch.outer.end:
        last += 1
    return last


def _before_attribution(parse: Parse, verb: int, last: int) -> int:
    """Cut *, according to* and what comes after it."""
    for index in range(verb + 1, last):
        token, before = parse.tokens[index], parse.tokens[index - 1]
        if token.text == "according" and before.text == "," and index - 2 > verb:
            return index - 2
    return last


def _before_dash(reading: Reading, parse: Parse, content: int, last: int) -> int:
    """Cut an afterthought behind a single dash."""
    dashes = [
        t.index
        for t in parse.tokens[content : last + 1]
        if t.text in _DASHES
        and t.dep == "punct"
        and not reading.stretch_at(t.start)
        and reading.text[t.start - 1].isspace()
    ]
    return dashes[0] - 1 if len(dashes) == 1 and dashes[0] - 1 > content else last


def cue_clause(parse: Parse, verb: int) -> tuple[int, int]:
    """Return the first and last token of the words *Moscow said on Sunday* of a parenthesis."""
    first = last = verb
    for child in parse.children[verb]:
        token = parse.tokens[child]
        start, end = edges(parse, child)
        if token.dep in _OWN and child < verb:
            first = min(first, start)
        elif token.dep == "advmod" and child < verb and child == first - 1:
            first = child
        elif child > verb and start <= last + 1 and token.dep in _OWN | _AFTER_CUE:
            last = max(last, end)
    return first, last


def around(parse: Parse, first: int, last: int) -> tuple[Span, ...]:
    """Return the content before a parenthetic cue, and after it where it goes on."""
    start = _after_semicolon(parse, first)
    left = words(parse.tokens, start, first - 1)
    if left is None:
        return ()
    whole = any(is_finite(t) for t in parse.tokens[start : first - 1])
    right = _rest(parse, last, whole)
    if right is None:
        return (left,) if whole else ()
    return (left, right)


def _after_semicolon(parse: Parse, before: int) -> int:
    for index in range(before - 1, -1, -1):
        if parse.tokens[index].text == ";":
            return index + 1
    return 0


def _rest(parse: Parse, last: int, whole: bool) -> Span | None:
    tokens = parse.tokens
    after = last + 2
    if after >= len(tokens) or tokens[after - 1].text != ",":
        return None
    following = tokens[after]
    if whole and (following.text.lower() in _BREAKS or following.tag in {"VBG", "VBN"}):
        return None
    return words(tokens, after, len(tokens) - 1)
