"""Reported clauses, infinitives and noun phrases of verbs that are cues.

Not handled: what is reported without a cue word (free indirect speech).
"""

from standoff.model import Parse, Span, Token
from standoff.quotes import speakers
from standoff.quotes.contents import (
    around,
    begins_with_that,
    clause_end,
    cue_clause,
    has_tense,
    is_asserted,
    is_infinitive,
    with_marks,
)
from standoff.quotes.reading import Cued, Draft, Phrase, cue_span, edges, verb_cue, words

_COMPLEMENTS = frozenset({"prep", "oprd", "xcomp", "ccomp", "dobj", "attr", "acomp", "prt"})
_TIME = frozenset({"on", "in", "at", "during", "before", "after", "since", "by", "until"})
_PARENTHETIC = frozenset({",", "”", '"', "''", "»", "—", "–", "--", "-"})
_NEVER_PARENTHETIC = frozenset({"acl", "xcomp", "pcomp"})


def of_verb(at: Cued) -> Draft | None:
    """Return what a verb reports, in the first of its frames that the sentence fills."""
    if not is_asserted(at.parse, at.word):
        return None
    for find in (_clause, _fronted, _infinitive, _preposition, _after_that, _object):
        draft = find(at)
        if draft is not None:
            return draft
    return None


def speaker_of(parse: Parse, verb: int) -> Phrase | None:
    """Return the speaker's phrase of a verb."""
    head = speakers.subject(parse, verb)
    return None if head is None else speakers.phrase(parse, head)


def _draft(at: Cued, parts: tuple[Span | None, ...], shape: str) -> Draft | None:
    cue = cue_span(at.parse, at.word, at.entry)
    kept = tuple(with_marks(at, p) for p in parts if p is not None)
    if not kept or any(p.start < cue.end and cue.start < p.end for p in kept):
        return None
    return Draft(kept, cue, at.entry, speaker_of(at.parse, at.word), shape)


def _clause(at: Cued) -> Draft | None:
    """*said (that) the talks failed*; *which Moscow says are over*."""
    if "clause" not in at.entry.frames:
        return None
    parse = at.parse
    for child in (*parse.childs(at.word, "ccomp"), *_in_a_statement(parse, at.word)):
        first, last = _content(parse, at.word, child)
        bare = is_infinitive(parse, child) and "object" in at.entry.frames
        if first <= at.word or bare or _is_cue_clause(at, child):
            continue
        last = _before_own_cue(parse, child, last)
        last = clause_end(at, child, last)
        shape = "subjunctive" if _is_subjunctive(parse, child) else "clause"
        return _draft(at, (words(parse.tokens, first, last),), shape)
    return None


def _after_that(at: Cued) -> Draft | None:
    """*said after the vote he would go*, where the parser lost the clause."""
    if "clause" not in at.entry.frames or at.entry.attitude != "said":
        return None
    tokens = at.parse.tokens
    after = at.word + 1
    while after < len(tokens) and tokens[after].dep in {"npadvmod", "advmod"}:
        after += 1
    if after + 2 < len(tokens) and tokens[after].text == "that" and tokens[after].tag == "IN":
        joined = (c for c in at.parse.childs(at.word, "cc", "conj") if c > after)
        last = clause_end(at, after, min(joined, default=len(tokens)) - 1)
        return _draft(at, (words(tokens, after, last),), "clause")
    return _unlabelled(at)


def _unlabelled(at: Cued) -> Draft | None:
    """Return a finite clause with a subject that the parser takes for an adverbial."""
    parse = at.parse
    for child in parse.childs(at.word, "advcl"):
        subject = parse.child(child, "nsubj", "nsubjpass", "expl")
        marked = parse.child(child, "mark") is not None or not has_tense(parse, child)
        if child > at.word and subject is not None and subject > at.word and not marked:
            first = edges(parse, subject)[0]
            last = clause_end(at, child, edges(parse, child)[1])
            return _draft(at, (words(parse.tokens, first, last),), "clause")
    return None


def _in_a_statement(parse: Parse, verb: int) -> tuple[int, ...]:
    """*said in a statement that …*: the clause is the verb's, whatever the parser thinks."""
    nouns = (parse.child(c, "pobj") for c in parse.childs(verb, "prep") if c > verb)
    clauses = (
        c for n in nouns if n is not None for c in parse.childs(n, "acl", "relcl", "ccomp")
    )
    return tuple(c for c in clauses if begins_with_that(parse, c))


def _content(parse: Parse, verb: int, clause: int) -> tuple[int, int]:
    """Return a clause's edges, without the relative pronoun that stands before its cue."""
    first, last = edges(parse, clause)
    if first < verb < clause:
        before = [i for i in parse.subtree(clause) if i < verb]
        if all(parse.tokens[i].tag in {"WDT", "WP", "IN"} for i in before):
            return verb + 1, last
    return first, last


def _is_cue_clause(at: Cued, clause: int) -> bool:
    """*…, the army said Monday, AP reported*: what looks like content is another cue."""
    token = at.parse.tokens[clause]
    entry = verb_cue(at.parse, token, at.cues)
    if entry is None or "clause" not in entry.frames:
        return False
    first, last = edges(at.parse, clause)
    alone = at.parse.child(clause, "ccomp", "dobj", "xcomp", "acomp", "attr") is None
    comma = any(t.text == "," for t in at.parse.tokens[at.word + 1 : clause])
    return alone and comma and last - first < 8


