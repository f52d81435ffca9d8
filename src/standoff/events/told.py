"""Acts told by the report itself: lexicon entries over clause frames."""

from dataclasses import dataclass, replace

from standoff.events.act import NOBODY, Act, Scene, Side
from standoff.events.civilians import with_protest_read
from standoff.events.conditions import condition_of, condition_span, inside_condition
from standoff.events.direction import (
    actor_side,
    answered_side,
    owner_side,
    place_side,
    protest_side,
    recipient_side,
    side_of,
    state_side,
    unnamed_side,
)
from standoff.events.frames import Frame, frames
from standoff.events.intention import (
    intended_act,
    with_content_aim,
    with_refusal_read,
    with_threat_read,
    with_vow_read,
)
from standoff.events.match import Match, best_match, with_contents
from standoff.events.modality import is_bare, modal
from standoff.events.partners import is_backed
from standoff.events.spans import phrase_span, trigger_span
from standoff.events.status import status_of
from standoff.events.ultimatums import with_threat
from standoff.model import Parse, Status

MUTUAL = frozenset({"AGREE", "CONSULT"})
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
VERBAL_ACTS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
NOUN_OWNERS = ("subj", "poss", "by", "of", "mod", "from")


@dataclass(frozen=True, slots=True)
class Told:
    """The acts of a sentence, and the predicates that are only the content of one."""

    acts: tuple[Act, ...]
    swallowed: frozenset[int]


def told_acts(scene: Scene) -> Told:
    """Return the acts that the lexicon reads in a sentence, content left out."""
    matches = [
        match
        for frame in frames(scene.parse)
        if (match := best_match(frame, scene.lexicon, scene.is_actor)) is not None
        and not is_backed(scene, frame.predicate)
        and not _owns_up(match, scene)
    ]
    swallowed = _swallowed(matches, scene)
    acts = []
    for intended in _intentions(matches, scene):
        acts.append(intended)
        swallowed |= frozenset(scene.parse.subtree(intended.frame.slot("xcomp")[0]))
    for match in matches:
        index = match.frame.predicate
        if index in swallowed or inside_condition(scene.parse, index, scene.speech):
            continue
        if _is_only_spoken_of(match.frame, scene):
            continue
        acts.extend(_acts(match, scene))
    return Told(tuple(acts), swallowed)


def _owns_up(match: Match, scene: Scene) -> bool:
    """Tell whether an accusation is of the accuser's own deed ("claimed they had hit it")."""
    heads = match.frame.slot("ccomp") if match.entry.type == "ACCUSE" else ()
    accused = side_of(
        scene, (s for h in heads for s in Frame(scene.parse, h, "verb").slot("subj"))
    )
    return bool(accused.codes) and set(accused.codes) <= set(_actor(match, scene).codes)


def _intentions(matches: list[Match], scene: Scene) -> list[Act]:
    """Return the declared intentions, in verbs that no entry reads as an act."""
    read = {match.frame.predicate for match in matches}
    found = (intended_act(f, scene) for f in frames(scene.parse) if f.predicate not in read)
    return [
        act
        for act in found
        if act is not None
        and not inside_condition(scene.parse, act.frame.predicate, scene.speech)
    ]


def _swallowed(matches: list[Match], scene: Scene) -> frozenset[int]:
    """Return the predicates inside the content of a matched one, or carried by one."""
    found: set[int] = set()
    verbs = {m.frame.predicate: m.entry.type for m in matches if m.frame.pos != "noun"}
    for match in matches:
        frame = match.frame
        if not match.entry.free:
            for head in (*_contents(match), *_charged(match, scene), *_reasons(match, scene)):
                found.update(content_predicates(scene, head))
        carriers = [i for i in frame.slot("verb") if i in verbs] if frame.pos == "noun" else []
        same = any(verbs[i] == match.entry.type for i in carriers)
        if carriers and (same or not _is_adjunct(frame)):
            found.add(frame.predicate)
        for restriction in match.entry.restrictions:
            if restriction.lemmas and restriction.slot != "verb":
                found.update(_held(frame, restriction.slot, scene))
    found -= {m.frame.predicate for m in matches if _stands(m, found)}
    return frozenset(found | _told_twice(matches, found))


