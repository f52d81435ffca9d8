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
from standoff.gmcr.reach import ANY, BETTER, attracts, is_legal
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
        yield from _back(graph, Step(maker, target), mode, distances, start)


def _back(
    graph: Graph, step: Step, mode: int, distances: Distances, start: int
) -> Iterator[tuple[Step, ...]]:
    """Follow one last step back to the start, along all shortest ways."""
    maker, state = step.maker, step.state
    length = int(distances[maker, state])
    fibre = graph.order[maker, graph.first[maker, state] : graph.last[maker, state]]
    for before in np.sort(fibre).tolist():
        if not is_legal(graph, maker, before, state):
            continue
        if not attracts(graph, maker, before, state, mode):
            continue
        if length == 1 and before == start:
            yield (step,)
        for other in range(len(distances)):
            if other != maker and length > 1 and distances[other, before] == length - 1:
                for path in _back(graph, Step(other, before), mode, distances, start):
                    yield (*path, step)


@njit(cache=True)
def _distances(graph: Graph, start: int, mode: int) -> Distances:
    """Return the length of the shortest legal sequence to each state, by its last mover."""
    makers, states = graph.payoff.shape
    far = np.full((makers, states), FAR, np.int32)
    queue = np.empty((makers * states + 1, 2), np.int64)
    queue[0, 0], queue[0, 1], head, tail = start, -1, 0, 1
    while head < tail:
        state, last = queue[head]
        head += 1
        length = 0 if last < 0 else far[last, state]
        for maker in range(makers):
            if maker != last:
                tail = _spread(graph, (maker, state, mode, length), far, queue, tail)
    return far


@njit(cache=True)
def _spread(graph, move, far, queue, tail):  # type: ignore[no-untyped-def]
    maker, state, mode, length = move
    for at in range(graph.first[maker, state], graph.last[maker, state]):
        to = graph.order[maker, at]
        if far[maker, to] < FAR or not is_legal(graph, maker, state, to):
            continue
        if attracts(graph, maker, state, to, mode):
            far[maker, to] = length + 1
            queue[tail, 0], queue[tail, 1] = to, maker
            tail += 1
    return tail
