"""Acts in verbs that judge, insist or warn, read by what follows them.

To call a thing unlawful accuses who did it, to call a charge groundless rejects it; to insist
that one has not done something denies it, to insist that another do something demands it; to
warn that a thing would be met with force threatens. Source: CAMEO 1.1b3, 111, 12, 13.
Not handled: judgements in other verbs ("the move smacks of panic"); irony.
"""

from collections.abc import Iterator

from standoff.events.act import NOBODY, Act, Scene, Side
from standoff.events.conditions import condition_of, condition_span
from standoff.events.direction import actor_side, owner_side, side_of
from standoff.events.frames import Frame, frames
from standoff.events.modality import is_bare, is_negated, modal
from standoff.events.spans import phrase_span, trigger_span
from standoff.events.status import status_of
from standoff.model import Parse

REPLIES = ("charge", "plea", "proposal")
PREFIXES = ("un", "il", "ir")


def voiced_acts(scene: Scene) -> Iterator[Act]:
    """Yield the acts of a sentence in verbs of judging, insisting and warning."""
    for frame in frames(scene.parse):
        if frame.pos != "verb":
            continue
        lemma = frame.lemma_of(frame.predicate)
        for name, read in READINGS:
            actor = NOBODY
            if scene.speech.has(name, lemma):
                actor = actor_side(frame, scene, ("subj",))
            act = read(frame, scene, actor) if actor.codes else None
            if act is not None:
                yield act


def _judged(frame: Frame, scene: Scene, actor: Side) -> Act | None:
    """Read "called the raid barbaric" and "described the charge as groundless"."""
    predicate = _predicate(frame)
    objects = frame.slot("obj")
    if not predicate or not objects:
        return None
    words = [frame.parse.tokens[i].lemma.lower() for p in predicate for i in _words(frame, p)]
    if any(scene.speech.has("praising", word) for word in words):
        kind = "SUPPORT"
    elif any(
        _is_condemning(scene, frame.parse, i) for p in predicate for i in _words(frame, p)
    ):
        kind = "REJECT" if _is_reply(frame, scene, objects) else "ACCUSE"
    else:
        return None
    return _act(frame, scene, actor, kind, _owner(scene, objects, actor), predicate[0])


def _predicate(frame: Frame) -> tuple[int, ...]:
    """Return what a thing is called: after the object, or after "as"."""
    parse = frame.parse
    own = (*frame.slot("attr"), *frame.slot("acomp"))
    marks = [c for c in parse.childs(frame.predicate, "prep") if frame.lemma_of(c) == "as"]
    named = tuple(dict.fromkeys((*own, *(i for c in marks for i in parse.children[c]))))
    return () if all(parse.tokens[i].pos == "PROPN" for i in named) else named


def _words(frame: Frame, head: int) -> tuple[int, ...]:
    """Return a predicate and what qualifies it ("a grossly unfair decision")."""
    parse = frame.parse
    inside = parse.childs(head, "amod", "conj", "compound", "prep", "appos")
    below = [i for c in inside for i in (c, *parse.childs(c, "pobj", "conj", "amod"))]
    return (head, *below)


