"""How the cost of solving a conflict grows with its states, printed as ratios.

Four decision makers, every state feasible, random strict payoffs; Nash, GMR, SMR and SEQ
together. Compilation is done before the clock starts. Each line: states, seconds, the ratio to
the line before, and peak memory. Doubling the states should cost about twice the time.

usage: python bench/gmcr_growth.py [--most 20] [--once-taken]
"""

import argparse
import resource
import time
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
    solve,
)

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


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--most", type=int, default=20, help="options of the largest model")
    parser.add_argument("--makers", type=int, default=4)
    parser.add_argument(
        "--once-taken", action="store_true", help="one irreversible option each"
    )
    args = parser.parse_args()
    solve(random_model(4, args.makers, 1, args.once_taken), CONCEPTS)
    print(f"{'states':>10} {'seconds':>9} {'ratio':>7} {'peak MB':>8}")
    before = None
    for options in range(8, args.most + 1, 2):
        model = random_model(options, args.makers, 1, args.once_taken)
        begin = time.perf_counter()
        solve(model, CONCEPTS)
        took = time.perf_counter() - begin
        ratio = "" if before is None else f"{took / before:.1f}"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{len(model.states):>10,} {took:>9.3f} {ratio:>7} {peak:>8,}", flush=True)
        before = took


if __name__ == "__main__":
    main()
