"""What holds of every conflict: the solvers agree with the definitions, and theorems hold."""

import numpy as np
from hypothesis import given, settings, strategies as st

from gmcr_plain import Plain, models
from standoff.gmcr import (
    Concept,
    Extension,
    solve,
)
from standoff.gmcr.coalition import CoalitionConcept, solve_coalitions
from standoff.gmcr.strength import solve_strength

FEW = settings(max_examples=80, deadline=None, derandomize=True)
KNOWN = (Concept.NASH, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ)


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
