"""How far two people who judged one store agree."""

import pytest

from standoff.score.verdicts import Verdict, verdict_agreement


def test_the_last_verdict_of_each_on_a_row_is_compared():
    given = [
        Verdict("ada", "events", "e1", "reject"),
        Verdict("ada", "events", "e1", "confirm"),
        Verdict("bob", "events", "e1", "confirm"),
        Verdict("ada", "events", "e2", "confirm"),
        Verdict("bob", "events", "e2", "reject"),
        Verdict("ada", "events", "e3", "confirm"),
        Verdict("eve", "events", "e3", "reject"),
    ]
    found = verdict_agreement(given, "ada", "bob")
    assert (found.units, found.agreed) == (2, 1)
    assert found.kappa == pytest.approx(0.0)
    assert found.differing == (("events", "e2", "confirm", "reject"),)
