"""People of the tables, in the role they held on the day."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from standoff.actors.entity import Entity, Nature
from standoff.knowledge.actors import ActorTables
from standoff.knowledge.actors_people import Person, Role

RANKS = (
    "head_of_state",
    "head_of_government",
    "organisation_head",
    "foreign_minister",
    "rebel_leader",
    "opposition_leader",
    "defence_minister",
    "national_security_adviser",
    "deputy_foreign_minister",
    "un_ambassador",
    "spokesperson",
    "army_chief",
    "legislature_head",
    "envoy",
)
RANK = {office: place for place, office in enumerate(RANKS)}
PROMINENT = 5
"""How many ranks make a bare surname known without introduction."""
FORMER = 2
REMEMBERED = 20 * 365
"""The rank, and the days out of office, within which a bare surname still tells who it is."""
LOWEST = len(RANKS)


def rank_of(role: Role) -> int:
    """Return how prominent an office is, 0 the most."""
    return RANK.get(role.office, LOWEST)


def role_on(person: Person, day: date | None) -> tuple[Role, bool]:
    """Return the role held on a day and True, or the nearest one and False."""
    if day is None:
        return min(person.roles, key=rank_of), True
    held = [role for role in person.roles if role.period.holds(day)]
    if held:
        return min(held, key=rank_of), True
    return min(person.roles, key=lambda r: (r.period.distance(day), rank_of(r))), False


def entity_of_person(
    tables: ActorTables, person: Person, day: date | None
) -> tuple[Entity, str]:
    """Return a person as what they were on the day, and the rule that says so."""
    role, serving = role_on(person, day)
    actor = actor_of_role(tables, role)
    if day is None and len({actor_of_role(tables, r) for r in person.roles}) > 1:
        actor = _shared(person)
    entity = replace(entity_in_role(tables, person, role), actor=actor)
    return entity, "person.office-by-date" if serving else "person.out-of-office"


def entity_in_role(tables: ActorTables, person: Person, role: Role) -> Entity:
    """Return a person in one of their roles."""
    return Entity(
        key=person.id,
        actor=actor_of_role(tables, role),
        name=person.name,
        nature=Nature.PERSON,
        gender=person.gender,
        role=role.title,
        sector=role.sector,
        country=role.country,
        nouns=role_words(tables, role),
        office=role.office,
    )


def actor_of_role(tables: ActorTables, role: Role) -> tuple[str, ...]:
    """Return the code a role acts under: its group's or organisation's, or its country's."""
    if role.body and role.body in tables.groups:
        return (tables.groups[role.body].code,)
    if role.country:
        suffix = tables.nouns.suffixes.get(role.sector)
        return (f"{role.country} {suffix}" if suffix else role.country,)
    if role.body and role.body in tables.organisations:
        return (tables.organisations[role.body].code,)
    if role.body and role.body in tables.institutions:
        return (tables.institutions[role.body].code,)
    return ()


def _shared(person: Person) -> tuple[str, ...]:
    """Return the country that all roles share, none where they do not."""
    countries = {role.country for role in person.roles if role.country}
    return tuple(countries) if len(countries) == 1 else ()


def role_words(tables: ActorTables, role: Role) -> frozenset[str]:
    """Return the words a person in a role may be taken up by ("the president")."""
    return title_words(tables, role.title.lower(), role.office)


@lru_cache(maxsize=4096)
def title_words(tables: ActorTables, title: str, office: str | None) -> frozenset[str]:
    """Return the words that take up who holds a title: its own, and those of the office."""
    words = set(tables.nouns.takes_up["person"])
    words.add(title)
    words.update(
        noun.words
        for noun in tables.nouns.nouns.values()
        if noun.nature == "person" and f" {noun.words} " in f" {title} "
    )
    words.update(
        name for name, offices in tables.nouns.offices.items() if office in offices[:1]
    )
    return frozenset(words)
