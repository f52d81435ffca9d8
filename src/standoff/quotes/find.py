"""All attributions of a report."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from standoff.knowledge.quote_cues import Cue, QuoteCues
from standoff.model import Attitude, Document, Mentions, Parse, Quote, QuoteKind, Span, Token
from standoff.quotes.context import with_context
from standoff.quotes.direct import find_direct
from standoff.quotes.indirect import of_verb
from standoff.quotes.labels import find_labelled
from standoff.quotes.nominal import of_adjective, of_noun
from standoff.quotes.phrases import of_phrase
from standoff.quotes.reading import Cued, Draft, Reading, verb_cue
from standoff.quotes.resolve import Names

_PHRASE_TAGS = frozenset({"IN", "VBG"})
_RELAYING = frozenset({"fronted", "phrase"})  # *…, the army said, AP reported*


def find_quotes(
    document: Document, parses: tuple[Parse, ...], mentions: Mentions, cues: QuoteCues
) -> tuple[Quote, ...]:
    """Return every attribution of a report in text order, with its attitude.

    `is_quote` tells which of them are quotes by the guide.
    """
    reading = Reading(document, parses)
    labelled = find_labelled(reading)
    drafts = [*labelled, *find_direct(reading, cues, labelled)]
    direct = tuple(drafts)
    spoken = _by_sentence(reading, direct)
    for parse in reading.parses:
        here = tuple(spoken.get(parse.sentence.index, ()))
        drafts.extend(_of_sentence(reading, parse, cues, here))
    drafts.sort(key=_place)
    drafts = [_unmarked(reading, d) for d in with_context(reading, drafts, cues)]
    outer = _outer(drafts)
    names = Names(reading, mentions)
    holders = {outer[number] for number, draft in enumerate(drafts) if _reports_words(draft)}
    relayed = [
        number in holders and draft.shape in _RELAYING and names.is_media(draft.speaker)
        for number, draft in enumerate(drafts)
    ]
    return tuple(
        _quote(reading, replace(d, shape="relayed") if relays else d, names, inside)
        for d, inside, relays in zip(drafts, outer, relayed, strict=True)
    )


def _reports_words(draft: Draft) -> bool:
    said = draft.entry is None or draft.entry.attitude == Attitude.SAID
    return said and draft.shape in {"direct", "clause", "fronted"}


def _unmarked(reading: Reading, draft: Draft) -> Draft:
    """Return a clause that is a stretch inside marks, no more and no less, as direct speech."""
    if draft.is_direct or len(draft.parts) > 1 or draft.shape != "clause":
        return draft
    part = draft.parts[0]
    inner = next((s.inner for s in reading.stretches_near(part) if s.outer == part), None)
    if inner is None:
        return draft
    return replace(draft, parts=(inner,), shape="direct", is_direct=True)


def _by_sentence(reading: Reading, direct: tuple[Draft, ...]) -> dict[int, list[Draft]]:
    """Return the direct quotes that have their cue or words in a sentence, by its index."""
    found: dict[int, list[Draft]] = {}
    for draft in direct:
        spans = (*draft.parts, *((draft.cue,) if draft.cue else ()))
        for index in {p.sentence.index for s in spans for p in reading.parses_in(s)}:
            found.setdefault(index, []).append(draft)
    return found


def _place(draft: Draft) -> tuple[int, int, int]:
    return draft.parts[0].start, -draft.parts[-1].end, draft.cue.start if draft.cue else -1


def _of_sentence(
    reading: Reading, parse: Parse, cues: QuoteCues, direct: tuple[Draft, ...]
) -> Iterator[Draft]:
    used = {d.cue.start for d in direct if d.cue}
    speech = frozenset(p.start for d in direct for p in d.parts)
    found: list[Draft] = []
    for token in parse.tokens:
        if token.start in used:
            continue
        entry = _entry(parse, token, cues)
        if entry is not None:
            at = Cued(reading, parse, token.index, entry, cues, speech)
            draft = _READERS[entry.pos](at)
        elif token.tag in _PHRASE_TAGS and token.text.lower() in cues.phrase_starts:
            draft = of_phrase(parse, token.index, cues, (*direct, *found))
        else:
            continue
        if draft is not None:
            found.append(draft)
    yield from found


def _entry(parse: Parse, token: Token, cues: QuoteCues) -> Cue | None:
    """Return the cue that a word is, by its part of speech."""
    if token.tag in {"JJ", "VBN"} and (entry := cues.adjectives.get(token.text.lower())):
        return entry
    if token.pos == "VERB":
        return verb_cue(parse, token, cues)
    return cues.nouns.get(token.lemma) if token.pos == "NOUN" else None


_READERS: dict[str, Callable[[Cued], Draft | None]] = {
    "verb": of_verb,
    "noun": of_noun,
    "adjective": of_adjective,
}


def _outer(drafts: list[Draft]) -> list[int | None]:
    """Return for each draft the index of the smallest other that holds its cue."""
    sizes = [sum(p.end - p.start for p in d.parts) for d in drafts]
    places = [d.cue.start if d.cue else d.parts[0].start for d in drafts]
    found: list[int | None] = [None] * len(drafts)
    starting = sorted(range(len(drafts)), key=lambda n: drafts[n].parts[0].start, reverse=True)
    running: list[int] = []
    for number in sorted(range(len(drafts)), key=places.__getitem__):
        place = places[number]
        while starting and drafts[starting[-1]].parts[0].start <= place:
            running.append(starting.pop())
        running = [n for n in running if drafts[n].parts[-1].end > place]
        holding = [(sizes[n], n) for n in running if n != number and _holds(drafts[n], place)]
        found[number] = min(holding)[1] if holding else None
    return found


def _holds(draft: Draft, place: int) -> bool:
    return any(p.start <= place < p.end for p in draft.parts)


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
