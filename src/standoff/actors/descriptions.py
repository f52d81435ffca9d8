"""Definite descriptions: "the alliance", "the spokesman", "the army", "its neighbour"."""

from dataclasses import replace

from standoff.actors.composition import compose, coordinated, nouns_of, objects_of, owned
from standoff.actors.discourse import Seen
from standoff.actors.entity import Entity, Nature, Resolution
from standoff.actors.groups import both, member_words, members, named_set
from standoff.actors.in_play import country_in_play, last_of, last_speaker
from standoff.actors.offices import holder, of_one_country
from standoff.actors.phrases import (
    core_text,
    is_agent,
    is_definite,
    is_indefinite,
    is_plural,
    number_before,
)
from standoff.actors.roles import FoundRole, key_of, role_at
from standoff.actors.scene import Scene
from standoff.model import MentionKind

ISSUING = frozenset({"from", "by", "of"})
NATIONAL = frozenset({"GOV", "MIL", "LEG", "REB", "COP", "JUD", "OPP", "INT"})

PRIVATE = frozenset({"NGO", "PTY"})


def describe(scene: Scene, head: int) -> Resolution | None:
    """Return what a common noun phrase stands for, None where it is no actor or open."""
    token = scene.parse.tokens[head]
    words = {token.lemma.lower(), token.text.lower(), key_of(scene.nouns, token)}
    if words.isdisjoint(scene.nouns.relevant) and words.isdisjoint(
        scene.report.discourse.words
    ):
        return None
    named = member_words(scene, head) is not None
    rules = BY_RELATION if named else (*BY_RELATION, *BY_SELF)
    for rule in rules:
        found = rule(scene, head)
        if found:
            return found
    return None


def role_phrase(scene: Scene, head: int) -> Resolution | None:
    """Resolve a role noun: by its owner, by its office, by an earlier mention, by salience."""
    role = role_at(scene.nouns, scene.parse, head, scene.edge(head))
    if role is None or role.noun.relational:
        return None
    scene.linked.update(range(role.first, role.last + 1))
    composed = compose(scene, head, role)
    if composed is None:
        return _unowned(scene, head, role)
    entity, rule = composed
    held = holder(scene, head, role, entity) if entity.nature is Nature.PERSON else None
    if held:
        return Resolution(held[0], held[1], MentionKind.ROLE)
    return Resolution(entity, rule, MentionKind.ROLE)


def _unowned(scene: Scene, head: int, role: FoundRole) -> Resolution | None:
    again = taken_up(scene, head, role)
    if again:
        return again
    titled = of_one_country(scene, head, role)
    if titled:
        return Resolution(titled[0], titled[1], MentionKind.ROLE)
    return _speaks(scene, head, role) or _by_country(scene, head, role)


def taken_up(scene: Scene, head: int, role: FoundRole | None = None) -> Resolution | None:
    """Resolve a definite description to the last thing it may describe."""
    parse = scene.parse
    plural = is_plural(parse.tokens[head])
    word = role.noun.words if role else key_of(scene.nouns, parse.tokens[head])
    if word not in scene.report.discourse.words or is_indefinite(parse, head):
        return None
    bare = role and plural and parse.child(head, "amod") is None and is_agent(parse, head)
    if not (is_definite(parse, head) or bare):
        return None
    if _is_name(scene, head, role.first if role else head):
        return None
    if _has_owner(scene, head, role.last if role else head) or number_before(parse, head):
        return None

    def fits(seen: Seen) -> bool:
        entity = seen.entity
        return word in entity.nouns and _agrees(entity, plural) and bool(entity.name)

    ranked = scene.report.discourse.ranked(fits, parse.sentence.index)
    if not ranked:
        return None
    best = _nearest(ranked) if plural or role else _in_sentence(scene, ranked) or ranked[0][1]
    reason = f"last described as {word!r}" if role else f"the most present {word!r}"
    return Resolution(
        best.entity, "description.same-noun", MentionKind.DESCRIPTION, best.span, reason
    )


def _is_name(scene: Scene, head: int, end: int) -> bool:
    """Tell whether a noun is part of somebody's own name ("the Rail Workers Committee")."""
    tokens = scene.parse.tokens[scene.edge(head) : end]
    return any(t.pos == "PROPN" and t.index not in scene.by_token for t in tokens)


def _agrees(entity: Entity, plural: bool) -> bool:
    if plural:
        return entity.plural or entity.nature in {Nature.GROUP, Nature.PEOPLE}
    return not entity.plural


def _in_sentence(scene: Scene, ranked: list[tuple[float, Seen]]) -> Seen | None:
    """Return the first that the same sentence named: its topic."""
    index = scene.parse.sentence.index
    here = [seen for _, seen in ranked if seen.sentence == index]
    return min(here, key=lambda s: s.token, default=None)


