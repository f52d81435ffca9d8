"""The answer to a conflict model: states, stabilities, equilibria, paths, and each in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standoff.dispute.model_file import Dispute
from standoff.gmcr.coalition import CoalitionConcept, CoalitionStability, solve_coalitions
from standoff.gmcr.hypergame import solve_hypergame
from standoff.gmcr.model import Model
from standoff.gmcr.stability import Concept, Extension, Solver, solve
from standoff.gmcr.status_quo import shortest_paths
from standoff.gmcr.verdict import Judge
from standoff.gmcr.walk import Step

Bools = NDArray[np.bool_]
Paths = dict[int, tuple[tuple[Step, ...], ...]]

MOST_PATHS = 64  # equilibria, those under most concepts first, to which paths are sought
MOST_TOLD = 12  # equilibria; of more, those that only a harmful answer holds are counted
CREDIBLE = frozenset({Concept.NASH, Concept.SEQ})
CONCEPTS = (Concept.NASH, Concept.SEQ, Concept.SSEQ, Concept.SIM, Concept.SMR, Concept.GMR)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A solved dispute.

    ``stable`` is by concept, decision maker and state. ``paths`` lead from the status quo to
    each equilibrium by any moves, ``gainful`` by moves that each gain its maker; both None
    where the file names no status quo.
    """

    dispute: Dispute
    extension: Extension | None
    stable: dict[Concept, Bools]
    coalitions: dict[CoalitionConcept, CoalitionStability]
    paths: Paths | None
    gainful: Paths | None

    @property
    def model(self) -> Model:
        """The conflict model."""
        return self.dispute.model

    @property
    def equilibria(self) -> dict[int, tuple[Concept, ...]]:
        """The states stable for all under some concept, and the concepts, ascending."""
        found: dict[int, list[Concept]] = {}
        for concept, stable in self.stable.items():
            for state in np.flatnonzero(stable.all(axis=0)).tolist():
                found.setdefault(state, []).append(concept)
        return {state: tuple(found[state]) for state in sorted(found)}

    @property
    def told(self) -> tuple[int, ...]:
        """The equilibria worth telling, those under most concepts first.

        Of many these are the ones that are Nash or SEQ: no answer holds them by which the one
        who gives it would lose.
        """
        found = self.equilibria
        ordered = sorted(found, key=lambda state: (-len(found[state]), state))
        credible = tuple(state for state in ordered if CREDIBLE & set(found[state]))
        return credible if credible and len(ordered) > MOST_TOLD else tuple(ordered)


def answer_dispute(
    dispute: Dispute,
    concepts: Iterable[Concept] = CONCEPTS,
    extension: Extension = Extension.B,
    coalitions: bool = False,
) -> Answer:
    """Solve a dispute; where decision makers have views of their own, as a hypergame."""
    model = dispute.model
    is_known = all(preference.is_known for preference in model.preferences)
    wanted = [c for c in concepts if is_known or c is not Concept.SIM]
    if dispute.views is None:
        stable = {c: s.stable for c, s in solve(model, wanted, extension).items()}
    else:
        stable = {c: s.stable for c, s in solve_hypergame(model, dispute.views, wanted).items()}
    joint = solve_coalitions(model) if coalitions else {}
    found = Answer(dispute, None if is_known else extension, stable, joint, None, None)
    if dispute.status_quo is None:
        return found
    targets = sorted(found.told[:MOST_PATHS])
    ways = [shortest_paths(model, dispute.status_quo, targets, gain) for gain in (False, True)]
    return Answer(dispute, found.extension, stable, joint, *ways)


def say_state(model: Model, state: int) -> str:
    """Return what is done in a state: "US: air strike, blockade; USSR: nothing"."""
    pattern = int(model.states[state])
    parts = []
    for maker in model.decision_makers:
        taken = [model.options[bit].name for bit in maker.options if pattern >> bit & 1]
        parts.append(f"{maker.name}: {', '.join(taken) or 'nothing'}")
    return "; ".join(parts)


