"""How the cost of solving a conflict grows with its states, printed as ratios.

Four decision makers, every state feasible, random strict payoffs; Nash, GMR, SMR and SEQ
together. Compilation is done before the clock starts. Each line: states, seconds, the ratio to
the line before, and peak memory. Doubling the states should cost about twice the time.

usage: python bench/gmcr_growth.py [--most 20] [--makers 4] [--once-taken]
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from standoff.gmcr import (
    Concept,
    DecisionMaker,
    Direction,
    Model,
    Option,
    feasible_states,
    from_payoffs,
    from_statements,
    solve,
)
from standoff.gmcr.coalition import solve_coalitions
from standoff.gmcr.preference import Layer

CONCEPTS = (Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ)


def random_model(options: int, makers: int, seed: int, once_taken: bool = False) -> Model:
    """Return a model whose decision makers own runs of options of near-equal length."""
    random = np.random.default_rng(seed)
    edges = [options * k // makers for k in range(makers + 1)]
    states = feasible_states(options, ())
    first = {low for low, _ in pairwise(edges)}
    return Model(
        name=f"random-{options}-{makers}-{seed}",
        options=tuple(
            Option(
                f"o{k}", Direction.ONCE_TAKEN if once_taken and k in first else Direction.BOTH
            )
            for k in range(options)
        ),
        decision_makers=tuple(
            DecisionMaker(f"DM{k}", f"DM{k}", tuple(range(low, high)))
            for k, (low, high) in enumerate(pairwise(edges), 1)
        ),
        states=states,
        preferences=tuple(from_payoffs(random.permutation(len(states))) for _ in range(makers)),
    )


def with_unknown(model: Model) -> Model:
    """Return the model in which every preference has unknown pairs of both kinds."""
    held = [model.states >> bit & 1 == 1 for bit in range(len(model.options))]
    preferences = []
    for k in range(len(model.decision_makers)):
        turned = held[k:] + held[:k]
        preference = from_statements(turned, [n == 2 for n in range(len(turned))])
        block = np.where(held[0] ^ held[-1], 0, -1)
        layers = (Layer(block, held[0].astype(np.int64)),)
        preferences.append(replace(preference, layers=layers))
    return model.with_preferences(tuple(preferences))


def costs(sizes: range, ask: Callable[[int], object]) -> Iterator[tuple[int, float, str]]:
    """Yield the states, the seconds and the ratio to the size before, after compiling."""
    ask(4)
    before = None
    for options in sizes:
        begin = time.perf_counter()
        ask(options)
        took = time.perf_counter() - begin
        yield 2**options, took, "" if before is None else f"{took / before:.1f}"
        before = took


def growth(name: str, sizes: range, ask: Callable[[int], object]) -> None:
    """Print what one question costs on models of growing size."""
    print(f"{name}\n{'states':>10} {'seconds':>9} {'ratio':>7} {'peak MB':>8}")
    for states, took, ratio in costs(sizes, ask):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{states:>10,} {took:>9.3f} {ratio:>7} {peak:>8,}", flush=True)


def questions(
    most: int, makers: int = 4, once_taken: bool = False
) -> dict[str, tuple[int, Callable[[int], object]]]:
    """Return what is asked, with the options of the largest model it is asked of."""

    def model(options: int) -> Model:
        return random_model(options, makers, 1, once_taken)

    small = min(most, 14)
    return {
        "Nash, GMR, SMR, SEQ": (most, lambda k: solve(model(k), CONCEPTS)),
        "the same, unknown preference": (
            small,
            lambda k: solve(with_unknown(model(k)), CONCEPTS),
        ),
        "CNash, CGMR, CSMR, CSEQ": (small, lambda k: solve_coalitions(model(k))),
    }


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--most", type=int, default=18, help="options of the largest model")
    parser.add_argument("--makers", type=int, default=4)
    parser.add_argument("--once-taken", action="store_true", help="one irreversible each")
    args = parser.parse_args()

    asked = questions(args.most, args.makers, args.once_taken)
    for name, (most, ask) in asked.items():
        growth(name, range(8, most + 1, 2), ask)


if __name__ == "__main__":
    main()
