"""Sets of actors: members of an organisation, allies, "the two sides", "the quartet"."""

from standoff.actors.composition import owners_of
from standoff.actors.discourse import Seen
from standoff.actors.entity import Entity, Nature, Resolution
from standoff.actors.phrases import (
    core_text,
    is_definite,
    is_indefinite,
    is_plural,
    number_before,
    phrase_span,
)
from standoff.actors.pronouns import clause_of
from standoff.actors.roles import FoundRole, key_of
from standoff.actors.scene import Scene
from standoff.knowledge.actors_nouns import RoleNoun
from standoff.model import MentionKind

LINGERING = 0.85
AHEAD = 1.05
PARTIES = frozenset(
    {Nature.STATE, Nature.ORGANISATION, Nature.GROUP, Nature.PERSON, Nature.PEOPLE}
)
MEMBER = RoleNoun("member", "GOV", "person", None, None)


def members(scene: Scene, head: int) -> Resolution | None:
    """Resolve "NATO members", "the 30 member states", "the allies" to the organisation."""
    words = member_words(scene, head)
    if words is None:
        return None
    role = FoundRole(MEMBER, head - len(words.split()) + 1, head, "GOV", None, True, False)
    owners, _ = owners_of(scene, head, role, scene.edge(head))
    if owners:
        return _of_owners(scene, head, owners, words)
    if not is_plural(scene.parse.tokens[head]) or is_indefinite(scene.parse, head):
        return None
    return _counted(scene, head, words)


def member_words(scene: Scene, head: int) -> str | None:
    """Return the noun of membership a phrase ends with."""
    last = key_of(scene.nouns, scene.parse.tokens[head])
    before = scene.parse.tokens[head - 1].text.lower() if head else ""
    for words in (f"{before} {last}", last):
        if words in scene.nouns.among("members"):
            return words
    return None


def _of_owners(
    scene: Scene, head: int, owners: tuple[Entity, ...], words: str
) -> Resolution | None:
    owner = owners[0]
    if owner.nature is Nature.ORGANISATION and len(owners) == 1:
        entity = _members(scene, head, owner, words)
        return Resolution(entity, "group.members-of", MentionKind.GROUP)
    return None


def _counted(scene: Scene, head: int, words: str) -> Resolution | None:
    """Resolve a bare "the 30 member states" by who had so many members on the day."""
    number = _number(scene, head)
    for seen in scene.report.discourse.backwards():
        owner = seen.entity
        if owner.nature is not Nature.ORGANISATION or owner.plural:
            continue
        if words == "ally" and "alliance" not in owner.nouns:
            continue
        size = _size(scene, owner)
        if number is not None and size != number:
            continue
        rule = "group.members-by-date" if number else "group.members"
        entity = _members(scene, head, owner, words)
        why = f"{owner.name} had {size} members" if number else f"the members of {owner.name}"
        return Resolution(entity, rule, MentionKind.GROUP, seen.span, why)
    return None


def _members(scene: Scene, head: int, owner: Entity, words: str) -> Entity:
    """Return the members of an organisation, named as the report names them."""
    return Entity(
        f"{owner.key}:members",
        owner.actor,
        core_text(scene.parse, head, scene.report.text),
        Nature.PEOPLE,
        sector="GOV",
        nouns=frozenset({"member", "ally", words}),
        plural=True,
    )


def _size(scene: Scene, owner: Entity) -> int | None:
    day = scene.report.reading.day
    return len(scene.report.tables.members(owner.key, day)) if day else None


def _number(scene: Scene, head: int) -> int | None:
    text = number_before(scene.parse, head)
    if text is None:
        return None
    return int(text) if text.isdigit() else scene.nouns.numerals.get(text)


