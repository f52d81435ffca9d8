"""Events over time, and who acts on whom."""

from datetime import date

from dispute_rows import act
from standoff.dispute.network import network_of
from standoff.dispute.timeline import Step, timeline_of
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.ontology import load_ontology

ONTOLOGY = load_ontology(DATA, Faults())


def test_a_period_counts_quad_classes_and_averages_goldstein():
    acts = [act("AGREE", on=3), act("AID", on=4), act("ASSAULT", on=4)]
    (week,) = timeline_of(acts, ONTOLOGY, Step.WEEK).periods
    assert week.start == date(2031, 3, 3)
    assert week.counts == (1, 1, 0, 1)
    assert week.goldstein == round((4.0 + 7.0 - 10.0) / 3, 2)


def test_an_act_that_two_reports_tell_counts_once_and_two_of_one_report_twice():
    twice = [act("ASSAULT", report="a", id="1"), act("ASSAULT", report="a", id="2")]
    again = act("ASSAULT", report="b")
    (day,) = timeline_of([*twice, again], ONTOLOGY).periods
    assert day.total == 2


def test_the_tellings_that_a_store_grouped_count_once_whatever_they_say():
    acts = [act("ASSAULT", group="g1"), act("ASSAULT", "CCC", report="b", group="g1")]
    (day,) = timeline_of(acts, ONTOLOGY).periods
    assert day.total == 1


def test_undated_acts_stand_in_no_period_and_are_counted():
    line = timeline_of([act("AGREE", on=None)], ONTOLOGY)
    assert (line.periods, line.undated) == ((), 1)


def test_what_did_not_happen_is_in_no_timeline():
    assert timeline_of([act("ASSAULT", status="future")], ONTOLOGY).periods == ()


def test_an_edge_has_a_direction_and_a_joint_act_is_one_of_each():
    edges = network_of([act("AID", "AAA CCC", "BBB"), act("ACCUSE", "BBB", "AAA")], ONTOLOGY)
    assert [(e.actor, e.recipient, e.goldstein) for e in edges] == [
        ("AAA", "BBB", 7.0),
        ("BBB", "AAA", -2.0),
        ("CCC", "BBB", 7.0),
    ]


def test_acts_on_oneself_or_on_nobody_are_no_edges():
    assert network_of([act("ASSAULT", "AAA", "AAA"), act("AGREE", "AAA", "")], ONTOLOGY) == ()
