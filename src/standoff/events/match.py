"""Lexicon entries against clause frames: which entry reads which predicate.

Not handled: two acts told by one predicate ("an ultimatum to A or B"): see ultimatums.py.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from standoff.events.frames import Frame
from standoff.events.modality import modal
from standoff.knowledge.lexicon import ACTOR, EMPTY, FILLED, MODAL, Entry, Lexicon, Restriction

IsActor = Callable[[int], bool]
PARTICLES = ("prt", "prep", "advmod")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that reads a frame."""

    frame: Frame
    entry: Entry


def candidates(frame: Frame, lexicon: Lexicon, is_actor: IsActor) -> Iterator[Entry]:
    """Yield every entry whose frame and restrictions hold."""
    lemma = frame.token.lemma.lower()
    for entry in lexicon.by_predicate.get((frame.pos, lemma), ()):
        if entry.particle and not _has_particle(frame, entry.particle):
            continue
        if all(_holds(frame, r, lexicon, is_actor) for r in entry.restrictions):
            yield entry


def best_match(frame: Frame, lexicon: Lexicon, is_actor: IsActor) -> Match | None:
    """Return the most specific entry; of equals the one that beats the others, then by id."""
    found = list(candidates(frame, lexicon, is_actor))
    if not found:
        return None
    ids = {entry.id for entry in found}
    beaten = {loser for entry in found for loser in entry.beats & ids}
    left = [entry for entry in found if entry.id not in beaten] or found
    return Match(frame, min(left, key=lambda e: (-e.specificity, -_named(e), e.id)))


def _named(entry: Entry) -> int:
    """Return how many restrictions name lemmas: of equals these are the narrower."""
    return sum(bool(r.lemmas) for r in entry.restrictions)


def _has_particle(frame: Frame, particle: str) -> bool:
    children = frame.parse.childs(frame.predicate, *PARTICLES)
    if any(frame.lemma_of(c) == particle for c in children):
        return True
    if particle == "for" and _has_for_clause(frame):
        return True
    return bool(frame.slot(particle)) if frame.pos != "noun" else False


def _has_for_clause(frame: Frame) -> bool:
    """Tell whether "for" marks an infinitive clause ("called for Angola to publish")."""
    parse = frame.parse
    clauses = parse.childs(frame.predicate, "advcl", "ccomp", "xcomp")
    return any(frame.lemma_of(m) == "for" for c in clauses for m in parse.childs(c, "mark"))


def _holds(frame: Frame, restriction: Restriction, lexicon: Lexicon, is_actor: IsActor) -> bool:
    found = frame.slot(restriction.slot)
    if restriction.special == EMPTY:
        return not found
    if restriction.special == FILLED:
        return bool(found)
    if restriction.special == ACTOR:
        return any(map(is_actor, found))
    if restriction.special == MODAL:
        return any(modal(frame.parse, i) is not None for i in found)
    return any(
        frame.lemma_of(i) in restriction.lemmas
        or (restriction.human and _is_human(frame, i, is_actor))
        for head in found
        for i in with_contents(frame, head, lexicon)
    )


def _is_human(frame: Frame, index: int, is_actor: IsActor) -> bool:
    """Tell whether a token is a person by a name, a number or a pronoun ("freed six")."""
    token = frame.parse.tokens[index]
    if token.tag in {"NNP", "NNPS"}:
        return not is_actor(index)
    return token.tag == "CD" or token.text.lower() in PERSONAL


PERSONAL = frozenset({"him", "he", "she", "them", "they", "who", "whom", "others"})


def with_contents(frame: Frame, head: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return a noun, and what it holds where it is a container ("a package of sanctions")."""
    if frame.lemma_of(head) not in lexicon.classes.get("container", ()):
        return (head,)
    parse = frame.parse
    inner = [c for c in parse.childs(head, "prep") if frame.lemma_of(c) == "of"]
    return (head, *(n for c in inner for n in parse.childs(c, "pobj")))
