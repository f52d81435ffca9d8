"""Known names in a sentence, each with the one thing it stands for on the day."""

from dataclasses import dataclass, replace

from standoff.actors.entity import Entity, Nature
from standoff.actors.people import entity_of_person
from standoff.actors.reading import COUNTRY_KINDS, RANK, Match, Reading
from standoff.knowledge.actors import ActorTables
from standoff.knowledge.actors_bodies import Body
from standoff.knowledge.actors_forms import FormKind, Referent
from standoff.knowledge.actors_nouns import RoleNouns
from standoff.model import Parse

QUALIFYING = frozenset({FormKind.ADJECTIVE, FormKind.DEMONYM, FormKind.DEMONYM_PLURAL})
NATURES = {
    FormKind.ORGANISATION: Nature.ORGANISATION,
    FormKind.GROUP: Nature.GROUP,
    FormKind.INSTITUTION: Nature.BODY,
}
PLACES = frozenset({FormKind.NAME, FormKind.CAPITAL, FormKind.SEAT, FormKind.REGION})
ARMED = frozenset({"REB", "MIL"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A name at tokens ``first`` to ``last``; ``head`` is the one the others hang from.

    ``aside`` tells that it only says whom something is for, against or backed by.
    """

    first: int
    last: int
    head: int
    form: str
    kind: FormKind
    kinds: frozenset[FormKind]
    entity: Entity
    rule: str
    aside: bool


def anchors_of(
    reading: Reading, parse: Parse, matches: tuple[Match, ...]
) -> tuple[Anchor, ...]:
    """Return the names of a sentence that stand for something."""
    named = frozenset(i for m in matches for i in range(m.first, m.last + 1))
    whole = (m for m in matches if not _in_a_longer_name(reading, parse, m, named))
    found = (_anchor(reading, parse, match) for match in whole)
    return tuple(anchor for anchor in found if anchor)


def _anchor(reading: Reading, parse: Parse, match: Match) -> Anchor | None:
    head = head_of(parse, match.first, match.last)
    referents = tuple(
        r for r in reading.tables.forms[match.form] if _fits(reading, parse, match, head, r)
    )
    chosen = _choose(reading, referents)
    if chosen is None:
        return None
    entity, rule = entity_of(reading, chosen, match.form)
    return Anchor(
        first=match.first,
        last=match.last,
        head=head,
        form=match.form,
        kind=chosen.kind,
        kinds=frozenset(r.kind for r in referents if r.id == chosen.id),
        entity=entity,
        rule=rule,
        aside=_is_aside(reading.tables.nouns, parse, match),
    )


def head_of(parse: Parse, first: int, last: int) -> int:
    """Return the token from which the others of a stretch hang."""
    for index in range(last, first - 1, -1):
        token = parse.tokens[index]
        if not first <= token.head <= last or token.head == index:
            return index
    return last


def _fits(reading: Reading, parse: Parse, match: Match, head: int, referent: Referent) -> bool:
    kind = referent.kind
    if kind in {FormKind.CONTEXT, FormKind.DEFINITE}:
        return _company(reading, parse, match, head, referent)
    if kind is FormKind.PERSON:
        return True
    return not (kind in PLACES and _in_a_name(reading, parse, match))


def _company(
    reading: Reading, parse: Parse, match: Match, head: int, referent: Referent
) -> bool:
    context = reading.tables.contexts[referent.id]
    if context.report and not any(form in reading.forms for form in context.report):
        return False
    if any(form in reading.forms for form in context.unless):
        return False
    if referent.kind is FormKind.CONTEXT:
        return True
    before = parse.tokens[match.first - 1].text.lower() if match.first else ""
    return before == "the" and parse.tokens[head].dep not in {"compound", "amod", "nmod"}


def _in_a_name(reading: Reading, parse: Parse, match: Match) -> bool:
    """Tell whether a place name is the surname in somebody's name ("Michael Jordan")."""
    token = parse.tokens[match.first]
    if match.first == 0 or match.first != match.last or token.pos != "PROPN":
        return False
    before = parse.tokens[match.first - 1]
    return (
        before.pos == "PROPN"
        and before.head == token.index
        and before.dep == "compound"
        and (
            before.text.isalpha()
            and before.text.istitle()
            and token.dep not in {"compound", "nmod"}
            and before.lemma.lower() not in reading.tables.nouns.among("not_given_names")
        )
    )


def _in_a_longer_name(
    reading: Reading, parse: Parse, match: Match, named: frozenset[int]
) -> bool:
    """Tell whether a common word for a body is another's: by its name, or by its owner.

    "The Social Democrats", "Chile's Senate".
    """
    last = parse.tokens[match.last]
    before = parse.tokens[match.first - 1] if match.first else None
    if last.lemma.lower() not in reading.tables.nouns.among("common_bodies"):
        return False
    if match.first == match.last and named.intersection(parse.childs(last.index, "poss")):
        return True
    if before is None or before.index in named or before.pos != "PROPN":
        return False
    return before.dep == "compound" and before.head == last.index and before.text.istitle()


def _choose(reading: Reading, referents: tuple[Referent, ...]) -> Referent | None:
    """Return the one thing a form stands for on the day in this report; None is open."""
    alive = _alive(reading, referents)
    if len({(r.kind in COUNTRY_KINDS, r.id) for r in alive}) <= 1:
        return min(alive, key=lambda r: RANK[r.kind], default=None)
    if not any(r.kind in COUNTRY_KINDS for r in alive):
        named = tuple(r for r in alive if _country(reading, r) in reading.states)
        alive = named or alive
    best = min(RANK[r.kind] for r in alive)
    top = [r for r in alive if RANK[r.kind] == best]
    if len({r.id for r in top}) > 1:
        top = [r for r in top if r.id in reading.states] or top
    return top[0] if len({r.id for r in top}) == 1 else _by_role(reading, top)


def _alive(reading: Reading, referents: tuple[Referent, ...]) -> tuple[Referent, ...]:
    """Return what a form stood for on the day; without a day, what it stands for still."""
    if reading.day is None:
        return tuple(r for r in referents if r.end is None) or referents
    return tuple(r for r in referents if r.holds(reading.day)) or referents


def _country(reading: Reading, referent: Referent) -> str | None:
    body = reading.tables.body(referent)
    if body:
        return body.country
    person = reading.tables.people.get(referent.id)
    return person.roles[0].country if person else None


def _by_role(reading: Reading, referents: list[Referent]) -> Referent | None:
    """Return the one of several people of one name who held a role on the day."""
    if reading.day is None or any(r.kind is not FormKind.PERSON for r in referents):
        return None
    day, people = reading.day, reading.tables.people
    serving = [r for r in referents if any(x.period.holds(day) for x in people[r.id].roles)]
    return serving[0] if len(serving) == 1 else None


def _is_aside(nouns: RoleNouns, parse: Parse, match: Match) -> bool:
    tokens = parse.tokens
    if match.first > 1 and tokens[match.first - 1].text == "-":
        return tokens[match.first - 2].text.lower() in nouns.among("opposed")
    if match.last + 2 < len(tokens) and tokens[match.last + 1].text == "-":
        return tokens[match.last + 2].text.lower() in nouns.among("supported")
    return False


def entity_of(reading: Reading, referent: Referent, form: str) -> tuple[Entity, str]:
    """Return what a referent is, and the rule that says so."""
    tables = reading.tables
    if referent.kind is FormKind.PERSON:
        return entity_of_person(tables, tables.people[referent.id], reading.day)
    body = tables.body(referent)
    if body:
        entity = replace(entity_of_body(reading.tables, referent.kind, body), name=form)
        return entity, f"name.{referent.kind.value}"
    if referent.kind in {FormKind.CONTEXT, FormKind.DEFINITE}:
        context = tables.contexts[referent.id]
        nature = Nature(context.nature)
        nouns = tables.nouns.takes_up.get(nature.value, frozenset())
        if any(code.endswith(" REB") for code in context.actor):
            nouns |= tables.nouns.takes_up["armed"]
        plural = len(context.actor) > 1
        entity = Entity(referent.id, context.actor, form, nature, nouns=nouns, plural=plural)
        return entity, f"name.context.{referent.id}"
    return entity_of_state(reading, referent, form), f"name.country.{referent.kind.value}"


def entity_of_state(reading: Reading, referent: Referent, form: str) -> Entity:
    """Return a state; its capital and seat keep the name they were called by."""
    by_place = referent.kind in {FormKind.CAPITAL, FormKind.SEAT, FormKind.REGION}
    return Entity(
        key=referent.id,
        actor=(referent.id,),
        name=form if by_place else reading.tables.countries[referent.id].name,
        nature=Nature.STATE,
        country=referent.id,
        nouns=_state_nouns(reading.tables, referent),
    )


def _state_nouns(tables: ActorTables, referent: Referent) -> frozenset[str]:
    words = tables.state_words.get(referent.id, tables.nouns.takes_up["state"])
    if referent.kind is FormKind.REGION:
        return words | tables.nouns.takes_up["region"]
    return words


def entity_of_body(tables: ActorTables, kind: FormKind, body: Body) -> Entity:
    """Return an organisation, group or institution under its code."""
    nature = NATURES[kind]
    nouns = tables.nouns.takes_up[nature.value] if nature is not Nature.BODY else ()
    words = frozenset(body.descriptions) | frozenset(nouns)
    if nature is Nature.GROUP and body.sector in ARMED:
        words |= tables.nouns.takes_up["armed"]
    return Entity(
        key=body.id,
        actor=_code(tables, body),
        name=body.name,
        nature=nature,
        sector=body.sector,
        country=body.country,
        nouns=words | {body.kind.replace("_", " ")},
    )


def _code(tables: ActorTables, body: Body) -> tuple[str, ...]:
    """Return a body's code; media have one only where they speak for their state."""
    if body.sector == "MED" and body.id not in tables.nouns.among("state_media"):
        return ()
    code = tables.nouns.led_by.get(body.code, body.code)
    return (code,) if code else ()