def _nearest(ranked: list[tuple[float, Seen]]) -> Seen:
    return max((seen for _, seen in ranked), key=lambda s: (s.sentence, s.token))


def _by_country(scene: Scene, head: int, role: FoundRole) -> Resolution | None:
    """Resolve a role noun with no owner ("the army") by the country most spoken of."""
    if not _may_lack_owner(scene, head, role):
        return None
    code = country_in_play(scene, head, role)
    seen = last_of(scene, code) if code else None
    if code is None or seen is None:
        return None
    owner = Entity(code, (code,), None, Nature.STATE, country=code)
    entity = owned(scene, head, role, (owner,))
    entity = replace(entity, name=_national(scene, code, entity))
    held = holder(scene, head, role, owner) if is_definite(scene.parse, head) else None
    if held:
        entity = held[0]
    why = f"{scene.report.tables.countries[code].name} is the country most spoken of"
    rule = "office.by-date.country-in-play" if held else "description.country-in-play"
    return Resolution(entity, rule, MentionKind.DESCRIPTION, seen.span, why)


def _may_lack_owner(scene: Scene, head: int, role: FoundRole) -> bool:
    """Tell whether a role noun may leave its country to the report."""
    parse = scene.parse
    if is_indefinite(parse, head) or number_before(parse, head):
        return False
    if _has_owner(scene, head, role.last):
        return False
    if role.noun.nature in {"people", "force"} or role.suffix == "CIV":
        return False
    words = role.noun.words
    if words in scene.nouns.among("need_owner"):
        return False
    bare = role.plural or words in scene.nouns.among("bare_bodies")
    if not (is_definite(parse, head) or bare):
        return False
    return role.sector in NATIONAL and not _is_name(scene, head, role.first)


def _has_owner(scene: Scene, head: int, last: int) -> bool:
    """Tell whether a phrase names an owner, though nobody known ("the army of the duke")."""
    parse = scene.parse
    if parse.child(head, "poss") is not None:
        return True
    return any(
        scene.lemma(c) == "of" and c > last and parse.child(c, "pobj") is not None
        for c in parse.childs(head, "prep")
    )


def _speaks(scene: Scene, head: int, role: FoundRole) -> Resolution | None:
    """Resolve "the spokesman" to whoever spoke last."""
    if role.noun.words not in scene.nouns.among("speaks_for") or role.plural:
        return None
    if not is_definite(scene.parse, head) or _has_owner(scene, head, role.last):
        return None
    seen = last_speaker(scene)
    if seen is None:
        return None
    entity = owned(scene, head, role, (seen.entity,))
    why = "speaks for the last that spoke"
    return Resolution(entity, "description.speaks-for", MentionKind.DESCRIPTION, seen.span, why)


def _national(scene: Scene, code: str, entity: Entity) -> str | None:
    adjective = scene.report.tables.adjectives.get(code)
    return f"{adjective} {entity.name}" if adjective and entity.name else entity.name


def relation(scene: Scene, head: int) -> Resolution | None:
    """Resolve "his Russian counterpart", "its neighbour", "the country and its allies"."""
    word = key_of(scene.nouns, scene.parse.tokens[head])
    if word not in scene.nouns.among("relations"):
        return None
    edge = scene.edge(head)
    anchors = [a for a in scene.between(edge, head) if not a.aside]
    possessor = scene.parse.child(head, "poss")
    anchors = [a for a in anchors if possessor is None or not _below(scene, possessor, a.head)]
    if anchors and anchors[0].entity.actor:
        owner = anchors[0].entity
        if word not in scene.nouns.among("relations_named"):
            return _allies(scene, head, owner)
        codes = tuple(c for named in coordinated(scene, tuple(anchors)) for c in named.actor)
        entity = _related(scene, head, codes, owner.country)
        return Resolution(entity, "relation.named", MentionKind.ROLE)
    owner_entity = scene.resolved.get(possessor) if possessor is not None else None
    if owner_entity is None or not owner_entity.actor:
        return None
    if word in scene.nouns.among("members"):
        return _allies(scene, head, owner_entity)
    return _other_party(scene, head, owner_entity)


def _below(scene: Scene, top: int, index: int) -> bool:
    return index == top or top in scene.parse.ancestors(index)


def _related(scene: Scene, head: int, codes: tuple[str, ...], country: str | None) -> Entity:
    name = core_text(scene.parse, head, scene.report.text)
    plural = is_plural(scene.parse.tokens[head])
    word = scene.lemma(head)
    person = word in {"counterpart", "successor", "predecessor"}
    nature = Nature.PERSON if person else Nature.STATE
    return Entity(
        f"{'+'.join(codes)}:{word}",
        codes,
        name,
        Nature.PEOPLE if plural else nature,
        country=country,
        nouns=frozenset({word}),
        plural=plural,
    )


