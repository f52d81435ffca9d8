"""The further questions in words: strength, the inverse problem, sensitivity."""

from collections.abc import Iterator

import numpy as np

from standoff.dispute.answer import Answer
from standoff.errors import InputError
from standoff.gmcr.inverse import INVERTED, Requirement, requirements
from standoff.gmcr.model import Model
from standoff.gmcr.sensitivity import Swap, breaking_swaps
from standoff.gmcr.strength import solve_strength

MOST_SETS = 8


def say_strength(answer: Answer) -> Iterator[str]:
    """Yield for each equilibrium under GMR, SMR and SEQ for whom it is strongly stable."""
    model = answer.model
    if not any(np.ptp(preference.grade) for preference in model.preferences):
        yield "The model says nothing of strength: write '>>' or strong statements in its file."
        return
    for concept, found in solve_strength(model).items():
        for state in answer.equilibria:
            makers = list(enumerate(model.decision_makers))
            if not all(found.strongly[k, state] or found.weakly[k, state] for k, _ in makers):
                continue
            strong = ", ".join(m.name for k, m in makers if found.strongly[k, state])
            weak = ", ".join(m.name for k, m in makers if found.weakly[k, state])
            told = f"strong for {strong or 'nobody'}, weak for {weak or 'nobody'}"
            yield f"{concept}, state {state + 1}: {told}."


def say_inverse(answer: Answer, state: int) -> Iterator[str]:
    """Yield what preferences would make a state an equilibrium, by concept."""
    model = answer.model
    for concept in answer.stable:
        if concept not in INVERTED:
            continue
        for k, needed in enumerate(requirements(model, state, concept)):
            name = model.decision_makers[k].name
            if not needed:
                yield f"{concept}: {name} cannot leave state {state + 1}: always stable."
            for requirement in needed:
                yield f"{concept}: {name}, {_needs(model, k, requirement)}"


def _needs(model: Model, maker: int, requirement: Requirement) -> str:
    state = requirement.wanted + 1
    shown = [_list(states) for states in requirement.sets[:MOST_SETS]]
    more = len(requirement.sets) - len(shown)
    choice = ", or as ".join(shown) + (f", or as one of {more} more" if more > 0 else "")
    preference = model.preferences[maker]
    now = ""
    if preference.is_known:
        now = " (holds now)" if requirement.is_met(preference) else " (does not hold now)"
    move = f"so that moving to {requirement.move + 1} does not pay"
    return f"{move}, {state} must be at least as good as {choice}{now}."


def _list(states: tuple[int, ...]) -> str:
    return " and ".join(str(s + 1) for s in states)


def say_sensitivity(answer: Answer, state: int) -> Iterator[str]:
    """Yield by concept which swap of neighbouring ranks breaks an equilibrium."""
    for concept in answer.stable:
        try:
            swaps = breaking_swaps(answer.model, state, concept)
        except InputError as error:
            yield f"{concept}: {error}."
            continue
        if not swaps:
            yield f"{concept}: no single swap breaks state {state + 1}."
        for swap in swaps:
            yield f"{concept}: {_swap(answer.model, state, swap)}"


def _swap(model: Model, state: int, swap: Swap) -> str:
    makers = model.decision_makers
    leavers = ", ".join(makers[k].name for k in swap.leavers)
    pair = f"{_list(swap.lower)} to {_list(swap.upper)}"
    return f"if {makers[swap.maker].name} preferred {pair}, {leavers} would leave {state + 1}."
