"""Events with PLOVER's actor codes."""

import pytest

from export_rows import SAMPLE
from standoff.export.coding import codes
from standoff.export.dyad import Party
from standoff.export.plover import actor_code, rows_to_plover


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("RUS", "RUS"),
        ("ETH REB", "ETHREB"),
        ("UN", "IGO"),
        ("AMNESTY", "NGO"),
        ("HAMAS", "PSEREB"),
    ],
)
def test_an_actor_has_country_and_sector_or_is_a_body(code: str, expected: str) -> None:
    assert actor_code(Party(codes().actor(code), None, None)) == expected


def test_an_unknown_code_has_the_filler_of_cameo() -> None:
    assert actor_code(Party(codes().actor("QQQQ"), None, None)) == "---"


def test_a_mutual_act_has_both_sides_on_either_side() -> None:
    (meeting,) = [
        event for record in SAMPLE for event in rows_to_plover(record) if event["reciprocal"]
    ]
    assert sorted(meeting["actor"]) == sorted(meeting["recipient"]) == ["NER", "TCD"]


def test_an_unknown_actor_has_no_code_and_an_act_on_oneself_no_row() -> None:
    found = {event["id"]: event for record in SAMPLE for event in rows_to_plover(record)}
    assert found["e6"]["actor"] == []
    assert "e5" not in found
