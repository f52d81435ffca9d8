"""The cue and speaker of direct speech, in the words beside its marks."""

from dataclasses import dataclass

from standoff.knowledge.quote_cues import Cue, QuoteCues
from standoff.model import Parse, Span, Token
from standoff.quotes import speakers
from standoff.quotes.contents import is_asserted, is_finite
from standoff.quotes.marks import Stretch
from standoff.quotes.nominal import support
from standoff.quotes.reading import Phrase, Reading, cue_span, verb_cue

Side = list[tuple[Parse, Token]]
_BARE_CUE_LENGTH = 12
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Lead:
    """The cue of a direct quote: its characters, entry and speaker."""

    cue: Span | None = None
    entry: Cue | None = None
    speaker: Phrase | None = None


def left_of(reading: Reading, stretch: Stretch) -> Side:
    """Return the words of the sentence before a stretch, back to the stretch before."""
    parse = reading.parse_at(stretch.outer.start)
    if parse is None:
        return []
    start, end = parse.sentence.span.start, stretch.outer.start
    for other in reading.stretches_in(Span(start, stretch.outer.end)):
        if other.outer.end <= end:
            start = max(start, other.outer.end)
    return [(parse, t) for t in parse.tokens if start <= t.start and t.end <= end]


def right_of(reading: Reading, stretch: Stretch) -> Side:
    """Return the words after a stretch, else the bare *Smith said.* that follows it."""
    end = stretch.outer.end
    parse = reading.parse_at(end - 1)
    if parse is None:
        return []
    limit = parse.sentence.span.end
    for other in reading.stretches_in(Span(end - 1, max(limit, end))):
        if other.outer.start >= end:
            limit = min(limit, other.outer.start)
    found = [(parse, t) for t in parse.tokens if end <= t.start and t.end <= limit]
    return found or _next_sentence(reading, parse, stretch)


def _next_sentence(reading: Reading, parse: Parse, stretch: Stretch) -> Side:
    gap_end = parse.sentence.span.end
    following = reading.parse_after(parse)
    if following is None or following.sentence.paragraph != stretch.paragraph:
        return []
    gap = reading.text[gap_end : following.sentence.span.start]
    if gap.strip() or reading.stretches_in(following.sentence.span):
        return []
    return [(following, t) for t in following.tokens] if _is_bare_cue(following) else []


def _is_bare_cue(parse: Parse) -> bool:
    return len(parse.tokens) < _BARE_CUE_LENGTH and all(
        parse.child(root, "nsubj") is not None
        and parse.child(root, "ccomp", "dobj", "xcomp", "acomp", "attr") is None
        for root in parse.roots
    )


def lead_in(side: Side, cues: QuoteCues, *, backwards: bool) -> Lead | None:
    """Return the cue nearest to the marks on one side of them."""
    for parse, token in reversed(side) if backwards else side:
        if token.pos == "VERB" and _may_lead(parse, token, backwards):
            entry = verb_cue(parse, token, cues)
            cue = cue_span(parse, token.index, entry)
        elif token.pos == "NOUN" and token.dep == "dobj":
            entry = cues.nouns.get(token.lemma)
            cue = support(parse, token.index, cues)[0]
        else:
            continue
        if entry and "direct" in entry.frames:
            verb = token if token.pos == "VERB" else parse.tokens[token.head]
            return Lead(cue, entry, _speaker(side, parse, verb, backwards))
    return None


def _may_lead(parse: Parse, verb: Token, backwards: bool) -> bool:
    if backwards:
        return is_asserted(parse, verb.index)
    return verb.dep != "relcl"


def _speaker(side: Side, parse: Parse, verb: Token, backwards: bool) -> Phrase | None:
    head = speakers.subject(parse, verb.index)
    if backwards:
        head = _first_subject(side, verb) if head is None else head
        return None if head is None else speakers.phrase(parse, head)
    within = Span(side[0][1].start, side[-1][1].end)
    if head is None or not _covers(within, parse.tokens[head]):
        head = _name_before(side, verb)
        if head is None:
            head = speakers.after(parse, verb.index, within.end)
    return None if head is None else speakers.phrase(parse, head, within)


def _first_subject(side: Side, verb: Token) -> int | None:
    """*The envoy, asked whether …, said:* the first subject of the sentence."""
    subjects = (t for p, t in side if t.dep in _SUBJECTS and t.end <= verb.start)
    return next((t.index for t in subjects), None)


def _covers(span: Span, token: Token) -> bool:
    return span.start <= token.start and token.end <= span.end


def _name_before(side: Side, verb: Token) -> int | None:
    """Return the head of the noun phrase before a verb whose subject the parser missed."""
    before = {t.index: t for _, t in side if t.end <= verb.start}
    names = [t for t in before.values() if t.pos in _NAMES]
    if not names:
        return None
    token = names[-1]
    while (
        token.head in before
        and before[token.head].pos in _NAMES | {"ADP"}
        and token.head != token.index
    ):
        token = before[token.head]
    return token.index if token.pos in _NAMES else names[-1].index


def name_alone(side: Side) -> Lead | None:
    """“…,” *Name, title.*: return the speaker where nothing but a name follows the marks."""
    body = [(p, t) for p, t in side if t.pos != "PUNCT"]
    if not body or any(is_finite(t) for _, t in body):
        return None
    if body[0][1].pos not in {"PROPN", "NOUN", "DET", "ADJ"}:
        return None
    if all(t.pos != "PROPN" for _, t in body):
        return None
    parse = body[0][0]
    head = next(t for _, t in body if t.pos in _NAMES).index
    while (
        parse.tokens[head].dep in {"compound", "amod", "nmod"}
        and parse.tokens[head].head > head
    ):
        head = parse.tokens[head].head
    span = Span(body[0][1].start, body[-1][1].end)
    token = parse.tokens[head]
    return Lead(None, None, Phrase(span, token.start, False, token.pos == "PROPN"))
