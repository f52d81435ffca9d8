"""Where the content of a reported clause begins and ends."""

from standoff.model import Parse, Span, Token
from standoff.quotes.marks import Stretch
from standoff.quotes.reading import Cued, edges, verb_cue, words

_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "prt", "dative", "agent"})
_AFTER_CUE = frozenset({"npadvmod", "advmod", "prep", "dobj", "dative", "acomp"})
_SUBORDINATORS = frozenset(
    {"if", "because", "unless", "until", "when", "once", "so", "although", "though", "since",
     "before", "after"}
)  # fmt: skip
_BREAKS = frozenset({"while", "whereas", "but", "and", "as", "although", "though", "yet"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DASHES = frozenset({"—", "–", "―", "--", "-"})
_CONTINUING = frozenset({"go", "continue", "proceed"})
_ASSERTED_MODALS = frozenset({"will", "would", "'ll", "’ll", "'d", "’d"})
_STOPS = frozenset({",", ";", ":", ".", "(", *_DASHES})
_CONTRASTS = frozenset({"while", "whereas", "though", "although"})
_SOFT = frozenset({",", "”", '"', "''"})
_SENTENCE_ENDS = frozenset({".", "?", "!", ";"})


def is_finite(token: Token) -> bool:
    """Tell whether a word carries tense."""
    return token.tag in _FINITE


def is_asserted(parse: Parse, verb: int) -> bool:
    """Tell whether the speaking is told as a fact, not wished, denied or aimed at."""
    token = parse.tokens[verb]
    helpers = [parse.tokens[c] for c in parse.childs(verb, "aux", "neg")]
    if any(h.dep == "neg" for h in helpers):
        return False
    if token.tag != "VB":
        return True
    if token.dep in {"xcomp", "advcl"} and parse.tokens[token.head].lemma in _CONTINUING:
        return True
    return any(h.text.lower() in _ASSERTED_MODALS for h in helpers)


def has_tense(parse: Parse, verb: int) -> bool:
    """Tell whether a verb or its auxiliary carries tense."""
    helpers = (parse.tokens[c] for c in parse.childs(verb, "aux", "auxpass"))
    return is_finite(parse.tokens[verb]) or any(is_finite(h) for h in helpers)


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb has *to*."""
    return any(parse.tokens[c].tag == "TO" for c in parse.childs(verb, "aux"))


def begins_with_that(parse: Parse, clause: int) -> bool:
    """Tell whether *that* joins a clause, also where the parser takes it for a pronoun."""
    first = parse.tokens[edges(parse, clause)[0]]
    subject = parse.child(clause, "nsubj", "nsubjpass", "expl")
    joins = first.tag in {"IN", "DT"} or first.dep == "mark"
    return first.text.lower() == "that" and joins and subject != first.index


def clause_end(at: Cued, content: int, last: int) -> int:
    """Return the last token of a clause that follows its cue.

    What the parser hangs on the cue after the clause belongs to the clause; a clause that ends
    inside marks goes on to where they close; what follows a dash is the reporter's.
    """
    last = _with_later_complements(at.parse, at.word, content, last)
    last = _run_on(at.parse, at.word, last)
    last = _to_closing_mark(at, last)
    last = _and_that(at.parse, content, last)
    last = _before_attribution(at, content, last)
    last = _before_bracket(at.parse, content, last)
    return _inside_own_marks(at, _before_dash(at, content, last))


def _with_later_complements(parse: Parse, verb: int, content: int, last: int) -> int:
    for child in parse.children[verb]:
        token = parse.tokens[child]
        first, end = edges(parse, child)
        if child <= content:
            continue
        bare = first == last + 1 and token.dep in {"prep", "npadvmod"}
        clause = token.dep == "advcl" and first - last in {1, 2}
        if (bare and token.lemma != "accord") or (clause and _is_subordinate(parse, child)):
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


def _to_closing_mark(at: Cued, last: int) -> int:
    """Go on to where marks close that the clause is in, or that come right after it."""
    tokens = at.parse.tokens
    stretch = at.reading.stretch_at(tokens[last].start)
    after = last + 1
    if stretch is None and after + 1 < len(tokens):
        after += tokens[after].text in {",", ":"}
        stretch = at.reading.stretch_at(tokens[after].start)
    own = at.reading.stretch_at(tokens[at.word].start)
    if stretch is None or stretch is own or not stretch.closed or at.is_speech(stretch):
        return last
    while last + 1 < len(tokens) and tokens[last + 1].end <= stretch.outer.end:
        last += 1
    return last


def _and_that(parse: Parse, content: int, last: int) -> int:
    """*said that A, and that B*: a second *that* goes on, wherever the parser hangs it."""
    tokens = parse.tokens
    if parse.tokens[edges(parse, content)[0]].text.lower() != "that":
        return last
    after = last + 1
    while after < len(tokens) and tokens[after].text in _SOFT:
        after += 1
    joins = after + 1 < len(tokens) and tokens[after].pos == "CCONJ"
    if not joins or tokens[after + 1].text != "that" or tokens[after + 1].tag == "DT":
        return last
    return len(tokens) - 1


def _inside_own_marks(at: Cued, last: int) -> int:
    """A cue inside marks reports nothing outside them."""
    own = at.reading.stretch_at(at.parse.tokens[at.word].start)
    while own and last > at.word and at.parse.tokens[last].end > own.inner.end:
        last -= 1
    return last


def _before_attribution(at: Cued, content: int, last: int) -> int:
    """Cut *, according to …* and *, adding that …* with what comes after."""
    tokens = at.parse.tokens
    for index in range(max(content, at.word) + 2, last):
        token = tokens[index]
        before = tokens[index - 1]
        twins = before.dep == "cc" and token.tag == tokens[at.word].tag == "VBG"
        if (before.text == "," or twins) and _attributes(at, token):
            return index - 2
    return last


def _attributes(at: Cued, token: Token) -> bool:
    """Tell whether a word after a comma begins a further report: *adding*, *while he said*."""
    if token.text == "according":
        return True
    if token.text in _CONTRASTS:
        token = at.parse.tokens[token.head]
        reports = at.parse.child(token.index, "ccomp") is not None
    else:
        reports = token.tag == "VBG"
    entry = verb_cue(at.parse, token, at.cues) if reports else None
    return entry is not None and entry.attitude == "said"


def _before_bracket(parse: Parse, content: int, last: int) -> int:
    """Cut a bracket that opens in the clause and does not close in it."""
    brackets = [t.index for t in parse.tokens[content : last + 1] if t.text in "()"]
    if brackets and parse.tokens[brackets[-1]].text == "(":
        return brackets[-1] - 1
    return last


def _before_dash(at: Cued, content: int, last: int) -> int:
    """Cut an afterthought behind a single dash."""
    dashes = [
        t.index
        for t in at.parse.tokens[content : last + 1]
        if t.text in _DASHES
        and t.dep == "punct"
        and not at.reading.stretch_at(t.start)
        and at.reading.text[t.start - 1].isspace()
    ]
    return dashes[0] - 1 if len(dashes) == 1 and dashes[0] - 1 > content else last


def with_marks(at: Cued, span: Span) -> Span:
    """Return the words with the marks that stand right around their ends."""
    start, end = span.start, span.end
    for stretch in at.reading.stretches_near(Span(max(0, start - 2), end + 2)):
        if stretch.inner.start == start and stretch.outer.end <= end + 3:
            start = stretch.outer.start
        if stretch.closed and stretch.outer.start >= start and _closes(at, stretch, end):
            end = stretch.outer.end
    return Span(start, end)


def _closes(at: Cued, stretch: Stretch, end: int) -> bool:
    """Tell whether marks close at a place, or after a full stop there."""
    last = stretch.inner.end
    return end <= last and not at.reading.text[end:last].strip(".,!?")


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
    start = _after_sentence(parse, first)
    left = words(parse.tokens, start, first - 1)
    if left is None or all(t.pos == "PUNCT" for t in parse.tokens_in(left)):
        return ()
    whole = any(is_finite(t) for t in parse.tokens[start : first - 1])
    right = _rest(parse, last, whole)
    if right is None:
        return (left,) if whole else ()
    return (left, right)


def _after_sentence(parse: Parse, before: int) -> int:
    for index in range(before - 2, -1, -1):
        if parse.tokens[index].text in _SENTENCE_ENDS:
            return index + 1
    return 0


def _rest(parse: Parse, last: int, whole: bool) -> Span | None:
    tokens = parse.tokens
    after = last + 2
    if after >= len(tokens) or tokens[after - 1].text != ",":
        return None
    following = tokens[after]
    if (whole and following.tag not in {"IN", "TO"}) or following.text.lower() in _BREAKS:
        return None
    return words(tokens, after, len(tokens) - 1)
