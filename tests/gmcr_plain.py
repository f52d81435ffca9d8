"""The definitions of conflict analysis read aloud, and small conflicts to try them on.

`Plain` holds sets of states and follows every legal sequence; nothing of it is shared with the
solvers.
"""

from itertools import combinations

import numpy as np
from hypothesis import strategies as st

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
)
from standoff.gmcr.coalition import CoalitionConcept
from standoff.gmcr.condition import Taken
from standoff.gmcr.preference import Layer, Preference
from standoff.gmcr.states import merge, merged_arcs


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
