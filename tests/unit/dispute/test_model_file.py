"""Model files: what is read, and that each fault is told at its line."""

import json
from pathlib import Path

import pytest

from standoff.dispute.gmcr_file import read_json_model, write_gmcr
from standoff.dispute.model_file import parse_model, read_model_file
from standoff.errors import DataError, DataErrors, InputError
from standoff.gmcr import Direction, solve
from standoff.gmcr.hypergame import solve_hypergame

CASES = Path(__file__).parents[2] / "cases" / "gmcr"
HEAD = """\
name: Ferry
decision_makers:
  - id: A
    options: [sail, {id: sink, direction: once taken}]
    preferences: PREFERENCES
  - id: B
    options: [shoot]
    preferences: indifferent
"""


def read(text):
    return parse_model(text, Path("ferry.yaml"))


def ferry(preferences, rest=""):
    return read(HEAD.replace("PREFERENCES", preferences) + rest)


def faults(text):
    with pytest.raises(DataError) as error:
        read(text)
    return [(f.line, f.why) for f in getattr(error.value, "faults", (error.value,))]


def payoffs(preferences, rest=""):
    return ferry(preferences, rest).model.preferences[0].payoff.tolist()


def test_options_directions_and_the_status_quo_are_read():
    found = ferry("{statements: [sail]}", "status_quo: [A.sail]\ninfeasible: [sink and sail]\n")
    assert [o.name for o in found.model.options] == ["sail", "sink", "shoot"]
    assert found.model.options[1].direction is Direction.ONCE_TAKEN
    assert found.model.states.tolist() == [0, 1, 2, 4, 5, 6]
    assert found.status_quo == 1


def test_the_score_of_statements_is_that_of_the_definition():
    """Score: the sum of 2^(k - j) over the statements j that hold, of k."""
    model = ferry("{statements: [shoot, sail or sink, sail iff shoot]}").model
    score = [
        4 * shoot + 2 * (sail or sink) + (sail == shoot)
        for shoot in (0, 1) for sink in (0, 1) for sail in (0, 1)
    ]  # fmt: skip
    ranks = {value: rank for rank, value in enumerate(sorted(set(score)), 1)}
    assert model.preferences[0].payoff.tolist() == [ranks[value] for value in score]


def test_weights_add_up():
    assert payoffs("{weights: {sail: 2, sink: -1, B.shoot: -1}}") == [3, 5, 2, 4, 2, 4, 1, 3]


def test_a_ranking_is_read_as_a_list_as_chains_and_with_conditions():
    as_list = payoffs("{ranking: [1, [2, 3], 4, 5, 6, 7, 8]}")
    assert as_list == payoffs('{ranking: ["1 > 2 = 3 > 4", "4 > 5 > 6 > 7 > 8"]}')
    chains = '"shoot > sail and not shoot", "sail and not shoot > not sail and not shoot"'
    assert payoffs(f"{{ranking: [{chains}]}}") == [1, 2, 1, 2, 3, 3, 3, 3]


def test_strength_is_read_from_a_chain():
    found = ferry('{ranking: ["1 > 2 >> 3 > 4 > 5 > 6 > 7 > 8"]}').model.preferences[0]
    assert found.grade.tolist() == [2, 2, 1, 1, 1, 1, 1, 1]


def test_unknown_pairs_and_unknown_statements_are_read():
    found = ferry("{statements: [sail, {statement: shoot, unknown: true}]}").model.preferences[
        0
    ]
    assert found.is_unknown(0, 4)
    assert not found.is_unknown(0, 1)
    pairs = ferry('{statements: [sail], unknown: ["1 ? 2", "sink ? shoot and not sink"]}')
    preference = pairs.model.preferences[0]
    assert preference.is_unknown(0, 1)
    assert preference.is_unknown(2, 4)
    assert not preference.is_unknown(2, 0)