def _is_adjunct(frame: Frame) -> bool:
    """Tell whether a noun only says when or amid what a verb's act was done."""
    above = frame.parse.tokens[frame.token.head]
    return frame.token.dep == "pobj" and above.lemma.lower() in ADJUNCTS


ADJUNCTS = frozenset({"in", "during", "at", "after", "amid", "before", "following", "despite",
                      "under", "over"})  # fmt: skip


def _told_twice(matches: list[Match], swallowed: set[int]) -> set[int]:
    """Return the second words for one blow ("the raid killed six and hurt ten")."""
    blows = {m.frame.predicate: m for m in matches if m.entry.type == "ASSAULT"}
    twice: set[int] = set()
    for index, match in blows.items():
        own = {i for i in match.frame.slot("subj") if _is_beside(match.frame, i, blows)}
        raids = sorted(own.intersection(blows) - {index})
        for raid in raids if match.frame.pos == "verb" else ():
            told = raid in twice or (raid in swallowed and match.frame.token.dep == "relcl")
            twice.add(index if told else raid)
    return twice


def _charged(match: Match, scene: Scene) -> tuple[int, ...]:
    """Return the deeds that trail an accusation ("accused X of a raid, killing six")."""
    frame = match.frame
    trailing = (c for c in frame.slot("advcl") if frame.parse.tokens[c].tag == "VBG")
    if match.entry.type != "ACCUSE":
        return ()
    inner = (
        (c, best_match(Frame(frame.parse, c, "verb"), scene.lexicon, scene.is_actor))
        for c in trailing
    )
    return tuple(c for c, deed in inner if deed is not None and deed.entry.type in DEEDS)


def _reasons(match: Match, scene: Scene) -> tuple[int, ...]:
    """Return what a protest or a punishment is for ("jailed for aiding the rebels").

    What a protest demands is a demand of its own.
    """
    frame = match.frame
    if frame.pos != "verb":
        return ()
    if match.entry.type == "PROTEST":
        purposes = (Frame(frame.parse, i, "verb") for i in frame.slot("xcomp"))
        found = {p.predicate: best_match(p, scene.lexicon, scene.is_actor) for p in purposes}
        kept = (i for i, m in found.items() if m is None or m.entry.type != "REQUEST")
        return (*kept, *frame.slot("in"))
    punished = match.entry.type in {"COERCE", "ACCUSE", "SANCTION"}
    reasons = (*frame.slot("for"), *frame.slot("over")) if punished else ()
    return tuple(i for i in reasons if frame.parse.tokens[i].tag == "VBG")


def _is_beside(frame: Frame, noun: int, blows: dict[int, Match]) -> bool:
    """Tell whether a noun is the subject of a verb itself, or of the blow before it."""
    above = frame.parse.tokens[noun].head
    if frame.token.dep == "relcl" or above == frame.predicate:
        return True
    return frame.token.dep == "conj" and frame.token.head == above and above in blows


def _held(frame: Frame, slot: str, scene: Scene) -> set[int]:
    return {i for head in frame.slot(slot) for i in with_contents(frame, head, scene.lexicon)}


def _stands(match: Match, swallowed: set[int]) -> bool:
    return match.frame.predicate not in swallowed


def content_predicates(scene: Scene, head: int) -> set[int]:
    """Return the tokens of a content, the background told in its relative clauses left out."""
    parse = scene.parse
    found = set(parse.subtree(head))
    for index in tuple(found):
        if _is_background(parse, index):
            found -= set(parse.subtree(index))
    return found