def _is_condemning(scene: Scene, parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    lemma = token.lemma.lower()
    lists = ("condemning", "wrong_nouns", "wrong_adjectives", "refusing_adjectives")
    if any(scene.speech.has(name, lemma) for name in lists):
        return True
    insults = scene.lexicon.classes.get("insult", frozenset())
    return lemma in insults or (token.pos == "ADJ" and _is_unlike(scene, lemma))


def _is_unlike(scene: Scene, lemma: str) -> bool:
    """Tell whether an adjective denies what is good ("unfair", "illegal", "irresponsible")."""
    return lemma.startswith(PREFIXES) and scene.speech.has("good", lemma[2:])


def _is_reply(frame: Frame, scene: Scene, objects: tuple[int, ...]) -> bool:
    classes = scene.lexicon.classes
    replied = {lemma for name in REPLIES for lemma in classes.get(name, ())}
    return any(frame.lemma_of(i) in replied for i in objects)


def _insisted(frame: Frame, scene: Scene, actor: Side) -> Act | None:
    """Read a denial in "insisted it had not fired", a demand in "insisted that Chad leave"."""
    clauses = frame.slot("ccomp")
    if not clauses:
        return None
    inner = Frame(frame.parse, clauses[0], "verb")
    subject = side_of(scene, inner.slot("subj"))
    if modal(frame.parse, inner.predicate) is not None:
        return None
    if is_bare(inner):
        aim = subject if set(subject.codes) != set(actor.codes) else NOBODY
        return _act(frame, scene, actor, "REQUEST", aim, clauses[0])
    own = set(_codes(scene, inner, subject)) & set(actor.codes)
    if not own or not is_negated(inner):
        return None
    return _act(frame, scene, actor, "REJECT", NOBODY, clauses[0])


def _codes(scene: Scene, inner: Frame, subject: Side) -> tuple[str, ...]:
    owners = (owner_side(scene, head).codes for head in inner.slot("subj"))
    return subject.codes or next((codes for codes in owners if codes), ())


def _warned(frame: Frame, scene: Scene, actor: Side) -> Act | None:
    """Read a threat in "warned that any raid would be met with force"."""
    for clause in frame.slot("ccomp"):
        word = modal(frame.parse, clause)
        if (
            word is None
            or not _is_open(scene, word)
            or not _is_harmful(frame, scene, clause, actor)
        ):
            continue
        aim = side_of(scene, frame.slot("obj"))
        return _act(frame, scene, actor, "THREATEN", aim, clause)
    return None


def _is_open(scene: Scene, word: str) -> bool:
    modals = ("future_modals", "ability_modals")
    return word == "might" or any(scene.speech.has(name, word) for name in modals)


def _is_harmful(frame: Frame, scene: Scene, clause: int, actor: Side) -> bool:
    """Tell whether a clause speaks of a blow: by its verb, or by a response or a price."""
    parse, lemma = frame.parse, frame.lemma_of(clause)
    inner = Frame(parse, clause, "verb")
    if scene.speech.has("retaliate", lemma):
        doer = side_of(scene, inner.slot("subj"))
        passive = parse.child(clause, "nsubjpass") is not None
        return set(doer.codes) <= set(actor.codes) if doer.codes else passive
    meeting = any(scene.speech.has(name, lemma) for name in ("suffer", "drawing"))
    meeting = meeting or bool(inner.slot("with"))
    nouns = (*inner.slot("obj"), *inner.slot("with"), *inner.slot("to"))
    return meeting and any(scene.speech.has("harm_nouns", frame.lemma_of(i)) for i in nouns)


def _owner(scene: Scene, objects: tuple[int, ...], actor: Side) -> Side:
    """Return whose a judged thing is, the judge left out."""
    found = [side_of(scene, objects), *(owner_side(scene, i) for i in objects)]
    sides = (s for s in found if s.codes and not set(s.codes) & set(actor.codes))
    return next(sides, NOBODY)


def _act(
    frame: Frame, scene: Scene, actor: Side, kind: str, recipient: Side, content: int
) -> Act:
    condition = condition_of(frame, (content,), scene.speech)
    without = frozenset({condition}) if condition is not None else frozenset()
    return Act(
        frame=frame,
        type=kind,
        actor=actor,
        recipient=recipient,
        trigger=trigger_span(frame),
        content=phrase_span(frame.parse, content, without),
        condition=condition_span(frame.parse, condition) if condition is not None else None,
        status=status_of(frame, scene),
        rule=f"voiced.{kind.lower()}",
        quote=scene.quote_at(frame.token.start),
    )


READINGS = (("judging", _judged), ("insisting", _insisted), ("warning", _warned))
