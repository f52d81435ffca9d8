"""Speakers that the words before a quotation give, where it has no cue of its own."""

from dataclasses import replace

from standoff.knowledge.quote_cues import QuoteCues
from standoff.model import Parse, Span
from standoff.quotes.leads import lead_in
from standoff.quotes.reading import Draft, Reading


def with_context(reading: Reading, drafts: list[Draft], cues: QuoteCues) -> list[Draft]:
    """Return the drafts with the speakers that context gives."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.is_direct and draft.speaker is None and draft.cue is None:
            draft = _led_in(reading, draft, cues) or _same_speaker(reading, draft, found)
        found.append(draft)
    return found


def _led_in(reading: Reading, draft: Draft, cues: QuoteCues) -> Draft | None:
    """*From Oslo, Ms Lind reports:* and then the words, in a sentence of their own."""
    parse = _sentence_before(reading, draft.parts[0])
    if parse is None or parse.tokens[-1].text != ":":
        return None
    lead = lead_in([(parse, t) for t in parse.tokens], cues, backwards=True)
    if lead is None:
        return None
    return replace(draft, cue=lead.cue, entry=lead.entry, speaker=lead.speaker)


def _sentence_before(reading: Reading, part: Span) -> Parse | None:
    own = reading.parse_at(part.start)
    return None if own is None else reading.parse_before(own)


def _same_speaker(reading: Reading, draft: Draft, before: list[Draft]) -> Draft:
    """Words in marks alone are spoken by whoever spoke last, one paragraph back at most."""
    said = [d for d in before if d.speaker and (d.entry is None or d.entry.attitude == "said")]
    if not said:
        return draft
    last = said[-1]
    here, there = (reading.paragraph_at(d.parts[0].start) for d in (draft, last))
    if here is None or there is None:
        return draft
    alone = reading.is_only_marked(here)
    if here == there or (here - there == 1 and alone):
        return replace(draft, speaker=last.speaker)
    return draft
