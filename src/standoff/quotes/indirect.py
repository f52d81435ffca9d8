"""Reported clauses, infinitives and noun phrases of verbs that are cues."""

from standoff.knowledge.quote_cues import Cue
from standoff.model import Parse, Span
from standoff.quotes import speakers
from standoff.quotes.contents import around, clause_end, cue_clause, is_finite
from standoff.quotes.reading import Draft, Phrase, Reading, edges, words

_COMPLEMENTS = frozenset({"prep", "oprd", "xcomp", "ccomp", "dobj", "attr", "acomp", "prt"})
_TIME = frozenset(["on", "in", "at", "during", "before", "after", "since", "by", "until"])
_CONTINUING = frozenset(["go", "continue", "proceed"])
_ASSERTED_MODALS = frozenset({"will", "would", "'ll", "’ll", "'d", "’d"})
_PARENTHETIC = frozenset({",", "”", '"', "''", "»", "—", "–", "--", "-"})


def of_verb(reading: Reading, parse: Parse, verb: int, entry: Cue) -> Draft | None:
    """Return what a verb reports, in the first of its frames that the sentence fills."""
    if not is_asserted(parse, verb):
        return None
    for find in (_clause, _fronted, _infinitive, _preposition, _object):
        draft = find(reading, parse, verb, entry)
        if draft is not None:
            return draft
    return None


def is_asserted(parse: Parse, verb: int) -> bool:
    """Tell whether the speaking is told as a fact, not wished, denied or aimed at."""
    token = parse.tokens[verb]
    helpers = [parse.tokens[c] for c in parse.childs(verb, "aux", "neg")]
    if any(h.dep == "neg" for h in helpers):
        return False
    if token.tag != "VB":
        return True
    if token.dep == "xcomp" and parse.tokens[token.head].lemma in _CONTINUING:
        return True
    return any(h.text.lower() in _ASSERTED_MODALS for h in helpers)


def speaker_of(parse: Parse, verb: int) -> Phrase | None:
    """Return the speaker's phrase of a verb."""
    head = speakers.subject(parse, verb)
    return None if head is None else speakers.phrase(parse, head)


def _draft(
    parse: Parse, verb: int, entry: Cue, parts: tuple[Span | None, ...], shape: str
) -> Draft | None:
    cue = parse.tokens[verb].span
    kept = tuple(p for p in parts if p is not None)
    if not kept or any(p.start < cue.end and cue.start < p.end for p in kept):
        return None
    return Draft(kept, cue, entry, speaker_of(parse, verb), shape)


def _clause(reading: Reading, parse: Parse, verb: int, entry: Cue) -> Draft | None:
    """*said (that) the talks failed*."""
    if "clause" not in entry.frames:
        return None
    for child in parse.childs(verb, "ccomp"):
        first, last = edges(parse, child)
        if first > verb and not (_is_infinitive(parse, child) and "object" in entry.frames):
            last = _before_own_cue(parse, verb, child, last)
            last = clause_end(reading, parse, verb, child, last)
            return _draft(parse, verb, entry, (words(parse.tokens, first, last),), "clause")
    return None


def _before_own_cue(parse: Parse, verb: int, content: int, last: int) -> int:
    """*said A and warned that B*: B is not among the words said, whatever the parser thinks."""
    tense = parse.tokens[verb].tag
    modal = any(parse.tokens[c].tag == "MD" for c in parse.childs(content, "aux"))
    for child in parse.childs(content, "conj"):
        token = parse.tokens[child]
        bare = parse.child(child, "nsubj", "nsubjpass", "aux", "auxpass") is None
        if bare and token.tag == tense and (modal or parse.tokens[content].tag != tense):
            first = edges(parse, child)[0]
            while first - 1 > content and parse.tokens[first - 1].pos in {"CCONJ", "PUNCT"}:
                first -= 1
            return first - 1
    return last


def _fronted(reading: Reading, parse: Parse, verb: int, entry: Cue) -> Draft | None:
    """*The talks, he said, would go on* and *The talks failed, he said*."""
    if "clause" not in entry.frames or not is_finite(parse.tokens[verb]):
        if not _has_tense(parse, verb) or "clause" not in entry.frames:
            return None
    if parse.child(verb, "mark", "xcomp") is not None or speakers.subject(parse, verb) is None:
        return None
    if parse.tokens[verb].dep in {"relcl", "acl", "xcomp", "pcomp"}:
        return None
    first, last = cue_clause(parse, verb)
    tokens = parse.tokens
    if first < 2 or tokens[first - 1].text not in _PARENTHETIC:
        return None
    if (
        last + 1 < len(tokens)
        and tokens[last + 1].pos != "PUNCT"
        and tokens[last + 1].text != "according"
    ):
        return None
    parts = around(parse, first, last)
    return _draft(parse, verb, entry, parts, "fronted") if parts else None


def _has_tense(parse: Parse, verb: int) -> bool:
    return any(is_finite(parse.tokens[c]) for c in parse.childs(verb, "aux"))


def _infinitive(reading: Reading, parse: Parse, verb: int, entry: Cue) -> Draft | None:
    """*vowed to go on* and *urged the sides to talk*."""
    if not entry.frames & {"infinitive", "someone-infinitive"}:
        return None
    held = parse.child(verb, "dobj")
    for child in parse.childs(verb, "xcomp", "ccomp", *(("advcl",) if held else ())):
        first, last = edges(parse, child)
        if first <= verb or not _is_infinitive(parse, child):
            continue
        if held is not None and held > verb:
            if "someone-infinitive" not in entry.frames:
                return None
            if parse.tokens[held].pos != "PRON":
                first = edges(parse, held)[0]
        return _draft(parse, verb, entry, (words(parse.tokens, first, last),), "infinitive")
    return None


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[c].tag == "TO" for c in parse.childs(verb, "aux"))


def _preposition(reading: Reading, parse: Parse, verb: int, entry: Cue) -> Draft | None:
    """*warned of war*, *called for talks*."""
    for child in parse.childs(verb, "prep"):
        if child < verb or parse.tokens[child].lemma not in entry.prepositions:
            continue
        last = edges(parse, child)[1]
        for other in parse.childs(verb, "xcomp", "advcl"):
            if other > child and _is_infinitive(parse, other):
                last = max(last, edges(parse, other)[1])
        part = words(parse.tokens, child + 1, last) if child < last else None
        return _draft(parse, verb, entry, (part,), "preposition")
    return None


def _object(reading: Reading, parse: Parse, verb: int, entry: Cue) -> Draft | None:
    """*condemned the strike as reckless*, *the strike was condemned by all sides*."""
    if "object" not in entry.frames or "someone" in entry.frames:
        return None
    if (passive := parse.child(verb, "nsubjpass")) is not None:
        if parse.child(verb, "agent") is None:
            return None
        part = words(parse.tokens, *edges(parse, passive))
        return _draft(parse, verb, entry, (part,), "object")
    held = parse.child(verb, "dobj", "ccomp", "oprd")
    if held is None or held < verb:
        return None
    first, last = edges(parse, held)
    for child in parse.children[verb]:
        token = parse.tokens[child]
        timed = token.dep == "prep" and token.lemma in _TIME
        if child > held and token.dep in _COMPLEMENTS and not timed:
            last = max(last, edges(parse, child)[1])
    last = clause_end(reading, parse, verb, held, last)
    return _draft(parse, verb, entry, (words(parse.tokens, first, last),), "object")
