"""Conflicts of the literature have their equilibria.

`tests/cases/gmcr/expected.yaml` says what each row rests on, and what could not be confirmed.
"""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import numpy as np
import pytest

from gmcr_plain import Plain
from standoff.dispute.gmcr_file import read_json_model
from standoff.dispute.model_file import read_model_file
from standoff.gmcr import Concept, Direction, solve
from standoff.gmcr.coalition import CoalitionConcept, solve_coalitions
from standoff.knowledge import strict_yaml
from standoff.knowledge.knowledge import DATA

CASES = Path(__file__).parents[2] / "cases" / "gmcr"
SOLVED = Path(__file__).parents[4] / "shared" / "bench" / "gmcr"
EXPECTED = strict_yaml.read(CASES / "expected.yaml")


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_conflict_of_the_literature_has_its_equilibria(name):
    model = read_model_file(CASES / f"{name}.yaml").model
    single, joint = solve(model), solve_coalitions(model)
    for concept, want in EXPECTED[name].items():
        found = joint[CoalitionConcept(concept)] if concept.startswith("C") else single[
            Concept(concept)
        ]  # fmt: skip
        assert (found.equilibria + 1).tolist() == [int(number) for number in want], concept


def test_every_case_has_its_expected_equilibria():
    assert {path.stem for path in CASES.glob("*.yaml")} - {"expected"} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_schema_takes_every_case(name):
    schema = json.loads((DATA / "schema" / "dispute.json").read_text("utf-8"))
    jsonschema.validate(strict_yaml.read(CASES / f"{name}.yaml"), schema)


def test_the_schema_refuses_a_key_that_means_nothing():
    schema = json.loads((DATA / "schema" / "dispute.json").read_text("utf-8"))
    told = strict_yaml.read(CASES / "chicken.yaml") | {"colour": "blue"}
    with pytest.raises(jsonschema.ValidationError, match="colour"):
        jsonschema.validate(told, schema)


def test_where_an_air_strike_can_be_undone_only_withdrawal_settles_the_cuban_crisis():
    """States 5 and 7, withdrawal without and with the blockade.

    In decimal numbers 4 and 6: what Fraser and Hipel (1984) report, by our recollection; the
    book was not at hand. By hand: at 5 the United States has what it likes best, and the Soviet
    Union, which gains by taking withdrawal back (1), would meet an air strike (2); at 7 the
    Soviet Union cannot gain, and lifting the blockade (5) lets it take withdrawal back (1).
    """
    model = read_model_file(CASES / "cuba.yaml").model
    free = replace(
        model, options=tuple(replace(o, direction=Direction.BOTH) for o in model.options)
    )
    assert (solve(free, [Concept.SEQ])[Concept.SEQ].equilibria + 1).tolist() == [5, 7]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_brute_force_from_the_definitions_agrees_on_every_state(name):
    model = read_model_file(CASES / f"{name}.yaml").model
    case = Plain(model)
    for concept, found in solve(model).items():
        for maker, row in enumerate(found.stable):
            plain = [case.is_stable(concept, maker, s) for s in range(len(model.states))]
            assert row.tolist() == plain, (concept, maker)


def test_at_elmira_the_ministry_and_the_plant_leave_delay_together():
    """Kilgour et al. 2001: from published state 5 to 8, here 6 to 9."""
    model = read_model_file(CASES / "elmira.yaml").model
    found = solve_coalitions(model)[CoalitionConcept.CNASH]
    makers = {
        tuple(model.decision_makers[k].id for k in coalition) for coalition in found.leavers(5)
    }
    assert makers == {("M", "U")}


@pytest.mark.parametrize("name", ["Prisoners", "Cuban", "Garrison"])
def test_the_solved_cases_beside_the_repository_agree_for_all_concepts(name):
    path = SOLVED / f"{name}.json"
    if not path.is_file():
        pytest.skip(f"no solved case at {path}")
    model = read_json_model(path).model
    want = json.loads(path.read_text("utf-8"))
    for concept, found in solve(model).items():
        for maker, row in zip(model.decision_makers, found.stable, strict=True):
            assert np.flatnonzero(row).tolist() == want["stability"][concept][maker.name]
        assert found.equilibria.tolist() == want["equilibria"][concept]


@pytest.mark.parametrize(("ours", "theirs"), [("cuba", "Cuban"), ("garrison", "Garrison")])
def test_moves_by_options_are_the_listed_moves(ours, theirs):
    path = SOLVED / f"{theirs}.json"
    if not path.is_file():
        pytest.skip(f"no solved case at {path}")
    by_options, listed = (
        read_model_file(CASES / f"{ours}.yaml").model,
        read_json_model(path).model,
    )
    assert by_options.states.tolist() == listed.states.tolist()
    for concept, found in solve(by_options).items():
        assert found.stable.tolist() == solve(listed)[concept].stable.tolist(), concept
