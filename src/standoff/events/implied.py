"""Recipients a report leaves to be understood: the other side of the dispute.

"Hamas refused to extend the truce" is a refusal to the one it deals with. The other side is
taken from the sentence, else from all the acts of the report; the rule says so. Not handled:
disputes of more than two sides where the act names none; a demand may be made of nobody.
"""

from collections import Counter
from dataclasses import replace

from standoff.events.direction import UNKNOWN
from standoff.model import Event, Mention, MentionKind, Mentions, Quote, Span, Status

AIMED = frozenset({"REJECT", "THREATEN", "SANCTION", "ACCUSE", "AGREE", "ASSAULT", "RETREAT",
                   "CONCEDE"})  # fmt: skip
ANSWERS = frozenset({"REJECT", "ACCUSE", "THREATEN"})
NEAR = 250
"""How many characters before a sentence an act may stand that is answered in it."""
CONFLICT = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",
                      "COERCE", "ASSAULT"})  # fmt: skip
TOLD_ONLY = frozenset({"PROTEST"})
FOUGHT = CONFLICT - {"REJECT"}
PAIR = "group.pair"
ALLIED = frozenset({"SUPPORT", "AID", "COOPERATE"})
CIVILIANS, REBELS = "CIV", "REB"
WEIGHT = 2
AHEAD = 2
IMPLIED = "+implied"
Codes = tuple[str, ...]


def imply_recipients(
    events: tuple[Event, ...],
    mentions: Mentions,
    quotes: tuple[Quote, ...],
    joined: tuple[tuple[Codes, Codes], ...],
) -> tuple[Event, ...]:
    """Return the events, recipients understood from the report filled in."""
    opponents, talking = _opponents(events), _talking(joined)
    speakers = frozenset(quote.speaker_span for quote in quotes)
    named = Mentions(m for m in mentions if m.span not in speakers or _pairs(m))
    found: list[Event] = []
    for event in events:
        known = talking | opponents if event.type in FOUGHT else opponents | talking
        if not event.recipient and event.type in AIMED | TOLD_ONLY:
            event = _with_other(event, named, known)
        if not event.recipient and event.type in ANSWERS:
            event = _with_answered(event, found)
        found.append(event)
    return tuple(found)


def _with_answered(event: Event, before: list[Event]) -> Event:
    """Return an answer with whose act it answers: the last that another did just before."""
    for other in reversed(before):
        if event.sentence.start - other.sentence.end > NEAR:
            break
        for codes in (other.actor, other.recipient):
            if codes and codes != UNKNOWN and not _is_own(event.actor, codes):
                return replace(event, recipient=codes, rule=f"{event.rule}{IMPLIED}.recent")
    return event


def imply_actors(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events; a deed without a doer takes the one named elsewhere, or is dropped.

    "Airstrikes continued" are those of the one party that the report says strikes.
    """
    doers: dict[str, set[Codes]] = {}
    for event in events:
        if event.actor and event.status is Status.ACTUAL:
            doers.setdefault(event.type, set()).add(event.actor)
    found = []
    for event in events:
        if event.actor:
            found.append(event)
        elif len(doers.get(event.type, ())) == 1 and event.status is Status.ACTUAL:
            (actor,) = doers[event.type]
            if not set(actor) & set(event.recipient):
                found.append(replace(event, actor=actor, rule=f"{event.rule}{IMPLIED}.doer"))
    return tuple(found)


def _opponents(events: tuple[Event, ...]) -> dict[Codes, Codes]:
    """Return whom each actor has to do with most, acts of conflict counting double."""
    counts: dict[Codes, Counter[Codes]] = {}
    for event in events:
        if event.actor == UNKNOWN:
            continue  # not one party, but all that are not known
        if event.actor and event.recipient and event.type not in ALLIED:
            weight = WEIGHT if event.type in CONFLICT else 1
            for one, two in ((event.actor, event.recipient), (event.recipient, event.actor)):
                counts.setdefault(one, Counter())[two] += weight
    return {one: codes for one, others in counts.items() if (codes := _clear(others))}


def _talking(joined: tuple[tuple[Codes, Codes], ...]) -> dict[Codes, Codes]:
    """Return with whom each actor negotiates, where that is clear."""
    counts: dict[Codes, Counter[Codes]] = {}
    for one, two in joined:
        counts.setdefault(one, Counter())[two] += 1
        counts.setdefault(two, Counter())[one] += 1
    return {one: codes for one, others in counts.items() if (codes := _clear(others))}


def _clear(others: Counter[Codes]) -> Codes | None:
    """Return the first of some opponents where it is clearly ahead of the second."""
    (first, most), *rest = others.most_common(2)
    return first if not rest or most >= AHEAD * rest[0][1] else None


def _pairs(mention: Mention) -> bool:
    return mention.rule.startswith(PAIR)


def _is_pair(event: Event, mentions: Mentions) -> bool:
    """Tell whether the sides of a dispute act alike, on each other ("all sides warned")."""
    acting = mentions.within(event.actor_span) if event.actor_span else ()
    return len(event.actor) > 1 and any(map(_pairs, acting))


def _is_own(actor: Codes, other: Codes) -> bool:
    """Tell whether two sides share a member, or one is the other's own people."""
    if set(actor) & set(other):
        return True
    people = {f"{code[:3]} {CIVILIANS}" for code in actor if REBELS not in code}
    return set(other) <= people or set(actor) <= {f"{code[:3]} {CIVILIANS}" for code in other}


def _with_other(event: Event, mentions: Mentions, opponents: dict[Codes, Codes]) -> Event:
    if event.type in CONFLICT and _is_pair(event, mentions):
        return replace(event, recipient=event.actor, rule=f"{event.rule}{IMPLIED}.each-other")
    named = _in_sentence(event, mentions)
    if named is not None:
        return replace(
            event,
            recipient=named.actor,
            recipient_span=named.span,
            rule=f"{event.rule}{IMPLIED}.sentence",
        )
    codes = opponents.get(event.actor)
    if codes is None or event.type in TOLD_ONLY or _is_own(event.actor, codes):
        return event
    return replace(event, recipient=codes, rule=f"{event.rule}{IMPLIED}.dispute")


def _in_sentence(event: Event, mentions: Mentions) -> Mention | None:
    """Return the other side that condition or content names first, or the sentence alone."""
    for span in (event.condition, event.content):
        others = _others(event, span, mentions) if span is not None else []
        if others:
            return others[0]
    others = _others(event, event.sentence, mentions)
    return others[0] if len({m.actor for m in others}) == 1 else None


def _others(event: Event, span: Span, mentions: Mentions) -> list[Mention]:
    return [
        m
        for m in mentions.within(span)
        if m.actor
        and m.kind not in {MentionKind.PLACE, MentionKind.MODIFIER}
        and not (set(m.actor) & set(event.actor))
        and (event.type in TOLD_ONLY or not _is_own(event.actor, m.actor))
        and not set(m.actor) & set(event.attributed_to)
    ]
