"""Role and owner together: "Russian envoys", "Putin's government", "a Kremlin spokesman"."""

from dataclasses import replace

from standoff.actors.anchors import Anchor
from standoff.actors.entity import Entity, Nature
from standoff.actors.minorities import home_of_minority, is_ethnic
from standoff.actors.phrases import core_text
from standoff.actors.roles import FoundRole, role_at
from standoff.actors.scene import Scene
from standoff.knowledge.actors_forms import FormKind

OWNERS = frozenset({FormKind.INSTITUTION, FormKind.GROUP})
JOINING = frozenset({"and", ",", "&", "/", "or"})
NATURES = {
    "person": Nature.PERSON,
    "people": Nature.PEOPLE,
    "body": Nature.BODY,
    "force": Nature.FORCE,
}
BEHIND = ("of", "from", "for", "in", "at", "with", "to")
FIELD = frozenset({"for", "to", "in", "at", "with"})
INSIDE = frozenset({"in", "at", "with", "to"})
LOCAL = frozenset({"REB", "CIV", "OPP", "COP"})


def compose(
    scene: Scene, head: int, role: FoundRole, first: int | None = None
) -> tuple[Entity, str] | None:
    """Return who a role noun names by what qualifies it, None where nothing does."""
    owners, how = owners_of(scene, head, role, scene.edge(head) if first is None else first)
    if not owners:
        return None
    return owned(scene, head, role, owners), f"composition.{how}"


def owned(scene: Scene, head: int, role: FoundRole, owners: tuple[Entity, ...]) -> Entity:
    """Return the entity a role noun names with its owners."""
    own = _own_kind(owners, role)
    if own:
        return own
    codes = tuple(dict.fromkeys(c for owner in owners for c in coded(scene, owner, role)))
    words = role.noun.words
    nature = NATURES.get(role.noun.nature, Nature.BODY)
    if nature is Nature.PERSON and role.plural:
        nature = Nature.PEOPLE
    name = _name(scene, head, role, owners[0])
    return Entity(
        key=f"{'+'.join(codes)}:{words}:{role.plural}",
        actor=codes,
        name=name,
        nature=nature,
        gender=role.noun.gender,
        role=words,
        sector=role.sector,
        country=owners[0].country,
        nouns=nouns_of(scene, role),
        plural=role.plural or len(owners) > 1,
    )


def _name(scene: Scene, head: int, role: FoundRole, owner: Entity) -> str:
    """Return what to call a role: its own words, with a nation for "its" or "the country's"."""
    possessor = scene.parse.child(head, "poss")
    adjective = scene.report.tables.adjectives.get(owner.country or "")
    vague = possessor is not None and scene.parse.tokens[possessor].pos in {"NOUN", "PRON"}
    if possessor is None or not vague or not adjective or owner.nature is Nature.PEOPLE:
        return core_text(scene.parse, head, scene.report.text)
    first = next(
        (i for i in range(possessor + 1, role.first) if scene.parse.tokens[i].dep != "case"),
        role.first,
    )
    span = scene.parse.span(first, head)
    return f"{adjective} {' '.join(scene.report.text[span.start : span.end].split())}"


def _own_kind(owners: tuple[Entity, ...], role: FoundRole) -> Entity | None:
    """Return the owner itself where the noun only says what it is ("the KCNA news agency")."""
    owner = owners[0]
    if len(owners) > 1 or owner.nature not in {Nature.BODY, Nature.ORGANISATION, Nature.GROUP}:
        return None
    if role.noun.nature != "body" or owner.sector != role.sector:
        return None
    return replace(owner, nouns=owner.nouns | {role.noun.words, role.noun.words.split()[-1]})


def nouns_of(scene: Scene, role: FoundRole) -> frozenset[str]:
    """Return the words a phrase with this noun may be taken up by."""
    last_word = role.noun.words.split()[-1]
    words = {role.noun.words, last_word}
    takes_up = scene.nouns.takes_up
    if role.sector == "REB":
        words |= takes_up["armed"]
    if role.noun.nature == "person" and role.sector in {"GOV", "LEG", "MIL", "IGO", "INT"}:
        words.add("official")
    return frozenset(words)


