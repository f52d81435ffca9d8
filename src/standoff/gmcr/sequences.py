"""The states that several decision makers can reach by a legal sequence of listed moves.

In a legal sequence nobody moves twice in a row (Fang, Hipel and Kilgour 1993). Where moves
change options this makes no difference, since two moves in a row are then one; where they are
listed it may. Compiled by Numba.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from standoff.gmcr.graph import Graph

Ints = NDArray[np.int64]


class Room(NamedTuple):
    """Room for one search at a time, cleared after each."""

    out: Ints  # the states reached
    met: NDArray[np.bool_]  # is a state in `out`
    last: NDArray[np.bool_]  # has it been reached by a last move of this decision maker
    stack: Ints
    mover: Ints


def room_for(graph: Graph) -> Room:
    """Return the room a search in this graph needs."""
    makers, states = graph.payoff.shape
    return Room(
        np.empty(states, np.int64),
        np.zeros(states, np.bool_),
        np.zeros((makers, states), np.bool_),
        np.empty(states * makers + 1, np.int64),
        np.empty(states * makers + 1, np.int64),
    )


@njit(cache=True)
def reach(graph: Graph, movers: Ints, state: int, room: Room) -> int:
    """Put in ``room.out`` the states reached from one; return how many."""
    room.met[:] = False
    room.last[:] = False
    room.stack[0], room.mover[0], size, count = state, -1, 1, 0
    while size:
        size -= 1
        origin, before = room.stack[size], room.mover[size]
        for mover in movers:
            if mover != before:
                size, count = _move(graph, mover, origin, (size, count), room)
    return count


@njit(cache=True)
def _move(graph, mover, origin, sizes, room):  # type: ignore[no-untyped-def]
    size, count = sizes
    for at in range(graph.start[mover, origin], graph.start[mover, origin + 1]):
        to = graph.targets[at]
        if not room.last[mover, to]:
            room.last[mover, to] = True
            room.stack[size], room.mover[size] = to, mover
            size += 1
        if not room.met[to]:
            room.met[to] = True
            room.out[count] = to
            count += 1
    return size, count
