"""Positions from events and quotations: demand, offer, accept, refuse, defer, threaten, assure.

Not handled: a stance told over several sentences.
"""

from collections.abc import Iterator

from standoff.knowledge.matters import Matters
from standoff.model import Document, Event, Parse, Position, Quote, Span, Stance, Status
from standoff.positions.issues import Issue, acted_issue, named_issue, worded_issue
from standoff.positions.settle import PUT, settle_issues
from standoff.positions.several import several_matters

STANCES = {"REQUEST": Stance.DEMAND, "REJECT": Stance.REFUSE, "THREATEN": Stance.THREATEN}
TOLD = frozenset({Status.ACTUAL})
ONLY_UNLESS = ("unless", "until")


def take_positions(
    document: Document,
    parses: tuple[Parse, ...],
    quotes: tuple[Quote, ...],
    events: tuple[Event, ...],
    matters: Matters,
) -> tuple[Position, ...]:
    """Return the positions a report states, in text order."""
    by_start = {parse.sentence.span.start: parse for parse in parses}
    found = [*_from_events(document, by_start, events, matters)]
    found += _deferred(document, parses, quotes, matters)
    ordered = sorted(_distinct(found), key=lambda p: (p.evidence, p.content or p.evidence))
    return settle_issues([(p, _issue(by_start, p, matters)) for p in ordered])


def _issue(by_start: dict[int, Parse], position: Position, matters: Matters) -> Issue | None:
    """Return the matter of a stance: of a threat or a conditional promise its condition's."""
    parse = by_start.get(position.evidence.start)
    if parse is None:
        return None
    content, condition = position.content or position.evidence, position.condition
    turns = condition is not None and (
        position.stance is Stance.THREATEN or position.rule == "position.condition.agree"
    )
    for span in (condition if turns else None, content):
        issue = named_issue(parse, span, matters) if span else None
        if issue is not None:
            return issue
    if position.stance is Stance.DEFER:
        return None
    return worded_issue(parse, content, matters) or (
        acted_issue(parse, content) if position.stance in PUT else None
    )


def _distinct(positions: list[Position]) -> list[Position]:
    kept: dict[tuple[object, ...], Position] = {}
    for position in positions:
        kept.setdefault((position.party, position.stance, position.content), position)
    return list(kept.values())


def _from_events(
    document: Document, by_start: dict[int, Parse], events: tuple[Event, ...], matters: Matters
) -> Iterator[Position]:
    for event in events:
        stance = _stance(document, event, matters)
        if stance is None or event.content is None or event.status not in TOLD:
            continue
        parse = by_start.get(event.sentence.start)
        on = several_matters(parse, event.content, matters) if parse else (event.content,)
        if len(on) > 1 and event.mode == "invite":
            stance = Stance.OFFER  # who invites to talks on something puts it on the table
        for content in on:
            yield _position(event, stance, content)


def _position(event: Event, stance: Stance, content: Span) -> Position:
    return Position(
        party=event.actor,
        stance=stance,
        addressee=event.recipient,
        issue=None,
        content=content,
        evidence=event.sentence,
        condition=event.condition,
        rule=f"position.{stance.value}.{event.type.lower()}",
        events=(event.id,),
        attributed_to=event.attributed_to,
    )


def _stance(document: Document, event: Event, matters: Matters) -> Stance | None:
    lemma = (event.entry or "").split(".")[1:2]
    words = event.content.of(document.text).lower() if event.content else ""
    if event.type == "AGREE":
        return _commitment(event, lemma, matters)
    if event.type == "REJECT":
        if any(phrase in words for phrase in matters.lists["assuring_phrases"]):
            return Stance.ASSURE
        marker = event.condition.of(document.text).lower() if event.condition else ""
        return Stance.CONDITION if marker.startswith(ONLY_UNLESS) else Stance.REFUSE
    if event.type == "REQUEST" and matters.lists["offering"].intersection(lemma) - {"invite"}:
        return Stance.OFFER
    return STANCES.get(event.type)


def _commitment(event: Event, lemma: list[str], matters: Matters) -> Stance:
    if event.condition is not None:
        return Stance.CONDITION
    if matters.lists["accepting"].intersection(lemma):
        return Stance.ACCEPT
    return Stance.ASSURE if matters.lists["assuring"].intersection(lemma) else Stance.OFFER


def _deferred(
    document: Document, parses: tuple[Parse, ...], quotes: tuple[Quote, ...], matters: Matters
) -> Iterator[Position]:
    """Yield a deferral for each quotation that says its speaker has not decided."""
    for quote in quotes:
        for part in quote.parts:
            words = part.of(document.text).lower()
            phrases = matters.lists["deferring_phrases"]
            if quote.speaker_actor and any(phrase in words for phrase in phrases):
                yield _deferral(parses, quote, part)


def _deferral(parses: tuple[Parse, ...], quote: Quote, part: Span) -> Position:
    parse = next(p for p in reversed(parses) if p.sentence.span.start <= part.start)
    return Position(
        party=quote.speaker_actor,
        stance=Stance.DEFER,
        addressee=(),
        issue=None,
        content=part,
        evidence=parse.sentence.span,
        condition=None,
        rule="position.defer.quote",
    )
