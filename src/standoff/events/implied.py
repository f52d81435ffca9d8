"""Recipients a report leaves to be understood: the other side of the dispute.

"Hamas refused to extend the truce" is a refusal to the one it deals with. The other side is
taken from the sentence, else from the acts told before; the rule says so. Not handled:
disputes of more than two sides where the act names none; a demand may be made of nobody.
"""

from dataclasses import replace

from standoff.model import Event, Mention, MentionKind, Mentions, Span

AIMED = frozenset({"REJECT", "THREATEN", "SANCTION", "ACCUSE", "AGREE", "ASSAULT", "COERCE",
                   "CONSULT", "RETREAT", "CONCEDE", "MOBILIZE"})  # fmt: skip
IMPLIED = "+implied"
Codes = tuple[str, ...]


def imply_recipients(events: tuple[Event, ...], mentions: Mentions) -> tuple[Event, ...]:
    """Return the events in text order, recipients understood from the report filled in."""
    other: dict[Codes, Codes] = {}
    found: list[Event] = []
    for event in events:
        if not event.recipient and event.type in AIMED:
            event = _with_other(event, mentions, other)
        found.append(event)
        if event.recipient and IMPLIED not in event.rule:
            other[event.actor] = event.recipient
            other.setdefault(event.recipient, event.actor)
    return tuple(found)


def _with_other(event: Event, mentions: Mentions, other: dict[Codes, Codes]) -> Event:
    named = _in_sentence(event, mentions)
    if named is not None:
        return replace(
            event,
            recipient=named.actor,
            recipient_span=named.span,
            rule=f"{event.rule}{IMPLIED}.sentence",
        )
    codes = other.get(event.actor)
    if codes is None:
        return event
    return replace(event, recipient=codes, rule=f"{event.rule}{IMPLIED}.dispute")


def _in_sentence(event: Event, mentions: Mentions) -> Mention | None:
    """Return the one other side that the act's own sentence names."""
    spans = [s for s in (event.condition, event.content, event.sentence) if s is not None]
    for span in spans:
        others = _others(event, span, mentions)
        if len({m.actor for m in others}) == 1:
            return others[0]
    return None


def _others(event: Event, span: Span, mentions: Mentions) -> list[Mention]:
    return [
        m
        for m in mentions.within(span)
        if m.actor
        and m.kind is not MentionKind.PLACE
        and not set(m.actor) & set(event.actor)
        and not set(m.actor) & set(event.attributed_to)
    ]
