"""What holds of every conflict: the solvers agree with the definitions, and theorems hold.

`Plain` is the definitions read aloud: sets of states, every legal sequence followed. Nothing of
it is shared with the solvers.
"""

from itertools import combinations

import numpy as np
from hypothesis import given, settings, strategies as st

from standoff.gmcr import (
    Concept,
    DecisionMaker,
    Direction,
    Extension,
    Model,
    Option,
    from_moves,
    from_payoffs,
    from_statements,
    solve,
)
from standoff.gmcr.coalition import CoalitionConcept, solve_coalitions
from standoff.gmcr.condition import Taken, holds
from standoff.gmcr.hypergame import solve_hypergame
from standoff.gmcr.inverse import requirements
from standoff.gmcr.preference import Layer, Preference
from standoff.gmcr.sensitivity import breaking_swaps, swapped
from standoff.gmcr.stability import Solver
from standoff.gmcr.states import merge, merged_arcs
from standoff.gmcr.status_quo import shortest_paths
from standoff.gmcr.strength import solve_strength
from standoff.gmcr.verdict import Judge
from standoff.gmcr.what_if import prefer

FEW = settings(max_examples=80, deadline=None, derandomize=True)
KNOWN = (Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ)


class Plain:
    """A conflict as sets."""

    def __init__(self, model: Model, extension: Extension = Extension.B) -> None:
        self.model, self.extension = model, extension
        self.states = range(len(model.states))
        self.makers = range(len(model.decision_makers))
        self.moves = {(i, s): self._moves(i, s) for i in self.makers for s in self.states}

    def _moves(self, i, s):
        model = self.model
        if model.arcs is not None:
            arcs = model.arcs[i]
            return set(arcs.targets[arcs.start[s] : arcs.start[s + 1]].tolist())
        return {t for t in self.states if t != s and self._is_legal(i, s, t)}

    def _is_legal(self, i, s, t):
        for bit, option in enumerate(self.model.options):
            before, after = (
                int(self.model.states[s]) >> bit & 1,
                int(self.model.states[t]) >> bit & 1,
            )
            if before == after:
                continue
            if bit not in self.model.decision_makers[i].options:
                return False
            if option.direction is (
                Direction.ONCE_TAKEN if before else Direction.ONCE_WITHDRAWN
            ):
                return False
        return True

    def unknown(self, i, s, t):
        return self.model.preferences[i].is_unknown(s, t)

    def better(self, i, s, t):
        """The second is known to be better."""
        u = self.model.preferences[i].payoff
        return u[t] > u[s] and not self.unknown(i, s, t)

    def no_better(self, i, s, t):
        u = self.model.preferences[i].payoff
        if self.unknown(i, s, t):
            return self.extension in {Extension.C, Extension.D}
        return u[t] <= u[s]

    def leaves(self, i, s):
        hopeful = self.extension in {Extension.A, Extension.C}
        return {t for t in self.moves[i, s]
                if self.better(i, s, t) or (hopeful and self.unknown(i, s, t))}  # fmt: skip

    def responses(self, makers, s, improving):
        """Every state that a legal sequence reaches; nobody moves twice in a row."""
        todo, seen, found = [(s, None)], set(), set()
        while todo:
            at, last = todo.pop()
            for j in makers:
                if j == last:
                    continue
                for t in self.moves[j, at]:
                    if improving and not (self.better(j, at, t) or self.unknown(j, at, t)):
                        continue
                    found.add(t)
                    if (t, j) not in seen:
                        seen.add((t, j))
                        todo.append((t, j))
        return found

    def is_stable(self, concept, i, s):
        others = [j for j in self.makers if j != i]
        if concept is Concept.NASH:
            return not self.leaves(i, s)
        if concept is Concept.SIM:
            return all(self._clashes(i, s, q, others) for q in self.leaves(i, s))
        improving = concept in {Concept.SEQ, Concept.SSEQ}
        countered = concept in {Concept.SMR, Concept.SSEQ}
        return all(
            any(
                self.no_better(i, s, x)
                and (not countered or all(self.no_better(i, s, y) for y in self.moves[i, x]))
                for x in self.responses(others, q, improving)
            )
            for q in self.leaves(i, s)
        )

    def _clashes(self, i, s, q, others):
        bits = [int(b) for b in self.model.states]
        joint = {0}
        for j in others:
            joint |= {a | (bits[s] ^ bits[x]) for a in joint for x in self.leaves(j, s)}
        for change in joint - {0}:
            t = self.model.index_of(bits[s] ^ (change | (bits[s] ^ bits[q])))
            if t is not None and self.no_better(i, s, t):
                return True
        return False

    def strongly(self, concept, i, s):
        grade = self.model.preferences[i].grade
        others = [j for j in self.makers if j != i]
        return all(
            any(
                grade[x] < grade[s]
                and (concept is not Concept.SMR
                     or all(grade[y] < grade[s] for y in self.moves[i, x]))
                for x in self.responses(others, q, concept is Concept.SEQ)
            )
            for q in self.leaves(i, s)
        )  # fmt: skip

    # Coalitions.

    def joint(self, members, s):
        return {t for t in self.responses(members, s, False)
                if all(self.better(i, s, t) for i in members)}  # fmt: skip

    def coalitions(self, makers):
        return [c for n in range(1, len(makers) + 1) for c in combinations(makers, n)]

    def joint_responses(self, makers, s):
        todo, seen = [(s, None)], set()
        while todo:
            at, last = todo.pop()
            for c in self.coalitions(makers):
                for t in self.joint(c, at) if c != last else ():
                    if (t, c) not in seen:
                        seen.add((t, c))
                        todo.append((t, c))
        return {t for t, _ in seen}

    def is_coalition_stable(self, concept, members, s):
        others = [j for j in self.makers if j not in members]

        def held(t):
            return not all(self.better(i, s, t) for i in members)

        if concept is CoalitionConcept.CNASH:
            return not self.joint(members, s)
        for q in self.joint(members, s):
            if concept is CoalitionConcept.CSEQ:
                answers = self.joint_responses(others, q)
            else:
                answers = self.responses(others, q, False)
            answers = {x for x in answers if held(x)}
            if concept is CoalitionConcept.CSMR:
                answers = {
                    x for x in answers if all(map(held, self.responses(members, x, False)))
                }
            if not answers:
                return False
        return True


