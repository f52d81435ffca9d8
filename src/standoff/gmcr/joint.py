"""Compiled loops of coalition analysis; what they decide is defined in `coalition`."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from standoff.gmcr.reach import NOWHERE
from standoff.gmcr.region import Region

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_NEW, _ALL = -2, -1
_UNASKED, _DETERS, _IDLE = 0, 1, 2


@njit(cache=True, inline="always")
def all_gain(payoff: Ints, members: Ints, before: int, after: int) -> bool:
    """Return whether every member prefers the second state."""
    gain = True
    for member in members:
        gain = gain and payoff[member, after] > payoff[member, before]
    return gain


@njit(cache=True)
def metarational(payoff: Ints, members: Ints, region: Region, labels: Ints) -> Bools:
    """Return where each joint improvement can be answered so that some member does not gain.

    ``labels[k, state]`` is the worst for member k that the others can do from a state.
    """
    stable = np.ones(payoff.shape[1], np.bool_)
    for state in range(len(stable)):
        origin = region.part[state]
        for at in range(region.reach_start[origin], region.reach_start[origin + 1]):
            part = region.reached[at]
            if not _is_held(payoff, members, region, labels, (state, part)):
                stable[state] = False
                break
    return stable


@njit(cache=True)
def _is_held(payoff: Ints, members: Ints, region: Region, labels: Ints, move) -> bool:  # type: ignore[no-untyped-def]
    """Return whether no improvement into one part goes unanswered."""
    state, part = move
    for at in range(region.start[part + 1] - 1, region.start[part] - 1, -1):
        to = region.states[at]
        if payoff[members[0], to] <= payoff[members[0], state]:
            break
        if not all_gain(payoff, members, state, to):
            continue
        answered = False
        for k in range(len(members)):
            answered = answered or labels[k, to] <= payoff[members[k], state]
        if not answered:
            return False
    return True


@njit(cache=True)
def symmetric(
    payoff: Ints, members: Ints, region: Region, others: Region, doubtful: Bools
) -> Bools:
    """Return which doubtful states are stable though the coalition may answer once more."""
    stable = np.zeros(len(doubtful), np.bool_)
    asked = np.zeros(len(region.start), np.int8)
    for state in np.flatnonzero(doubtful):
        asked[:] = _UNASKED
        stable[state] = True
        origin = region.part[state]
        for at in range(region.reach_start[origin], region.reach_start[origin + 1]):
            move = (state, region.reached[at])
            if not _is_deterred(payoff, members, (region, others), move, asked):
                stable[state] = False
                break
    return stable


@njit(cache=True)
def _is_deterred(payoff, members, regions, move, asked):  # type: ignore[no-untyped-def]
    """Return whether the others can spoil for good each improvement into one part."""
    region = regions[0]
    state, part = move
    for at in range(region.start[part + 1] - 1, region.start[part] - 1, -1):
        to = region.states[at]
        if payoff[members[0], to] <= payoff[members[0], state]:
            break
        if all_gain(payoff, members, state, to) and not _has_deterrent(
            payoff, members, regions, (state, to), asked
        ):
            return False
    return True


@njit(cache=True)
def _has_deterrent(payoff, members, regions, move, asked):  # type: ignore[no-untyped-def]
    """Return whether the others can go where the coalition cannot make good its loss."""
    region, others = regions
    state, to = move
    origin = others.part[to]
    for at in range(others.reach_start[origin], others.reach_start[origin + 1]):
        part = others.reached[at]
        for k in range(others.start[part], others.start[part + 1]):
            goal = region.part[others.states[k]]
            if asked[goal] == _UNASKED:
                lost = _stays_lost(payoff, members, region, state, goal)
                asked[goal] = _DETERS if lost else _IDLE
            if asked[goal] == _DETERS:
                return True
    return False


@njit(cache=True)
def _stays_lost(payoff: Ints, members: Ints, region: Region, state: int, origin: int) -> bool:
    """Return whether from one part no state that all members prefer can be reached."""
    for at in range(region.reach_start[origin], region.reach_start[origin + 1]):
        part = region.reached[at]
        for k in range(region.start[part + 1] - 1, region.start[part] - 1, -1):
            to = region.states[k]
            if payoff[members[0], to] <= payoff[members[0], state]:
                break
            if all_gain(payoff, members, state, to):
                return False
    return True


@njit(cache=True)
def least_by_coalitions(payoff: Ints, coalitions, regions, values: Ints) -> Ints:  # type: ignore[no-untyped-def]
    """Return the smallest value that joint improvements of any of the coalitions reach.

    In a sequence no coalition moves twice in a row. ``regions`` lead backwards.
    """
    states, count = len(values), len(coalitions)
    label = np.full(states, NOWHERE, np.int64)
    labelled = np.zeros((count, states), np.bool_)
    seen = np.full(states, _NEW, np.int64)
    stack = np.empty(states * count + 1, np.int64)
    first = np.empty(states * count + 1, np.int64)
    for seed in np.argsort(values, kind="mergesort"):
        stack[0], first[0], size = seed, _ALL, 1
        while size:
            size -= 1
            state, last = stack[size], first[size]
            for row in range(count):
                if row == last or not (seen[state] == _NEW or row == seen[state]):
                    continue
                found = _enter(payoff, coalitions[row], regions[row], state, labelled[row])
                for before in found:
                    label[before] = min(label[before], values[seed])
                    stack[size], first[size] = before, row
                    size += 1
            is_all = last == _ALL or (seen[state] != _NEW and seen[state] != last)
            seen[state] = _ALL if is_all else last
    return label


@njit(cache=True)
def _enter(payoff: Ints, members: Ints, region: Region, state: int, labelled: Bools) -> Ints:
    """Return the states not yet labelled from which the members jointly improve to a state."""
    out = np.empty(len(labelled), np.int64)
    count = 0
    origin = region.part[state]
    for at in range(region.reach_start[origin], region.reach_start[origin + 1]):
        part = region.reached[at]
        for k in range(region.start[part], region.start[part + 1]):
            before = region.states[k]
            if payoff[members[0], before] >= payoff[members[0], state]:
                break
            if not labelled[before] and all_gain(payoff, members, before, state):
                labelled[before] = True
                out[count] = before
                count += 1
    return out[:count]
