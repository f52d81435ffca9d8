"""Mentions of political actors, and who each is on the report's date.

One pass introduces everybody named in full; a second goes through the phrases in text order.
Not handled: names in capitals throughout, and people introduced only after their surname.
"""

from datetime import date

from standoff.actors.coordination import joined
from standoff.actors.descriptions import describe, issued
from standoff.actors.discourse import weight_of
from standoff.actors.entity import Entity, Nature, Resolution
from standoff.actors.minorities import is_ethnic
from standoff.actors.names import (
    full_name,
    given_name,
    introduce,
    is_surname,
    surname,
    unknown_name,
)
from standoff.actors.nominals import INSIDE, is_modifier, name_of_place_or_body
from standoff.actors.phrases import phrase_span
from standoff.actors.pronouns import PLURAL, clause_of, pronoun, subject_of
from standoff.actors.reading import read_forms
from standoff.actors.roles import role_at
from standoff.actors.scene import Report, Scene, scene_of
from standoff.knowledge.actors import ActorTables
from standoff.knowledge.actors_forms import FormKind, fold
from standoff.model import Document, Mention, MentionKind, Parse, Span

TOLD_HERE = frozenset({"person.as-introduced"})
ASIDE = frozenset({MentionKind.PLACE, MentionKind.MODIFIER})
COLLECTIVE = frozenset({Nature.ORGANISATION, Nature.GROUP, Nature.BODY})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def link_mentions(
    document: Document, parses: tuple[Parse, ...], tables: ActorTables, as_of: date | None
) -> tuple[Mention, ...]:
    """Return the mentions of actors in a report, in text order."""
    reading = read_forms(document, parses, tables, as_of)
    report = Report(reading, document.text)
    report.scenes.extend(scene_of(report, parse, place) for place, parse in enumerate(parses))
    for scene in report.scenes:
        introduce(scene)
    for scene in report.scenes:
        _link_sentence(scene)
    return tuple(sorted(report.mentions, key=lambda m: (m.head.start, m.span.end)))


def _link_sentence(scene: Scene) -> None:
    for token in scene.parse.tokens:
        if is_head(scene, token.index):
            _link_phrase(scene, token.index)
        elif token.pos == "PROPN" and token.index not in scene.by_token:
            _surname_inside(scene, token.index)
    _join(scene)
    _issue(scene)


def _issue(scene: Scene) -> None:
    """Let a statement be its speaker's ("In a statement, the ministry said")."""
    for head in scene.unissued:
        verb = clause_of(scene.parse, head)
        subject = subject_of(scene.parse, verb) if verb is not None else None
        if subject is None:
            subject = scene.parse.child(head, "appos")
        speaker = scene.resolved.get(subject) if subject is not None else None
        if speaker and subject != head:
            found = issued(scene.lemma(head), scene.joint.get(speaker.key, speaker))
            scene.report.discourse.add(
                found.entity, scene.parse, head, phrase_span(scene.parse, head)
            )


def is_head(scene: Scene, index: int) -> bool:
    """Tell whether a token heads a phrase of its own."""
    token = scene.parse.tokens[index]
    anchor = scene.by_token.get(index)
    if anchor:
        return anchor.head == index and not is_modifier(scene.parse, anchor)
    return token.pos in NOMINAL and not (token.dep in INSIDE and token.head > index)


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
    if head in scene.linked:
        return
    scene.linked.add(head)
    _link_inner(scene, head)
    if _is_title_behind(scene, head):
        scene.resolved[head] = scene.resolved[scene.parse.tokens[head].head]
        _modifiers(scene, head)
        return
    resolution = resolve(scene, head)
    if resolution is None or not (resolution.entity.actor or resolution.entity.name):
        _modifiers(scene, head)
        _note_thing(scene, head)
        return
    scene.resolved[head] = resolution.entity
    anchor = scene.by_token.get(head)
    first = min(anchor.first, scene.edge(head)) if anchor else None
    if resolution.kind is MentionKind.ROLE:
        _modifiers(scene, head)
    if resolution.kind is MentionKind.ROLE:
        _note_bodies(scene, head, resolution.entity)
    if not _is_title_before(scene, head):
        _emit(scene, head, phrase_span(scene.parse, head, first), resolution)
    if resolution.rule in TOLD_HERE:
        scene.report.introduced.learn(resolution.entity)


def _note_bodies(scene: Scene, head: int, owner: Entity) -> None:
    """Note the institution a role is in, which may be taken up ("an army spokesman")."""
    for child in scene.parse.childs(head, "compound"):
        noun = scene.nouns.nouns.get(scene.lemma(child))
        if noun is None or noun.nature != "body" or child in scene.by_token:
            continue
        adjective = scene.report.tables.adjectives.get(owner.country or "")
        name = f"{adjective} {noun.words}" if adjective else noun.words
        body = Entity(
            key=f"{'+'.join(owner.actor)}:{noun.words}:False",
            actor=owner.actor,
            name=name,
            nature=Nature.BODY,
            role=noun.words,
            sector=noun.sector,
            country=owner.country,
            nouns=frozenset({noun.words}),
        )
        span = scene.parse.tokens[child].span
        scene.report.discourse.add(body, scene.parse, child, span, acting=False)


def _is_title_before(scene: Scene, head: int) -> bool:
    """Tell whether a role noun stands before the name it belongs to, parsed apart."""
    after = scene.by_token.get(head + 1)
    return after is not None and after.kind is FormKind.PERSON and head not in scene.by_token