def _is_subjunctive(parse: Parse, clause: int) -> bool:
    """*demanded that it leave* asks for a deed, and reports no words."""
    helpers = parse.childs(clause, "aux", "auxpass")
    first = parse.tokens[helpers[0]] if helpers else parse.tokens[clause]
    subject = parse.child(clause, "nsubj", "nsubjpass")
    if subject is None:
        return False
    singular = parse.tokens[subject].tag in {"NN", "NNP"} and not parse.childs(subject, "conj")
    return first.tag == "VB" or (first.tag == "VBP" and singular)


def _before_own_cue(parse: Parse, content: int, last: int) -> int:
    """*said A and warned that B*: B is not among the words said, whatever the parser thinks."""
    for child in parse.childs(content, "conj"):
        if speakers.stands_apart(parse, child):
            first = edges(parse, child)[0]
            while first - 1 > content and parse.tokens[first - 1].pos in {"CCONJ", "PUNCT"}:
                first -= 1
            return first - 1
    return last


def _fronted(at: Cued) -> Draft | None:
    """*The talks, he said, would go on* and *The talks failed, he said*."""
    parse, tokens = at.parse, at.parse.tokens
    if "clause" not in at.entry.frames or not has_tense(parse, at.word):
        return None
    if not _may_be_parenthetic(parse, at.word):
        return None
    first, last = cue_clause(parse, at.word)
    if first < 2 or tokens[first - 1].text not in _PARENTHETIC:
        return None
    if last + 1 < len(tokens) and not _may_follow(tokens[last + 1]):
        return None
    return _draft(at, _on_this_side(at, around(parse, first, last)), "fronted")


def _on_this_side(at: Cued, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """A parenthesis inside marks reports nothing outside them."""
    own = at.reading.stretch_at(at.parse.tokens[at.word].start)
    if own is None:
        return parts
    return tuple(p for p in parts if own.outer.start <= p.start and p.end <= own.outer.end)


def _may_be_parenthetic(parse: Parse, verb: int) -> bool:
    """A parenthesis has a subject of its own and no complement or conjunction."""
    subject = speakers.subject(parse, verb)
    if subject is None or parse.tokens[subject].tag in {"WP", "WDT"}:
        return False
    free = parse.child(verb, "mark", "xcomp") is None
    return free and parse.tokens[verb].dep not in _NEVER_PARENTHETIC


def _may_follow(token: Token) -> bool:
    """What may stand after a parenthesis: a mark, a day, another source."""
    return token.pos == "PUNCT" or token.dep == "npadvmod" or token.text in {"according", "and"}


def _infinitive(at: Cued) -> Draft | None:
    """*vowed to go on* and *urged the sides to talk*."""
    if not at.entry.frames & {"infinitive", "someone-infinitive"}:
        return None
    parse, verb = at.parse, at.word
    held = parse.child(verb, "dobj")
    for child in parse.childs(verb, "xcomp", "ccomp", *(("advcl",) if held else ())):
        first, last = edges(parse, child)
        if first <= verb or not is_infinitive(parse, child):
            continue
        if held is not None and held > verb:
            if "someone-infinitive" not in at.entry.frames:
                return None
            if parse.tokens[held].pos != "PRON":
                first = edges(parse, held)[0]
        return _draft(at, (words(parse.tokens, first, last),), "infinitive")
    return None


def _preposition(at: Cued) -> Draft | None:
    """*warned of war*, *called for talks*."""
    parse = at.parse
    for child in parse.childs(at.word, "prep"):
        if child < at.word or parse.tokens[child].lemma not in at.entry.prepositions:
            continue
        last = edges(parse, child)[1]
        for other in parse.childs(at.word, "xcomp", "advcl"):
            if other > child and is_infinitive(parse, other):
                last = max(last, edges(parse, other)[1])
        part = words(parse.tokens, child + 1, last) if child < last else None
        return _draft(at, (part,), "preposition")
    return None


def _object(at: Cued) -> Draft | None:
    """*condemned the strike as reckless*, *the strike was condemned by all sides*."""
    if "object" not in at.entry.frames or "someone" in at.entry.frames:
        return None
    parse, verb = at.parse, at.word
    if (passive := parse.child(verb, "nsubjpass")) is not None:
        if parse.child(verb, "agent") is None:
            return None
        return _draft(at, (words(parse.tokens, *edges(parse, passive)),), "object")
    held = parse.child(verb, "dobj", "ccomp", "oprd")
    if held is None or held < verb:
        return None
    first, last = edges(parse, held)
    for child in parse.children[verb]:
        token = parse.tokens[child]
        timed = token.dep == "prep" and token.lemma in _TIME
        if child > held and token.dep in _COMPLEMENTS and not timed:
            last = max(last, edges(parse, child)[1])
    last = clause_end(at, held, last)
    return _draft(at, (words(parse.tokens, first, last),), "object")
