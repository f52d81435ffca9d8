"""Sensitivity: which single swap of adjacent preferences would break an equilibrium.

Fang, Hipel and Kilgour 1993, ch. 6 on how preference changes alter stability.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.model import Model
from standoff.gmcr.preference import Preference, from_payoffs
from standoff.gmcr.stability import CONCEPTS, Concept, Solver

Ints = NDArray[np.int64]

OWN = frozenset({Concept.NASH, Concept.GMR, Concept.SMR})  # only the own preference counts


@dataclass(frozen=True, slots=True)
class Swap:
    """Two neighbouring ranks of one decision maker's preference that change places.

    ``leavers`` are the decision makers for whom the state is then no longer stable.
    """

    maker: int
    lower: tuple[int, ...]
    upper: tuple[int, ...]
    leavers: tuple[int, ...]


def breaking_swaps(model: Model, state: int, concept: Concept) -> tuple[Swap, ...]:
    """Return the swaps after which an equilibrium is one no longer."""
    if not all(preference.is_known for preference in model.preferences):
        raise InputError("no-such-concept", "sensitivity needs preferences that are all known")
    if leavers(model, state, concept):
        raise InputError(
            "no-equilibrium", f"state {state + 1} is not an equilibrium ({concept})"
        )
    found = []
    for maker, preference in enumerate(model.preferences):
        for rank in _ranks(preference, state, concept):
            changed = model.with_preference(maker, swapped(preference, rank))
            against = leavers(changed, state, concept)
            if against:
                found.append(
                    Swap(maker, _at(preference, rank), _at(preference, rank + 1), against)
                )
    return tuple(found)


def swapped(preference: Preference, rank: int) -> Preference:
    """Return the preference in which one rank and the next above have changed places."""
    payoff = preference.payoff.copy()
    payoff[preference.payoff == rank] = rank + 1
    payoff[preference.payoff == rank + 1] = rank
    return from_payoffs(payoff)


def leavers(model: Model, state: int, concept: Concept) -> tuple[int, ...]:
    """Return the decision makers for whom a state is not stable."""
    solver = Solver(model)
    makers = range(len(model.decision_makers))
    return tuple(k for k in makers if not CONCEPTS[concept](solver, k)[state])


def _ranks(preference: Preference, state: int, concept: Concept) -> range:
    """Return the ranks worth swapping with the next: for some concepts only the state's own."""
    top = int(preference.payoff.max())
    if concept not in OWN:
        return range(1, top)
    own = int(preference.payoff[state])
    return range(max(1, own - 1), min(top, own + 1))


def _at(preference: Preference, rank: int) -> tuple[int, ...]:
    return tuple(np.flatnonzero(preference.payoff == rank).tolist())