def _is_background(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if token.dep == "relcl":
        return not any(parse.tokens[c].tag == "TO" for c in parse.childs(index, "aux"))
    if token.dep == "acl" and token.tag == "VBN":
        return parse.child(index, "agent") is not None
    return token.dep == "prep" and token.lemma.lower() in TIMES


TIMES = frozenset({"during", "after", "before", "since", "following"})


def _contents(match: Match) -> tuple[int, ...]:
    for name in match.entry.content:
        found = match.frame.slot(name)
        if found:
            return found
    return ()


def _acts(match: Match, scene: Scene) -> list[Act]:
    frame, entry = match.frame, match.entry
    contents = _contents(match)
    if frame.pos == "verb" and _is_due(frame, scene):
        return []
    if entry.type == "REJECT" and any(
        scene.speech.has("reticent", frame.lemma_of(c)) for c in contents
    ):
        return []
    actor = _actor(match, scene)
    recipient = _recipient(match, scene, contents, actor)
    joint = actor
    actor, recipient = _two_sides(actor, recipient, match, scene)
    if not actor.codes and not (entry.type in DEEDS and _is_impersonal(frame, scene)):
        return []
    condition = condition_of(frame, contents, scene.speech)
    without = frozenset({condition}) if condition is not None else frozenset()
    quote = scene.quote_at(frame.token.start)
    act = Act(
        frame=frame,
        type=entry.type,
        actor=actor,
        recipient=recipient,
        trigger=trigger_span(frame),
        content=None,
        condition=condition_span(frame.parse, condition) if condition is not None else None,
        status=Status(entry.status) if entry.status else status_of(frame, scene),
        rule=f"lexicon.{frame.pos}",
        entry=entry,
        quote=quote,
        attributed_to=_attributed(scene, quote, actor, entry.type),
        mutual=entry.reciprocal or actor is not joint,
    )
    act = with_protest_read(act, scene)
    act = with_refusal_read(with_threat_read(act, contents, scene), scene)
    act = with_vow_read(act, contents, scene)
    act = with_content_aim(act, contents, scene)
    if not contents:
        return [act]
    several = _several(frame, contents)
    acts = [replace(act, content=phrase_span(frame.parse, head, without)) for head in several]
    return with_threat(acts, several)


def _recipient(match: Match, scene: Scene, contents: tuple[int, ...], actor: Side) -> Side:
    """Return to whom it is done, by the slots of the entry first."""
    frame, entry = match.frame, match.entry
    recipient = recipient_side(frame, scene, entry.recipient, contents, actor)
    if frame.pos == "noun" and not recipient.codes:
        recipient = _noun_recipient(frame, scene, actor)
    if frame.pos == "noun" and not recipient.codes:
        recipient = _answering(frame, scene, actor)
    if not recipient.codes and entry.type == "PROTEST":
        recipient = protest_side(frame, scene, actor)
    if not recipient.codes and entry.type in DEEDS:
        recipient = place_side(frame, scene, actor)
    return recipient if recipient.codes else answered_side(frame, scene, actor)


def _is_due(frame: Frame, scene: Scene) -> bool:
    """Tell whether an act is only called for ("must leave", "a demand that Chad leave")."""
    word = modal(frame.parse, frame.predicate)
    if word is not None:
        return scene.speech.has("obligation_modals", word)
    marks = frame.parse.childs(frame.predicate, "mark")
    return is_bare(frame) and any(frame.lemma_of(c) == "that" for c in marks)


def _is_impersonal(frame: Frame, scene: Scene) -> bool:
    """Tell whether a deed is told without its doer: by a noun, or with a deed as subject."""
    attacks = scene.lexicon.classes.get("attack", frozenset())
    return frame.pos == "noun" or any(frame.lemma_of(i) in attacks for i in frame.slot("subj"))


def _several(frame: Frame, contents: tuple[int, ...]) -> tuple[int, ...]:
    """Return the contents that are acts of their own: coordinated clauses, not nouns."""
    is_clause = frame.parse.tokens[contents[0]].pos in {"VERB", "AUX"}
    return contents if is_clause else contents[:1]


def _actor(match: Match, scene: Scene) -> Side:
    frame, entry = match.frame, match.entry
    slots = entry.actor or (NOUN_OWNERS if frame.pos == "noun" else ("subj",))
    if frame.pos == "noun" and not _is_carried(frame, scene):
        slots = tuple(slot for slot in slots if slot != "subj")
    if frame.pos == "noun" and entry.type in DEEDS and _is_suffered(frame, scene):
        whose = ("poss", "mod") if frame.slot("of") else ()
        slots = tuple(slot for slot in slots if slot in {"by", "subj", *whose})
    found = actor_side(frame, scene, slots)
    if found.codes or frame.pos == "noun":
        return found
    if not frame.slot("subj") and entry.mode in STATE_ACTS:
        return state_side(frame, scene)
    return unnamed_side(frame, scene, slots)


def _is_suffered(frame: Frame, scene: Scene) -> bool:
    """Tell whether a noun's "of" names who suffers it ("the seizure of a Danish tanker")."""
    suffered = scene.lexicon.classes.get("suffered", frozenset())
    return frame.token.lemma.lower() in suffered


STATE_ACTS = frozenset(
    {"arrest", "deport", "expel", "ban", "censor", "curfew", "martial-law", "execute"}
)


def _is_only_spoken_of(frame: Frame, scene: Scene) -> bool:
    """Tell whether a noun is the object of a verb that does not do it ("decried a raid")."""
    is_object = frame.pos == "noun" and frame.token.dep == "dobj"
    return is_object and not _is_carried(frame, scene)


def _is_carried(frame: Frame, scene: Scene) -> bool:
    """Tell whether a noun's verb only carries it ("launched an attack")."""
    carriers = scene.lexicon.classes.get("carrier", frozenset())
    return any(frame.lemma_of(verb) in carriers for verb in frame.slot("verb"))


def _noun_recipient(frame: Frame, scene: Scene, actor: Side) -> Side:
    side = owner_side(scene, frame.predicate)
    return side if side.codes and set(side.codes) != set(actor.codes) else NOBODY


def _answering(frame: Frame, scene: Scene, actor: Side) -> Side:
    """Return who answers an act ("X sent an envoy in response to an invitation from Y")."""
    parse = frame.parse
    answers = scene.lexicon.classes.get("answer", frozenset())
    above = list(parse.ancestors(frame.predicate))
    if not any(frame.lemma_of(i) in answers for i in above[:3]):
        return NOBODY
    verb = next((i for i in above if parse.tokens[i].pos == "VERB"), None)
    side = (
        side_of(scene, Frame(parse, verb, "verb").slot("subj")) if verb is not None else NOBODY
    )
    return side if set(side.codes) != set(actor.codes) else NOBODY


def _two_sides(actor: Side, recipient: Side, match: Match, scene: Scene) -> tuple[Side, Side]:
    """Split the sides of a mutual act that stand in one slot ("talks between A and B")."""
    mutual = match.entry.reciprocal or match.entry.type in MUTUAL or _is_each_other(match.frame)
    if not mutual or recipient.codes or len(actor.codes) < 2:
        return actor, recipient
    for name in (*match.entry.actor, "subj", "between"):
        heads = match.frame.slot(name)
        sides = [s for s in (side_of(scene, (h,)) for h in heads) if s.codes]
        if len(sides) > 1:
            rest = tuple(c for s in sides[1:] for c in s.codes if c not in sides[0].codes)
            return sides[0], Side(tuple(dict.fromkeys(rest)), sides[1].span)
    if not match.entry.reciprocal and match.entry.type not in MUTUAL:
        return actor, recipient
    return Side(actor.codes[:1], actor.span), Side(actor.codes[1:], actor.span)


def _is_each_other(frame: Frame) -> bool:
    """Tell whether two do it to each other."""
    texts = {frame.parse.tokens[i].text.lower() for i in frame.slot("obj")}
    return bool(texts & {"other", "another"})


def _attributed(
    scene: Scene, quote: int | None, actor: Side, event_type: str
) -> tuple[str, ...]:
    """Return who asserts an act that stands in reported words."""
    if quote is None:
        return ()
    speaker = scene.quotes[quote].speaker_actor
    own = set(speaker) == set(actor.codes)
    return () if own and event_type in VERBAL_ACTS else speaker
