"""Moves and responses from one state, followed forwards: for words, paths and conditions."""

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standoff.gmcr.graph import Graph
from standoff.gmcr.reach import ANY, BETTER

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Step:
    """One move: who makes it, and the state it leads to."""

    maker: int
    state: int


def moves(graph: Graph, maker: int, state: int) -> Ints:
    """Return the states a decision maker can move to, ascending."""
    if graph.listed:
        found = graph.targets[graph.start[maker, state] : graph.start[maker, state + 1]]
        return np.asarray(found, np.int64)
    fibre = graph.order[maker, graph.first[maker, state] : graph.last[maker, state]]
    fibre = fibre[fibre != state]
    old, new = graph.patterns[state], graph.patterns[fibre]
    allowed = ((old & ~new & graph.up) == 0) & ((new & ~old & graph.down) == 0)
    return np.asarray(np.sort(fibre[allowed]), np.int64)


def attractive(graph: Graph, maker: int, state: int, mode: int = BETTER) -> Ints:
    """Return the moves a decision maker would make: by default its unilateral improvements."""
    found = moves(graph, maker, state)
    if mode == ANY:
        return found
    better = graph.payoff[maker, found] > graph.payoff[maker, state]
    unknown = np.zeros(len(found), np.bool_)
    for layer in range(int(graph.layers[maker])):
        block, side = graph.block[maker, layer], graph.side[maker, layer]
        same = (block[found] == block[state]) & (block[state] >= 0)
        unknown |= same & (side[found] != side[state])
    return np.asarray(found[(better & ~unknown) if mode == BETTER else (better | unknown)])


def responses(
    graph: Graph, makers: tuple[int, ...], start: int, mode: int
) -> dict[int, tuple[Step, ...]]:
    """Return each state that a legal sequence of moves reaches, with a shortest sequence.

    The states come in the order of the sequences' lengths.
    """
    found: dict[int, tuple[Step, ...]] = {}
    seen: set[Step] = set()
    todo: deque[tuple[Step, ...]] = deque([()])
    while todo:
        path = todo.popleft()
        at, last = (path[-1].state, path[-1].maker) if path else (start, None)
        for maker in makers:
            for to in attractive(graph, maker, at, mode).tolist() if maker != last else ():
                step = Step(maker, to)
                if step not in seen:
                    seen.add(step)
                    found.setdefault(to, (*path, step))
                    todo.append((*path, step))
    return found
