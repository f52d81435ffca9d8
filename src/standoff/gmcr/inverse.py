"""The inverse problem: which preferences would make a wanted state an equilibrium.

Kinsara, Petersons, Hipel and Kilgour 2015, "Advanced decision support for the graph model for
conflict resolution", Journal of Decision Systems 24(2), 117-145. Under SEQ and SSEQ the
preferences of the others, which say how they answer, are taken as they are.
"""

from dataclasses import dataclass

from standoff.errors import InputError
from standoff.gmcr.graph import Graph, graph_of
from standoff.gmcr.model import Model
from standoff.gmcr.preference import Preference
from standoff.gmcr.reach import ANY, NOT_KNOWN_WORSE
from standoff.gmcr.stability import Concept
from standoff.gmcr.walk import moves, responses

MOST_STATES = 1 << 12
INVERTED = (Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ)


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must hold of one decision maker's preference so that one move does not pay.

    Of at least one of ``sets`` no state may be preferred to the wanted one; the first is the
    state moved to itself, the others are what a deterring answer and the moves after it reach.
    """

    wanted: int
    move: int
    sets: tuple[tuple[int, ...], ...]

    def is_met(self, preference: Preference) -> bool:
        """Return whether a preference, known throughout, meets this."""
        bar = preference.payoff[self.wanted]
        return any(all(preference.payoff[s] <= bar for s in states) for states in self.sets)


def requirements(
    model: Model, wanted: int, concept: Concept
) -> tuple[tuple[Requirement, ...], ...]:
    """Return for each decision maker what its preference must meet; nothing: always stable."""
    if concept not in INVERTED:
        raise InputError("no-such-concept", f"the inverse of {concept} is not solved")
    if len(model.states) > MOST_STATES:
        met = f"{len(model.states):,} states; the inverse is solved up to {MOST_STATES:,}"
        raise InputError("too-many-states", met)
    graph = graph_of(model)
    makers = range(len(model.decision_makers))
    return tuple(
        tuple(
            Requirement(
                wanted, move, _minimal(((move,), *_deterrents(graph, maker, move, concept)))
            )
            for move in moves(graph, maker, wanted).tolist()
        )
        for maker in makers
    )


def _deterrents(
    graph: Graph, maker: int, move: int, concept: Concept
) -> tuple[tuple[int, ...], ...]:
    if concept is Concept.NASH:
        return ((move,),)
    others = tuple(k for k in range(len(graph.payoff)) if k != maker)
    mode = NOT_KNOWN_WORSE if concept in {Concept.SEQ, Concept.SSEQ} else ANY
    answers = responses(graph, others, move, mode)
    if concept in {Concept.GMR, Concept.SEQ}:
        return ((move,), *((answer,) for answer in answers))
    ends = (tuple({answer, *moves(graph, maker, answer).tolist()}) for answer in answers)
    return ((move,), *ends)


def _minimal(sets: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    """Drop each set that contains another: the smaller one asks for less."""
    kept: list[frozenset[int]] = []
    for states in sorted({frozenset(s) for s in sets}, key=lambda s: (len(s), sorted(s))):
        if not any(small <= states for small in kept):
            kept.append(states)
    return tuple(tuple(sorted(states)) for states in kept)
