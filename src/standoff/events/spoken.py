"""Speech acts: what a speaker does by the words that are reported.

Under *said*, "they should engage" is a REQUEST to them, "Moscow would have no veto" a REJECT,
"if it invaded, it would pay" a THREATEN with its condition. Plain description is no act.
Not handled: rhetorical questions; irony.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from standoff.events.act import NOBODY, Act, Scene, Side
from standoff.events.clause import Clause
from standoff.events.conditions import condition_span, inside_condition
from standoff.events.direction import UNKNOWN, owner_side, side_of
from standoff.events.frames import Frame
from standoff.events.match import best_match
from standoff.events.spans import clause_trigger, phrase_span
from standoff.events.statements import clause_heads
from standoff.model import Attitude, Quote, Span, Status

CONFLICT = frozenset({"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
DEEDS = frozenset({"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause does: type, rule, to whom, with which content and trigger."""

    type: str
    rule: str
    recipient: Side
    content: Span
    trigger: Span


def spoken_acts(scene: Scene) -> Iterator[Act]:
    """Yield the speech acts in the quotations that lie in a sentence."""
    for index in scene.near:
        quote = scene.quotes[index]
        speaker = _speaker(quote, scene)
        if quote.attitude is not Attitude.SAID or not speaker.codes:
            continue
        for verb in clause_heads(scene, quote):
            clause = _clause(scene, speaker, index, verb)
            reading = _read(clause)
            if reading is not None:
                yield _act(clause, reading)


def _speaker(quote: Quote, scene: Scene) -> Side:
    """Return who speaks; UNK for a party whose country is open ("the rebels").

    "Officials" and "diplomats" are a reporter's sources, and no party.
    """
    if quote.speaker_actor or quote.speaker_span is None:
        return Side(quote.speaker_actor, quote.speaker_span)
    named = scene.mentions.within(quote.speaker_span)
    is_open = any(m.rule == OPEN and m.sector in PARTIES for m in named)
    known = any(m.actor for m in named)
    return Side(UNKNOWN if is_open and not known else (), quote.speaker_span)


OPEN = "description.open"
PARTIES = frozenset({"CIV", "NGO", "OPP", "PTY", "REB"})


def _clause(scene: Scene, speaker: Side, index: int, verb: int) -> Clause:
    heads = Frame(scene.parse, verb, "verb").slot("subj")
    subject = side_of(scene, heads)
    passive = scene.parse.child(verb, "nsubjpass")
    if not subject.codes and passive is not None:
        subject = side_of(scene, scene.parse.conjuncts(passive))
    return Clause(scene, scene.quotes[index], index, verb, subject, speaker)


def _read(clause: Clause) -> Reading | None:
    if inside_condition(clause.parse, clause.verb, clause.scene.speech):
        return None
    for rule in RULES:
        reading = rule(clause)
        if reading is not None:
            return reading
    return None


def _content(clause: Clause) -> Span:
    condition = clause.condition
    without = frozenset({condition}) if condition is not None else frozenset()
    return phrase_span(clause.parse, clause.verb, without)


def _reading(clause: Clause, kind: str, rule: str, recipient: Side) -> Reading:
    trigger = clause_trigger(clause.parse, clause.verb)
    complement = clause.complement
    if complement is not None and complement > clause.verb:
        last = clause.parse.tokens[complement]
        trigger = Span(trigger.start, max(trigger.end, last.end))
    return Reading(kind, rule, recipient, _content(clause), trigger)


