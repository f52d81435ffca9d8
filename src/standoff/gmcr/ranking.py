"""A preference told by comparisons: chains of better, strongly better and equal.

The chains together must say for every two states which is better, that they are equal, or that
this is unknown. A circle of "better than" is refused with the states on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.preference import Layer, Preference, from_payoffs

Ints = NDArray[np.int64]

MOST_STATES = 1 << 12


@dataclass(frozen=True, slots=True)
class Better:
    """Each of some states is better than each of others."""

    upper: tuple[int, ...]
    lower: tuple[int, ...]
    is_strong: bool = False


def from_comparisons(
    states: int,
    ties: Sequence[tuple[int, ...]],
    betters: Sequence[Better],
    layers: tuple[Layer, ...] = (),
) -> Preference:
    """Return the preference that the comparisons tell."""
    if states > MOST_STATES:
        why = f"{states:,} states cannot be ranked one by one (at most {MOST_STATES:,}); "
        raise InputError("too-many-states", why + "use statements or weights")
    _refuse_unranked(states, ties, betters)
    leader = _leaders(states, ties)
    below = _below(leader, betters)
    order = _upwards(below)
    rank, grade = _ranks(order, below)
    _refuse_open(order, below, (leader, layers))
    found = from_payoffs([rank[k] for k in leader], [grade[k] for k in leader])
    return Preference(found.payoff, found.grade, layers)


def _refuse_unranked(
    states: int, ties: Sequence[tuple[int, ...]], betters: Sequence[Better]
) -> None:
    named = {s for group in ties for s in group}
    named |= {s for better in betters for s in (*better.upper, *better.lower)}
    missing = sorted(set(range(states)) - named)
    if missing:
        raise InputError("unranked", f"not ranked: {_say(missing)}")


def _leaders(states: int, ties: Sequence[tuple[int, ...]]) -> list[int]:
    """Return for each state the lowest of those equal to it."""
    leader = list(range(states))
    for group in ties:
        joined = {leader[s] for s in group}
        leader = [min(joined) if k in joined else k for k in leader]
    return leader


def _below(leader: list[int], betters: Sequence[Better]) -> dict[int, dict[int, bool]]:
    """Return for each class of equals the classes said to be below, and whether strongly."""
    below: dict[int, dict[int, bool]] = {k: {} for k in sorted(set(leader))}
    for better in betters:
        for low in {leader[s] for s in better.lower}:
            for high in {leader[s] for s in better.upper}:
                below[high][low] = below[high].get(low, False) or better.is_strong
    return below


def _upwards(below: dict[int, dict[int, bool]]) -> list[int]:
    """Return the classes from the worst up; refuse a circle."""
    order: list[int] = []
    waiting = dict(below)
    while waiting:
        ready = [k for k, lower in waiting.items() if not lower.keys() & waiting.keys()]
        if not ready:
            circle = " > ".join(str(k + 1) for k in _circle(waiting))
            raise InputError(
                "cyclic-ranking",
                f"the ranking runs in a circle: {circle}; take out one of these",
            )
        order += ready
        for k in ready:
            del waiting[k]
    return order


def _circle(waiting: dict[int, dict[int, bool]]) -> list[int]:
    path = [min(waiting)]
    while True:
        path.append(min(waiting[path[-1]].keys() & waiting.keys()))
        if path[-1] in path[:-1]:
            return path[path.index(path[-1]) :]


def _ranks(
    order: list[int], below: dict[int, dict[int, bool]]
) -> tuple[dict[int, int], dict[int, int]]:
    rank: dict[int, int] = {}
    grade: dict[int, int] = {}
    for k in order:
        rank[k] = max((rank[low] + 1 for low in below[k]), default=0)
        grade[k] = max((grade[low] + strong for low, strong in below[k].items()), default=0)
    return rank, grade


def _refuse_open(
    order: list[int],
    below: dict[int, dict[int, bool]],
    known: tuple[list[int], tuple[Layer, ...]],
) -> None:
    """Refuse a pair that the comparisons leave open, unless it is said to be unknown."""
    leader, layers = known
    under: dict[int, set[int]] = {}
    for k in order:
        under[k] = set(below[k]).union(*(under[low] for low in below[k]))
    for at, low in enumerate(order):
        for high in order[at + 1 :]:
            if low not in under[high] and not _is_unknown(leader, layers, low, high):
                pair = f"{low + 1} and {high + 1}"
                ways = f"'{low + 1} > {high + 1}', '{low + 1} = {high + 1}' or, unknown, "
                why = f"the ranking does not say which of {pair} is better: {ways}"
                raise InputError("open-ranking", why + f"'{low + 1} ? {high + 1}'")


def _is_unknown(leader: list[int], layers: tuple[Layer, ...], low: int, high: int) -> bool:
    def of(k: int) -> list[int]:
        return [state for state, its in enumerate(leader) if its == k]

    return all(any(layer.parts(a, b) for layer in layers) for a in of(low) for b in of(high))


def _say(states: list[int]) -> str:
    shown = ", ".join(str(s + 1) for s in states[:12])
    return f"states {shown}" + (f" and {len(states) - 12} more" if len(states) > 12 else "")
