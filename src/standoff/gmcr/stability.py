"""Which states are stable, for whom, and under which idea of foresight.

Each concept says what a decision maker at a state fears of an improvement (a unilateral move to
a state known to be better, UI):

* Nash: nothing; stable if there is no UI (Nash 1950).
* GMR, general metarational: that any response of opponents ends no better than now (Howard
  1971).
* SMR, symmetric metarational: the same, and no move of its own after it is better (Howard
  1971).
* SEQ, sequential: a response of opponents' improvements only (Fraser and Hipel 1979).
* SIM, simultaneous: opponents' improvements made at once (Fraser and Hipel 1984).
* SSEQ, symmetric sequential: SEQ, and no move of its own after it is better (Rêgo and Vieira
  2017, Group Decision and Negotiation 26, 775-792).

For several decision makers the definitions are those of Fang, Hipel and Kilgour 1993. Under
unknown preference (Li, Hipel, Kilgour and Fang 2004) each has four forms: see `Extension`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.graph import Graph, graph_of
from standoff.gmcr.model import Model
from standoff.gmcr.preference import Scale, scale
from standoff.gmcr.reach import (
    ANY,
    BETTER,
    NOT_KNOWN_WORSE,
    NOWHERE,
    deterred,
    greatest,
    least,
)
from standoff.gmcr.simultaneous import simultaneous

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Concept(StrEnum):
    """A solution concept."""

    NASH = "Nash"
    GMR = "GMR"
    SMR = "SMR"
    SEQ = "SEQ"
    SIM = "SIM"
    SSEQ = "SSEQ"


class Extension(StrEnum):
    """What a decision maker does about unknown preference (Li et al. 2004).

    ``a`` leaves for a state of unknown preference, and only a known loss deters; ``b`` leaves
    only for a known gain, and only a known loss deters; ``c`` leaves for the unknown, and the
    unknown deters; ``d`` leaves only for a known gain, and the unknown deters too. Without
    unknown pairs all four are the same.
    """

    A = "a"
    B = "b"
    C = "c"
    D = "d"

    @property
    def leaves_for(self) -> int:
        """The mode of moves that attract."""
        return NOT_KNOWN_WORSE if self in {Extension.A, Extension.C} else BETTER

    @property
    def unknown_deters(self) -> bool:
        """Whether a state of unknown preference is feared."""
        return self in {Extension.C, Extension.D}


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """The answer for one concept: for each decision maker and state, whether it is stable."""

    concept: Concept
    stable: Bools
    extension: Extension | None = None

    @property
    def equilibria(self) -> Ints:
        """The states stable for every decision maker, ascending from 0."""
        return np.flatnonzero(self.stable.all(axis=0))


class Solver:
    """A model's arrays, and what opponents can do in it."""

    def __init__(self, model: Model, extension: Extension = Extension.B) -> None:
        self.model = model
        self.graph: Graph = graph_of(model)
        self.extension = extension
        self.scales = tuple(scale(p, extension.unknown_deters) for p in model.preferences)

    @property
    def improving(self) -> int:
        """The mode of opponents' improvements: where preference is unknown they may be made."""
        return NOT_KNOWN_WORSE if self.graph.layers.any() else BETTER

    def opponents(self, maker: int) -> Ints:
        """Return all decision makers but one."""
        makers: Ints = np.arange(len(self.model.decision_makers), dtype=np.int64)
        return np.delete(makers, maker)

    def labels(self, maker: int, improving: bool, countered: bool) -> Ints:
        """Return the worst that responses can do: a row a group of the maker's scale.

        ``countered``: the maker may move once more after the response.
        """
        values = self.scales[maker].values
        if countered:
            values = np.stack([greatest(self.graph, maker, row) for row in values])
        mode = self.improving if improving else ANY
        return np.stack([least(self.graph, self.opponents(maker), row, mode) for row in values])

    def judge(self, maker: int, labels: Ints) -> Bools:
        """Return the states in which every attractive move meets a label no better than now."""
        on: Scale = self.scales[maker]
        found: Bools = deterred(
            self.graph, maker, self.extension.leaves_for, (on.group, on.bar), labels
        )
        return found


def _nash(solver: Solver, maker: int) -> Bools:
    on = solver.scales[maker]
    return solver.judge(maker, np.full((len(on.values), len(on.bar)), NOWHERE, np.int64))


def _sim(solver: Solver, maker: int) -> Bools:
    if solver.graph.layers.any():
        raise InputError("no-such-concept", "SIM is not defined for unknown preferences")
    patterns = solver.model.patterns
    if patterns is None:
        patterns = solver.model.states
    state_of = solver.model.state_of
    if state_of is None:
        state_of = np.arange(len(patterns))
    found: Bools = simultaneous(
        solver.graph, maker, solver.opponents(maker), (patterns, state_of)
    )
    return found


CONCEPTS: dict[Concept, Callable[[Solver, int], Bools]] = {
    Concept.NASH: _nash,
    Concept.GMR: lambda solver, k: solver.judge(k, solver.labels(k, False, False)),
    Concept.SMR: lambda solver, k: solver.judge(k, solver.labels(k, False, True)),
    Concept.SEQ: lambda solver, k: solver.judge(k, solver.labels(k, True, False)),
    Concept.SIM: _sim,
    Concept.SSEQ: lambda solver, k: solver.judge(k, solver.labels(k, True, True)),
}


def solve(
    model: Model,
    concepts: Iterable[Concept] = tuple(Concept),
    extension: Extension = Extension.B,
) -> dict[Concept, Stability]:
    """Return which states are stable for whom under each concept."""
    solver = Solver(model, extension)
    makers = range(len(model.decision_makers))
    named = None if not solver.graph.layers.any() else extension
    return {
        concept: Stability(
            concept, np.stack([CONCEPTS[concept](solver, k) for k in makers]), named
        )
        for concept in concepts
    }