def test_a_shared_option_gives_both_owners_the_move():
    found = ferry("indifferent", "options:\n  - {id: war, owners: [A, B]}\n").model
    assert [m.options for m in found.decision_makers] == [(0, 1, 3), (2, 3)]


def test_the_evidence_behind_an_option_is_kept():
    text = HEAD.replace("PREFERENCES", "indifferent").replace(
        "sail,",
        "{id: sail, basis: found, rule: demand, evidence: [{row: e1, words: set sail}]},",
    )
    (source,) = read(text).sources
    assert (source.of, source.basis, source.rule) == ("A.sail", "found", "demand")
    assert [(e.row, e.words) for e in source.evidence] == [("e1", "set sail")]


@pytest.mark.parametrize(
    ("preferences", "rest", "line", "why"),
    [
        ("{statements: [fly]}", "", 5, "no option is called 'fly'"),
        ("{statements: [sail and]}", "", 5, "an option is missing at the end"),
        ("{statements: [sail and not sail]}", "", 5, "holds in no feasible state"),
        ("{statements: [sail, not sail]}", "", 5, "contradicts statement 1"),
        ("{statements: [sail, sail]}", "", 5, "says the same as statement 1"),
        ("{statements: [sail], weights: {sail: 1}}", "", 5, "give one of"),
        ("{weights: {sail: much}}", "", 5, "is not a number"),
        ('{ranking: ["1 > 2 > 3 > 1", "3 > 4 > 5 > 6 > 7 > 8"]}', "", 5, "in a circle: 1 > "),
        ('{ranking: ["1 > 2 > 3"]}', "", 5, "not ranked: states 4, 5, 6, 7, 8"),
        ('{ranking: ["1 > 2", "1 > 3 = 4 = 5 = 6 = 7 = 8"]}', "", 5, "does not say which of"),
        ("{ranking: [9]}", "", 5, "there is no state 9"),
        ('{statements: [sail], unknown: ["1 ? sail or not sail"]}', "", 5, "both sides"),
        ("indifferent", "infeasible:\n  - sail or not sail\n", 10, "no feasible"),
        ("indifferent", "infeasible:\n  - (sail\n", 10, "a bracket is not closed"),
        ("indifferent", "options:\n  - {id: pray}\n", 10, "option 'pray': nobody owns it"),
        ("indifferent", "options:\n  - {id: p, owners: [C]}\n", 10, "'C' is no decision maker"),
        ("indifferent", "infeasible: [sail]\nstatus_quo: [sail]\n", 10, "not a feasible state"),
        ("indifferent", "colour: blue\n", 9, "'colour' means nothing"),
        ("indifferent", "name: Twice\n", 9, "duplicate key"),
        ("indifferent", "infeasible: sail\n", 9, "infeasible must be a list, not 'sail'"),
        ("indifferent", "infeasible: [[sail]]\n", 9, "a condition on options is wanted"),
        ("indifferent", "status_quo: [fly]\n", 9, "no option is called 'fly'"),
        ("indifferent", "views: {A: {unaware: [fly]}}\n", 9, "no option is called 'fly'"),
        ("indifferent", "views: {C: {}}\n", 9, "'C' means nothing in views"),
        ("indifferent", "views: {A: {infeasible: [sail or not sail]}}\n", 9, "no feasible"),
        ("indifferent", "one_state: [{condition: sail, basis: rumour}]\n", 9, "basis 'rumour'"),
        ("indifferent", "options: [{owners: [A]}]\n", 9, "an option needs an id"),
        ("indifferent", "options: [{id: sail, owners: [A]}]\n", 9, "two options called 'sail'"),
        ("indifferent", "options: [{id: shoot, owners: [A]}]\ninfeasible: [shoot]\n", 10,
         "put its owner before it"),
        ("{statements: [{statement: sail, strong: perhaps}]}", "", 5, "is true or false"),
        ("{statements: [sail, {statement: sink, strong: true}]}", "", 5, "before all others"),
        ("{statements: []}", "", 5, "A has no statement"),
        ("{statements: [1]}", "", 5, "no option is called '1'"),
        ("{weights: {fly: 1}}", "", 5, "'fly' means nothing in weights of A"),
        ('{ranking: ["1 ? 2"]}', "", 5, "belongs under 'unknown'"),
        ("{ranking: [sail and not sail]}", "", 5, "holds in no feasible state"),
        ("{statements: [sail], unknown: [sail]}", "", 5, "is written 'one ? other'"),
        ('{statements: [sail], unknown: ["9 ? 1"]}', "", 5, "there is no state 9"),
        ("[sail]", "", 5, "preferences of A must be a mapping, not a list"),
    ],
)  # fmt: skip
def test_each_fault_is_told_at_its_line(preferences, rest, line, why):
    found = faults(HEAD.replace("PREFERENCES", preferences) + rest)
    assert any(at == line and why in told for at, told in found), found