@st.composite
def preferences(draw, states, unknown):
    """A preference with ties, strength and, where asked, unknown pairs of both kinds."""
    kind = draw(st.sampled_from(["payoffs", "statements"]))
    if kind == "statements":
        length = draw(st.integers(1, 4))
        held = draw(st.lists(st.lists(st.booleans(), min_size=states, max_size=states),
                             min_size=length, max_size=length))  # fmt: skip
        flags = draw(st.lists(st.booleans(), min_size=length, max_size=length))
        base = from_statements([np.array(h) for h in held], flags if unknown else ())
    else:
        base = from_payoffs(draw(st.lists(st.integers(1, 6), min_size=states, max_size=states)))
    cut = draw(st.integers(0, 6))
    grade = (base.payoff > cut).astype(np.int64)
    layers: tuple[Layer, ...] = ()
    if unknown and draw(st.booleans()):
        sides = draw(st.lists(st.integers(-1, 1), min_size=states, max_size=states))
        block = np.where(np.array(sides) < 0, -1, 0)
        layers = (Layer(block, np.array(sides)),)
    return Preference(base.payoff, grade, layers, base.orders, base.turned)


@st.composite
def models(draw, unknown=False, most_makers=3):
    """A small conflict: infeasible and merged states, irreversible, common or any moves."""
    makers = draw(st.integers(2, most_makers))
    bits = draw(st.integers(makers, 4))
    directions = draw(st.lists(st.sampled_from(Direction), min_size=bits, max_size=bits))
    options = tuple(Option(f"o{k}", d) for k, d in enumerate(directions))
    owners = [k if k < makers else draw(st.integers(0, makers - 1)) for k in range(bits)]
    shared = draw(st.integers(-1, bits - 1))
    dms = tuple(
        DecisionMaker(f"D{i}", f"D{i}", tuple(
            b for b in range(bits) if owners[b] == i or (b == shared and i == 0)))
        for i in range(makers)
    )  # fmt: skip
    feasible = draw(st.sets(st.integers(0, 2**bits - 1), min_size=2))
    patterns = np.array(sorted(feasible), np.int64)
    kind = draw(st.sampled_from(["options", "options", "merged", "listed"]))
    states = patterns
    arcs = state_of = None
    if kind == "merged":
        states, state_of = merge(patterns, [Taken(bits - 1)])
        arcs = merged_arcs(patterns, state_of, dms, options)
    n = len(states)
    chosen = tuple(draw(preferences(n, unknown)) for _ in dms)
    if kind == "listed":
        row = st.sets(st.integers(0, n - 1), max_size=3)
        moves = [[sorted(draw(row) - {s}) for s in range(n)] for _ in dms]
        return from_moves("random", options, dms, states.tolist(), chosen, moves)
    return Model("random", options, dms, states, chosen, arcs,
                 patterns if kind == "merged" else None, state_of)  # fmt: skip


