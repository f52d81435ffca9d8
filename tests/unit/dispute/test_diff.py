"""What changed, what was threatened, what is owed."""

from datetime import date

import pytest

from dispute_rows import act, taken
from standoff.dispute.diff import diff_between
from standoff.dispute.owed import answers_owed
from standoff.dispute.table import positions_table
from standoff.dispute.threats import Outcome, follow_threats
from standoff.knowledge.dispute_words import load_dispute_words

WORDS = load_dispute_words()


def outcomes(stances, acts):
    return [f.outcome for f in follow_threats(stances, acts, WORDS)]


def test_a_threat_is_carried_out_by_a_later_deed_of_its_kind():
    threat = taken("threaten", content="to close the border")
    assert outcomes([threat], [act("COERCE", on=3)]) == [Outcome.CARRIED_OUT]


@pytest.mark.parametrize(
    "deed",
    [
        act("SUPPORT", on=3),
        act("COERCE", actor="CCC", on=3),
        act("COERCE", recipient="CCC", on=3),
        act("COERCE", on=1, report="r1"),
        act("COERCE", on=3, status="negated"),
    ],
    ids=["another kind", "another actor", "done to another", "not later", "did not happen"],
)
def test_a_threat_stands_when_the_deed_is_not_the_one_threatened(deed):
    assert outcomes([taken("threaten", content="to close the border")], [deed]) == []


def test_the_mode_of_a_threat_says_what_carries_it_out():
    threat = taken("threaten", content="its wrath", events=("t",))
    said = act("THREATEN", id="t", mode="sanctions")
    assert outcomes([threat], [said, act("SANCTION", on=2)]) == [Outcome.CARRIED_OUT]
    assert outcomes([threat], [said, act("ASSAULT", on=2)]) == []


def test_a_threat_is_withdrawn_by_a_later_assurance_on_its_matter():
    stances = [taken("threaten", content="to attack"), taken("assure", on=4)]
    assert outcomes(stances, [act("ASSAULT", on=5)]) == [Outcome.WITHDRAWN]


def test_an_answer_is_owed_until_the_addressee_speaks_on_the_matter():
    demand = taken("demand")
    assert [o.by for o in answers_owed([demand])] == ["BBB"]
    assert answers_owed([demand, taken("refuse", "BBB", "AAA", on=2)]) == ()
    elsewhere = taken("refuse", "BBB", "AAA", issue="trade", on=2)
    assert len(answers_owed([demand, elsewhere])) == 1


def test_a_deferral_is_no_answer_and_is_shown():
    deferral = taken("defer", "BBB", "", on=2)
    (owed,) = answers_owed([taken("demand"), deferral])
    assert owed.put_off is deferral


def test_a_demand_of_the_same_day_does_not_answer_a_demand():
    assert len(answers_owed([taken("demand"), taken("demand", "BBB", "AAA")])) == 2
    assert len(answers_owed([taken("demand"), taken("refuse", "BBB", "AAA")])) == 0


def test_the_demand_that_is_repeated_is_not_new():
    stances = [taken("demand", on=1), taken("demand", on=5)]
    diff = diff_between(stances, [], WORDS, date(2031, 3, 2), date(2031, 3, 9))
    assert (diff.new_demands, diff.changed) == ((), ())


def test_undated_stances_are_counted_and_left_out():
    diff = diff_between([taken("demand", on=None)], [], WORDS, date(2031, 3, 2), date.max)
    assert (diff.undated, diff.new_demands) == (1, ())


def test_the_table_of_a_day_ends_with_that_day():
    stances = [taken("refuse", on=1), taken("offer", on=5)]
    table = positions_table(stances, as_of=date(2031, 3, 4))
    assert [t.stance.value for t in table.cells[0].history] == ["refuse"]


def test_the_table_can_be_cut_to_a_matter_and_a_party():
    stances = [taken("refuse"), taken("demand", "BBB", "AAA"), taken("demand", issue="trade")]
    assert positions_table(stances, issue="TRADE").issues == ("trade",)
    assert positions_table(stances, party="bbb").parties == ("BBB",)


def test_a_joint_stance_is_a_stance_of_each_party():
    table = positions_table([taken("demand", "AAA CCC")])
    assert table.parties == ("AAA", "CCC")


def test_a_thousand_matters_make_a_thousand_rows():
    stances = [taken("demand", issue=f"matter {n}", on=1 + n % 28) for n in range(1000)]
    assert len(positions_table(stances).issues) == 1000
    assert len(answers_owed(stances)) == 1000
