"""The answer to a conflict model in words, tables and pictures."""

import csv
import io
import json
import re
from pathlib import Path

import numpy as np
import pytest
from lxml import etree, html

from standoff.dispute.answer import (
    answer_dispute,
    say_coalitions,
    say_equilibria,
    say_paths,
    say_state,
    say_verdicts,
)
from standoff.dispute.answer_page import answer_page
from standoff.dispute.answer_table import as_csv, as_json
from standoff.dispute.answer_words import say_inverse, say_sensitivity, say_strength
from standoff.dispute.model_file import Dispute, parse_model, read_model_file
from standoff.dispute.state_graph import draw_png, draw_svg
from standoff.dispute.supposed import suppose
from standoff.errors import InputError, UsageError
from standoff.gmcr import Concept, DecisionMaker, Extension, Model, Option, from_payoffs

CASES = Path(__file__).parents[2] / "cases" / "gmcr"
HOSTILE = "<script>alert(1)</script>"


def dispute(name):
    return read_model_file(CASES / f"{name}.yaml")


def solved(name, **options):
    return answer_dispute(dispute(name), **options)


def test_equilibria_are_told_with_their_options_and_concepts():
    assert list(say_equilibria(solved("prisoners"))) == [
        "State 1 (Row: nothing; Column: nothing): equilibrium under "
        "Nash, SEQ, SSEQ, SIM, SMR, GMR.",
        "State 4 (Row: cooperate; Column: cooperate): equilibrium under "
        "SEQ, SSEQ, SIM, SMR, GMR.",
    ]


def test_no_equilibrium_is_told_too():
    found = answer_dispute(dispute("cuba"), [Concept.NASH])
    found.stable[Concept.NASH][:] = False
    assert list(say_equilibria(found)) == [
        "No state is an equilibrium under any of the concepts asked for."
    ]


def test_a_verdict_says_why():
    told = list(say_verdicts(solved("cuba"), 4))
    assert (
        "SEQ: Soviet Union, at state 5, gains by moving to 1, but United States' answer 2 "
        "leaves it worse: sequentially stable."
    ) in told
    assert "Nash: Soviet Union, at state 5, gains by moving to 1: not Nash stable." in told
    assert (
        "Nash: United States, at state 5, has no move to a better state: Nash stable." in told
    )


def test_a_sanction_of_several_moves_is_told_move_by_move():
    """At Garrison the Canadians are deterred only where US Support moves twice."""
    told = [line for line in say_verdicts(solved("garrison"), 5) if line.startswith("GMR: Can")]
    (verdict,) = told
    assert (
        "gains by moving to 2, but the answers US support to 1, then US opposition to 4, "
        in (verdict)
    )
    assert "then US support to 3 leaves it worse" in verdict


def test_paths_say_who_moves_and_whether_each_gains():
    told = list(say_paths(solved("elmira")))
    assert "To state 5: 1 → 5 (Uniroyal) (not every mover gains at once)." in told
    assert any(line.startswith("To state 6: 1 → 6 (Local Government) (each") for line in told)
    assert list(say_paths(solved("garrison"))) == []


def test_coalitions_that_would_leave_are_named():
    told = list(say_coalitions(solved("elmira", coalitions=True)))
    assert "CNash: state 6 would be left by Ministry of the Environment with Uniroyal." in told
    assert "CNash: state 9 would be left by no coalition." in told


def test_strength_is_told_where_the_model_has_any():
    text = (CASES / "cuba.yaml").read_text("utf-8").replace("4 > 1 > 12 >", "4 > 1 >> 12 >")
    told = list(say_strength(answer_dispute(parse_model(text, Path("cuba.yaml")))))
    assert "GMR, state 1: strong for United States, Soviet Union, weak for nobody." in told
    assert "GMR, state 2: strong for United States, weak for Soviet Union." in told
    assert "nothing of strength" in next(say_strength(solved("cuba")))


def test_the_inverse_is_told_with_what_holds_now():
    told = list(say_inverse(solved("cuba"), 4))
    assert (
        "GMR: Soviet Union, so that moving to 1 does not pay, 5 must be at least as good as "
        "1, or as 2, or as 3, or as 4 (holds now)."
    ) in told
    assert any("(does not hold now)" in line for line in told if line.startswith("Nash"))
    garrison = list(say_inverse(solved("garrison"), 10))
    assert "Nash: US support cannot leave state 11: always stable." in garrison


def test_sensitivity_names_the_swap_and_who_would_leave():
    told = list(say_sensitivity(solved("cuba"), 4))
    assert "SEQ: if United States preferred 7 to 5, United States would leave 5." in told
    assert "GMR: no single swap breaks state 5." in told
    assert "Nash: state 5 is not an equilibrium (Nash)." in told


def test_json_holds_the_whole_answer():
    told = json.loads(as_json(solved("elmira", coalitions=True)))
    assert told["equilibria"]["Nash"] == [5, 6, 9]
    assert told["coalitions"]["CNash"] == [5, 9]
    assert told["status_quo"] == 1
    assert told["states"][4]["options"] == {"M": [], "U": ["abandon"], "L": []}
    assert told["paths"]["any_move"]["6"] == [[{"by": "L", "to": 6}]]
    assert told["states"][0]["stable"]["Nash"] == ["M", "U"]


def test_csv_has_a_row_a_state_and_agrees_with_the_solver():
    found = solved("cuba")
    rows = list(csv.DictReader(io.StringIO(as_csv(found))))
    assert len(rows) == 12
    for concept, stable in found.stable.items():
        assert [row[f"{concept} US"] == "1" for row in rows] == stable[0].tolist()
        together = [row[f"{concept} equilibrium"] == "1" for row in rows]
        assert together == stable.all(axis=0).tolist()
    assert [row["US.blockade"] for row in rows[:4]] == ["0", "0", "1", "1"]


