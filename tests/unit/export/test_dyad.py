"""Events as pairs, and codes as names."""

import pytest

from export_rows import event, fish, mention, record
from standoff.export.coding import codes
from standoff.export.dyad import Dyad, one_sided, two_sided
from standoff.export.report import Report


def pairs(units=one_sided, **sides):
    found = event("e1", "REQUEST", [0, 9], [0, 3], **sides)
    (unit,) = units(Report(record("d", "Ask today", events=[found])))
    return [tuple(p and p.who.code for p in (d.actor, d.recipient)) for d in unit.rows], unit


def test_every_actor_is_paired_with_every_recipient():
    found, _ = pairs(actor=["USA", "DEU"], recipient=["RUS", "CHN"])
    assert found == [("USA", "RUS"), ("USA", "CHN"), ("DEU", "RUS"), ("DEU", "CHN")]


def test_an_actor_is_not_paired_with_itself():
    found, unit = pairs(actor=["USA", "DEU"], recipient=["DEU"])
    assert found == [("USA", "DEU")]
    assert unit.left_out == ("pairs of an actor with itself",)


def test_a_mutual_act_goes_both_ways_among_all():
    found, _ = pairs(actor=["USA"], recipient=["RUS"], reciprocal=True)
    assert found == [("USA", "RUS"), ("RUS", "USA")]
    joint, _ = pairs(actor=["USA", "KOR"], reciprocal=True)
    assert joint == [("USA", "KOR"), ("KOR", "USA")]


def test_an_unknown_actor_is_none():
    found, _ = pairs(actor=["UNK"], recipient=["RUS", "RUS"])
    assert found == [(None, "RUS")]


def test_formats_of_two_sides_leave_out_an_event_of_one():
    found, unit = pairs(two_sided, actor=["USA"])
    assert found == []
    assert unit.left_out == ("events without both sides",)


def test_each_side_of_a_coordination_has_its_own_mention():
    unit = next(iter(one_sided(Report(fish()))))
    first, second = (d.recipient for d in unit.rows)
    assert first
    assert second
    assert (first.name, second.name) == ("Iceland", "European Union")
    assert first.span != second.span


def test_ids_of_pairs_differ_and_a_second_export_gives_them_again():
    report = Report(fish())
    once, again = (
        [d.integer_id for unit in one_sided(report) for d in unit.rows] for _ in range(2)
    )
    assert once == again
    assert len(set(once)) == len(once) == 3
    assert all(number < 2**52 for number in once)


def test_equal_event_ids_of_two_reports_make_different_numbers():
    found = event("e1", "AID", [0, 3], [0, 3])
    numbers = {
        Dyad(Report(record(name, "Aid", events=[found])), found, 1, None, None).integer_id
        for name in ("a", "b")
    }
    assert len(numbers) == 2


@pytest.mark.parametrize(
    ("code", "country", "sector", "body"),
    [("NOR", "NOR", None, None), ("TCD REB", "TCD", "REB", None), ("EU", None, "IGO", "EU"),
     ("NOBODY KNOWN", None, "KNOWN", "NOBODY")],
)  # fmt: skip
def test_a_code_is_a_state_or_a_body_and_may_have_a_sector(code, country, sector, body):
    actor = codes().actor(code)
    assert (actor.country, actor.sector, actor.body) == (country, sector, body)


def test_cameo_is_the_events_own_or_the_root_of_its_type():
    own = event("e", "SANCTION", [0, 1], [0, 1], cameo="163")
    bare = event("e", "REJECT", [0, 1], [0, 1])
    assert codes().cameo(own) == "163"
    assert codes().cameo(bare) == "120"
    assert codes().quad_class(own) == 4
    assert codes().goldstein(bare) == -4.0


def test_each_type_has_a_cameo_code_of_three_digits():
    for name in codes().types:
        assert len(codes().cameo(event("e", name, [0, 1], [0, 1]))) == 3


def test_a_mention_of_the_actor_alone_goes_before_one_of_several():
    both, alone = mention([0, 9], "NOR", "ISL"), mention([0, 3], "NOR")
    report = Report(record("d", "A and B x", mentions=[both, alone]))
    assert report.mention_of("NOR", [0, 9]) == alone
    assert report.mention_of("ISL", [0, 9]) == both
    assert report.mention_of("SWE", [0, 9]) is None