def both(scene: Scene, head: int) -> Resolution | None:
    """Resolve "both countries", "the two sides", "all sides" to the parties in play."""
    parse = scene.parse
    if not is_plural(parse.tokens[head]) or scene.lemma(head) not in scene.nouns.among("pairs"):
        return None
    count = _how_many(scene, head)
    if count is None:
        return None
    again = _same_set(scene, head, count)
    if again:
        return again
    states_only = scene.lemma(head) in scene.nouns.takes_up["state"]
    found = _most_present(scene, head, count, states_only)
    if len(found) < count:
        return None
    in_order = sorted(found, key=lambda s: (s.sentence, s.token))
    codes = tuple(dict.fromkeys(c for s in in_order for c in s.entity.actor))
    span = phrase_span(parse, head)
    name = " ".join(scene.report.text[span.start : span.end].split())
    entity = Entity(
        "+".join(codes),
        codes,
        name.removeprefix("the ").removeprefix("The "),
        Nature.PEOPLE,
        plural=True,
        nouns=frozenset({scene.lemma(head), "side", "party"}),
    )
    why = f"the {count} most present parties"
    return Resolution(entity, "group.pair", MentionKind.GROUP, in_order[0].span, why)


def _how_many(scene: Scene, head: int) -> int | None:
    words = {scene.parse.tokens[c].text.lower() for c in scene.parse.children[head]}
    if words & {"both", "either"}:
        return 2
    number = _number(scene, head)
    if number and number <= 5 and is_definite(scene.parse, head):
        return number
    if words & {"all", "rival", "opposing"} and scene.lemma(head) in {"side", "party"}:
        return 2
    return None


def _same_set(scene: Scene, head: int, count: int) -> Resolution | None:
    """Return a set of so many that the report spoke of before, where nothing tells another."""
    if scene.parse.childs(head, "amod") or scene.parse.child(head, "prep", "relcl") is not None:
        return None
    nouns = scene.nouns.takes_up["state"]
    word = scene.lemma(head)
    same = frozenset({word}) | (nouns if word in nouns else frozenset())
    seen = next(
        (
            s
            for s in scene.report.discourse.backwards()
            if s.entity.plural and len(s.entity.actor) == count and s.entity.nouns & same
            if s.dep.startswith("nsubj") or "&" not in s.entity.key
        ),
        None,
    )
    if seen is None:
        return None
    why = f"the {count} spoken of together before"
    return Resolution(seen.entity, "group.pair.again", MentionKind.GROUP, seen.span, why)


def _most_present(scene: Scene, head: int, count: int, states_only: bool) -> list[Seen]:
    """Return the parties most present in the report, none where others come near them."""
    found: dict[str, Seen] = {}
    scores: dict[str, float] = {}
    index = scene.parse.sentence.index
    verb = clause_of(scene.parse, head)
    subject = scene.parse.child(verb, "nsubj") if verb is not None else None
    barred = scene.resolved[subject].actor if subject in scene.resolved else ()
    for seen in scene.report.discourse.backwards():
        if not _is_party(seen, states_only) or seen.entity.actor == barred:
            continue
        code = seen.entity.actor[0]
        found.setdefault(code, seen)
        weight = seen.weight * LINGERING ** (index - seen.sentence)
        scores[code] = scores.get(code, 0.0) + weight
    best = sorted(found, key=lambda code: -scores[code])
    if len(best) > count and scores[best[count]] * AHEAD > scores[best[count - 1]]:
        return []
    return [found[code] for code in best[:count]]


def _is_party(seen: Seen, states_only: bool) -> bool:
    entity = seen.entity
    if len(entity.actor) != 1 or entity.actor[0].endswith(" CIV"):
        return False
    if states_only and (entity.country is None or entity.actor[0] != entity.country):
        return False
    return seen.acting and entity.nature in PARTIES


def named_set(scene: Scene, head: int) -> Resolution | None:
    """Resolve "the quartet" to the last coordination of so many actors."""
    size = scene.nouns.sets.get(scene.lemma(head))
    if size is None or not is_definite(scene.parse, head):
        return None
    seen = scene.report.discourse.last(lambda e: e.plural and len(e.actor) == size)
    if seen is None:
        return None
    why = f"the last {size} actors named together"
    return Resolution(seen.entity, "group.named-set", MentionKind.GROUP, seen.span, why)
