"""What if a decision maker preferred otherwise: the same conflict, one preference changed."""

import numpy as np
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.condition import Condition, holds
from standoff.gmcr.model import Model
from standoff.gmcr.preference import Layer, Preference, dense, from_payoffs

Ints = NDArray[np.int64]


def prefer(model: Model, maker: int, better: Condition, worse: Condition) -> Model:
    """Return the model in which a decision maker cares above all for one thing over another.

    States where ``better`` holds and ``worse`` does not come first, those where only ``worse``
    holds last, the rest between; within each of the three the order is as before.
    """
    left, right = holds(better, model.states), holds(worse, model.states)
    key = left.astype(np.int64) - right.astype(np.int64)
    if not key.any():
        raise InputError("no-such-state", "no state tells the two apart")
    old = model.preferences[maker]
    changed = Preference(
        payoff=_under(key, old.payoff),
        grade=_under(key, old.grade) if np.ptp(old.grade) else old.grade,
        layers=tuple(_within(key, layer) for layer in old.layers),
        orders=np.asarray([_under(key, order) for order in old.orders], np.int64),
        turned=tuple(_within(key, layer) for layer in old.turned),
    )
    return model.with_preference(maker, changed)


def prefer_state(model: Model, maker: int, better: int, worse: int) -> Model:
    """Return the model in which a decision maker ranks one state just above another.

    Nothing else changes places; a state already preferred stays where it is.
    """
    old = model.preferences[maker]
    if not old.is_known:
        why = "a state can be moved only in a preference that is known throughout"
        raise InputError("no-such-concept", why)
    if old.payoff[better] > old.payoff[worse]:
        return model
    payoff = old.payoff * 2
    payoff[better] = payoff[worse] + 1
    return model.with_preference(maker, from_payoffs(payoff))


def _under(key: Ints, payoff: Ints) -> Ints:
    return dense(key * (int(payoff.max()) + 1) + payoff)


def _within(key: Ints, layer: Layer) -> Layer:
    """Keep a pair unknown only where the new first wish does not decide it."""
    block = np.where(layer.block < 0, -1, layer.block * 3 + key + 1)
    return Layer(block, layer.side)
