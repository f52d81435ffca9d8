"""All attributions of a report."""

from collections.abc import Iterator

from standoff.knowledge.quote_cues import QuoteCues
from standoff.model import Attitude, Document, Mentions, Parse, Quote, QuoteKind, Span
from standoff.quotes.context import with_context
from standoff.quotes.direct import find_direct
from standoff.quotes.indirect import of_verb
from standoff.quotes.labels import find_labelled
from standoff.quotes.nominal import of_adjective, of_noun
from standoff.quotes.phrases import of_phrase
from standoff.quotes.reading import Draft, Reading
from standoff.quotes.resolve import Names


def find_quotes(
    document: Document, parses: tuple[Parse, ...], mentions: Mentions, cues: QuoteCues
) -> tuple[Quote, ...]:
    """Return every attribution of a report in text order, with its attitude.

    `is_quote` tells which of them are quotes by the guide.
    """
    reading = Reading(document, parses)
    labelled = find_labelled(reading)
    drafts = [*labelled, *find_direct(reading, cues, labelled)]
    used = {d.cue.start for d in drafts if d.cue}
    for parse in reading.parses:
        drafts.extend(_of_sentence(reading, parse, cues, used))
    drafts.sort(key=_place)
    drafts = with_context(reading, drafts, cues)
    outer = [_outer(drafts, index) for index in range(len(drafts))]
    names = Names(reading, mentions)
    return tuple(
        _quote(reading, draft, names, inside)
        for draft, inside in zip(drafts, outer, strict=True)
    )


def _place(draft: Draft) -> tuple[int, int, int]:
    return draft.parts[0].start, -draft.parts[-1].end, draft.cue.start if draft.cue else -1


def _of_sentence(
    reading: Reading, parse: Parse, cues: QuoteCues, used: set[int]
) -> Iterator[Draft]:
    firsts = {phrase[0] for phrase in cues.phrases}
    found: list[Draft] = []
    for token in parse.tokens:
        draft = None
        if token.start in used:
            continue
        if token.tag in {"JJ", "VBN"} and (entry := cues.adjectives.get(token.text.lower())):
            draft = of_adjective(reading, parse, token.index, entry)
        elif token.pos == "VERB" and (entry := cues.verb(token.lemma, token.text)):
            draft = of_verb(reading, parse, token.index, entry)
        elif token.pos == "NOUN" and (entry := cues.nouns.get(token.lemma)):
            draft = of_noun(reading, parse, token.index, entry, cues)
        elif token.text.lower() in firsts:
            draft = of_phrase(reading, parse, token.index, cues, found)
        if draft is not None:
            found.append(draft)
    yield from found


def _outer(drafts: list[Draft], index: int) -> int | None:
    """Return the index of the smallest quote that holds another's cue."""
    draft = drafts[index]
    start = draft.cue.start if draft.cue else draft.parts[0].start
    best: tuple[int, int] | None = None
    for number, other in enumerate(drafts):
        if number == index or other.parts[0].start > start:
            continue
        if any(p.start <= start < p.end for p in other.parts):
            size = sum(p.end - p.start for p in other.parts)
            best = min(best or (size, number), (size, number))
    return best[1] if best else None


def _quote(reading: Reading, draft: Draft, names: Names, inside: int | None) -> Quote:
    entry = draft.entry
    name, actor = names.of(draft.speaker)
    return Quote(
        parts=draft.parts,
        kind=_kind(reading, draft),
        cue=draft.cue,
        speaker_span=draft.speaker.span if draft.speaker else None,
        speaker=name,
        speaker_actor=actor,
        rule=f"{draft.shape}.{entry.pos}" if entry else draft.shape,
        attitude=Attitude(entry.attitude) if entry else Attitude.SAID,
        force=entry.force if entry else None,
        cue_lemma=entry.lemma if entry else None,
        inside=inside,
    )


def _kind(reading: Reading, draft: Draft) -> QuoteKind:
    if draft.is_direct:
        return QuoteKind.DIRECT
    place = draft.cue.start if draft.cue else draft.parts[0].start
    return QuoteKind.MIXED if _is_mixed(reading, draft.parts, place) else QuoteKind.INDIRECT


def _is_mixed(reading: Reading, parts: tuple[Span, ...], place: int) -> bool:
    """Marks that open or close among the words themselves, not around the whole sentence."""
    return any(
        s.outer.start < part.end and part.start < s.outer.end
        for part in parts
        for s in reading.stretches_near(part)
        if not s.outer.start <= place < s.outer.end
    )
