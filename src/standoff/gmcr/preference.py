"""What a decision maker prefers: an order of the states, with ties, strength and unknown pairs.

Rankings, option weights and prioritised statements (Fang, Hipel, Kilgour and Peng 2003);
unknown preference (Li, Hipel, Kilgour and Fang 2004, IEEE Trans. SMC A 34(4), 507-520);
strength of preference (Hamouda, Kilgour and Hipel 2004, Group Decision and Negotiation 13,
449-462).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from standoff.errors import InputError
from standoff.gmcr.condition import Holds

Ints = NDArray[np.int64]

BEYOND = np.iinfo(np.int64).max // 4
MOST_UNKNOWN_STATEMENTS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Pairs whose preference is unknown: states of one block that stand on different sides.

    A block of -1 takes no part. So millions of unknown pairs need two numbers a state.
    """

    block: Ints
    side: Ints

    def parts(self, left: int, right: int) -> bool:
        """Return whether the preference between two states is unknown."""
        same = self.block[left] == self.block[right] >= 0
        return bool(same and self.side[left] != self.side[right])


@dataclass(frozen=True, slots=True, eq=False)
class Preference:
    """One decision maker's preference over the states.

    ``payoff`` is ordinal: larger is better, equal is indifferent. ``grade`` is coarser: of two
    states of different grades the better is *strongly* preferred. ``orders`` holds the payoffs
    under each way of turning the unknown statements round.
    """

    payoff: Ints
    grade: Ints
    layers: tuple[Layer, ...] = ()
    orders: Ints = field(default_factory=lambda: np.empty((0, 0), np.int64))
    turned: tuple[Layer, ...] = ()  # one for each unknown statement, the first lowest bit

    @property
    def is_known(self) -> bool:
        """Whether every two states can be compared."""
        return not self.layers and not self.turned

    @property
    def all_layers(self) -> tuple[Layer, ...]:
        """All the layers of unknown pairs."""
        return (*self.layers, *self.turned)

    def is_unknown(self, left: int, right: int) -> bool:
        """Return whether the preference between two states is unknown."""
        return any(layer.parts(left, right) for layer in self.all_layers)

    def only(self, states: Ints) -> "Preference":
        """Return this preference over some of the states."""
        return Preference(
            dense(self.payoff[states]),
            self.grade[states],
            tuple(Layer(x.block[states], x.side[states]) for x in self.layers),
            np.asarray([dense(order[states]) for order in self.orders], np.int64),
            tuple(Layer(x.block[states], x.side[states]) for x in self.turned),
        )

    def prefers(self, left: int, right: int) -> bool:
        """Return whether the first state is known to be preferred to the second."""
        return bool(self.payoff[left] > self.payoff[right]) and not self.is_unknown(left, right)


def dense(values: Ints) -> Ints:
    """Return ranks 1, 2, 3 … in the order of the values, equal for equal."""
    return np.unique(values, return_inverse=True)[1].astype(np.int64).reshape(-1) + 1


def from_payoffs(
    payoffs: Sequence[int] | Ints, grades: Sequence[int] | None = None
) -> Preference:
    """Return the preference of ordinal payoffs, one a state, larger better."""
    values = dense(np.asarray(payoffs, np.int64))
    none = np.zeros(len(values), np.int64)
    return Preference(values, none if grades is None else dense(np.asarray(grades, np.int64)))


def from_weights(weights: dict[int, int], states: Ints) -> Preference:
    """Return the preference by the sum of the weights of options taken (option weighting)."""
    score = np.zeros(len(states), np.int64)
    for bit, weight in weights.items():
        score += (states >> bit & 1) * weight
    return from_payoffs(score)


def from_statements(
    held: Sequence[Holds], unknown: Sequence[bool] = (), strong: Sequence[bool] = ()
) -> Preference:
    """Return the preference by prioritised statements, the most important first.

    Of k statements the first weighs 2^(k-1), the last 1; the order is that of the sums, taken
    lexicographically, so that k has no limit. A statement may be *unknown*: whether it is
    wished or not is not known. Strong statements, all before the others, grade the preference.
    """
    columns = np.asarray(held, np.int64)
    open_at = [k for k, is_open in enumerate(unknown) if is_open]
    if len(open_at) > MOST_UNKNOWN_STATEMENTS:
        why = f"{len(open_at)} unknown statements; at most {MOST_UNKNOWN_STATEMENTS}"
        raise InputError("too-many-unknown", why)
    return Preference(
        payoff=_rank(columns),
        grade=_rank(columns[: sum(strong)])
        if any(strong)
        else np.zeros(columns.shape[1], np.int64),
        orders=_turnings(columns, open_at),
        turned=tuple(Layer(_rank(columns[:k]), columns[k]) for k in open_at),
    )


def _rank(columns: Ints) -> Ints:
    """Return the dense ranks of the states by columns of 0 and 1, the first most important."""
    rank = np.ones(columns.shape[1], np.int64)
    for column in columns:
        rank = dense(rank * 2 + column)
    return rank


def _turnings(columns: Ints, open_at: list[int]) -> Ints:
    orders = []
    for flips in product((0, 1), repeat=len(open_at)):
        turned = columns.copy()
        for k, flip in zip(
            reversed(open_at), flips, strict=True
        ):  # the first is the lowest bit
            turned[k] ^= flip
        orders.append(_rank(turned))
    return np.asarray(orders, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """A preference made comparable by numbers, though some pairs are unknown.

    State ``v`` is no better than state ``s`` if and only if ``values[group[s], v] <= bar[s]``.
    """

    group: Ints
    values: Ints
    bar: Ints


def scale(preference: Preference, unknown_deters: bool) -> Scale:
    """Return the scale on which a sanction is judged.

    Where ``unknown_deters``, a state of unknown preference counts as no better (extensions c
    and d of Li et al. 2004); otherwise it does not (a and b).
    """
    turning = _turning(preference, unknown_deters)
    keys = [turning, *(x for layer in preference.layers for x in _signature(layer))]
    found, group = np.unique(np.asarray(keys), axis=1, return_inverse=True)
    group = group.reshape(-1).astype(np.int64)
    orders = preference.orders if preference.turned else preference.payoff[None, :]
    values = orders[found[0]].copy()
    far = -BEYOND if unknown_deters else BEYOND
    for k, layer in enumerate(preference.layers):
        for row, (block, side) in enumerate(
            zip(found[1 + 2 * k], found[2 + 2 * k], strict=True)
        ):
            if block >= 0:
                values[row, (layer.block == block) & (layer.side != side)] = far
    return Scale(group, values, values[group, np.arange(len(group))])


def _signature(layer: Layer) -> tuple[Ints, Ints]:
    return layer.block, np.where(layer.block >= 0, layer.side, 0)


def _turning(preference: Preference, unknown_deters: bool) -> Ints:
    """Return for each state the order in which what it cannot be compared with counts right.

    The other side of an unknown statement must lie below the state's own for it to deter.
    """
    code = np.zeros(len(preference.payoff), np.int64)
    for k, layer in enumerate(preference.turned):
        own_below = layer.side if not unknown_deters else 1 - layer.side
        code |= own_below << k
    return code
