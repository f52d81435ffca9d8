"""Why a state is stable for a decision maker or not, in words and as moves.

"Russia, at state 3, gains by moving to 7, but NATO's answer 5 leaves it worse: sequentially
stable."
"""

from dataclasses import dataclass

from standoff.gmcr.model import Model
from standoff.gmcr.reach import ANY, NOT_KNOWN_WORSE
from standoff.gmcr.stability import Concept, Solver
from standoff.gmcr.walk import Step, attractive, moves, responses

STABLE = {
    Concept.NASH: "Nash stable",
    Concept.GMR: "general metarationally stable",
    Concept.SMR: "symmetric metarationally stable",
    Concept.SEQ: "sequentially stable",
    Concept.SIM: "simultaneously stable",
    Concept.SSEQ: "symmetric sequentially stable",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A move that attracts, and the shortest response that deters it, None where none does.

    Under SIM the one step of the response is what happens if the opponents move at once.
    """

    move: int
    response: tuple[Step, ...] | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one state is stable for one decision maker, why, and the same in words."""

    concept: Concept
    maker: int
    state: int
    is_stable: bool
    answers: tuple[Answer, ...]
    words: str


class Judge:
    """Explains the states of one solved model."""

    def __init__(self, solver: Solver) -> None:
        self.solver = solver
        self.model: Model = solver.model

    def explain(self, concept: Concept, maker: int, state: int) -> Verdict:
        """Return the verdict on one state for one decision maker."""
        mode = self.solver.extension.leaves_for
        answers = tuple(
            Answer(move, self._deterrent(concept, maker, state, move))
            for move in attractive(self.solver.graph, maker, state, mode).tolist()
        )
        stable = all(answer.response is not None for answer in answers)
        words = _words(self.model, concept, maker, state, answers)
        return Verdict(concept, maker, state, stable, answers, words)

    def _deterrent(
        self, concept: Concept, maker: int, state: int, move: int
    ) -> tuple[Step, ...] | None:
        if concept is Concept.NASH:
            return None
        if concept is Concept.SIM:
            return self._clash(maker, state, move)
        mode = NOT_KNOWN_WORSE if concept in {Concept.SEQ, Concept.SSEQ} else ANY
        others = tuple(self.solver.opponents(maker).tolist())
        for end, path in responses(self.solver.graph, others, move, mode).items():
            ends = [end]
            if concept in {Concept.SMR, Concept.SSEQ}:
                ends += moves(self.solver.graph, maker, end).tolist()
            if all(self._is_feared(maker, state, x) for x in ends):
                return path
        return None

    def _is_feared(self, maker: int, state: int, end: int) -> bool:
        on = self.solver.scales[maker]
        return bool(on.values[on.group[state], end] <= on.bar[state])

    def _clash(self, maker: int, state: int, move: int) -> tuple[Step, ...] | None:
        """Return what happens if opponents improve at the same time, where it is no better."""
        graph, states = self.solver.graph, self.model.states
        joint: dict[int, int] = {}  # what is changed, and by whom first
        for other in self.solver.opponents(maker).tolist():
            own = [int(states[state] ^ states[x]) for x in attractive(graph, other, state)]
            more = {change | before: by for before, by in joint.items() for change in own}
            joint |= dict.fromkeys(own, other) | more
        for change, by in joint.items():
            pattern = int(states[state]) ^ (change | int(states[state] ^ states[move]))
            end = self.model.index_of(pattern)
            if end is not None and self._is_feared(maker, state, end):
                return (Step(by, end),)
        return None


def _words(
    model: Model, concept: Concept, maker: int, state: int, answers: tuple[Answer, ...]
) -> str:
    name = model.decision_makers[maker].name
    begin = f"{name}, at state {state + 1},"
    if not answers:
        return f"{begin} has no move to a better state: {STABLE[concept]}."
    undeterred = [a.move + 1 for a in answers if a.response is None]
    if undeterred:
        gains = _list(undeterred)
        if concept is Concept.NASH:
            return f"{begin} gains by moving to {gains}: not {STABLE[concept]}."
        return (
            f"{begin} gains by moving to {gains}, and no answer of the others leaves it no "
            f"better off than at {state + 1}: not {STABLE[concept]}."
        )
    told = "; ".join(_deterred(model, concept, maker, state, answer) for answer in answers)
    return f"{begin} {told}: {STABLE[concept]}."


def _deterred(model: Model, concept: Concept, maker: int, state: int, answer: Answer) -> str:
    path = answer.response or ()
    end = path[-1].state
    preference = model.preferences[maker]
    if preference.is_unknown(end, state):
        loss = f"may leave it worse than {state + 1}"
    elif preference.payoff[end] < preference.payoff[state]:
        loss = "leaves it worse"
    else:
        loss = "leaves it no better"
    gain = f"gains by moving to {answer.move + 1}"
    if preference.is_unknown(answer.move, state):
        gain = f"may gain by moving to {answer.move + 1}"
    if concept is Concept.SIM:
        return f"{gain}, but the others' moves at the same time make it {end + 1}, which {loss}"
    told = f"{gain}, but {_say_path(model, path)} {loss}"
    if concept in {Concept.SMR, Concept.SSEQ}:
        told += " and it cannot make that good"
    return told


def _say_path(model: Model, path: tuple[Step, ...]) -> str:
    makers = model.decision_makers
    if len(path) == 1:
        return f"{_whose(makers[path[0].maker].name)} answer {path[0].state + 1}"
    steps = [f"{makers[step.maker].name} to {step.state + 1}" for step in path]
    return f"the answers {', then '.join(steps)}"


def _whose(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _list(numbers: list[int]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} or {last}" if most else last
