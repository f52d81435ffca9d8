"""What opponents can bring a state to: one reverse search instead of all sequences.

A response of several decision makers is any legal sequence of their moves, in which nobody
moves twice in a row (Fang, Hipel and Kilgour 1993, ch. 4). A state deters a move if the
smallest value that a response from there reaches is low enough; so the search starts at the
states of smallest value and runs backwards, and each state is labelled once for each first
mover. Compiled by Numba.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from standoff.gmcr.graph import Graph

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

ANY, BETTER, NOT_KNOWN_WORSE = 0, 1, 2  # which moves are made: all, improvements, also unknown
NOWHERE = np.iinfo(np.int64).max // 2  # no response at all
_NEW, _ALL = -2, -1


@njit(cache=True, inline="always")
def is_listed(graph: Graph, mover: int, before: int, after: int) -> bool:
    """Return whether a move is among the listed ones."""
    low, high = graph.start[mover, before], graph.start[mover, before + 1]
    while low < high:
        middle = (low + high) // 2
        if graph.targets[middle] < after:
            low = middle + 1
        else:
            high = middle
    return bool(low < graph.start[mover, before + 1] and graph.targets[low] == after)


@njit(cache=True, inline="always")
def is_legal(graph: Graph, mover: int, before: int, after: int) -> bool:
    """Return whether a move between two states of a fibre is allowed."""
    if before == after:
        return False
    if graph.listed:
        return is_listed(graph, mover, before, after)
    if graph.free[mover]:
        return True
    old, new = graph.patterns[before], graph.patterns[after]
    return bool((old & ~new & graph.up) == 0 and (new & ~old & graph.down) == 0)


@njit(cache=True, inline="always")
def is_unknown(graph: Graph, maker: int, one: int, other: int) -> bool:
    """Return whether a preference between two states is unknown."""
    for k in range(graph.layers[maker]):
        block = graph.block[maker, k, one]
        if (
            block >= 0
            and block == graph.block[maker, k, other]
            and graph.side[maker, k, one] != graph.side[maker, k, other]
        ):
            return True
    return False


@njit(cache=True, inline="always")
def attracts(graph: Graph, maker: int, before: int, after: int, mode: int) -> bool:
    """Return whether a decision maker would go from one state to the other, could they move."""
    if mode == ANY:
        return True
    if is_unknown(graph, maker, before, after):
        return mode == NOT_KNOWN_WORSE
    return bool(graph.payoff[maker, after] > graph.payoff[maker, before])


@njit(cache=True, inline="always")
def next_alive(alive: NDArray[np.int32], at: int) -> int:
    """Return the first position from ``at`` that is not struck out, shortening the way."""
    end = at
    while alive[end] != end:
        end = alive[end]
    while alive[at] != end:
        alive[at], at = end, alive[at]
    return end


@njit(cache=True, inline="always")
def _is_past(graph: Graph, mover: int, before: int, after: int, mode: int) -> bool:
    """Return whether, fibres standing by payoff, no later state of the fibre moves here."""
    if mode != BETTER or graph.layers[mover] > 0:
        return False
    return bool(graph.payoff[mover, before] >= graph.payoff[mover, after])


@njit(cache=True, inline="always")
def _enter(
    graph: Graph, mover: int, mode: int, state: int, alive: NDArray[np.int32], out: Ints
) -> int:
    """Put in ``out`` the states not yet labelled from which ``mover`` moves to ``state``."""
    count = 0
    end = graph.last[mover, state]
    at = next_alive(alive, graph.first[mover, state])
    while at < end:
        before = graph.order[mover, at]
        if _is_past(graph, mover, before, state, mode):
            break
        if is_legal(graph, mover, before, state) and attracts(
            graph, mover, before, state, mode
        ):
            out[count] = before
            count += 1
            alive[at] = at + 1
        at = next_alive(alive, at + 1)
    return count


@njit(cache=True, inline="always")
def _is_due(seen: int, mover: int, first: int) -> bool:
    """Return whether the moves of ``mover`` into a state are still to be followed back.

    ``first`` made the first move of the sequence found from there, so it may not come before.
    """
    if seen == _ALL or mover == first:
        return False
    return seen == _NEW or mover == seen


@njit(cache=True)
def least(graph: Graph, movers: Ints, values: Ints, mode: int) -> Ints:
    """Return for each state the smallest value that a response of ``movers`` reaches from it.

    `NOWHERE` where there is no response.
    """
    states = len(values)
    label = np.full(states, NOWHERE, np.int64)
    alive = np.empty((len(movers), states + 1), np.int32)
    for row in range(len(movers)):
        alive[row] = np.arange(states + 1)
    seen = np.full(states, _NEW, np.int32)
    stack = np.empty(states * len(movers) + 1, np.int64)
    mover_of = np.empty(states * len(movers) + 1, np.int32)
    out = np.empty(states, np.int64)
    for seed in np.argsort(values, kind="mergesort"):
        stack[0], mover_of[0], size = seed, _ALL, 1
        while size:
            size -= 1
            size = _expand(
                graph, movers, mode, (stack[size], mover_of[size], size, values[seed]),
                (label, alive, seen, stack, mover_of, out),
            )  # fmt: skip
    return label


@njit(cache=True, inline="always")
def _expand(graph, movers, mode, node, memory):  # type: ignore[no-untyped-def]
    """Follow back the moves into one state; return the new size of the stack."""
    state, first, size, value = node
    label, alive, seen, stack, mover_of, out = memory
    for row in range(len(movers)):
        mover = movers[row]
        if not _is_due(seen[state], mover, first):
            continue
        for k in range(_enter(graph, mover, mode, state, alive[row], out)):
            label[out[k]] = min(label[out[k]], value)
            stack[size], mover_of[size] = out[k], mover
            size += 1
    if first == _ALL or (seen[state] != _NEW and seen[state] != first):
        seen[state] = _ALL
    else:
        seen[state] = first
    return size


@njit(cache=True)
def greatest(graph: Graph, mover: int, values: Ints) -> Ints:
    """Return for each state the largest value among it and the states ``mover`` can move to."""
    out = values.copy()
    order, last = graph.order[mover], graph.last[mover]
    at = 0
    while at < len(order):
        end = last[order[at]]
        if graph.free[mover]:
            top = values[order[at:end]].max()
            for k in range(at, end):
                out[order[k]] = top
        else:
            for k in range(at, end):
                for m in range(at, end):
                    if values[order[m]] > out[order[k]] and is_legal(
                        graph, mover, order[k], order[m]
                    ):
                        out[order[k]] = values[order[m]]
        at = end
    return out


@njit(cache=True)
def deterred(graph: Graph, mover: int, mode: int, scale, labels: Ints) -> Bools:  # type: ignore[no-untyped-def]
    """Return in which states every attractive move of ``mover`` meets a low enough label.

    ``scale`` is (group, bar): state s is judged by ``labels[group[s]]`` against ``bar[s]``.
    """
    group, bar = scale
    if graph.free[mover] and graph.layers[mover] == 0 and mode == BETTER and len(labels) == 1:
        return _deterred_free(graph, mover, bar, labels[0])
    stable = np.ones(len(bar), np.bool_)
    for state in range(len(bar)):
        label = labels[group[state]]
        for at in range(graph.first[mover, state], graph.last[mover, state]):
            to = graph.order[mover, at]
            if (
                label[to] > bar[state]
                and attracts(graph, mover, state, to, mode)
                and is_legal(graph, mover, state, to)
            ):
                stable[state] = False
                break
    return stable


@njit(cache=True)
def _deterred_free(graph: Graph, mover: int, bar: Ints, label: Ints) -> Bools:
    """As `deterred`, where all moves are legal: one walk down each fibre."""
    stable = np.ones(len(bar), np.bool_)
    order, payoff = graph.order[mover], graph.payoff[mover]
    top = -NOWHERE  # the largest label among strictly better states of the fibre
    tied = -NOWHERE
    for at in range(len(order) - 1, -1, -1):
        state = order[at]
        if at == graph.last[mover, state] - 1:
            top, tied = -NOWHERE, -NOWHERE
        elif payoff[order[at + 1]] > payoff[state]:
            top, tied = max(top, tied), -NOWHERE
        stable[state] = top <= bar[state]
        tied = max(tied, label[state])
    return stable
