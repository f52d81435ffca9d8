"""Nouns and adjectives that report: *a warning that*, *was clear that*, *made it clear*."""

from standoff.knowledge.quote_cues import Cue, QuoteCues
from standoff.model import Parse, Span
from standoff.quotes import speakers
from standoff.quotes.contents import begins_with_that, clause_end
from standoff.quotes.reading import Cued, Draft, Phrase, edges, verb_cue, words

NOUN_FRAME = "noun"
_CLAUSES = ("acl", "ccomp", "advcl", "relcl")


def of_noun(at: Cued) -> Draft | None:
    """Return the clause, infinitive or phrase that a noun of speech or thought reports."""
    parse, noun, entry, cues = at.parse, at.word, at.entry, at.cues
    if _is_denied(parse, noun) or _is_medium(parse, noun, cues):
        return None
    cue, speaker = support(parse, noun, cues)
    found = _clause_of(parse, noun, entry) or _phrase_of(parse, noun, entry)
    if found is None or (found.start < cue.end and cue.start < found.end):
        return None
    return Draft((found,), cue, entry, speaker, "nominal")


def _is_denied(parse: Parse, noun: int) -> bool:
    return any(parse.tokens[c].lemma == "no" for c in parse.childs(noun, "det"))


def _is_medium(parse: Parse, noun: int, cues: QuoteCues) -> bool:
    """*said in a statement that …*: the verb reports, the noun tells where."""
    token = parse.tokens[noun]
    verb = parse.tokens[parse.tokens[token.head].head]
    entry = verb_cue(parse, verb, cues) if verb.pos == "VERB" else None
    return token.dep == "pobj" and entry is not None and "clause" in entry.frames


def support(parse: Parse, noun: int, cues: QuoteCues) -> tuple[Span, Phrase | None]:
    """Return cue words and speaker: *issued a warning*, *his warning*, *a warning by*."""
    token = parse.tokens[noun]
    verb = parse.tokens[token.head]
    entry = verb_cue(parse, verb, cues) if verb.pos == "VERB" else None
    own = cues.nouns.get(token.lemma)
    takes = entry is not None and NOUN_FRAME in entry.frames
    if token.dep == "dobj" and (takes or (own is not None and own.force == "commissive")):
        head = speakers.subject(parse, verb.index)
        cue = parse.span(verb.index, noun) if verb.index < noun else token.span
        return cue, None if head is None else speakers.phrase(parse, head)
    owner = parse.child(noun, "poss")
    if owner is None:
        owner = next(
            (parse.child(c, "pobj") for c in parse.childs(noun, "prep")
             if parse.tokens[c].lemma in {"by", "from"}), None
        )  # fmt: skip
    return token.span, None if owner is None else speakers.phrase(parse, owner)


def _clause_of(parse: Parse, noun: int, entry: Cue) -> Span | None:
    for child in parse.childs(noun, *_CLAUSES):
        infinitive = any(parse.tokens[c].tag == "TO" for c in parse.childs(child, "aux"))
        clause = "clause" in entry.frames and begins_with_that(parse, child)
        if clause or (infinitive and "infinitive" in entry.frames):
            return words(parse.tokens, *edges(parse, child))
    return None


def _phrase_of(parse: Parse, noun: int, entry: Cue) -> Span | None:
    for child in parse.childs(noun, "prep"):
        first, last = edges(parse, child)
        if parse.tokens[child].lemma in entry.prepositions and first < last:
            return words(parse.tokens, first + 1, last)
    return None


def of_adjective(at: Cued) -> Draft | None:
    """Return the clause that *clear*, *confident* and their like report."""
    parse, adjective = at.parse, at.word
    token = parse.tokens[adjective]
    verb = token.head if token.dep in {"acomp", "ccomp", "oprd"} else adjective
    clause = _that_clause(parse, adjective) or _that_clause(parse, verb)
    if clause is None or parse.child(verb, "neg") is not None:
        return None
    head = parse.child(verb, "nsubj", "nsubjpass")
    if head is None or parse.tokens[head].lemma == "it":
        return None
    helpers = parse.childs(verb, "aux", "auxpass")
    first = min((c for c in helpers if c < verb), default=verb)
    start, last = edges(parse, clause)
    last = clause_end(at, clause, last)
    part = words(parse.tokens, start, last)
    if part is None or start <= adjective:
        return None
    cue = parse.span(min(first, adjective), adjective)
    return Draft((part,), cue, at.entry, speakers.phrase(parse, head), "adjective")


def _that_clause(parse: Parse, governor: int) -> int | None:
    for child in parse.childs(governor, "ccomp", "advcl", "acl"):
        marks = {parse.tokens[c].lemma for c in parse.childs(child, "mark")}
        named = parse.child(child, "nsubj", "nsubjpass", "expl") is not None
        if child > governor and named and (not marks or marks == {"that"}):
            return child
    return None