def _threat(clause: Clause) -> Reading | None:
    if not clause.has_modal("future_modals") or clause.negated:
        return None
    harm = Frame(clause.parse, clause.verb, "verb").slot("obj")
    suffers = clause.has("suffer", clause.verb) and any(
        clause.has("harm_nouns", i) for i in harm
    )
    if suffers and (clause.is_other or clause.condition is not None):
        return _reading(clause, "THREATEN", "speech.threat.suffer", _threatened(clause))
    hostile = clause.has("retaliate", clause.verb) or _is_hostile(clause)
    warned = clause.scene.speech.has("warning", clause.quote.cue_lemma or "")
    if clause.condition is not None and _will_be_undone(clause, hostile):
        return _reading(clause, "THREATEN", "speech.threat.undo", _threatened(clause))
    if clause.is_own and (hostile or (warned and clause.condition is not None)):
        return _reading(clause, "THREATEN", "speech.threat.own", _aimed_at(clause))
    return None


def _will_be_undone(clause: Clause, hostile: bool) -> bool:
    """Tell whether a thing is to be undone by nobody named ("will be cancelled if")."""
    if clause.subject.codes or clause.parse.child(clause.verb, "nsubjpass") is None:
        return False
    if clause.parse.child(clause.verb, "agent") is not None:
        return False
    return hostile or clause.has("undoing", clause.verb)


def _is_hostile(clause: Clause) -> bool:
    """Tell whether a verb is a deed of conflict, or carries one ("will begin an offensive")."""
    frame = Frame(clause.parse, clause.verb, "verb")
    if _entry_type(clause) in CONFLICT or _is_dark_hint(clause, frame):
        return True
    lexicon = clause.scene.lexicon
    if clause.lemma(clause.verb) not in lexicon.classes.get("carrier", frozenset()):
        return False
    frames = (Frame(clause.parse, noun, "noun") for noun in frame.slot("obj"))
    found = (best_match(frame, lexicon, clause.scene.is_actor) for frame in frames)
    return any(match is not None and match.entry.type in CONFLICT for match in found)


def _is_dark_hint(clause: Clause, frame: Frame) -> bool:
    """Tell whether something unnamed will be done to another ("will take steps unless")."""
    if not clause.has("acting", frame.predicate):
        return False
    aimed = frame.slot("against") or clause.condition is not None
    return bool(aimed) and any(clause.has("unnamed_acts", i) for i in frame.slot("obj"))


def _threatened(clause: Clause) -> Side:
    """Return who would suffer: the subject, or whoever the condition speaks of."""
    if clause.is_other:
        return clause.subject
    condition = clause.condition
    heads = Frame(clause.parse, condition, "verb").slot("subj") if condition is not None else ()
    side = side_of(clause.scene, heads)
    return side if side.codes and side.codes != clause.speaker.codes else _aimed_at(clause)


def _demand(clause: Clause) -> Reading | None:
    if clause.is_own or not _is_obligation(clause):
        return None
    recipient = clause.subject if clause.is_other else _aimed_at(clause)
    return _reading(clause, "REQUEST", "speech.obligation", recipient)


def _is_obligation(clause: Clause) -> bool:
    if clause.has_modal("obligation_modals"):
        return not _is_perfect(clause)
    infinitive = clause.parse.child(clause.verb, "xcomp")
    if clause.has("obligation_verbs", clause.verb) and infinitive is not None:
        return clause.is_other and clause.parse.tokens[clause.verb].tag != "VBD"
    return clause.has("obligation_adjectives", clause.complement)


def _is_perfect(clause: Clause) -> bool:
    """Tell "should have left" (a reproach) from "should leave" (a demand)."""
    return any(clause.lemma(c) == "have" for c in clause.parse.childs(clause.verb, "aux"))