@FEW
@given(models())
def test_every_concept_agrees_with_its_definition(model):
    plain = Plain(model)
    for concept, found in solve(model).items():
        want = [[plain.is_stable(concept, i, s) for s in plain.states] for i in plain.makers]
        assert found.stable.tolist() == want, concept


@FEW
@given(models(unknown=True), st.sampled_from(Extension))
def test_every_extension_to_unknown_preference_agrees_with_its_definition(model, extension):
    plain = Plain(model, extension)
    for concept, found in solve(model, KNOWN, extension).items():
        want = [[plain.is_stable(concept, i, s) for s in plain.states] for i in plain.makers]
        assert found.stable.tolist() == want, concept


@FEW
@given(models())
def test_strong_and_weak_stability_agree_with_their_definitions(model):
    plain = Plain(model)
    for concept, found in solve_strength(model).items():
        strongly = [[plain.strongly(concept, i, s) for s in plain.states] for i in plain.makers]
        stable = [[plain.is_stable(concept, i, s) for s in plain.states] for i in plain.makers]
        assert found.strongly.tolist() == strongly, concept
        assert found.weakly.tolist() == (np.array(stable) & ~np.array(strongly)).tolist()


@settings(FEW, max_examples=60)
@given(models())
def test_every_coalition_concept_agrees_with_its_definition(model):
    plain = Plain(model)
    for concept, found in solve_coalitions(model).items():
        want = [
            [plain.is_coalition_stable(concept, members, s) for s in plain.states]
            for members in found.coalitions
        ]
        assert found.stable.tolist() == want, concept


@FEW
@given(models())
def test_what_is_stable_for_the_less_foresighted_is_stable_for_the_more(model):
    """Fang, Hipel and Kilgour 1993: Nash in SEQ in GMR, Nash in SMR in GMR."""
    found = {c: s.stable for c, s in solve(model).items()}
    for inner, outer in (("Nash", "SEQ"), ("SEQ", "GMR"), ("Nash", "SMR"), ("SMR", "GMR"),
                         ("Nash", "SSEQ"), ("SSEQ", "SEQ"), ("Nash", "SIM")):  # fmt: skip
        assert not (found[Concept(inner)] & ~found[Concept(outer)]).any(), (inner, outer)
    if model.arcs is None:  # then opponents' improvements are responses that can be countered
        assert not (found[Concept.SSEQ] & ~found[Concept.SMR]).any()


@FEW
@given(models())
def test_a_coalition_of_one_is_a_decision_maker(model):
    single = solve(model, KNOWN)
    found = solve_coalitions(model)
    alone = [k for k, c in enumerate(found[CoalitionConcept.CNASH].coalitions) if len(c) == 1]
    for concept in (Concept.NASH, Concept.GMR):
        joint = found[CoalitionConcept(f"C{concept}")].stable[alone]
        if model.arcs is None:
            assert joint.tolist() == single[concept].stable.tolist(), concept


@FEW
@given(models(unknown=True))
def test_the_conservative_extensions_keep_what_the_bold_ones_keep(model):
    """Li et al. 2004: stable under a implies under b, c and d; b and c imply d."""
    found = {e: solve(model, KNOWN, e) for e in Extension}
    for inner, outer in (("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")):
        for concept in KNOWN:
            left = found[Extension(inner)][concept].stable
            assert not (left & ~found[Extension(outer)][concept].stable).any(), concept


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
