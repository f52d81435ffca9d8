"""Where a coalition can bring each state, kept by parts instead of by pairs of states.

A *part* is a set of states that the members can reach from each other; what can be reached from
a state is a few whole parts. Irreversible options only lead from part to part.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.graph import Graph
from standoff.gmcr.model import Model
from standoff.gmcr.reach import is_legal
from standoff.gmcr.sequences import Room, reach, room_for

Ints = NDArray[np.int64]

MOST_LISTED = 1 << 12  # states of a model whose moves are listed


class Region(NamedTuple):
    """The parts of the states for one coalition, and which parts can be reached from which."""

    part: Ints  # of each state
    start: Ints  # part p is states[start[p]:start[p + 1]]
    states: Ints  # within a part by the first member's payoff
    reach_start: Ints  # of part p: reached[reach_start[p]:reach_start[p + 1]], itself included
    reached: Ints


def region_of(model: Model, graph: Graph, members: Ints) -> Region:
    """Return where the members can go together."""
    part = _parts(model, graph, members)
    first = graph.payoff[members[0]]
    states = np.lexsort((first, part)).astype(np.int64)
    count = int(part.max()) + 1
    start = np.searchsorted(part[states], np.arange(count + 1)).astype(np.int64)
    if graph.listed:
        reach_start, reached = _listed_reach(graph, members)
    elif graph.free[members].all():
        reach_start, reached = np.arange(count + 1), np.arange(count)
    else:
        reach_start, reached = _linked(graph, members, part, start, states)
    return Region(part, start, states, reach_start.astype(np.int64), reached.astype(np.int64))


def turned(region: Region) -> Region:
    """Return the region that leads backwards: from which parts each part is reached."""
    count = len(region.start) - 1
    source = np.repeat(np.arange(count), np.diff(region.reach_start))
    order = np.argsort(region.reached, kind="stable")
    reach_start = np.searchsorted(region.reached[order], np.arange(count + 1))
    return region._replace(
        reach_start=reach_start.astype(np.int64), reached=source[order].astype(np.int64)
    )


def _parts(model: Model, graph: Graph, members: Ints) -> Ints:
    """Number the parts: states joined by moves that can be taken back."""
    label = np.arange(len(graph.patterns))
    if graph.listed:
        return label
    fixed = np.int64(graph.up | graph.down)
    keys = [
        np.unique(graph.patterns & ~(np.int64(model.decision_makers[k].mask) & ~fixed),
                  return_inverse=True)[1].reshape(-1)
        for k in members
    ]  # fmt: skip
    while True:
        before = label.copy()
        for key in keys:
            lowest = np.full(int(key.max()) + 1, len(label))
            np.minimum.at(lowest, key, label)
            label = lowest[key]
        if np.array_equal(before, label):
            return np.unique(label, return_inverse=True)[1].reshape(-1).astype(np.int64)


def _listed_reach(graph: Graph, members: Ints) -> tuple[Ints, Ints]:
    if len(graph.patterns) > MOST_LISTED:
        met = f"{len(graph.patterns):,} states whose moves are listed"
        raise InputError("too-many-states", f"coalitions in {met}: at most {MOST_LISTED:,}")
    room = room_for(graph)
    found = [_one_reach(graph, members, state, room) for state in range(len(graph.patterns))]
    return np.cumsum([0, *map(len, found)]), np.concatenate(found)


def _one_reach(graph: Graph, members: Ints, state: int, room: Room) -> Ints:
    count = reach(graph, members, state, room)
    return np.unique(np.append(room.out[:count], state))


def _linked(
    graph: Graph, members: Ints, part: Ints, start: Ints, states: Ints
) -> tuple[Ints, Ints]:
    """Follow the irreversible moves from part to part."""
    found = list(_each_reach(graph, members, part, start, states))
    return np.cumsum([0, *map(len, found)]), np.concatenate(found)


def _each_reach(
    graph: Graph, members: Ints, part: Ints, start: Ints, states: Ints
) -> Iterator[Ints]:
    met = np.zeros(len(start) - 1, np.bool_)
    out = np.empty(len(start) - 1, np.int64)
    for origin in range(len(met)):
        count = _follow(graph, members, (part, start, states), origin, (met, out))
        yield out[:count].copy()


@njit(cache=True)
def _follow(graph, members, parts, origin, room):  # type: ignore[no-untyped-def]
    """Put in ``out`` the parts reached from one part, itself first."""
    part, start, states = parts
    met, out = room
    out[0], count, done = origin, 1, 0
    met[origin] = True
    while done < count:
        for at in range(start[out[done]], start[out[done] + 1]):
            for member in members:
                count = _step(graph, member, states[at], part, (met, out, count))
        done += 1
    for k in range(count):
        met[out[k]] = False
    return count


@njit(cache=True)
def _step(graph, member, state, part, found):  # type: ignore[no-untyped-def]
    met, out, count = found
    if graph.free[member]:
        return count  # leads nowhere but within the part
    for at in range(graph.first[member, state], graph.last[member, state]):
        to = graph.order[member, at]
        if not met[part[to]] and is_legal(graph, member, state, to):
            met[part[to]] = True
            out[count] = part[to]
            count += 1
    return count
