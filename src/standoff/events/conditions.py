"""Conditions: the clause that an act or a threat depends on."""

from standoff.events.frames import Frame
from standoff.events.spans import phrase_span
from standoff.knowledge.speech_acts import SpeechActs
from standoff.model import Parse, Span

AS_WORDS = ("long", "soon")


def condition_head(parse: Parse, verb: int, speech: SpeechActs) -> int | None:
    """Return the head of the conditional clause that hangs on a verb."""
    for child in parse.childs(verb, "advcl", "prep", "ccomp", "dep"):
        if is_condition(parse, child, speech):
            return child
    return None


def is_condition(parse: Parse, clause: int, speech: SpeechActs) -> bool:
    """Tell whether a clause is a condition: marked, or inverted ("should Iran refuse")."""
    below = parse.subtree(clause)
    opening = " ".join(parse.tokens[i].text.lower() for i in below[:2])
    if opening in speech.lists["condition_phrases"]:
        return True
    marks = [parse.tokens[c].lemma.lower() for c in parse.childs(clause, "mark", "advmod")]
    if any(m in speech.lists["condition_marks"] for m in marks):
        return "as" not in marks or any(m in AS_WORDS for m in marks)
    return _is_inverted(parse, clause)


def _is_inverted(parse: Parse, clause: int) -> bool:
    subject = parse.child(clause, "nsubj", "nsubjpass")
    aux = parse.child(clause, "aux")
    if subject is None or aux is None or parse.tokens[clause].dep != "advcl":
        return False
    return parse.tokens[aux].lemma.lower() in {"should", "had", "were"} and aux < subject


def condition_of(frame: Frame, contents: tuple[int, ...], speech: SpeechActs) -> int | None:
    """Return the head of the condition on a predicate or on what it is about."""
    for verb in (frame.predicate, *contents):
        found = condition_head(frame.parse, verb, speech)
        if found is not None:
            return found
    for verb in contents:
        found = _final_condition(frame.parse, verb, speech)
        if found is not None:
            return found
    above = frame.parse.tokens[frame.predicate]
    if above.dep in {"xcomp", "conj", "acomp"} and above.head != above.index:
        return condition_head(frame.parse, above.head, speech)
    return None


def _final_condition(parse: Parse, verb: int, speech: SpeechActs) -> int | None:
    """Return a condition that ends a clause, though deeper ("any ship that came if …")."""
    sisters = {i for c in parse.childs(verb, "conj") for i in parse.subtree(c)}
    below = [i for i in _words(parse, verb) if i not in sisters]
    for index in below:
        if parse.tokens[index].dep != "advcl":
            continue
        is_last = _words(parse, index)[-1:] == below[-1:]
        if is_last and is_condition(parse, index, speech):
            return index
    return None


def _words(parse: Parse, head: int) -> list[int]:
    return [i for i in parse.subtree(head) if parse.tokens[i].dep not in {"punct", "cc"}]


def condition_span(parse: Parse, head: int) -> Span:
    """Return the words of a condition, its marker included."""
    return phrase_span(parse, head)


def inside_condition(parse: Parse, index: int, speech: SpeechActs) -> bool:
    """Tell whether a predicate stands in a conditional clause."""
    return any(
        parse.tokens[i].dep in {"advcl", "ccomp", "dep", "prep"}
        and is_condition(parse, i, speech)
        for i in (index, *parse.ancestors(index))
    )