def _allies(scene: Scene, head: int, owner: Entity) -> Resolution | None:
    """Resolve the allies of a member of an alliance to what such allies are called."""
    day = scene.report.reading.day
    if day is None or not is_plural(scene.parse.tokens[head]):
        return None
    for organisation, code in scene.nouns.allies.items():
        members_then = scene.report.tables.members(organisation, day)
        if members_then and set(owner.actor) <= members_then:
            entity = _related(scene, head, (code,), None)
            why = f"{owner.name} was a member of {organisation}"
            return Resolution(entity, "relation.allies", MentionKind.GROUP, None, why)
    return None


def _other_party(scene: Scene, head: int, owner: Entity) -> Resolution | None:
    """Resolve a relation to the one other party most present."""

    def fits(seen: Seen) -> bool:
        entity = seen.entity
        return (
            entity.nature is Nature.STATE
            and len(entity.actor) == 1
            and not set(entity.actor) & set(owner.actor)
        )

    ranked = scene.report.discourse.ranked(fits, scene.parse.sentence.index)
    if not ranked:
        return None
    best = ranked[0][1]
    if len(ranked) > 1 and ranked[1][0] > ranked[0][0] * 0.9:
        return None
    entity = _related(scene, head, best.entity.actor, best.entity.country)
    why = f"the party most present beside {owner.name}"
    return Resolution(entity, "relation.other-party", MentionKind.DESCRIPTION, best.span, why)


def voice(scene: Scene, head: int) -> Resolution | None:
    """Resolve "a statement from the ministry" to the ministry, "the statement" to the last."""
    word = scene.lemma(head)
    if word not in scene.nouns.among("voices"):
        return None
    for child in scene.parse.childs(head, "prep"):
        if scene.lemma(child) in ISSUING:
            found = objects_of(scene, child)
            if found:
                return issued(word, found[0])
    edge = scene.edge(head)
    anchors = scene.between(edge, head)
    if anchors:
        return issued(word, anchors[0].entity)
    possessor = scene.parse.child(head, "poss")
    if possessor is not None and possessor in scene.resolved:
        return issued(word, scene.resolved[possessor])
    again = taken_up(scene, head)
    if again is None:
        scene.unissued.append(head)
    return again


def issued(word: str, issuer: Entity) -> Resolution:
    """Return a statement, which speaks for who issued it."""
    key, nouns = f"{issuer.key}:{word}", frozenset({word})
    entity = replace(issuer, key=key, nouns=nouns, plural=False)
    return Resolution(entity, "composition.voice", MentionKind.DESCRIPTION)


def of_open_country(scene: Scene, head: int) -> Resolution | None:
    """Return who acts where only the country is open ("Rebels freed two nurses"): no code."""
    role = role_at(scene.nouns, scene.parse, head, scene.edge(head))
    if role is None or role.noun.relational or role.former or not _acts(scene, head):
        return None
    if not _acts_unnamed(scene, role) or _is_name(scene, head, role.first):
        return None
    words = role.noun.words
    entity = Entity(
        key=f"open:{words}:{role.plural}",
        actor=(),
        name=core_text(scene.parse, head, scene.report.text),
        nature=Nature.PEOPLE if role.plural else Nature.BODY,
        role=words,
        sector=role.sector,
        nouns=nouns_of(scene, role),
        plural=role.plural,
    )
    why = "the report does not say of which country"
    return Resolution(entity, "description.open", MentionKind.DESCRIPTION, None, why)


def _acts(scene: Scene, head: int) -> bool:
    """Tell whether a phrase is who acts, also where it is counted ("dozens of nurses")."""
    parse = scene.parse
    if is_agent(parse, head):
        return True
    preposition = parse.tokens[parse.tokens[head].head]
    if parse.tokens[head].dep != "pobj" or preposition.lemma.lower() != "of":
        return False
    counted = scene.lemma(preposition.head) in scene.nouns.among("counts")
    return counted and is_agent(parse, preposition.head)


def _acts_unnamed(scene: Scene, role: FoundRole) -> bool:
    """Tell whether a role is a political actor though its country is open."""
    unclear = ("unknown_hands", "need_owner")
    if any(role.noun.words in scene.nouns.among(name) for name in unclear):
        return False
    if role.sector == "CIV":
        return role.plural and role.noun.words in scene.nouns.among("movements")
    body = role.noun.nature in {"body", "group"}
    return role.sector in NATIONAL | PRIVATE and (role.plural or body or role.sector == "REB")


BY_RELATION = (members, relation, both, named_set)
BY_SELF = (voice, role_phrase, taken_up, of_open_country)