def test_a_decision_maker_needs_an_id_of_its_own_a_direction_that_exists_and_preferences():
    text = """\
decision_makers:
  - id: A
    options: [{id: sail, direction: down}]
    preferences: indifferent
  - id: A
    preferences: indifferent
  - name: B
"""
    assert faults(text) == [
        (3, "direction 'down' is none of both, once taken, once withdrawn"),
        (5, "a decision maker needs an id of its own"),
        (7, "a decision maker needs an id of its own"),
    ]
    assert faults("decision_makers: []") == [(1, "there is no decision maker")]
    assert faults("decision_makers: [{id: A}]") == [
        (1, "A has no preferences; write 'preferences: indifferent' if it does not care")
    ]
    assert faults("- a list")[0] == (1, "the model must be a mapping, not a list")


def test_seven_unknown_statements_are_refused():
    options = [f"o{k}" for k in range(7)]
    told = ", ".join(f"{{statement: {o}, unknown: true}}" for o in options)
    text = HEAD.replace("PREFERENCES", f"{{statements: [{told}]}}")
    ((line, why),) = faults(
        text.replace("[sail, {id: sink, direction: once taken}]", f"[{', '.join(options)}]")
    )
    assert (line, why) == (5, "A: 7 unknown statements; at most 6")


def test_merged_states_that_are_too_many_are_refused():
    options = ", ".join(f"o{k}" for k in range(15))
    text = HEAD.replace("PREFERENCES", "indifferent").replace("[shoot]", f"[{options}]")
    ((_, why),) = faults(text + "one_state: [sail]\n")
    assert "with merged states at most 16,384" in why


def test_all_faults_are_told_at_once():
    text = HEAD.replace("PREFERENCES", "{statements: [fly, swim]}")
    with pytest.raises(DataErrors) as error:
        read(text)
    assert len(error.value.faults) == 2


def test_two_to_the_forty_states_are_refused_with_the_size_and_a_way_out():
    options = ", ".join(f"o{k}" for k in range(40))
    text = HEAD.replace("PREFERENCES", "indifferent").replace("[shoot]", f"[{options}]")
    ((_, why),) = faults(text)
    assert f"2^42 = {2**42:,} states" in why
    assert "Say which combinations are infeasible" in why


def test_forty_options_of_which_one_is_taken_are_no_trouble():
    options = [f"o{k}" for k in range(40)]
    pairs = [f"  - {a} and {b}" for k, a in enumerate(options) for b in options[:k]]
    text = HEAD.replace("PREFERENCES", "indifferent").replace(
        "[shoot]", f"[{', '.join(options)}]"
    )
    assert len(read(text + "infeasible:\n" + "\n".join(pairs)).model.states) == 41 * 4