def test_csv_cells_that_a_spreadsheet_would_run_are_neutralised():
    model = _model([DecisionMaker("=1+1", "A", (0,))])
    text = as_csv(answer_dispute(model))
    assert text.splitlines()[0].startswith("state,'=1+1.")


def _model(makers, states=2):
    options = tuple(Option(HOSTILE) for _ in range(states.bit_length() - 1))
    preferences = tuple(from_payoffs(np.arange(states)) for _ in makers)
    found = Model(HOSTILE, options, tuple(makers), np.arange(states), preferences)
    return Dispute(found, 0, None, (), (), found.option_names)


def test_the_picture_is_well_formed_and_shows_every_state_and_move():
    found = solved("cuba")
    tree = etree.fromstring(draw_svg(found).encode())
    numbers = [node.text for node in tree.iter("{*}text") if node.text.isdecimal()]
    assert sorted(map(int, numbers)) == list(range(1, 13))
    arrows = [p for p in tree.iter("{*}path") if "Q" in p.get("d")]
    assert (
        len(arrows) == 24 + 24
    )  # of the United States, who cannot take a strike back, and of the USSR
    assert draw_png(found).startswith(b"\x89PNG")


def test_of_a_large_model_what_matters_is_drawn():
    makers = [DecisionMaker("A", "A", (0, 1, 2)), DecisionMaker("B", "B", (3, 4, 5, 6))]
    found = answer_dispute(_model(makers, 128), [Concept.NASH])
    assert "of 128 states" in draw_svg(found)
    quiet = Dispute(found.model, None, None, (), (), ())
    nothing = answer_dispute(quiet, [Concept.NASH])
    nothing.stable[Concept.NASH][:] = False
    with pytest.raises(InputError, match="to draw"):
        draw_svg(nothing)


def test_the_page_loads_nothing_and_escapes_every_name():
    text = answer_page(answer_dispute(_model([DecisionMaker("A", HOSTILE, (0,))])))
    assert "<script" not in text
    assert "default-src 'none'" in text
    assert not re.search(r"(src|href)=", text)
    assert HOSTILE in html.fromstring(text).text_content()


def test_the_page_shows_the_evidence_of_the_model():
    option = "{id: swerve, basis: found, rule: offer, evidence: [{row: e7, words: I turn}]}"
    text = (CASES / "chicken.yaml").read_text("utf-8").replace("[swerve]", f"[{option}]", 1)
    page = answer_page(answer_dispute(parse_model(text, Path("c.yaml")), coalitions=True))
    assert "“I turn” [e7]" in page
    assert "found (offer)" in page
    assert "Coalitions" in page


def test_unknown_preference_names_its_extension_and_leaves_sim_out():
    text = (CASES / "cuba.yaml").read_text("utf-8")
    text = text.replace('11 > 9"]\n  - id', '11 > 9"]\n      unknown: ["5 ? 7"]\n  - id')
    found = answer_dispute(parse_model(text, Path("c.yaml")), extension=Extension.A)
    assert found.extension is Extension.A
    assert Concept.SIM not in found.stable
    told = list(say_verdicts(found, 4))
    assert any("may gain by moving to 7" in line or "moving to 7" in line for line in told)


def test_a_hypergame_is_judged_in_each_ones_view():
    text = (CASES / "chicken.yaml").read_text("utf-8")
    text += "views:\n  row:\n    infeasible: [not row.swerve and not column.swerve]\n"
    found = answer_dispute(parse_model(text, Path("c.yaml")))
    told = list(say_verdicts(found, 0))
    assert "Nash: Row does not see state 1." in told
    assert any(line.startswith("Nash: Column, at state 1") for line in told)
    assert any("(in its own view)" in line for line in say_verdicts(found, 3))
    assert json.loads(as_json(found))["hypergame"] is True


@pytest.mark.parametrize(
    ("told", "nash"),
    [
        ("column: row.swerve > column.swerve", [2]),
        ("row: 4 > 3", [2]),
        ("Row: row.swerve and column.swerve > not row.swerve", [2]),
    ],
)
def test_what_if_changes_the_equilibria(told, nash):
    found = answer_dispute(suppose(dispute("chicken"), told), [Concept.NASH])
    assert [state + 1 for state in found.equilibria] == nash


def first_payoff(case, told):
    return suppose(dispute(case), told).model.preferences[0].payoff.tolist()


def test_a_what_if_may_name_an_option_by_words_of_its_name():
    assert first_payoff("cuba", "US: STRIKE > blockade") == first_payoff(
        "cuba", "US: air strike > blockade"
    )


def test_a_what_if_means_ones_own_option_where_two_have_the_name():
    assert first_payoff("chicken", "row: swerve > column.swerve") == first_payoff(
        "chicken", "row: row.swerve > column.swerve"
    )


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("row swerves", "DECISION MAKER: better > worse"),
        ("nobody: row.swerve > column.swerve", "no decision maker 'nobody'"),
        ("row: fly > column.swerve", "no option 'fly'"),
        ("row: 1 > 9", "states run from 1 to 4"),
        ("row: row.swerve > row.swerve", "tells the two apart"),
    ],
)
def test_a_what_if_that_cannot_be_done_is_a_usage_error(told, why):
    with pytest.raises(UsageError, match=why):
        suppose(dispute("chicken"), told)


def test_a_state_is_told_by_what_each_does():
    model = dispute("cuba").model
    assert say_state(model, 2) == "United States: blockade; Soviet Union: nothing"
