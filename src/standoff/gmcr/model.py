"""The graph model of a conflict: decision makers, options, states, moves, preferences.

Fang, Hipel and Kilgour 1993, *Interactive Decision Making: The Graph Model for Conflict
Resolution*, Wiley. A state is a bit mask of the options taken; states are numbered from 1 where
people read, from 0 in arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.preference import Preference

Ints = NDArray[np.int64]


class Direction(StrEnum):
    """In which directions an option may be changed."""

    BOTH = "both"
    ONCE_TAKEN = "once taken"  # irreversible: taken, it cannot be withdrawn
    ONCE_WITHDRAWN = "once withdrawn"  # withdrawn, it cannot be taken again


@dataclass(frozen=True, slots=True)
class Option:
    """Something its owner may do or not do."""

    name: str
    direction: Direction = Direction.BOTH


@dataclass(frozen=True, slots=True)
class DecisionMaker:
    """One who controls options. Where two own an option, its moves are common moves."""

    id: str
    name: str
    options: tuple[int, ...]

    @property
    def mask(self) -> int:
        """The bits of the options controlled."""
        return sum(1 << bit for bit in self.options)


@dataclass(frozen=True, slots=True, eq=False)
class Arcs:
    """One decision maker's moves, listed.

    Those from state s are ``targets[start[s]:start[s + 1]]``, ascending.
    """

    start: Ints
    targets: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A conflict that can be solved.

    Without ``arcs`` a move changes any of the mover's own options, as their directions allow,
    and leads to a feasible state. ``patterns`` and ``state_of`` say which state each feasible
    combination of options belongs to, where several are one state.
    """

    name: str
    options: tuple[Option, ...]
    decision_makers: tuple[DecisionMaker, ...]
    states: Ints
    preferences: tuple[Preference, ...]
    arcs: tuple[Arcs, ...] | None = None
    patterns: Ints | None = None
    state_of: Ints | None = None

    def __post_init__(self) -> None:
        if not len(self.states):
            raise InputError("no-feasible-state", "no state is feasible")
        if len(self.preferences) != len(self.decision_makers):
            raise InputError("bad-model", "each decision maker needs one preference")
        for maker, preference in zip(self.decision_makers, self.preferences, strict=True):
            if len(preference.payoff) != len(self.states):
                met = f"{len(preference.payoff)} payoffs for {len(self.states)} states"
                raise InputError("bad-model", f"{maker.name}: {met}")

    @property
    def option_names(self) -> tuple[str, ...]:
        """The options' names, by bit."""
        return tuple(option.name for option in self.options)

    def maker(self, id: str) -> int:  # noqa: A002 - the field's word
        """Return the index of the decision maker of that id or name."""
        for k, maker in enumerate(self.decision_makers):
            if id in {maker.id, maker.name}:
                return k
        known = ", ".join(maker.id for maker in self.decision_makers)
        raise InputError("no-such-maker", f"no decision maker {id!r}; there are {known}")

    def with_preference(self, maker: int, preference: Preference) -> "Model":
        """Return this model with another preference of one decision maker."""
        preferences = list(self.preferences)
        preferences[maker] = preference
        return self.with_preferences(tuple(preferences))

    def with_preferences(self, preferences: tuple[Preference, ...]) -> "Model":
        """Return this model with other preferences."""
        return Model(self.name, self.options, self.decision_makers, self.states, preferences,
                     self.arcs, self.patterns, self.state_of)  # fmt: skip

    def index_of(self, pattern: int) -> int | None:
        """Return the state a combination of options belongs to, None where it is infeasible."""
        patterns = self.states if self.patterns is None else self.patterns
        at = int(np.searchsorted(patterns, pattern))
        if at == len(patterns) or patterns[at] != pattern:
            return None
        return at if self.state_of is None else int(self.state_of[at])

    def taken(self, state: int) -> tuple[str, ...]:
        """Return the names of the options taken in a state."""
        pattern = int(self.states[state])
        return tuple(o.name for bit, o in enumerate(self.options) if pattern >> bit & 1)


def from_moves(
    name: str,
    options: tuple[Option, ...],
    decision_makers: tuple[DecisionMaker, ...],
    states: Sequence[int],
    preferences: tuple[Preference, ...],
    moves: Sequence[Sequence[Sequence[int]]],
) -> Model:
    """Return the model whose moves are listed: for each decision maker, for each state."""
    listed = []
    for of_maker in moves:
        start = np.cumsum([0, *map(len, of_maker)], dtype=np.int64)
        flat = [target for targets in of_maker for target in sorted(targets)]
        listed.append(Arcs(start, np.asarray(flat, np.int64)))
    patterns = np.asarray(states, np.int64)
    return Model(name, options, decision_makers, patterns, preferences, tuple(listed))