def test_a_view_changes_what_its_owner_sees_and_prefers():
    text = (
        "views:\n  B:\n    unaware: [sink]\n    preferences:\n"
        "      A: {statements: [not sail]}\n"
    )
    found = ferry("{statements: [sail]}", text)
    assert found.views is not None
    assert found.views[0] is found.model
    assert found.views[1].states.tolist() == [0, 1, 4, 5]
    assert found.views[1].preferences[0].payoff.tolist() == [2, 1, 2, 1]
    seen = next(iter(solve_hypergame(found.model, found.views).values())).seen
    assert seen[1].tolist() == [True, True, False, False] * 2


@pytest.mark.parametrize("name", ["prisoners", "chicken", "cuba", "garrison"])
def test_a_gmcr_file_that_is_written_is_read_back_the_same(name, tmp_path):
    dispute = read_model_file(CASES / f"{name}.yaml")
    path = tmp_path / "out.gmcr"
    path.write_text(write_gmcr(dispute), "utf-8")
    again = read_json_model(path).model
    assert again.states.tolist() == dispute.model.states.tolist()
    assert again.options == dispute.model.options
    for concept, found in solve(dispute.model).items():
        assert solve(again)[concept].stable.tolist() == found.stable.tolist()


def test_statements_and_misperceptions_of_a_gmcr_file_are_read(tmp_path):
    path = tmp_path / "gate.gmcr"
    told = {
        "options": [{"name": "open", "permittedDirection": "both"},
                    {"name": "storm", "permittedDirection": "fwd"}],
        "decisionMakers": [
            {"name": "Town", "options": [0], "misperceptions": [[[1, "Y"]]],
             "preferences": [[[1, "N"]],
                             {"compound": True, "members": [[[0, "Y"]], [[1, "Y"]]]}]},
            {"name": "Army", "options": [1], "preferences": []}],
        "infeasibles": [], "useManualPreferenceRanking": False,
    }  # fmt: skip
    path.write_text(json.dumps(told), "utf-8")
    found = read_json_model(path)
    assert found.model.preferences[0].payoff.tolist() == [2, 3, 1, 1]
    assert found.views is not None
    assert found.views[0].states.tolist() == [0, 1]
    assert found.views[1].states.tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"weather": 1}, "'weather', not supported"),
        ({"coalitions": [[0, 1]]}, "coalition"),
        ({"options": []}, "not a GMCR model file"),
        ({"options": [{"name": "o", "permittedDirection": "both"}] * 3}, "nobody owns"),
        ({"states": [[1], [0]], "decision_makers": []}, "the states must ascend"),
    ],
)
def test_what_a_gmcr_file_should_not_hold_is_refused(change, why, tmp_path):
    path = tmp_path / "bad.gmcr"
    told = json.loads(write_gmcr(read_model_file(CASES / "chicken.yaml"))) | change
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(DataError, match=why):
        read_json_model(path)


def test_what_a_gmcr_file_cannot_hold_is_not_written():
    with pytest.raises(InputError, match="merged states"):
        write_gmcr(read_model_file(CASES / "elmira.yaml"))


@pytest.mark.parametrize(("text", "why"), [("{", ":1: not JSON"), ("[]", "must be one object")])
def test_what_is_not_a_json_object_is_refused(text, why, tmp_path):
    path = tmp_path / "bad.gmcr"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=why):
        read_json_model(path)


def test_a_ranking_of_a_gmcr_file_that_leaves_states_out_is_refused(tmp_path):
    told = json.loads(write_gmcr(read_model_file(CASES / "chicken.yaml")))
    told["decisionMakers"][0]["preferenceRanking"] = [1, 2, 3]
    path = tmp_path / "bad.gmcr"
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(DataError, match="leaves states out"):
        read_json_model(path)


def test_an_infeasible_condition_too_wide_for_patterns_is_not_written():
    options = [f"o{k}" for k in range(11)]
    text = HEAD.replace("PREFERENCES", "indifferent").replace(
        "[shoot]", f"[{', '.join(options)}]"
    )
    with pytest.raises(InputError, match="on 11 options"):
        write_gmcr(read(text + f"infeasible: [{' and '.join(options)}]\n"))
