"""What stands beside a name: office, rank and gender before it, an apposition behind."""

from dataclasses import dataclass, replace

from standoff.actors.anchors import QUALIFYING
from standoff.actors.composition import compose
from standoff.actors.entity import Entity
from standoff.actors.roles import FoundRole, honorific, role_at
from standoff.actors.scene import Scene
from standoff.knowledge.actors_nouns import Honorific

Resolved = tuple[Entity, str]


@dataclass(frozen=True, slots=True)
class Introduction:
    """What stands beside a name: title, gender, and the owner of the office."""

    role: FoundRole | None
    gender: str | None
    sector: str | None
    office: Resolved | None
    first: int
    owned: bool = False


def introduction(scene: Scene, head: int, name_first: int) -> Introduction:
    """Return the title before a name, or else the apposition behind it."""
    edge = _title_edge(scene, min(scene.edge(head), name_first))
    before = _title_before(scene, head, edge, name_first)
    if before.office:
        return before
    for child in scene.parse.childs(head, "appos"):
        role = role_at(scene.nouns, scene.parse, child)
        if child < head or role is None:
            continue
        office = compose(scene, child, role)
        return replace(
            before,
            role=before.role or role,
            gender=before.gender or role.noun.gender,
            sector=before.sector or role.sector,
            office=office or before.office,
            owned=office is None and scene.parse.child(child, "prep", "poss") is not None,
        )
    return before


def _title_edge(scene: Scene, edge: int) -> int:
    """Return where the titles before a name start, however they were parsed."""
    tokens = scene.parse.tokens
    while edge > 0:
        before = tokens[edge - 1]
        anchor = scene.by_token.get(edge - 1)
        dotted = before.text == "." and edge > 1 and honorific(scene.nouns, tokens[edge - 2])
        adjective = anchor is not None and anchor.kind in QUALIFYING
        if not (dotted or adjective or honorific(scene.nouns, before)):
            return edge
        edge -= 1
    return edge


def _title_before(scene: Scene, head: int, edge: int, name_first: int) -> Introduction:
    """Return the office, rank and gender that the words before a name tell."""
    roles, titles = _titles(scene, edge, name_first)
    gender = next((t.gender for t in titles if t.gender), None)
    sector = next((t.sector for t in titles if t.sector), None)
    for role in roles:
        office = compose(scene, head, role, edge)
        if office:
            found = role.noun.gender or gender
            return Introduction(role, found, role.sector, office, edge)
    if roles:
        chosen = next(
            (r for r in roles if r.noun.words not in scene.nouns.honorifics), roles[0]
        )
        gender = gender or chosen.noun.gender
        return Introduction(chosen, gender, chosen.sector, None, edge)
    return Introduction(None, gender, sector, _bare_owner(scene, edge, name_first), edge)


def _titles(
    scene: Scene, edge: int, name_first: int
) -> tuple[list[FoundRole], list[Honorific]]:
    """Return the role nouns and the honorifics before a name, the nearest first."""
    roles, titles = [], []
    last = name_first - 1
    while last >= edge:
        token = scene.parse.tokens[last]
        title = honorific(scene.nouns, token)
        role = role_at(scene.nouns, scene.parse, last, edge)
        if title:
            titles.append(title)
        if role:
            roles.append(role)
        elif title is None and token.text not in ".,-":
            break
        last = (role.first if role else last) - 1
    return roles, titles


def _bare_owner(scene: Scene, edge: int, name_first: int) -> Resolved | None:
    """Return whose a person is by an adjective or a possessor alone ("Saudi Gen. Asiri")."""
    owners = [a for a in scene.between(edge, name_first) if not a.aside]
    if owners:
        return owners[0].entity, "composition.before"
    return None
