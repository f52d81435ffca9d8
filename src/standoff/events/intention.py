"""Declared intentions: to want, vow or be ready to strike is a threat, to help a promise.

Not handled: plans and schedules, which are future acts of their own.
"""

from dataclasses import replace

from standoff.events.act import Act, Scene, Side
from standoff.events.direction import place_side, recipient_side, side_of
from standoff.events.frames import Frame
from standoff.events.match import Match, best_match
from standoff.events.modality import is_negated, modal
from standoff.events.spans import phrase_span, trigger_span
from standoff.model import Status

HOSTILE = frozenset({"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
ANNOUNCED = frozenset({"AGREE", "REJECT", "THREATEN"})
FRIENDLY = frozenset({"AID", "SUPPORT", "COOPERATE", "CONSULT", "CONCEDE", "RETREAT", "AGREE"})


def with_threat_read(act: Act, contents: tuple[int, ...], scene: Scene) -> Act:
    """Return a promise as the threat it is where what is promised is hostile."""
    if act.type != "AGREE" or not contents:
        return act
    inner = _inner(contents[0], scene)
    decided = act.entry is not None and scene.speech.has("deciding", act.entry.lemma)
    if decided or inner is None or inner.entry.type not in HOSTILE:
        return act
    offered = act.entry is not None and not scene.speech.has("resolving", act.entry.lemma)
    if offered and inner.entry.type == "MOBILIZE":  # "offered to send troops"
        return act
    recipient = _aim(inner, scene, act.actor)
    return replace(
        act, type="THREATEN", recipient=recipient, rule="intention.hostile", entry=None
    )


def with_content_aim(act: Act, contents: tuple[int, ...], scene: Scene) -> Act:
    """Return an act that names nobody with the aim of its content ("agreed to meet X")."""
    if act.recipient.codes or act.type not in ANNOUNCED or not contents:
        return act
    inner = _inner(contents[0], scene)
    if inner is None:
        return act
    aim = _aim(inner, scene, act.actor)
    if not aim.codes and inner.entry.type in HOSTILE:
        aim = place_side(inner.frame, scene, act.actor)
    return replace(act, recipient=aim)


def with_vow_read(act: Act, contents: tuple[int, ...], scene: Scene) -> Act:
    """Return a vow not to do something: not to yield is a refusal, not to strike an assurance.

    "Iran vowed not to bow to pressure", "Chad vowed not to cross the border".
    """
    vowed = scene.speech.has("resolving", act.frame.token.lemma.lower())
    if act.type not in {"AGREE", "THREATEN"} or not vowed or not contents:
        return act
    if not is_negated(Frame(scene.parse, contents[0], "verb")):
        return act
    inner = _inner(contents[0], scene)
    hostile = inner is not None and inner.entry.type in HOSTILE
    kind = "AGREE" if hostile else "REJECT"
    return replace(act, type=kind, rule=f"intention.not-to.{kind.lower()}", entry=None)


def with_refusal_read(act: Act, scene: Scene) -> Act:
    """Return a yielding that its actor will not do as the refusal it is ("will not lift")."""
    frame = act.frame
    if frame.pos != "verb" or act.type not in FRIENDLY or act.status is not Status.NEGATED:
        return act
    word = modal(frame.parse, frame.predicate)
    if word is None or not scene.speech.has("future_modals", word) or not _is_own(act, scene):
        return act
    return replace(
        act,
        type="REJECT",
        status=Status.ACTUAL,
        content=phrase_span(frame.parse, frame.predicate),
        rule="refusal.will-not",
        entry=None,
    )


def _is_own(act: Act, scene: Scene) -> bool:
    """Tell whether the report itself, or a speaker of an open country, says it of an actor."""
    return act.quote is None or not scene.quotes[act.quote].speaker_actor


def intended_act(frame: Frame, scene: Scene) -> Act | None:
    """Return the threat or promise in a verb of wanting over an act of the same actor."""
    lemma = frame.token.lemma.lower()
    contents = frame.slot("xcomp")
    if frame.pos != "verb" or not contents or not scene.speech.has("resolving", lemma):
        return None
    inner = _inner(contents[0], scene)
    actor = side_of(scene, frame.slot("subj"))
    if not actor.codes or frame.slot("obj"):
        return None
    wanted = side_of(scene, scene.parse.childs(contents[0], "nsubj", "nsubjpass"))
    if scene.parse.child(contents[0], "nsubj", "nsubjpass") is not None:
        return _wish(frame, scene, actor, wanted)
    if inner is None:
        return None
    kind = "THREATEN" if inner.entry.type in HOSTILE else "AGREE"
    if kind == "AGREE" and inner.entry.type not in FRIENDLY:
        return None
    act = Act(
        frame=frame,
        type=kind,
        actor=actor,
        recipient=_aim(inner, scene, actor),
        trigger=trigger_span(frame),
        content=phrase_span(frame.parse, contents[0]),
        condition=None,
        status=Status.ACTUAL,
        rule="intention.declared",
        quote=scene.quote_at(frame.token.start),
    )
    return with_vow_read(act, contents, scene)


def _wish(frame: Frame, scene: Scene, actor: Side, wanted: Side) -> Act | None:
    """Return the demand in wanting another to do something ("Kenya wants Chad to leave")."""
    if not wanted.codes or set(wanted.codes) == set(actor.codes) or is_negated(frame):
        return None
    return Act(
        frame=frame,
        type="REQUEST",
        actor=actor,
        recipient=wanted,
        trigger=trigger_span(frame),
        content=phrase_span(frame.parse, frame.slot("xcomp")[0]),
        condition=None,
        status=Status.ACTUAL,
        rule="intention.wish",
        quote=scene.quote_at(frame.token.start),
    )


def _inner(content: int, scene: Scene) -> Match | None:
    frame = Frame(scene.parse, content, "verb")
    if scene.parse.tokens[content].pos not in {"VERB", "AUX"}:
        return None
    return best_match(frame, scene.lexicon, scene.is_actor)


def _aim(inner: Match, scene: Scene, actor: Side) -> Side:
    return recipient_side(inner.frame, scene, inner.entry.recipient, (), actor)
