"""The feasible states: all combinations of options but the infeasible ones."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.condition import Condition, bits_of, holds
from standoff.gmcr.model import Arcs, DecisionMaker, Direction, Option

Ints = NDArray[np.int64]

MOST_STATES = 1 << 22
MOST_OPTIONS = 62
MOST_MERGED = 1 << 14  # moves between merged states are listed one by one


def feasible_states(options: int, infeasible: Sequence[Condition]) -> Ints:
    """Return the feasible combinations of options, ascending.

    Options are added one by one and each infeasible condition is applied as soon as all it
    speaks of is there; so forty options of which few go together are no trouble.

    >>> from standoff.gmcr.condition import And, Taken
    >>> feasible_states(2, [And((Taken(0), Taken(1)))]).tolist()
    [0, 1, 2]
    """
    if options > MOST_OPTIONS:
        raise too_many(options, f"more than {MOST_OPTIONS} options")
    states = np.zeros(1, np.int64)
    for bit in range(options):
        states = np.concatenate([states, states | 1 << bit])
        for condition in infeasible:
            if bits_of(condition).bit_length() == bit + 1:
                states = states[~holds(condition, states)]
        if len(states) > MOST_STATES:
            met = f"{len(states):,} states after {bit + 1} of {options} options"
            raise too_many(options, met)
    if not len(states):
        raise InputError(
            "no-feasible-state",
            "the infeasible conditions leave no feasible state: take out or narrow one of them",
        )
    return states


def too_many(options: int, met: str) -> InputError:
    """Return the refusal of a model that is too large, with a way out."""
    why = (
        f"too many states: {options} options make up to 2^{options} = {2**options:,} states "
        f"({met}); at most {MOST_STATES:,} can be solved. Say which combinations are "
        "infeasible, list options that exclude each other side by side, leave out options "
        "nobody will take, or split the dispute"
    )
    return InputError("too-many-states", why)


def merge(states: Ints, as_one: Sequence[Condition]) -> tuple[Ints, Ints]:
    """Return the distinct states, and for each combination the state it belongs to.

    All feasible combinations in which a condition holds are one state (indistinguishable
    states, as the four in which Uniroyal abandons its plant at Elmira); it is shown as the
    lowest.
    """
    leader = np.arange(len(states))
    for condition in as_one:
        members = np.flatnonzero(holds(condition, states))
        if len(members):
            joined = np.isin(leader, leader[members])
            leader[joined] = leader[joined].min()
    kept, state_of = np.unique(leader, return_inverse=True)
    return states[kept], state_of.reshape(-1).astype(np.int64)


def legal(pattern: int, other: int, options: Sequence[Option]) -> bool:
    """Return whether the directions of the options allow the change."""
    for bit, option in enumerate(options):
        before, after = pattern >> bit & 1, other >> bit & 1
        if before and not after and option.direction is Direction.ONCE_TAKEN:
            return False
        if after and not before and option.direction is Direction.ONCE_WITHDRAWN:
            return False
    return True


def merged_arcs(
    patterns: Ints, state_of: Ints, makers: Sequence[DecisionMaker], options: Sequence[Option]
) -> tuple[Arcs, ...]:
    """Return the moves between merged states: from any member of one to any of another."""
    if len(patterns) > MOST_MERGED:
        why = f"{len(patterns):,} combinations; with merged states at most {MOST_MERGED:,}"
        raise InputError("too-many-states", why)
    return tuple(_arcs(patterns, state_of, maker, options) for maker in makers)


def _arcs(
    patterns: Ints, state_of: Ints, maker: DecisionMaker, options: Sequence[Option]
) -> Arcs:
    fibres: dict[int, list[int]] = {}
    for at, pattern in enumerate(patterns.tolist()):
        fibres.setdefault(pattern & ~maker.mask, []).append(at)
    found: list[set[int]] = [set() for _ in range(int(state_of.max()) + 1)]
    for fibre in fibres.values():
        for at in fibre:
            for to in fibre:
                if legal(int(patterns[at]), int(patterns[to]), options):
                    found[state_of[at]].add(int(state_of[to]))
    for state, targets in enumerate(found):
        targets.discard(state)
    start = np.cumsum([0, *map(len, found)], dtype=np.int64)
    flat = [target for targets in found for target in sorted(targets)]
    return Arcs(start, np.asarray(flat, np.int64))