def say_equilibria(answer: Answer) -> Iterator[str]:
    """Yield for each equilibrium what it is, and under which concepts."""
    if not answer.equilibria:
        yield "No state is an equilibrium under any of the concepts asked for."
    equilibria, told = answer.equilibria, answer.told
    for state in told:
        name = f"State {state + 1} ({say_state(answer.model, state)})"
        yield f"{name}: equilibrium under {', '.join(equilibria[state])}."
    left = len(equilibria) - len(told)
    if left:
        yield (
            f"{left:,} more states are equilibria under weaker concepts only, by answers that "
            "need not gain who gives them; the table and --json have all."
        )


def say_verdicts(answer: Answer, state: int) -> Iterator[str]:
    """Yield for each concept and decision maker why the state is stable or not.

    In a hypergame each is explained in the decision maker's own view, by the numbers of the
    states in it.
    """
    views = answer.dispute.views or (answer.model,) * len(answer.model.decision_makers)
    extension = answer.extension or Extension.B
    judges = [Judge(Solver(view, extension)) for view in views]
    pattern = int(answer.model.states[state])
    for concept in answer.stable:
        for k, (judge, view) in enumerate(zip(judges, views, strict=True)):
            at = view.index_of(pattern)
            if at is None:
                name = answer.model.decision_makers[k].name
                yield f"{concept}: {name} does not see state {state + 1}."
            else:
                own = "" if view is answer.model else " (in its own view)"
                yield f"{concept}{own}: {judge.explain(concept, k, at).words}"


def say_paths(answer: Answer) -> Iterator[str]:
    """Yield how the dispute can get from the status quo to each equilibrium, and by whom."""
    start = answer.dispute.status_quo
    if start is None or answer.paths is None or answer.gainful is None:
        return
    yield from _say_status_quo(answer, start)
    for state, paths in answer.paths.items():
        if state == start:
            continue
        if not paths:
            yield f"No moves lead from the status quo {start + 1} to state {state + 1}."
        else:
            gainful = answer.gainful[state]
            way = say_path(answer.model, start, (gainful or paths)[0])
            how = "each mover gains" if gainful else "not every mover gains at once"
            yield f"To state {state + 1}: {way} ({how})."
    left = len(answer.told) - len(answer.paths)
    if left:
        yield f"Paths to {left} more equilibria were not sought."


def _say_status_quo(answer: Answer, start: int) -> Iterator[str]:
    """Yield whether the status quo is an equilibrium, and why who leaves it does so."""
    concepts = answer.equilibria.get(start)
    under = f"equilibrium under {', '.join(concepts)}" if concepts else "no equilibrium"
    yield f"State {start + 1} ({say_state(answer.model, start)}) is the status quo: {under}."
    told = next((c for c in (Concept.SEQ, *answer.stable) if c in answer.stable), None)
    if answer.dispute.views is None and told is not None:
        judge = Judge(Solver(answer.model, answer.extension or Extension.B))
        for maker, stable in enumerate(answer.stable[told][:, start].tolist()):
            if not stable:
                yield judge.explain(told, maker, start).words


def say_path(model: Model, start: int, path: tuple[Step, ...]) -> str:
    """Return a path in words: "1 → 5 (Russia) → 7 (NATO)"."""
    steps = (f" → {step.state + 1} ({model.decision_makers[step.maker].name})" for step in path)
    return f"{start + 1}{''.join(steps)}"


def say_coalitions(answer: Answer) -> Iterator[str]:
    """Yield for each equilibrium which coalitions would leave it together."""
    names = [maker.name for maker in answer.model.decision_makers]
    for concept, found in answer.coalitions.items():
        for state in answer.equilibria:
            groups = [" with ".join(names[k] for k in c) for c in found.leavers(state)]
            if groups:
                yield f"{concept}: state {state + 1} would be left by {'; '.join(groups)}."
            else:
                yield f"{concept}: state {state + 1} would be left by no coalition."