def coded(scene: Scene, owner: Entity, role: FoundRole) -> tuple[str, ...]:
    """Return the owner's codes with what the role's sector adds to a country's."""
    if owner.nature not in {Nature.STATE, Nature.PERSON} or not role.suffix:
        return owner.actor
    countries = scene.report.tables.countries
    return tuple(f"{c} {role.suffix}" if c in countries else c for c in owner.actor)


def owners_of(
    scene: Scene, head: int, role: FoundRole, first: int
) -> tuple[tuple[Entity, ...], str]:
    """Return who qualifies a role noun, nearest evidence first, and how."""
    anchors = tuple(a for a in scene.between(first, role.first) if not a.aside)
    if anchors:
        return _before(scene, anchors), "before"
    inside = next((i for i in range(first, role.first) if i in scene.resolved), None)
    if inside is not None and scene.parse.tokens[inside].dep != "poss":
        return (scene.resolved[inside],), "before"
    described = _described(scene, first, role.first)
    if described:
        return (described,), "before"
    possessor = _possessor(scene, head)
    if possessor and possessor.nature is Nature.PERSON and role.noun.suffix == "CIV":
        return (), "kin"
    if possessor and role.noun.words not in scene.nouns.among("relations"):
        return (possessor,), "possessor"
    behind = _behind(scene, head, role)
    return behind, "behind"


def _described(scene: Scene, first: int, end: int) -> Entity | None:
    """Return an institution taken up before a noun ("the embassy spokesman")."""
    for token in scene.parse.tokens[first:end]:
        noun = scene.nouns.nouns.get(token.lemma.lower())
        if token.pos == "NOUN" and noun and noun.nature == "body":
            seen = scene.report.discourse.described(noun.words)
            if seen:
                return seen.entity
    return None


def _before(scene: Scene, anchors: tuple[Anchor, ...]) -> tuple[Entity, ...]:
    owner = next((a for a in reversed(anchors) if a.kind in OWNERS), None)
    if owner:
        return (owner.entity,)
    if is_ethnic(scene, anchors[0]):
        home = home_of_minority(scene, anchors[0])
        return (_state(home),) if home else ()
    return coordinated(scene, anchors)


def coordinated(scene: Scene, anchors: tuple[Anchor, ...]) -> tuple[Entity, ...]:
    """Return the first name with those that follow it after "and" or a comma."""
    chosen = [anchors[0]]
    for anchor in anchors[1:]:
        gap = scene.parse.tokens[chosen[-1].last + 1 : anchor.first]
        if not gap or any(t.text.lower() not in JOINING for t in gap):
            break
        chosen.append(anchor)
    return tuple(a.entity for a in chosen)


def _state(code: str) -> Entity:
    return Entity(code, (code,), None, Nature.STATE, country=code)


def _possessor(scene: Scene, head: int) -> Entity | None:
    child = scene.parse.child(head, "poss")
    return scene.resolved.get(child) if child is not None else None


def _behind(scene: Scene, head: int, role: FoundRole) -> tuple[Entity, ...]:
    for child in scene.parse.childs(head, "prep"):
        word = scene.lemma(child)
        if word not in BEHIND or child <= role.last:
            continue
        if word in FIELD and role.noun.words.split()[-1] in scene.nouns.among("missions"):
            continue
        if word in INSIDE and role.sector not in LOCAL:
            continue
        found = objects_of(scene, child)
        local = all(owner.nature is Nature.STATE for owner in found)
        if found and (local or word not in INSIDE):
            return found
    return ()


def objects_of(scene: Scene, preposition: int) -> tuple[Entity, ...]:
    """Return whom the objects of a preposition name, coordinated ones included."""
    first = scene.parse.child(preposition, "pobj")
    if first is None:
        return ()
    heads = scene.parse.conjuncts(first)
    found = tuple(entity for head in heads if (entity := named_at(scene, head)))
    return found if len(found) == len(heads) else ()


def named_at(scene: Scene, head: int) -> Entity | None:
    """Return whom a phrase names by itself, without looking back in the report."""
    anchor = scene.by_token.get(head)
    if anchor and anchor.head == head:
        return anchor.entity
    if head in scene.resolved:
        return scene.resolved[head]
    role = role_at(scene.nouns, scene.parse, head)
    composed = compose(scene, head, role) if role else None
    return composed[0] if composed else None
