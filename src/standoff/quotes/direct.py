"""Direct speech: which marks hold speech, and which stretches are one quote.

Not handled: speech without any marks, and marks that a report uses for irony alone.
"""

import re
from dataclasses import replace

from standoff.knowledge.quote_cues import QuoteCues
from standoff.model import Span, Token
from standoff.quotes.contents import is_finite
from standoff.quotes.leads import Lead, Side, lead_in, left_of, name_alone, right_of
from standoff.quotes.marks import Stretch
from standoff.quotes.reading import Draft, Reading

_ENDS = (",", ".", "?", "!", "…", "—", "-", "–")
_SENTENCE_ENDS = ".?!”\"’'»"
_SPACE_OR_MARK = " \u00a0’'”\"»"
_JOINS = re.compile(r"(?:,|—|-)\s*(?:(?:but|and|because|so|yet|that)\s*)?$")
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
_CONTINUES = frozenset(
    [
        "and",
        "but",
        "or",
        "is",
        "was",
        "are",
        "were",
        "to",
        "of",
        "in",
        "has",
        "had",
        "have",
        "that",
        "as",
    ]
)
_MIXING = frozenset({"that", "as", "like"})


def find_direct(
    reading: Reading, cues: QuoteCues, taken: tuple[Draft, ...]
) -> tuple[Draft, ...]:
    """Return the direct quotes of a report, split and continued ones as one.

    ``taken`` are quotes found otherwise; marks inside them are theirs.
    """
    drafts: list[Draft] = []
    last: Stretch | None = None
    for stretch in reading.marked:
        if _is_taken(stretch, taken):
            continue
        lead = speech(reading, stretch, cues)
        if last is not None and _goes_on(reading, drafts[-1], last, stretch, lead):
            drafts[-1] = _joined(reading, drafts[-1], stretch, lead)
            last = stretch
        elif lead is not None:
            part = _bare(reading, stretch.inner)
            drafts.append(Draft((part,), lead.cue, lead.entry, lead.speaker, "direct", True))
            last = stretch
    return tuple(drafts)


def _is_taken(stretch: Stretch, taken: tuple[Draft, ...]) -> bool:
    return any(
        p.start < stretch.inner.end and stretch.inner.start < p.end
        for d in taken
        for p in d.parts
    )


def speech(reading: Reading, stretch: Stretch, cues: QuoteCues) -> Lead | None:
    """Return the lead of a stretch that is speech; None for a title or fragment."""
    left, right = left_of(reading, stretch), right_of(reading, stretch)
    if not left or reading.text[left[-1][1].end - 1] in _SENTENCE_ENDS:
        return _at_start(reading, stretch, right, cues)
    return _after_words(reading, stretch, left, cues)


def _at_start(reading: Reading, stretch: Stretch, right: Side, cues: QuoteCues) -> Lead | None:
    """Judge marks that open a sentence by the words after them."""
    inside = [t for p in reading.parses_in(stretch.inner) for t in p.tokens_in(stretch.inner)]
    is_clause = any(t.tag in _VERBAL for t in inside)
    body = [t for _, t in right if t.pos != "PUNCT"]
    lead = lead_in(right, cues, backwards=False)
    several = is_clause and _holds_sentences(reading, stretch)
    if not _is_ended(reading, stretch) and not several:
        near = lead is not None and lead.cue is not None and body[0].end >= lead.cue.start - 40
        if lead is None or not near or _carries_on(body, lead):
            return None
    if not body:
        return Lead() if is_clause else None
    if lead is not None:
        return None if _carries_on(body, lead) else lead
    if (named := name_alone(right)) is not None:
        return named
    whole = is_clause and reading.text[stretch.inner.end - 1] in ".?!"
    return Lead() if whole or several else None


def _holds_sentences(reading: Reading, stretch: Stretch) -> bool:
    """Marks around several sentences hold speech, also where the last is broken off."""
    return ". " in stretch.inner.of(reading.text)


def _is_ended(reading: Reading, stretch: Stretch) -> bool:
    inner = stretch.inner.of(reading.text).rstrip(_SPACE_OR_MARK)
    after = reading.text[stretch.outer.end : stretch.outer.end + 1]
    return not stretch.closed or inner.endswith(_ENDS) or (after != "" and after in ",.?!")


def _carries_on(body: list[Token], lead: Lead) -> bool:
    """*“We are worried” and will work on, he said*: the clause goes on outside."""
    if not body or lead.cue is None or body[0].text.lower() not in _CONTINUES:
        return False
    return any(t.tag in _VERBAL for t in body if t.end <= lead.cue.start)


def _after_words(
    reading: Reading, stretch: Stretch, left: Side, cues: QuoteCues
) -> Lead | None:
    """Judge marks inside a sentence by the words that lead to them."""
    last = left[-1][1]
    lead = lead_in(left, cues, backwards=True)
    if lead is None or lead.cue is None or not _is_ended(reading, stretch):
        return None
    if lead.entry and lead.entry.pos == "noun" and last.text != ":":
        return None
    between = [t for _, t in left if t.start >= lead.cue.end]
    if any(t.text.lower() in _MIXING and t.tag == "IN" for t in between):
        return None
    if not between:
        return lead if last.text == ":" or _stands_alone(reading, stretch) else None
    return lead if last.text in {",", ":"} and not _reports_already(between) else None


def _reports_already(between: list[Token]) -> bool:
    """*said there is one rule: “…”*: the words reported begin before the marks."""
    return any(is_finite(t) for t in between)


def _stands_alone(reading: Reading, stretch: Stretch) -> bool:
    """Words right after a cue are speech where they are a clause or begin like one."""
    inner = stretch.inner.of(reading.text)
    tokens = (t for p in reading.parses_in(stretch.inner) for t in p.tokens_in(stretch.inner))
    return inner[:1].isupper() or any(t.tag in _VERBAL for t in tokens)


def _goes_on(
    reading: Reading, draft: Draft, last: Stretch, stretch: Stretch, lead: Lead | None
) -> bool:
    """Tell whether a stretch goes on with the quote before it."""
    between = reading.text[last.outer.end : stretch.outer.start]
    if not last.closed and stretch.paragraph <= last.paragraph + 1 and not between.strip():
        return True
    if last.paragraph != stretch.paragraph:
        return False
    cued = draft.cue is not None and last.outer.end <= draft.cue.start < stretch.outer.start
    if lead is not None and lead.cue is not None:
        return lead.cue == draft.cue or (draft.cue is None and not between.strip())
    if lead is not None:
        return (cued or not between.strip()) and _sentences(between) < 2
    return cued and _JOINS.search(between) is not None and not _sentences(between)


def _sentences(between: str) -> int:
    return (
        sum(between.count(end) for end in (". ", "? ", "! "))
        - between.count("Mr. ")
        - between.count("Mrs. ")
    )


def _joined(reading: Reading, draft: Draft, stretch: Stretch, lead: Lead | None) -> Draft:
    grown = replace(draft, parts=(*draft.parts, _bare(reading, stretch.inner)))
    if draft.cue is None and lead is not None and lead.cue is not None:
        speaker = lead.speaker or draft.speaker
        grown = replace(grown, cue=lead.cue, entry=lead.entry, speaker=speaker)
    return grown


def _bare(reading: Reading, span: Span) -> Span:
    text = span.of(reading.text)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, span.start + len(text.rstrip()))
