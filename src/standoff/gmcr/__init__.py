"""The Graph Model for Conflict Resolution as pure mathematics; knows nothing of news."""

from standoff.gmcr.condition import Condition, ConditionError, parse_condition
from standoff.gmcr.model import DecisionMaker, Direction, Model, Option, from_moves
from standoff.gmcr.preference import (
    Preference,
    from_payoffs,
    from_statements,
    from_weights,
)
from standoff.gmcr.stability import Concept, Extension, Stability, solve
from standoff.gmcr.states import feasible_states

__all__ = [
    "Concept",
    "Condition",
    "ConditionError",
    "DecisionMaker",
    "Direction",
    "Extension",
    "Model",
    "Option",
    "Preference",
    "Stability",
    "feasible_states",
    "from_moves",
    "from_payoffs",
    "from_statements",
    "from_weights",
    "parse_condition",
    "solve",
]
