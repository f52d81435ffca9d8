"""Feasible, merged and refused states."""

import numpy as np
import pytest

from standoff import gmcr
from standoff.errors import InputError
from standoff.gmcr import (
    Concept,
    DecisionMaker,
    Direction,
    Extension,
    Model,
    Option,
    feasible_states,
    from_moves,
    from_payoffs,
    solve,
)
from standoff.gmcr.coalition import solve_coalitions
from standoff.gmcr.condition import And, Not, Or, Taken
from standoff.gmcr.hypergame import solve_hypergame
from standoff.gmcr.inverse import requirements
from standoff.gmcr.preference import from_statements
from standoff.gmcr.ranking import from_comparisons
from standoff.gmcr.sensitivity import breaking_swaps
from standoff.gmcr.states import merge, merged_arcs
from standoff.gmcr.strength import solve_strength
from standoff.gmcr.what_if import prefer, prefer_state

TWO = (Option("a"), Option("b", Direction.ONCE_TAKEN))
PAIR = (DecisionMaker("A", "Anna", (0,)), DecisionMaker("B", "Bert", (1,)))


def model(first, second):
    return Model("m", TWO, PAIR, np.arange(4), (from_payoffs(first), from_payoffs(second)))


def unknown_model():
    held = [np.array([True, False, True, False])]
    return Model("m", TWO, PAIR, np.arange(4),
                 (from_statements(held, [True]), from_payoffs([1, 2, 3, 4])))  # fmt: skip


def test_states_in_which_an_infeasible_condition_holds_are_left_out():
    assert feasible_states(3, [And((Taken(0), Not(Taken(2))))]).tolist() == [0, 2, 4, 5, 6, 7]


def test_no_feasible_state_is_refused():
    with pytest.raises(InputError, match="no feasible state"):
        feasible_states(2, [Or((Taken(0), Not(Taken(0))))])


@pytest.mark.parametrize("options", [23, 40, 63])
def test_too_many_states_are_refused_with_the_size_and_a_way_out(options):
    with pytest.raises(InputError, match=rf"2\^{options} = .*split the dispute") as error:
        feasible_states(options, ())
    assert f"{2**options:,}" in str(error.value)


def test_merged_states_that_overlap_are_one_state():
    states, state_of = merge(np.arange(8), [Taken(0), Taken(1)])
    assert states.tolist() == [0, 1, 4]
    assert state_of.tolist() == [0, 1, 1, 1, 2, 1, 1, 1]


def test_a_model_is_refused_whose_parts_do_not_fit():
    with pytest.raises(InputError, match="no state is feasible"):
        Model("m", TWO, PAIR, np.empty(0, np.int64), ())
    with pytest.raises(InputError, match="one preference"):
        Model("m", TWO, PAIR, np.arange(4), ())
    with pytest.raises(InputError, match="Anna: 3 payoffs for 4 states"):
        model([1, 2, 3], [1, 2, 3, 4])


def test_a_decision_maker_is_found_by_id_or_name_or_refused():
    found = model([1, 2, 3, 4], [1, 2, 3, 4])
    assert [found.maker(name) for name in ("A", "Bert")] == [0, 1]
    with pytest.raises(InputError, match="no decision maker 'C'; there are A, B"):
        found.maker("C")


def test_what_needs_known_preferences_is_refused_without():
    unknown = unknown_model()
    for ask in (
        solve_strength,
        solve_coalitions,
        lambda m: solve(m, [Concept.SIM]),
        lambda m: breaking_swaps(m, 0, Concept.NASH),
        lambda m: prefer_state(m, 0, 1, 2),
    ):
        with pytest.raises(InputError):
            ask(unknown)


def test_unknown_preference_is_named_in_the_answer_only_where_there_is_any():
    assert solve(unknown_model(), [Concept.NASH])[Concept.NASH].extension is Extension.B
    known = solve(model([1, 2, 3, 4], [1, 2, 3, 4]), [Concept.NASH])
    assert known[Concept.NASH].extension is None


def test_a_state_moved_up_passes_nothing_but_what_it_was_moved_over():
    found = model([4, 3, 2, 1], [1, 1, 1, 1])
    assert prefer_state(found, 0, 3, 1).preferences[0].payoff.tolist() == [4, 2, 1, 3]
    assert prefer_state(found, 0, 0, 3) is found


def test_a_wish_that_no_state_tells_apart_is_refused():
    with pytest.raises(InputError, match="tells the two apart"):
        prefer(model([1, 2, 3, 4], [1, 1, 1, 1]), 0, Taken(0), Taken(0))


def test_the_inverse_of_sim_and_swaps_at_no_equilibrium_are_refused():
    found = model([1, 2, 3, 4], [1, 2, 3, 4])
    with pytest.raises(InputError, match="the inverse of SIM"):
        requirements(found, 0, Concept.SIM)
    with pytest.raises(InputError, match="state 1 is not an equilibrium"):
        breaking_swaps(found, 0, Concept.NASH)


def test_a_hypergame_needs_a_view_a_decision_maker():
    found = model([1, 2, 3, 4], [1, 2, 3, 4])
    with pytest.raises(InputError, match="one view a decision maker"):
        solve_hypergame(found, (found,))


def test_who_misses_an_option_finds_another_stability():
    """Bert does not see that Anna can take her option, so to him state 1 leads nowhere."""
    found = model([1, 4, 2, 3], [2, 1, 1, 2])
    blind = Model(
        "m", TWO, PAIR, np.array([0, 2]), (from_payoffs([1, 2]), from_payoffs([1, 2]))
    )
    nash = solve_hypergame(found, (found, blind), [Concept.NASH])[Concept.NASH]
    assert nash.seen.tolist() == [[True] * 4, [True, False, True, False]]
    assert nash.stable.tolist() == [[False, True, False, True], [False, False, True, False]]
    assert nash.equilibria.tolist() == []


def large(states):
    maker = (DecisionMaker("A", "A", tuple(range(states.bit_length()))),)
    options = tuple(Option(f"o{k}") for k in range(states.bit_length()))
    level = from_payoffs(np.ones(states, np.int64))
    return Model("large", options, maker, np.arange(states), (level,))


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (lambda: solve_coalitions(large((1 << 16) + 1)), "coalitions of 1 decision makers"),
        (lambda: requirements(large(4097), 0, Concept.GMR), "the inverse is solved up to"),
        (lambda: from_comparisons(4097, [], []), "use statements or weights"),
        (lambda: from_statements([np.ones(2, np.bool_)] * 7, [True] * 7), "7 unknown"),
        (
            lambda: merged_arcs(np.arange((1 << 14) + 1), np.zeros(1, np.int64), (), ()),
            "merged states",
        ),
        (lambda: solve_coalitions(listed(4097)), "whose moves are listed"),
    ],
)
def test_what_is_too_large_for_a_question_is_refused_with_the_limit(ask, why):
    with pytest.raises(InputError, match=why):
        ask()


def listed(states):
    found = large(states)
    moves = [[[] for _ in range(states)]]
    return from_moves("m", found.options, found.decision_makers, range(states),
                      found.preferences, moves)  # fmt: skip


def test_the_options_taken_in_a_state_are_named():
    assert model([1, 2, 3, 4], [1, 2, 3, 4]).taken(3) == ("a", "b")


def test_all_that_the_package_names_is_there_and_nothing_else():
    assert all(getattr(gmcr, name) is not None for name in gmcr.__all__)
    with pytest.raises(AttributeError, match="payoff_matrix"):
        getattr(gmcr, "payoff_matrix")  # noqa: B009 - mypy knows that there is none
