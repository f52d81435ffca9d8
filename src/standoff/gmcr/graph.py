"""The arrays on which a model is solved: option flips as fibres, never all pairs of states.

A *fibre* of a decision maker is a set of states between which only that decision maker can
move: those that agree in all options of others, or, where moves are listed, a connected part of
them. Within a fibre states stand by payoff. All memory is a few numbers a state and decision
maker.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from standoff.gmcr.model import Direction, Model
from standoff.gmcr.preference import Preference

Ints = NDArray[np.int64]


class Graph(NamedTuple):
    """A model as arrays; the first axis is the decision maker."""

    payoff: NDArray[np.int32]
    order: NDArray[np.int32]  # states by fibre, then payoff
    first: NDArray[np.int32]  # of each state: where its fibre begins in `order`
    last: NDArray[np.int32]  # and ends
    patterns: Ints
    up: int  # options that cannot be withdrawn
    down: int  # options that cannot be taken again
    free: NDArray[np.bool_]  # all moves within the fibres are legal
    listed: bool
    start: Ints
    targets: NDArray[np.int32]
    layers: Ints  # how many layers of unknown pairs
    block: NDArray[np.int32]
    side: NDArray[np.int8]


def graph_of(model: Model) -> Graph:
    """Return the arrays of a model."""
    payoff = np.asarray([p.payoff for p in model.preferences], np.int32)
    keys = [_fibre_keys(model, k) for k in range(len(model.decision_makers))]
    order = np.asarray(
        [np.lexsort((u, key)) for u, key in zip(payoff, keys, strict=True)], np.int32
    )
    bounds = [_bounds(key, sequence) for key, sequence in zip(keys, order, strict=True)]
    up, down = _mask(model, Direction.ONCE_TAKEN), _mask(model, Direction.ONCE_WITHDRAWN)
    listed = model.arcs is not None
    free = [not listed and not maker.mask & (up | down) for maker in model.decision_makers]
    start, targets = _listed(model)
    layers, block, side = _layers(model.preferences, len(model.states))
    first, last = (np.asarray(x, np.int32) for x in zip(*bounds, strict=True))
    can_go_anywhere = np.asarray(free, np.bool_)
    return Graph(payoff, order, first, last, model.states, up, down, can_go_anywhere, listed,
                 start, targets, layers, block, side)  # fmt: skip


def _mask(model: Model, direction: Direction) -> int:
    return sum(1 << bit for bit, o in enumerate(model.options) if o.direction is direction)


def _fibre_keys(model: Model, maker: int) -> Ints:
    if model.arcs is None:
        return model.states & ~np.int64(model.decision_makers[maker].mask)
    arcs = model.arcs[maker]
    key = np.arange(len(model.states))
    sources = np.repeat(key, np.diff(arcs.start))
    while True:  # spreads the lowest label over each connected part
        lower = np.minimum(key[sources], key[arcs.targets])
        before = key.copy()
        np.minimum.at(key, sources, lower)
        np.minimum.at(key, arcs.targets, lower)
        if np.array_equal(before, key):
            return key


def _bounds(key: Ints, order: NDArray[np.int32]) -> tuple[Ints, Ints]:
    """Return of each state where its fibre begins and ends in the order."""
    ordered = key[order]
    begins = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    ends = np.r_[begins[1:], len(key)]
    which = np.repeat(np.arange(len(begins)), ends - begins)
    first, last = np.empty_like(key), np.empty_like(key)
    first[order], last[order] = begins[which], ends[which]
    return first, last


def _listed(model: Model) -> tuple[Ints, NDArray[np.int32]]:
    if model.arcs is None:
        return np.zeros((1, 1), np.int64), np.zeros(1, np.int32)
    lengths = [0, *(len(arcs.targets) for arcs in model.arcs)]
    offsets = np.cumsum(lengths)
    start = np.asarray(
        [arcs.start + offset for arcs, offset in zip(model.arcs, offsets, strict=False)],
        np.int64,
    )
    return start, np.concatenate([arcs.targets for arcs in model.arcs]).astype(np.int32)


def _layers(
    preferences: tuple[Preference, ...], states: int
) -> tuple[Ints, NDArray[np.int32], NDArray[np.int8]]:
    counts = np.asarray([len(p.all_layers) for p in preferences], np.int64)
    shape = (len(preferences), int(counts.max()), states if counts.any() else 0)
    block, side = np.full(shape, -1, np.int32), np.zeros(shape, np.int8)
    for k, preference in enumerate(preferences):
        for layer_at, layer in enumerate(preference.all_layers):
            block[k, layer_at] = layer.block
            side[k, layer_at] = layer.side
    return counts, block, side
