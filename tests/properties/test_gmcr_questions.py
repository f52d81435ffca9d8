"""The further questions about a conflict: their answers agree with the definitions."""

import numpy as np
from hypothesis import given, settings, strategies as st

from gmcr_plain import Plain, models
from standoff.gmcr import (
    Concept,
    Extension,
    solve,
)
from standoff.gmcr.condition import Taken, holds
from standoff.gmcr.hypergame import solve_hypergame
from standoff.gmcr.inverse import requirements
from standoff.gmcr.sensitivity import breaking_swaps, swapped
from standoff.gmcr.stability import Solver
from standoff.gmcr.status_quo import shortest_paths
from standoff.gmcr.verdict import Judge
from standoff.gmcr.what_if import prefer

FEW = settings(max_examples=80, deadline=None, derandomize=True)
KNOWN = (Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ)


@FEW
@given(models(unknown=True), st.sampled_from(KNOWN), st.sampled_from(Extension))
def test_a_verdict_in_words_agrees_with_the_solver(model, concept, extension):
    found = solve(model, [concept], extension)[concept].stable
    judge = Judge(Solver(model, extension))
    for (maker, state), stable in np.ndenumerate(found):
        verdict = judge.explain(concept, maker, state)
        assert verdict.is_stable == stable, verdict.words
        assert (": not " in verdict.words) != stable, verdict.words


@FEW
@given(models(), st.data())
def test_the_inverse_says_exactly_which_preferences_stabilise(model, data):
    wanted = data.draw(st.integers(0, len(model.states) - 1))
    concept = data.draw(st.sampled_from(KNOWN))
    found = solve(model, [concept])[concept].stable[:, wanted]
    needed = requirements(model, wanted, concept)
    for k, of_maker in enumerate(needed):
        assert all(r.is_met(model.preferences[k]) for r in of_maker) == found[k]


@settings(FEW, max_examples=40)
@given(models(), st.sampled_from(Concept))
def test_each_swap_that_breaks_an_equilibrium_is_found(model, concept):
    for state in solve(model, [concept])[concept].equilibria.tolist()[:2]:
        swaps = {(s.maker, s.lower, s.upper) for s in breaking_swaps(model, state, concept)}
        want = set()
        for k, preference in enumerate(model.preferences):
            for rank in range(1, int(preference.payoff.max())):
                changed = model.with_preference(k, swapped(preference, rank))
                if state not in solve(changed, [concept])[concept].equilibria:
                    at = [
                        tuple(np.flatnonzero(preference.payoff == r)) for r in (rank, rank + 1)
                    ]
                    want.add((k, *at))
        assert swaps == want


@FEW
@given(models(), st.booleans(), st.data())
def test_the_shortest_paths_are_all_legal_and_shortest(model, improving, data):
    start = data.draw(st.integers(0, len(model.states) - 1))
    plain = Plain(model)
    found = shortest_paths(model, start, plain.states, improving, most=50)
    lengths = _lengths(plain, start, improving)
    assert {t for t, paths in found.items() if paths} == {*lengths, start}
    for target, paths in found.items():
        assert len(set(paths)) == len(paths)
        for path in paths if target != start else ():
            assert path[-1].state == target
            assert len(path) == lengths[target]
            _assert_legal(plain, start, path, improving)


def _lengths(plain, start, improving):
    layer, seen, lengths, length = {(start, None)}, set(), {}, 0
    while layer:
        length += 1
        layer = {
            (t, j)
            for at, last in layer
            for j in plain.makers
            if j != last
            for t in plain.moves[j, at]
            if not improving or plain.better(j, at, t)
        } - seen
        seen |= layer
        for t, _ in layer:
            lengths.setdefault(t, length)
    return lengths


def _assert_legal(plain, start, path, improving):
    at, last = start, None
    for step in path:
        assert step.maker != last
        assert step.state in plain.moves[step.maker, at]
        assert not improving or plain.better(step.maker, at, step.state)
        at, last = step.state, step.maker


@FEW
@given(models(unknown=True), st.integers(0, 1))
def test_a_hypergame_in_which_all_see_the_same_is_the_game(model, maker):
    found = solve_hypergame(model, (model,) * len(model.decision_makers), KNOWN)
    for concept, stability in solve(model, KNOWN).items():
        assert found[concept].stable.tolist() == stability.stable.tolist()
        assert found[concept].seen.all()


@FEW
@given(models(unknown=True))
def test_to_prefer_one_thing_above_all_orders_the_states_by_it_first(model):
    better, worse = Taken(0), Taken(1)
    left, right = holds(better, model.states), holds(worse, model.states)
    key = left.astype(int) - right
    if not key.any():
        return
    old, new = model.preferences[0], prefer(model, 0, better, worse).preferences[0]
    for s in range(len(key)):
        for t in range(len(key)):
            if key[s] != key[t]:
                assert new.prefers(s, t) == (key[s] > key[t])
            else:
                assert new.prefers(s, t) == old.prefers(s, t)
                assert new.is_unknown(s, t) == old.is_unknown(s, t)
