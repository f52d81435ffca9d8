"""Talks about several things are a stance on each."""

import pytest

pytestmark = pytest.mark.model


def stances(coder, text):
    record = coder.read(text, published="2031-03-03")
    return [
        (p.stance.value, p.issue, p.content.of(record.document.text)) for p in record.positions
    ]


def test_an_invitation_to_talks_on_several_things_offers_each(coder):
    found = stances(
        coder, "Norway invited Sweden to join talks on limiting trawlers, visas and tariffs."
    )
    assert found == [
        ("offer", "fishing rights", "limiting trawlers"),
        ("offer", "migration", "visas"),
        ("offer", "trade", "tariffs"),
    ]


def test_an_invitation_to_talks_on_one_thing_stays_a_demand_for_talks(coder):
    found = stances(coder, "Norway invited Sweden to join talks on tariffs.")
    assert [(stance, issue) for stance, issue, _ in found] == [("demand", "talks")]
