"""Where an act was: a place its own clause names, else the dateline, and says which.

Not handled: places told in another sentence; streets and buildings.
"""

from dataclasses import replace

from standoff.knowledge.places import Gazetteer
from standoff.model import Document, Event, MentionKind, Mentions, Parse, Token, Where

AT = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around"})
SAID = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONSULT"})
CLAUSE = frozenset({"xcomp", "conj", "dobj", "pobj", "prep", "advcl", "acl", "acomp", "pcomp"})


def locate_events(
    document: Document,
    parses: tuple[Parse, ...],
    mentions: Mentions,
    events: tuple[Event, ...],
    gazetteer: Gazetteer,
) -> tuple[Event, ...]:
    """Return the events with the place each was at, where the report says one."""
    by_start = {parse.sentence.span.start: parse for parse in parses}
    countries = frozenset(code for m in mentions for code in m.actor if len(code) == 3)
    there = _dateline(document, gazetteer)
    located = []
    for event in events:
        parse = by_start.get(event.sentence.start)
        named = _named(event, parse, mentions, gazetteer, countries) if parse else None
        located.append(replace(event, where=named or (there if event.type in SAID else None)))
    return tuple(located)


def _dateline(document: Document, gazetteer: Gazetteer) -> Where | None:
    line = document.dateline
    if line is None or line.place is None:
        return None
    name = line.place.title() if line.place.isupper() else line.place
    return _where(name, "dateline", gazetteer, frozenset())


def _where(name: str, basis: str, gazetteer: Gazetteer, countries: frozenset[str]) -> Where:
    place = gazetteer.find(name, countries)
    if place is None:
        return Where(name, basis)
    return Where(
        name, basis, None, place.country, place.geonames_id, place.latitude, place.longitude
    )


def _named(
    event: Event,
    parse: Parse,
    mentions: Mentions,
    gazetteer: Gazetteer,
    countries: frozenset[str],
) -> Where | None:
    tokens = parse.tokens_in(event.trigger)
    for index in _clause(parse, tokens[-1].index) if tokens else ():
        for preposition in parse.childs(index, "prep"):
            noun = parse.child(preposition, "pobj")
            if noun is None or parse.tokens[preposition].lemma.lower() not in AT:
                continue
            where = _place(parse, noun, mentions, gazetteer, countries)
            if where is not None:
                return where
    return None


def _clause(parse: Parse, trigger: int) -> tuple[int, ...]:
    """Return the words whose places are the act's: it, its objects, and what governs it."""
    below = parse.childs(trigger, "dobj", "nsubjpass", "nsubj", "conj")
    above = []
    index = trigger
    while parse.tokens[index].dep in CLAUSE and parse.tokens[index].head != index:
        index = parse.tokens[index].head
        above.append(index)
    return (trigger, *below, *above)


def _place(
    parse: Parse,
    noun: int,
    mentions: Mentions,
    gazetteer: Gazetteer,
    countries: frozenset[str],
) -> Where | None:
    first = noun
    while first > 0 and _is_part(parse.tokens[first - 1], noun):
        first -= 1
    span = parse.span(first, noun)
    name = "".join(
        t.text + (" " if t.index < noun else "") for t in parse.tokens[first : noun + 1]
    )
    mention = mentions.at(parse.tokens[noun].start)
    if mention is not None and mention.kind is MentionKind.PLACE and len(mention.actor) == 1:
        known = _where(name, "explicit", gazetteer, frozenset(mention.actor))
        return replace(known, span=span, country=known.country or mention.actor[0])
    if parse.tokens[noun].pos == "PROPN" and gazetteer.find(name) is not None:
        return replace(_where(name, "explicit", gazetteer, countries), span=span)
    return None


def _is_part(token: Token, head: int) -> bool:
    return token.pos == "PROPN" and token.dep == "compound" and token.head == head
