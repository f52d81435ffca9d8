"""The Graph Model for Conflict Resolution as pure mathematics; knows nothing of news.

>>> import numpy as np
>>> from standoff import gmcr
>>> makers = tuple(gmcr.DecisionMaker(name, name, (bit,)) for bit, name in enumerate("RC"))
>>> payoffs = gmcr.from_payoffs([2, 1, 4, 3]), gmcr.from_payoffs([2, 4, 1, 3])
>>> options = gmcr.Option("cooperate"), gmcr.Option("cooperate")
>>> dilemma = gmcr.Model("dilemma", options, makers, np.arange(4), payoffs)
>>> gmcr.solve(dilemma, [gmcr.Concept.SEQ])[gmcr.Concept.SEQ].equilibria.tolist()
[0, 3]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standoff.gmcr.coalition import CoalitionConcept, solve_coalitions
    from standoff.gmcr.condition import ConditionError, parse_condition
    from standoff.gmcr.hypergame import solve_hypergame
    from standoff.gmcr.inverse import requirements
    from standoff.gmcr.model import DecisionMaker, Direction, Model, Option, from_moves
    from standoff.gmcr.preference import (
        Preference,
        from_payoffs,
        from_statements,
        from_weights,
    )
    from standoff.gmcr.sensitivity import breaking_swaps
    from standoff.gmcr.stability import Concept, Extension, Stability, solve
    from standoff.gmcr.states import feasible_states
    from standoff.gmcr.status_quo import shortest_paths
    from standoff.gmcr.strength import solve_strength
    from standoff.gmcr.what_if import prefer, prefer_state

__all__ = [
    "CoalitionConcept",
    "Concept",
    "ConditionError",
    "DecisionMaker",
    "Direction",
    "Extension",
    "Model",
    "Option",
    "Preference",
    "Stability",
    "breaking_swaps",
    "feasible_states",
    "from_moves",
    "from_payoffs",
    "from_statements",
    "from_weights",
    "parse_condition",
    "prefer",
    "prefer_state",
    "requirements",
    "shortest_paths",
    "solve",
    "solve_coalitions",
    "solve_hypergame",
    "solve_strength",
]

_HOMES = {
    "coalition": ("CoalitionConcept", "solve_coalitions"),
    "condition": ("ConditionError", "parse_condition"),
    "hypergame": ("solve_hypergame",),
    "inverse": ("requirements",),
    "model": ("DecisionMaker", "Direction", "Model", "Option", "from_moves"),
    "preference": ("Preference", "from_payoffs", "from_statements", "from_weights"),
    "sensitivity": ("breaking_swaps",),
    "stability": ("Concept", "Extension", "Stability", "solve"),
    "states": ("feasible_states",),
    "status_quo": ("shortest_paths",),
    "strength": ("solve_strength",),
    "what_if": ("prefer", "prefer_state"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Load a part when it is first asked for: conditions are read without the compiler."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"standoff.gmcr.{module}"), name)
    raise AttributeError(name)
