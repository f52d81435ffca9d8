"""Whose "the army", "the spokesman" and "rebels" are where the report does not say."""

from standoff.actors.discourse import FADING, Seen
from standoff.actors.entity import Nature
from standoff.actors.nominals import is_modifier, is_place
from standoff.actors.phrases import is_agent, is_definite
from standoff.actors.pronouns import clause_of
from standoff.actors.roles import FoundRole
from standoff.actors.scene import Scene
from standoff.knowledge.actors_forms import FormKind

RECENT = 4
AT_HOME = frozenset({"REB", "OPP"})
SPEAKING = frozenset(
    {Nature.STATE, Nature.BODY, Nature.ORGANISATION, Nature.GROUP, Nature.PEOPLE}
)
AHEAD = 1.1
PER_NAME = 0.5
ARMED = 2.0


def country_in_play(scene: Scene, head: int, role: FoundRole) -> str | None:
    """Return the country a role noun without an owner belongs to; None where two vie for it."""
    facing = _facing(scene, head)
    definite = is_definite(scene.parse, head)
    if role.sector in AT_HOME and (definite or is_agent(scene.parse, head)):
        at_home = _with_rebels(scene)
        return _leading({c: s for c, s in at_home.items() if c not in facing})
    if not definite and role.plural:
        code = _leading({c: float(n) for c, n in _named(scene).items()})
        return code if code and 2 * _named(scene)[code] > sum(_named(scene).values()) else None
    scores = {c: PER_NAME * n for c, n in _named(scene).items()}
    index = scene.parse.sentence.index
    recent: set[str] = set()
    for seen in scene.report.discourse.backwards():
        distance = index - seen.sentence
        if distance > RECENT:
            break
        code = seen.entity.country
        if code:
            recent.add(code)
            scores[code] = scores.get(code, 0.0) + seen.weight * FADING**distance
    return _leading({c: s for c, s in scores.items() if c in recent and c not in facing})


def _named(scene: Scene) -> dict[str, int]:
    return dict(scene.report.reading.states)


def _with_rebels(scene: Scene) -> dict[str, float]:
    """Return the states by how often they are named, ahead those with a group in arms named."""
    scores = {code: float(count) for code, count in _named(scene).items()}
    tables = scene.report.tables
    for form in scene.report.reading.forms:
        for referent in tables.forms[form]:
            group = tables.groups.get(referent.id)
            if group and group.sector == "REB" and group.country in scores:
                scores[group.country] += ARMED
    return scores


def _leading(scores: dict[str, float]) -> str | None:
    """Return the country clearly ahead of every other."""
    ordered = sorted(scores, key=lambda code: -scores[code])
    if not ordered:
        return None
    if len(ordered) > 1 and scores[ordered[0]] < AHEAD * scores[ordered[1]]:
        return None
    return ordered[0]


def last_of(scene: Scene, code: str) -> Seen | None:
    """Return the last mention of a country or of anyone of it."""
    return scene.report.discourse.last(lambda entity: entity.country == code)


def last_speaker(scene: Scene) -> Seen | None:
    """Return the last collective that was the subject of a clause."""
    for seen in scene.report.discourse.backwards():
        entity = seen.entity
        if seen.dep == "nsubj" and entity.nature in SPEAKING and entity.actor:
            return seen
    return None


def subject_before(scene: Scene) -> str | None:
    """Return the country whose officials the sentence before was about."""
    place = scene.parse.sentence.index
    before = next((s for s in scene.report.scenes if s.parse.sentence.index == place - 1), None)
    if before is None or before.parse.sentence.paragraph != scene.parse.sentence.paragraph:
        return None
    parse = before.parse
    subjects = (parse.child(root, "nsubj") for root in parse.roots)
    inside = {i for s in subjects if s is not None for i in parse.subtree(s)}
    anchors = [a for a in before.anchors if a.head in inside]
    found = {a.entity.country for a in anchors if a.entity.country}
    if any(a.kind is FormKind.PERSON for a in anchors) or len(found) != 1:
        return None
    return found.pop()


def _facing(scene: Scene, head: int) -> frozenset[str | None]:
    """Return the countries on whom or with whom the phrase's verb acts: not its own."""
    parse = scene.parse
    verb = clause_of(parse, head)
    if verb is None or not parse.tokens[head].dep.startswith("nsubj"):
        return frozenset()
    below = {i for c in parse.children[verb] if c > verb for i in parse.subtree(c)}
    return frozenset(
        a.entity.country
        for a in scene.anchors
        if a.head in below
        and not is_modifier(parse, a)
        and not is_place(scene, a)
        and clause_of(parse, a.head) == verb
    )
