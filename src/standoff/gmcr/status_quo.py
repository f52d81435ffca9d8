"""Status quo analysis: how the dispute could get from where it is to each equilibrium, by whom.

Li, Kilgour and Hipel 2005, "Status quo analysis in the graph model for conflict resolution",
Journal of the Operational Research Society 56, 699-707. A path is a legal sequence: nobody
moves twice in a row.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from numba import njit
from numpy.typing import NDArray

from standoff.gmcr.graph import Graph, graph_of
from standoff.gmcr.model import Model
from standoff.gmcr.reach import ANY, BETTER, attracts, is_legal, next_alive
from standoff.gmcr.walk import Step

Distances = NDArray[np.int32]

FAR = np.iinfo(np.int32).max


def shortest_paths(
    model: Model,
    start: int,
    targets: Iterable[int],
    improving: bool = False,
    most: int = 4,
) -> dict[int, tuple[tuple[Step, ...], ...]]:
    """Return for each target the shortest paths from ``start``, at most ``most`` of each.

    ``improving``: every mover gains by its move. No path: an empty tuple; the start itself: the
    one path without a step.
    """
    graph = graph_of(model)
    mode = BETTER if improving else ANY
    distances = _distances(graph, start, mode)
    return {
        target: tuple(islice(_paths(graph, (start, target), mode, distances), most))
        for target in targets
    }


def _paths(
    graph: Graph, ends: tuple[int, int], mode: int, distances: Distances
) -> Iterator[tuple[Step, ...]]:
    start, target = ends
    if start == target:
        yield ()
        return
    length = int(distances[:, target].min())
    if length == FAR:
        return
    for maker in np.flatnonzero(distances[:, target] == length).tolist():
        yield from _back(graph, Step(maker, target), mode, distances)


def _back(
    graph: Graph, step: Step, mode: int, distances: Distances
) -> Iterator[tuple[Step, ...]]:
    """Follow one last step back to the start, along all shortest ways."""
    length = int(distances[step.maker, step.state])
    if length == 1:
        yield (step,)  # the only state at distance 0 is the start
        return
    for other, before in _before(graph, step, mode, distances, length - 1):
        for path in _back(graph, Step(other, before), mode, distances):
            yield (*path, step)


def _before(
    graph: Graph, step: Step, mode: int, distances: Distances, length: int
) -> Iterator[tuple[int, int]]:
    """Yield who may have moved before a step, and where to, at the right distance."""
    maker, state = step.maker, step.state
    fibre = graph.order[maker, graph.first[maker, state] : graph.last[maker, state]]
    others = [k for k in range(len(distances)) if k != maker]
    near = np.sort(fibre[(distances[others][:, fibre] == length).any(axis=0)])
    for before in near.tolist():
        if is_legal(graph, maker, before, state) and attracts(
            graph, maker, before, state, mode
        ):
            yield from ((k, before) for k in others if distances[k, before] == length)


@njit(cache=True)
def _distances(graph: Graph, start: int, mode: int) -> Distances:
    """Return the length of the shortest legal sequence to each state, by its last mover."""
    makers, states = graph.payoff.shape
    far = np.full((makers, states), FAR, np.int32)
    alive = np.empty((makers, states + 1), np.int32)
    for maker in range(makers):
        alive[maker] = np.arange(states + 1)
    queue = np.empty((makers * states + 1, 2), np.int64)
    queue[0, 0], queue[0, 1], head, tail = start, -1, 0, 1
    while head < tail:
        state, last = queue[head]
        head += 1
        length = 0 if last < 0 else far[last, state]
        for maker in range(makers):
            if maker != last:
                move = (maker, state, mode, length)
                tail = _spread(graph, move, (far, alive[maker]), queue, tail)
    return far


@njit(cache=True)
def _spread(graph, move, reached, queue, tail):  # type: ignore[no-untyped-def]
    """Make one decision maker's moves to states it has not yet moved to."""
    maker, state, mode, length = move
    far, alive = reached
    at = next_alive(alive, _first_better(graph, maker, state, mode))
    while at < graph.last[maker, state]:
        to = graph.order[maker, at]
        if is_legal(graph, maker, state, to) and attracts(graph, maker, state, to, mode):
            far[maker, to] = length + 1
            alive[at] = at + 1
            queue[tail, 0], queue[tail, 1] = to, maker
            tail += 1
        at = next_alive(alive, at + 1)
    return tail


@njit(cache=True)
def _first_better(graph: Graph, maker: int, state: int, mode: int) -> int:
    """Return where in the fibre, which stands by payoff, states that attract can begin."""
    low, high = graph.first[maker, state], graph.last[maker, state]
    if mode != BETTER or graph.layers[maker] > 0:
        return int(low)
    while low < high:
        middle = (low + high) // 2
        if graph.payoff[maker, graph.order[maker, middle]] <= graph.payoff[maker, state]:
            low = middle + 1
        else:
            high = middle
    return int(low)
