"""Hypergames: each decision maker sees a conflict of its own.

Bennett 1980, Omega 8(1), 51-57; Wang, Hipel and Fraser 1988, "Modeling misperceptions in
hypergames", Behavioral Science 33, 207-223. In a first-level hypergame each decision maker
judges the states by its own view of all options and preferences; a state is an equilibrium if
each finds it stable in its own view. A state that a decision maker does not see, because it
does not know of an option or thinks a combination impossible, is no equilibrium.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.model import Model
from standoff.gmcr.stability import CONCEPTS, Concept, Solver

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class HypergameStability:
    """For one concept: which states each decision maker sees, and which it finds stable."""

    concept: Concept
    seen: Bools
    stable: Bools

    @property
    def equilibria(self) -> Ints:
        """The states that every decision maker sees and finds stable."""
        return np.flatnonzero(self.stable.all(axis=0))


def solve_hypergame(
    model: Model, views: tuple[Model, ...], concepts: Iterable[Concept] = tuple(Concept)
) -> dict[Concept, HypergameStability]:
    """Return the stability of the model's states, each decision maker judging by its own view.

    ``views`` holds one model a decision maker, of the same options and decision makers.
    """
    if len(views) != len(model.decision_makers):
        raise InputError("bad-model", "a hypergame needs one view a decision maker")
    places = [_places(model, view) for view in views]
    seen = np.stack([place >= 0 for place in places])
    solvers = [Solver(view) for view in views]
    found = {}
    for concept in concepts:
        rows = [
            (place >= 0) & CONCEPTS[concept](solver, k)[place]
            for k, (solver, place) in enumerate(zip(solvers, places, strict=True))
        ]
        found[concept] = HypergameStability(concept, seen, np.stack(rows))
    return found


def _places(model: Model, view: Model) -> Ints:
    """Return where each state of the model stands in a view, -1 where it is not seen."""
    at = (view.index_of(int(pattern)) for pattern in model.states)
    return np.asarray([-1 if k is None else k for k in at], np.int64)
