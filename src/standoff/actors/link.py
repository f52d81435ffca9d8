"""Mentions of political actors, and who each is on the report's date.

One pass introduces everybody named in full; a second goes through the phrases in text order.
Not handled: names in capitals throughout, and people introduced only after their surname.
"""

from datetime import date

from standoff.actors.anchors import Anchor
from standoff.actors.coordination import joined
from standoff.actors.descriptions import describe
from standoff.actors.entity import Entity, Nature, Resolution
from standoff.actors.names import full_name, introduce, name_run, surname, unknown_name
from standoff.actors.nominals import name_of_place_or_body
from standoff.actors.phrases import left_edge, phrase_span
from standoff.actors.pronouns import pronoun
from standoff.actors.reading import read_forms
from standoff.actors.roles import role_at
from standoff.actors.scene import Report, Scene, scene_of
from standoff.knowledge.actors import ActorTables
from standoff.knowledge.actors_forms import FormKind
from standoff.model import Document, Mention, MentionKind, Parse, Span

INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "quantmod"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def link_mentions(
    document: Document, parses: tuple[Parse, ...], tables: ActorTables, as_of: date | None
) -> tuple[Mention, ...]:
    """Return the mentions of actors in a report, in text order."""
    reading = read_forms(document, parses, tables, as_of)
    report = Report(reading, document.text)
    scenes = [scene_of(report, parse, place) for place, parse in enumerate(parses)]
    for scene in scenes:
        introduce(scene)
    for scene in scenes:
        _link_sentence(scene)
    return tuple(sorted(report.mentions, key=lambda m: (m.head.start, m.span.end)))


def _link_sentence(scene: Scene) -> None:
    for token in scene.parse.tokens:
        if is_head(scene, token.index):
            _link_phrase(scene, token.index)
        elif token.pos == "PROPN" and token.index not in scene.by_token:
            _surname_inside(scene, token.index)
    _join(scene)


def is_head(scene: Scene, index: int) -> bool:
    """Tell whether a token heads a phrase of its own."""
    token = scene.parse.tokens[index]
    anchor = scene.by_token.get(index)
    if anchor:
        return anchor.head == index and not is_modifier(scene, anchor)
    return token.pos in NOMINAL and not (token.dep in INSIDE and token.head > index)


def is_modifier(scene: Scene, anchor: Anchor) -> bool:
    """Tell whether a name stands before a noun that heads the phrase."""
    token = scene.parse.tokens[anchor.head]
    while token.dep == "conj" and token.head < anchor.first:
        token = scene.parse.tokens[token.head]
    return token.dep in INSIDE and token.head > token.index


def _surname_inside(scene: Scene, index: int) -> None:
    """Note a surname before a noun ("the Trump administration")."""
    token = scene.parse.tokens[index]
    above = scene.parse.tokens[token.head]
    if above.pos != "NOUN" or token.dep not in {"compound", "nmod", "poss"}:
        return
    found = surname(scene, index)
    if found:
        scene.resolved[index] = found[0]
        span = scene.parse.span(index, index)
        _emit(scene, index, span, Resolution(found[0], found[1], MentionKind.MODIFIER))


def _link_phrase(scene: Scene, head: int) -> None:
    resolution = resolve(scene, head)
    if resolution is None or not (resolution.entity.actor or resolution.entity.name):
        _modifiers(scene, head)
        _note_thing(scene, head)
        return
    scene.resolved[head] = resolution.entity
    anchor = scene.by_token.get(head)
    first = min(anchor.first, left_edge(scene.parse, head)) if anchor else None
    _emit(scene, head, phrase_span(scene.parse, head, first), resolution)


def resolve(scene: Scene, head: int) -> Resolution | None:
    """Return what a noun phrase or a pronoun stands for."""
    anchor = scene.by_token.get(head)
    if anchor:
        if anchor.kind is FormKind.PERSON:
            entity, rule = full_name(scene, anchor)
            return Resolution(entity, rule, MentionKind.NAME)
        return name_of_place_or_body(scene, anchor)
    token = scene.parse.tokens[head]
    if token.pos == "PRON":
        return pronoun(scene, head)
    if token.pos == "PROPN" and role_at(scene.nouns, scene.parse, head) is None:
        return _person(scene, head)
    return _with_name_behind(scene, head) or describe(scene, head)


def _person(scene: Scene, head: int) -> Resolution | None:
    found = surname(scene, head) or unknown_name(scene, head)
    return Resolution(found[0], found[1], MentionKind.NAME) if found else None


def _with_name_behind(scene: Scene, head: int) -> Resolution | None:
    """Resolve a description by the name in apposition to it ("his rival, Minister X")."""
    for child in scene.parse.childs(head, "appos"):
        token = scene.parse.tokens[child]
        if child < head or token.pos != "PROPN":
            continue
        anchor = scene.by_token.get(child)
        if anchor and anchor.kind is not FormKind.PERSON:
            continue
        if role_at(scene.nouns, scene.parse, child):
            continue
        found = resolve(scene, child)
        if found and found.entity.nature is Nature.PERSON and found.entity.actor:
            return Resolution(found.entity, f"{found.rule}.apposition", MentionKind.ROLE)
    return None


def _modifiers(scene: Scene, head: int) -> None:
    """Emit the names before a noun that is no actor ("an Egyptian proposal")."""
    edge = left_edge(scene.parse, head)
    for anchor in scene.between(edge, head):
        if not is_modifier(scene, anchor) or anchor.head in scene.resolved:
            continue
        scene.resolved[anchor.head] = anchor.entity
        span = scene.parse.span(anchor.first, anchor.last)
        _emit(
            scene,
            anchor.head,
            span,
            Resolution(anchor.entity, anchor.rule, MentionKind.MODIFIER),
        )


def _note_thing(scene: Scene, head: int) -> None:
    """Note what is no actor, so that a pronoun is not taken across it."""
    token = scene.parse.tokens[head]
    if token.pos != "NOUN" or token.dep in INSIDE:
        return
    plural = token.tag == "NNS"
    thing = Entity(f"thing:{token.lemma}", (), None, Nature.THING, plural=plural)
    scene.report.discourse.add(thing, scene.parse, head, token.span)


def _join(scene: Scene) -> None:
    for head in sorted(scene.resolved):
        if scene.parse.tokens[head].dep != "conj":
            entity = joined(scene, head)
            if entity:
                span = scene.parse.span(head, max(scene.parse.conjuncts(head)))
                scene.report.discourse.add(entity, scene.parse, head, span)


def _emit(scene: Scene, head: int, span: Span, found: Resolution) -> None:
    entity = found.entity
    scene.report.mentions.append(
        Mention(
            span=span,
            head=scene.parse.tokens[head].span,
            kind=found.kind,
            actor=entity.actor,
            name=entity.name,
            role=entity.role,
            sector=entity.sector,
            rule=found.rule,
            antecedent=found.antecedent,
            reason=found.reason,
        )
    )
    scene.report.discourse.add(entity, scene.parse, head, span)


__all__ = ["link_mentions", "name_run"]