def _link_inner(scene: Scene, head: int) -> None:
    """Resolve first the possessor, and what "of …" names ("the leaders of both nations")."""
    parse = scene.parse
    possessor = parse.child(head, "poss")
    if possessor is not None and is_head(scene, possessor):
        _link_phrase(scene, possessor)
    prepositions = parse.childs(head, "prep")
    if parse.tokens[head].pos != "NOUN" or not prepositions:
        return
    role = role_at(scene.nouns, parse, head)
    last = role.last if role else head
    for preposition in prepositions:
        for index in parse.childs(preposition, "pobj") if preposition > last else ():
            for part in parse.conjuncts(index):
                if parse.tokens[part].pos in {"NOUN", "PROPN"} and is_head(scene, part):
                    _link_phrase(scene, part)


def _is_title_behind(scene: Scene, head: int) -> bool:
    """Tell whether a phrase only says who the name before it is ("X, the envoy of Z")."""
    token = scene.parse.tokens[head]
    named = scene.resolved.get(token.head)
    return (
        token.dep == "appos"
        and token.head < head
        and named is not None
        and named.nature is Nature.PERSON
        and scene.parse.tokens[token.head].pos == "PROPN"
        and role_at(scene.nouns, scene.parse, head) is not None
    )


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
        if token.text.lower() in PLURAL:
            _join(scene)
        return pronoun(scene, head)
    known = token.text[0].isupper() and scene.report.introduced.has(fold(token.text))
    if token.pos == "PROPN" and (
        role_at(scene.nouns, scene.parse, head) is None or is_surname(scene, head)
    ):
        return _person(scene, head)
    if known and token.pos == "NOUN":
        return _person(scene, head)
    return _with_name_behind(scene, head) or describe(scene, head)


def _person(scene: Scene, head: int) -> Resolution | None:
    found = surname(scene, head) or unknown_name(scene, head) or given_name(scene, head)
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
    if _is_own_name(scene, head):
        return
    edge = scene.edge(head)
    for anchor in scene.between(edge, head):
        if not is_modifier(scene.parse, anchor) or anchor.head in scene.resolved:
            continue
        if is_ethnic(scene, anchor):
            continue
        scene.resolved[anchor.head] = anchor.entity
        span = scene.parse.span(anchor.first, anchor.last)
        found = Resolution(anchor.entity, anchor.rule, MentionKind.MODIFIER)
        _emit(scene, anchor.head, span, found)
    for child in scene.parse.childs(head, "compound"):
        _described_modifier(scene, child)


def _is_own_name(scene: Scene, head: int) -> bool:
    """Tell whether a phrase is a proper name of its own ("the South China Sea")."""
    token = scene.parse.tokens[head]
    return token.tag == "NNP" and head not in scene.resolved and head not in scene.by_token


def _described_modifier(scene: Scene, index: int) -> None:
    """Emit a description before a noun ("the coalition airstrikes")."""
    if scene.parse.tokens[index].pos != "NOUN" or index in scene.resolved:
        return
    word = scene.lemma(index)
    seen = scene.report.discourse.described(word)
    if seen is None or not seen.entity.actor or seen.entity.nature not in COLLECTIVE:
        return
    scene.resolved[index] = seen.entity
    reason = f"last described as {word!r}"
    kind, rule = MentionKind.MODIFIER, "description.same-noun"
    found = Resolution(seen.entity, rule, kind, seen.span, reason)
    _emit(scene, index, scene.parse.span(index, index), found)


def _note_thing(scene: Scene, head: int) -> None:
    """Note what is no actor, so that a pronoun is not taken across it."""
    token = scene.parse.tokens[head]
    if token.pos != "NOUN" or token.dep in INSIDE:
        return
    plural = token.tag == "NNS"
    thing = Entity(f"thing:{token.lemma}", (), None, Nature.THING, plural=plural)
    scene.report.discourse.add(thing, scene.parse, head, token.span)


def _join(scene: Scene) -> None:
    """Note the actors named together so far in a sentence as one."""
    for head in sorted(scene.resolved):
        heads = scene.parse.conjuncts(head)
        if scene.parse.tokens[head].dep == "conj" or heads in scene.joined:
            continue
        entity = joined(scene, head)
        if entity:
            scene.joined.add(heads)
            _note_joint(scene, heads, entity)


def _note_joint(scene: Scene, heads: tuple[int, ...], entity: Entity) -> None:
    for part in heads:
        if part in scene.resolved:
            scene.joint[scene.resolved[part].key] = entity
    span = scene.parse.span(scene.edge(heads[0]), max(heads))
    scene.report.discourse.add(entity, scene.parse, _most_weighty(scene, heads), span)


def _is_setting(scene: Scene, head: int, entity: Entity) -> bool:
    """Tell whether a mention only says whose or where ("Mali's", "in the country")."""
    token = scene.parse.tokens[head]
    if token.dep == "poss":
        return True
    if token.dep != "pobj" or entity.nature is not Nature.STATE:
        return False
    preposition = scene.parse.tokens[token.head].text.lower()
    return preposition in scene.nouns.among("place_prepositions")


def _most_weighty(scene: Scene, heads: tuple[int, ...]) -> int:
    """Return the token of those named together that stands highest in its clause."""
    keys = {scene.resolved[h].key for h in heads if h in scene.resolved}
    tokens = [i for i, entity in scene.resolved.items() if entity.key in keys]
    return max(tokens, key=lambda i: (weight_of(scene.parse, i), -i))


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
    acting = found.kind not in ASIDE and not _is_setting(scene, head, entity)
    scene.report.discourse.add(entity, scene.parse, head, span, acting)
