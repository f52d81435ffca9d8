"""Simultaneous stability (SIM): improvements made at the same time can end badly.

Fraser and Hipel 1984, *Conflict Analysis: Models and Resolutions*; Fang, Hipel and Kilgour
1993. A state is stable if, for each improvement, one or more opponents have improvements *from
that same state* which, made together with it, lead to a feasible state no better for the mover.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from standoff.gmcr.graph import Graph
from standoff.gmcr.reach import BETTER, attracts, is_legal

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@njit(cache=True)
def _changes(graph: Graph, mover: int, state: int) -> Ints:
    """Return what each improvement of a decision maker would change, as bits."""
    first, last = graph.first[mover, state], graph.last[mover, state]
    out = np.empty(last - first, np.int64)
    count = 0
    for at in range(first, last):
        to = graph.order[mover, at]
        if attracts(graph, mover, state, to, BETTER) and is_legal(graph, mover, state, to):
            out[count] = graph.patterns[state] ^ graph.patterns[to]
            count += 1
    return out[:count]


@njit(cache=True)
def _joint_changes(graph: Graph, movers: Ints, state: int) -> Ints:
    """Return what one or more of ``movers`` would change, each improving once."""
    joint = np.zeros(1, np.int64)
    for mover in movers:
        own = _changes(graph, mover, state)
        more = np.empty(len(joint) * (len(own) + 1), np.int64)
        more[: len(joint)] = joint
        for k in range(len(own)):
            more[len(joint) * (k + 1) : len(joint) * (k + 2)] = joint | own[k]
        joint = more
    return joint[1:]


@njit(cache=True)
def _is_no_better(graph: Graph, mover: int, state: int, pattern: int, known) -> bool:  # type: ignore[no-untyped-def]
    """Return whether a combination of options is a state no better for ``mover``."""
    patterns, state_of = known
    at = np.searchsorted(patterns, pattern)
    if at == len(patterns) or patterns[at] != pattern:
        return False
    return not attracts(graph, mover, state, state_of[at], BETTER)


@njit(cache=True)
def simultaneous(graph: Graph, mover: int, movers: Ints, known) -> Bools:  # type: ignore[no-untyped-def]
    """Return the states stable for ``mover`` against ``movers``; ``known`` finds a pattern."""
    stable = np.ones(graph.payoff.shape[1], np.bool_)
    for state in range(len(stable)):
        own = _changes(graph, mover, state)
        if not len(own):
            continue
        joint = _joint_changes(graph, movers, state)
        for k in range(len(own)):
            met = False
            for m in range(len(joint)):
                pattern = graph.patterns[state] ^ (own[k] | joint[m])
                if _is_no_better(graph, mover, state, pattern, known):
                    met = True
                    break
            if not met:
                stable[state] = False
                break
    return stable