def _refusal(clause: Clause) -> Reading | None:
    complement = clause.complement
    refused = clause.has("refusing_adjectives", complement) and not clause.negated
    barred = clause.negated and (
        clause.has("permitting_adjectives", complement)
        or (clause.has("permitting_verbs", clause.verb) and not clause.is_other)
    )
    if refused or barred or _no_veto(clause) or _is_off_the_table(clause):
        return _reading(clause, "REJECT", "speech.refusal.predicate", _refused_to(clause))
    if clause.is_own and clause.negated and _will_act(clause):
        return _reading(clause, "REJECT", "speech.refusal.own", _aimed_at(clause))
    will_refuse = clause.has_modal("future_modals") and _entry_type(clause) == "REJECT"
    if clause.is_own and will_refuse and not clause.negated:
        return _reading(clause, "REJECT", "speech.refusal.own", _aimed_at(clause))
    if clause.is_own and clause.has("unready", complement) and not clause.negated:
        return _reading(clause, "REJECT", "speech.refusal.unready", _aimed_at(clause))
    return None


def _no_veto(clause: Clause) -> bool:
    frame = Frame(clause.parse, clause.verb, "verb")
    objects = (*frame.slot("obj"), *frame.slot("attr"))
    named = (*objects, *frame.slot("obj.mod"))
    return clause.negated and any(clause.has("refusing_nouns", i) for i in named)


def _is_off_the_table(clause: Clause) -> bool:
    """Tell whether something is said to be "out of the question" or "not on the table"."""
    complement = clause.complement
    if complement is None:
        return False
    words = {clause.lemma(i) for i in clause.parse.subtree(complement)}
    return words >= {"out", "question"} or (
        "table" in words and (clause.negated or "off" in words)
    )


def _will_act(clause: Clause) -> bool:
    if clause.has_modal("future_modals") or clause.has_modal("ability_modals"):
        return True
    return clause.has("intending", clause.verb) or clause.has("ready", clause.complement)


def _commitment(clause: Clause) -> Reading | None:
    if not clause.is_own or clause.negated:
        return None
    if clause.has("ready", clause.complement):
        if _hostile_complement(clause):
            return _reading(clause, "THREATEN", "speech.threat.ready", _aimed_at(clause))
        return _reading(clause, "AGREE", "speech.commitment.ready", _aimed_at(clause))
    promised = clause.has_modal("future_modals") and clause.lemma(clause.verb) not in STATIVE
    bound = clause.condition is not None or clause.is_first_person
    if promised and (bound or _entry_type(clause) != "CONSULT"):
        return _reading(clause, "AGREE", "speech.commitment.will", _aimed_at(clause))
    return None


def _hostile_complement(clause: Clause) -> bool:
    """Tell whether what the speaker is ready to do is hostile ("prepared to impose a ban")."""
    complement = clause.complement
    inner = clause.parse.child(complement, "xcomp") if complement is not None else None
    inner = inner if inner is not None else clause.parse.child(clause.verb, "xcomp")
    if inner is None:
        return False
    frame = Frame(clause.parse, inner, "verb")
    match = best_match(frame, clause.scene.lexicon, clause.scene.is_actor)
    if match is not None:
        return match.entry.type in CONFLICT
    return _is_dark_hint(clause, frame)


STATIVE = frozenset({"be", "have", "know", "see", "remain", "become", "need", "find", "lead",
                     "hurt", "harm", "damage", "undermine", "worsen", "lose"})  # fmt: skip


def _accusation(clause: Clause) -> Reading | None:
    if not clause.is_other or clause.negated or clause.modal:
        return None
    if clause.speaker.codes == UNKNOWN:
        return None
    frame = Frame(clause.parse, clause.verb, "verb")
    nouns = (*frame.slot("attr"), *frame.slot("obj"))
    named = (*nouns, *frame.slot("to")) if clause.has("naming", clause.verb) else ()
    blamed = (
        clause.has("wrongdoing", clause.verb)
        or clause.has("wrong_adjectives", clause.complement)
        or any(clause.has("wrong_nouns", i) for i in (*nouns, *named))
        or any(_is_wrong(clause, i) for i in named)
    )
    if blamed and _entry_type(clause) not in DEEDS:
        return _reading(clause, "ACCUSE", "speech.accusation", clause.subject)
    return None


