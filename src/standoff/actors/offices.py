"""Offices by date: "the British prime minister", "the Secretary of State"."""

from dataclasses import replace

from standoff.actors.entity import Entity, Nature
from standoff.actors.people import entity_of_person, rank_of
from standoff.actors.phrases import is_indefinite
from standoff.actors.roles import FoundRole
from standoff.actors.scene import Scene
from standoff.knowledge.actors_people import Role


def holder(
    scene: Scene, head: int, role: FoundRole, owner: Entity
) -> tuple[Entity, str] | None:
    """Return who held an owner's office on the report's date; None where several or nobody."""
    if role.plural or role.former or is_indefinite(scene.parse, head):
        return None
    found = _holders(scene, role, owner)
    return _as_held(scene, found, role, "office.by-date")


def _holders(scene: Scene, role: FoundRole, owner: Entity) -> tuple[Role, ...]:
    day = scene.report.reading.day
    keys = (owner.key, *(code.split()[0] for code in owner.actor))
    if day is None:
        return ()
    tables = scene.report.tables
    for office in scene.nouns.offices.get(role.noun.words, ()):
        for key in dict.fromkeys(keys):
            found = tables.holders(key, office, day)
            if found:
                return found
    return ()


def of_one_country(scene: Scene, head: int, role: FoundRole) -> tuple[Entity, str] | None:
    """Return who held a title only one country has ("the Secretary of State")."""
    day = scene.report.reading.day
    if role.plural or role.former or is_indefinite(scene.parse, head):
        return None
    if " " not in role.noun.words:
        return None
    roles = scene.report.tables.roles_by_title.get(role.noun.words, ())
    if len({(r.country, r.body) for r in roles}) != 1:
        return None
    held = tuple(r for r in roles if day and r.period.holds(day))
    found = _as_held(scene, held, role, "office.title-of-one-country")
    if found or roles[0].country is None:
        return found
    code = roles[0].country
    entity = Entity(
        key=f"{code}:{role.noun.words}",
        actor=(code,),
        name=None,
        nature=Nature.PERSON,
        role=role.noun.words,
        sector=role.sector,
        country=code,
        nouns=frozenset({role.noun.words}),
    )
    return entity, "office.title-of-one-country"


def _as_held(
    scene: Scene, roles: tuple[Role, ...], role: FoundRole, rule: str
) -> tuple[Entity, str] | None:
    exact = tuple(r for r in roles if r.title.lower() == role.noun.words) or roles
    people = {r.person for r in exact}
    if len(people) != 1:
        return None
    chosen = min(exact, key=rank_of)
    tables = scene.report.tables
    entity, _ = entity_of_person(tables, tables.people[chosen.person], scene.report.reading.day)
    return replace(entity, nouns=entity.nouns | {role.noun.words}), rule
