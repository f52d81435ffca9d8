"""Names of states, organisations and groups as phrases: who acts, and what is only a place."""

from dataclasses import replace

from standoff.actors.anchors import QUALIFYING, Anchor
from standoff.actors.entity import Entity, Nature, Resolution
from standoff.actors.minorities import home_of_minority, is_ethnic
from standoff.actors.phrases import is_definite, is_plural
from standoff.actors.reading import COUNTRY_KINDS
from standoff.actors.scene import Scene
from standoff.knowledge.actors_forms import FormKind
from standoff.model import MentionKind, Parse

INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "quantmod"})


def name_of_place_or_body(scene: Scene, anchor: Anchor) -> Resolution:
    """Return what a name stands for where it heads its phrase."""
    if anchor.kind in COUNTRY_KINDS and _is_people(scene, anchor):
        return _people(scene, anchor)
    if anchor.kind in COUNTRY_KINDS and is_place(scene, anchor):
        return Resolution(anchor.entity, f"{anchor.rule}.place", MentionKind.PLACE)
    kind = MentionKind.GROUP if len(anchor.entity.actor) > 1 else MentionKind.NAME
    return Resolution(anchor.entity, anchor.rule, kind)


def is_place(scene: Scene, anchor: Anchor) -> bool:
    """Tell whether a name only says where ("in Moscow"), not who."""
    parse = scene.parse
    token = parse.tokens[anchor.head]
    while token.dep == "conj":
        token = parse.tokens[token.head]
    if token.dep == "pobj":
        return parse.tokens[token.head].text.lower() in scene.nouns.among("place_prepositions")
    return token.dep in {"npadvmod", "appos"} and token.head in scene.by_token


def is_modifier(parse: Parse, anchor: Anchor) -> bool:
    """Tell whether a name stands before a noun that heads the phrase."""
    token = parse.tokens[anchor.head]
    while token.dep == "conj" and token.head < anchor.first:
        token = parse.tokens[token.head]
    return token.dep in INSIDE and token.head > token.index


def _is_people(scene: Scene, anchor: Anchor) -> bool:
    token = scene.parse.tokens[anchor.head]
    if anchor.kinds & {FormKind.NAME, FormKind.CAPITAL}:
        return False
    if is_plural(token):
        return FormKind.DEMONYM_PLURAL in anchor.kinds
    return bool(anchor.kinds & QUALIFYING) and (
        is_definite(scene.parse, anchor.head) or token.pos != "ADJ"
    )


def _people(scene: Scene, anchor: Anchor) -> Resolution:
    """Resolve a demonym: "the Russians" act for the state, "Yemenis" are its people."""
    parse, head = scene.parse, anchor.head
    counted = bool(parse.childs(head, "nummod", "amod"))
    if is_ethnic(scene, anchor):
        return Resolution(_minority(scene, anchor), f"{anchor.rule}.minority", MentionKind.NAME)
    joint = bool(parse.childs(head, "conj")) or parse.tokens[head].dep == "conj"
    collective = (is_definite(parse, head) and not counted) or (joint and not counted)
    entity = replace(
        anchor.entity,
        key=f"{anchor.entity.key}:people",
        name=anchor.form,
        nature=Nature.PEOPLE,
        plural=True,
        nouns=frozenset({"people"}),
    )
    if collective:
        return Resolution(entity, f"{anchor.rule}.collective", MentionKind.NAME)
    return Resolution(_civilians(entity), f"{anchor.rule}.people", MentionKind.NAME)


def _minority(scene: Scene, anchor: Anchor) -> Entity:
    """Return an ethnic group as people of the country it is said to live in, else open."""
    country = home_of_minority(scene, anchor)
    return replace(
        anchor.entity,
        key=f"ethnic:{anchor.form}",
        actor=(f"{country} CIV",) if country else (),
        name=f"ethnic {anchor.form}",
        nature=Nature.PEOPLE,
        sector="CIV",
        country=country,
        plural=True,
    )


def _civilians(entity: Entity) -> Entity:
    codes = tuple(f"{code} CIV" for code in entity.actor)
    return replace(entity, actor=codes, sector="CIV")