def _is_wrong(clause: Clause, noun: int) -> bool:
    """Tell whether a noun is called wrong ("an unlawful use of force", "an act of war")."""
    parse = clause.parse
    of = (i for c in parse.childs(noun, "prep") for i in parse.childs(c, "pobj"))
    called = any(clause.has("wrong_adjectives", i) for i in parse.childs(noun, "amod"))
    return called or any(clause.has("wrong_nouns", i) for i in of)


def _blame(clause: Clause) -> Reading | None:
    """Read "it is a clear violation" and "the attack was carried out by Russia"."""
    if clause.subject.codes or clause.negated or clause.modal:
        return None
    frame = Frame(clause.parse, clause.verb, "verb")
    called = frame.slot("attr")
    named: tuple[int, ...] = ()
    if clause.has("naming", clause.verb):
        named = (*frame.slot("obj"), *frame.slot("to"))
    wrong = any(clause.has("wrong_nouns", i) for i in (*called, *named))
    if wrong or any(_is_wrong(clause, i) for i in named):
        owner = next(
            (s for s in (owner_side(clause.scene, h) for h in clause.heads) if s.codes), NOBODY
        )
        return _reading(clause, "ACCUSE", "speech.blame", owner)
    return None


def _support(clause: Clause) -> Reading | None:
    if clause.is_own and not clause.negated and not clause.modal:
        objects = side_of(clause.scene, Frame(clause.parse, clause.verb, "verb").slot("obj"))
        if clause.has("support", clause.verb) and objects.codes:
            return _reading(clause, "SUPPORT", "speech.support", objects)
    return None


RULES: tuple[Callable[[Clause], Reading | None], ...] = (
    _threat, _demand, _refusal, _commitment, _accusation, _blame, _support,
)  # fmt: skip


def _entry_type(clause: Clause) -> str | None:
    frame = Frame(clause.parse, clause.verb, "verb")
    match = best_match(frame, clause.scene.lexicon, clause.scene.is_actor)
    return match.entry.type if match else None


def _aimed_at(clause: Clause) -> Side:
    """Return the other actor that a clause is about, else whom it is said to."""
    frame = Frame(clause.parse, clause.verb, "verb")
    for name in ("obj", "iobj", "to", "with", "on", "against", "for", "of"):
        for head in frame.slot(name):
            side = side_of(clause.scene, (head,))
            side = side if side.codes else owner_side(clause.scene, head)
            if side.codes and not set(side.codes) & set(clause.speaker.codes):
                return side
    other = _other_in(clause)
    return other if other.codes else _addressee(clause)


def _other_in(clause: Clause) -> Side:
    span = clause.parse.subtree_span(clause.verb)
    for mention in clause.scene.mentions.within(span):
        if mention.actor and not set(mention.actor) & set(clause.speaker.codes):
            return Side(mention.actor, mention.span)
    return NOBODY


def _refused_to(clause: Clause) -> Side:
    return clause.subject if clause.is_other else _aimed_at(clause)


def _addressee(clause: Clause) -> Side:
    """Return whom the words are said to ("told Congress", "said to Iran")."""
    cue = clause.quote.cue
    tokens = clause.parse.tokens_in(cue) if cue else ()
    for token in tokens:
        frame = Frame(clause.parse, token.index, "verb")
        for name in ("obj", "iobj", "to"):
            side = side_of(clause.scene, frame.slot(name))
            if side.codes and not set(side.codes) & set(clause.speaker.codes):
                return side
    return NOBODY


def _act(clause: Clause, reading: Reading) -> Act:
    condition = clause.condition
    return Act(
        frame=Frame(clause.parse, clause.verb, "verb"),
        type=reading.type,
        actor=clause.speaker,
        recipient=reading.recipient,
        trigger=reading.trigger,
        content=reading.content,
        condition=condition_span(clause.parse, condition) if condition is not None else None,
        status=Status.ACTUAL,
        rule=reading.rule,
        quote=clause.index,
    )
