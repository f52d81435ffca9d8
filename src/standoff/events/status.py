"""Whether an act happened: tense, modality, negation and the verbs that govern it.

Not handled: irony; a denial in another sentence.
"""

from standoff.events.act import Scene
from standoff.events.frames import Frame
from standoff.events.modality import is_going_to, is_negated, modal
from standoff.model import Parse, Status

FUTURE = frozenset({"will", "'ll", "wo", "shall"})
GOVERNED = frozenset(
    {"xcomp", "pcomp", "ccomp", "acl", "advcl", "pobj", "dobj", "csubj", "relcl"}
)
ALLEGED = frozenset({"allegedly", "reportedly", "supposedly", "possibly", "alleged", "possible",
                     "suspected", "potential", "would-be"})  # fmt: skip
PLANNED = frozenset({"planned", "scheduled", "upcoming", "proposed", "intended", "forthcoming",
                     "future", "new", "further"}) - {"new", "further"}  # fmt: skip


def status_of(frame: Frame, scene: Scene) -> Status:
    """Return the status of an act told by the report."""
    own = _own_status(frame, scene)
    governed = _governed_status(frame, scene)
    if is_negated(frame):
        return Status.NEGATED if governed is not Status.NEGATED else Status.ACTUAL
    return governed or own


def _own_status(frame: Frame, scene: Scene) -> Status:
    parse = frame.parse
    if frame.pos == "noun":
        modifiers = {parse.tokens[i].lemma.lower() for i in frame.slot("mod")}
        if modifiers & ALLEGED:
            return Status.HYPOTHETICAL
        if modifiers & PLANNED:
            return Status.FUTURE
        support = frame.slot("verb")
        return _of_verb(parse, support[0], scene) if support else Status.ACTUAL
    verb = frame.predicate if frame.pos == "verb" else parse.tokens[frame.predicate].head
    return _of_verb(parse, verb, scene)


def _of_verb(parse: Parse, verb: int, scene: Scene) -> Status:
    if any(parse.tokens[c].lemma.lower() in ALLEGED for c in parse.childs(verb, "advmod")):
        return Status.HYPOTHETICAL
    word = modal(parse, verb)
    if word is None:
        return (
            Status.FUTURE if is_going_to(parse, verb) or _is_to(parse, verb) else Status.ACTUAL
        )
    if word in FUTURE:
        return Status.FUTURE
    if word in {"would", "'d"}:
        quoted = scene.quote_at(parse.tokens[verb].start) is not None
        return Status.FUTURE if quoted else Status.CONDITIONAL
    return Status.HYPOTHETICAL


def _is_to(parse: Parse, verb: int) -> bool:
    """Tell whether a verb stands under "is to": "The ministers are to meet"."""
    token = parse.tokens[verb]
    head = parse.tokens[token.head]
    return token.dep == "xcomp" and head.lemma == "be" and head.index < verb


def _governed_status(frame: Frame, scene: Scene) -> Status | None:
    """Return what the nearest telling governor says of the act."""
    parse = frame.parse
    start = frame.predicate
    if frame.pos == "noun":
        support = frame.slot("verb")
        start = support[0] if support else frame.predicate
        effect = (
            scene.speech.effects.get(parse.tokens[start].lemma.lower()) if support else None
        )
        if effect in {"negated", "future", "hypothetical"}:
            return Status(effect)
    for index in (start, *parse.ancestors(start)):
        token = parse.tokens[index]
        if token.dep not in GOVERNED or token.head == index:
            return None
        governor = _predicate_above(parse, index)
        effect = scene.speech.effects.get(parse.tokens[governor].lemma.lower())
        if effect in {"negated", "future", "hypothetical"} and token.dep not in {
            "relcl",
            "advcl",
        }:
            return _under(parse, governor, effect)
        if token.dep in {"relcl", "advcl"}:
            return None
    return None


def _predicate_above(parse: Parse, index: int) -> int:
    head = parse.tokens[index].head
    while parse.tokens[head].pos == "ADP" and parse.tokens[head].head != head:
        head = parse.tokens[head].head
    return head


def _under(parse: Parse, governor: int, effect: str) -> Status:
    denied = is_negated(Frame(parse, governor, "verb"))
    if effect == "negated":
        return Status.ACTUAL if denied else Status.NEGATED
    if denied and effect == "future":
        return Status.NEGATED
    if denied and parse.tokens[governor].lemma.lower() in {"doubt", "question"}:
        return Status.ACTUAL
    return Status(effect)
