"""Strength of preference: is a stable state deterred by a great loss, or by any loss?

Hamouda, Kilgour and Hipel 2004, "Strength of preference in the graph model for conflict
resolution", Group Decision and Negotiation 13, 449-462; for several decision makers 2006, Group
Decision and Negotiation 15, 433-459. A state is *strongly* stable if each improvement, mild or
strong, can be answered by a state to which it is strongly preferred; *weakly* stable if it is
stable and not strongly so.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.model import Model
from standoff.gmcr.reach import ANY, BETTER, deterred, greatest, least
from standoff.gmcr.stability import CONCEPTS, Concept, Solver

Bools = NDArray[np.bool_]

GRADED = (Concept.GMR, Concept.SMR, Concept.SEQ)


@dataclass(frozen=True, slots=True, eq=False)
class Strength:
    """Which states are strongly and which weakly stable, for each decision maker."""

    concept: Concept
    strongly: Bools
    weakly: Bools


def solve_strength(model: Model) -> dict[Concept, Strength]:
    """Return the strong and weak forms of GMR, SMR and SEQ."""
    if not all(preference.is_known for preference in model.preferences):
        raise InputError("no-such-concept", "strength needs preferences that are all known")
    solver = Solver(model)
    return {concept: _strength(solver, concept) for concept in GRADED}


def _strength(solver: Solver, concept: Concept) -> Strength:
    makers = range(len(solver.model.decision_makers))
    stable = np.stack([CONCEPTS[concept](solver, k) for k in makers])
    strongly = np.stack([_strongly(solver, concept, k) for k in makers])
    return Strength(concept, strongly, stable & ~strongly)


def _strongly(solver: Solver, concept: Concept, maker: int) -> Bools:
    grade = solver.model.preferences[maker].grade
    values = grade
    if concept is Concept.SMR:
        values = greatest(solver.graph, maker, values)
    mode = BETTER if concept is Concept.SEQ else ANY
    labels = least(solver.graph, solver.opponents(maker), values, mode)
    on = (np.zeros(len(grade), np.int64), grade - 1)  # a lower grade: strongly less preferred
    found: Bools = deterred(solver.graph, maker, BETTER, on, labels[None, :])
    return found
