"""Conditions: what they mean, and what cannot be read."""

import numpy as np
import pytest
from hypothesis import given, strategies as st

from standoff.gmcr.condition import (
    And,
    ConditionError,
    Iff,
    Not,
    Or,
    Taken,
    bits_of,
    holds,
    parse_condition,
    say,
)

NAMES = ("sail", "hold talks", "arms and men", "A.shoot", 'say "no" (now)', "A.don't \\ if")
STATES = np.arange(64)


def bit_of(name):
    return NAMES.index(name) if name in NAMES else missing(name)


def missing(name):
    raise KeyError(f"no option {name}")


def parse(text):
    return parse_condition(text, bit_of)


def conditions():
    leaves = st.integers(0, len(NAMES) - 1).map(Taken)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.map(Not),
            st.lists(inner, min_size=2, max_size=3).map(tuple).map(And),
            st.lists(inner, min_size=2, max_size=3).map(tuple).map(Or),
            st.tuples(inner, inner).map(lambda pair: Iff(*pair)),
        ),
        max_leaves=8,
    )


@given(conditions())
def test_what_is_said_is_read_back(condition):
    again = parse(say(condition, NAMES))
    assert holds(again, STATES).tolist() == holds(condition, STATES).tolist()
    assert bits_of(again) == bits_of(condition)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("sail and hold talks or A.shoot", "(sail and hold talks) or A.shoot"),
        ("sail if hold talks", "sail or not hold talks"),
        ("sail -> hold talks", "hold talks if sail"),
        ("sail implies hold talks", "not sail or hold talks"),
        ("sail if hold talks iff A.shoot", "(sail or not hold talks) iff A.shoot"),
        ("sail <-> A.shoot", "(sail and A.shoot) or (not sail and not A.shoot)"),
        ("!sail & ~A.shoot | 'arms and men'", 'not (sail or A.shoot) or "arms and men"'),
        ("NOT sail AND hold  talks", "hold talks and not sail"),
        ("not not sail", "sail"),
        ('A."shoot" or sail', "sail or A.shoot"),
    ],
)
def test_two_ways_of_saying_it_mean_the_same(text, same):
    assert holds(parse(text), STATES).tolist() == holds(parse(same), STATES).tolist()


@pytest.mark.parametrize(
    ("text", "column", "why"),
    [
        ("", 0, "missing at the end"),
        ("sail and", 8, "missing at the end"),
        ("and sail", 0, "missing before 'and'"),
        ("(sail", 5, "not closed"),
        ("sail)", 4, "not expected"),
        ("sail 'hold talks'", 5, "not expected"),
        ("fly", 0, "no option fly"),
        ("sail < A.shoot", 5, "cannot read"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, column, why):
    with pytest.raises(ConditionError, match=why) as error:
        parse(text)
    assert error.value.column == column
