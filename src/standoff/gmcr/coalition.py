"""Coalition stability: which states decision makers would leave together.

Inohara and Hipel 2008, "Coalition analysis in the graph model for conflict resolution", Systems
Engineering 11(4), 343-359; "Interrelationships among noncooperative and coalition stability
concepts", Journal of Systems Science and Systems Engineering 17(1), 1-29. A coalition improves
if it reaches, by a legal sequence of its members' moves, a state that every member prefers.

* CNash: it cannot improve.
* CGMR: each improvement can be answered by the others so that some member does not gain.
* CSMR: the same, and no further sequence of the coalition makes all members gain.
* CSEQ: the others answer by joint improvements of coalitions among them, none twice in a row.

A state is coalitionally stable if it is so for every coalition, single decision makers
included.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
from numba.typed import List
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.graph import graph_of
from standoff.gmcr.joint import least_by_coalitions, metarational, symmetric
from standoff.gmcr.model import Model
from standoff.gmcr.reach import ANY, NOWHERE, least
from standoff.gmcr.region import Region, region_of, turned

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MOST_STATES = 1 << 16
MOST_MAKERS = 8


class CoalitionConcept(StrEnum):
    """A coalition solution concept."""

    CNASH = "CNash"
    CGMR = "CGMR"
    CSMR = "CSMR"
    CSEQ = "CSEQ"


@dataclass(frozen=True, slots=True, eq=False)
class CoalitionStability:
    """For one concept: the coalitions, and for each the states it would not leave."""

    concept: CoalitionConcept
    coalitions: tuple[tuple[int, ...], ...]
    stable: Bools

    @property
    def equilibria(self) -> Ints:
        """The states that no coalition would leave."""
        return np.flatnonzero(self.stable.all(axis=0))

    def leavers(self, state: int) -> tuple[tuple[int, ...], ...]:
        """Return the coalitions that would leave a state."""
        return tuple(
            c for c, is_stable in zip(self.coalitions, self.stable[:, state], strict=True)
            if not is_stable
        )  # fmt: skip


def solve_coalitions(
    model: Model, concepts: Iterable[CoalitionConcept] = tuple(CoalitionConcept)
) -> dict[CoalitionConcept, CoalitionStability]:
    """Return which states are stable for every coalition, under each concept."""
    _refuse_what_is_too_large(model)
    wanted = tuple(concepts)
    coalitions = _nonempty(tuple(range(len(model.decision_makers))))
    found: dict[CoalitionConcept, list[Bools]] = {concept: [] for concept in wanted}
    analysis = _Analysis(model)
    for members in coalitions:
        for concept in wanted:
            found[concept].append(analysis.stable(members, concept))
    return {c: CoalitionStability(c, coalitions, np.stack(rows)) for c, rows in found.items()}


def _refuse_what_is_too_large(model: Model) -> None:
    if not all(preference.is_known for preference in model.preferences):
        raise InputError("no-such-concept", "coalitions need preferences that are all known")
    states, makers = len(model.states), len(model.decision_makers)
    if states > MOST_STATES or makers > MOST_MAKERS:
        why = (
            f"coalitions of {makers} decision makers in {states:,} states: at most "
            f"{MOST_MAKERS} and {MOST_STATES:,}; say which combinations are infeasible"
        )
        raise InputError("too-many-states", why)


def _nonempty(makers: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    sizes = range(1, len(makers) + 1)
    return tuple(c for size in sizes for c in combinations(makers, size))


class _Analysis:
    """The arrays of a model, and where each coalition can go in it."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.graph = graph_of(model)
        self.payoff = self.graph.payoff.astype(np.int64)
        self._regions: dict[tuple[int, ...], Region] = {}
        self._known: dict[tuple[tuple[int, ...], CoalitionConcept], Bools] = {}

    def region(self, members: tuple[int, ...]) -> Region:
        """Return where a coalition can go."""
        if members not in self._regions:
            row = np.asarray(members, np.int64)
            self._regions[members] = region_of(self.model, self.graph, row)
        return self._regions[members]

    def others(self, members: tuple[int, ...]) -> tuple[int, ...]:
        """Return the decision makers outside a coalition."""
        return tuple(k for k in range(len(self.payoff)) if k not in members)

    def stable(self, members: tuple[int, ...], concept: CoalitionConcept) -> Bools:
        """Return the states a coalition would not leave."""
        key = (members, concept)
        if key not in self._known:
            symmetrical = concept is CoalitionConcept.CSMR
            self._known[key] = (
                self._symmetric(members) if symmetrical else self._solve(members, concept)
            )
        return self._known[key]

    def _symmetric(self, members: tuple[int, ...]) -> Bools:
        stays = self.stable(members, CoalitionConcept.CNASH)
        others = self.others(members)
        if not others:
            return stays
        doubtful = self.stable(members, CoalitionConcept.CGMR) & ~stays
        inside = np.asarray(members, np.int64)
        regions = self.region(members), self.region(others)
        found: Bools = symmetric(self.payoff, inside, *regions, doubtful)
        return found | stays

    def _solve(self, members: tuple[int, ...], concept: CoalitionConcept) -> Bools:
        others = self.others(members)
        labels = np.stack([self._labels(member, others, concept) for member in members])
        inside = np.asarray(members, np.int64)
        found: Bools = metarational(self.payoff, inside, self.region(members), labels)
        return found

    def _labels(self, member: int, others: tuple[int, ...], concept: CoalitionConcept) -> Ints:
        """Return for each state the worst the others can do to a member from there."""
        values = self.payoff[member]
        if not others or concept is CoalitionConcept.CNASH:
            return np.full(len(values), NOWHERE, np.int64)
        if concept is CoalitionConcept.CGMR:
            return np.asarray(least(self.graph, np.asarray(others, np.int64), values, ANY))
        rows = _nonempty(others)
        coalitions = List([np.asarray(row, np.int64) for row in rows])
        regions = List([turned(self.region(row)) for row in rows])
        return np.asarray(least_by_coalitions(self.payoff, coalitions, regions, values))
