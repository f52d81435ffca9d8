"""Reports of disputes made up for this project give drafts that a person would recognise."""

from datetime import date
from pathlib import Path

import pytest

from standoff.cli.model import draft_of
from standoff.dispute.draft_file import write_draft
from standoff.dispute.issues import group_issues
from standoff.dispute.model_file import parse_model
from standoff.dispute.stances import history_of
from standoff.gmcr import Concept, solve
from standoff.model.format1 import to_row

EXAMPLES = Path(__file__).parents[1] / "examples"


def drafted(coder, name, day):
    text = (EXAMPLES / f"{name}.txt").read_text("utf-8")
    row = to_row(coder.read(text, published=date.fromisoformat(day)))
    history = history_of([row])
    return draft_of(group_issues(history.stances), history.acts, name, 8)


def options(draft):
    return {maker.id: [option.name for option in maker.options] for maker in draft.makers}


def statements(draft, owner):
    return [s.condition for m in draft.makers if m.id == owner for s in m.statements]


def equilibria(draft, concept):
    """What is done in each equilibrium, by the names of the options."""
    model = parse_model(write_draft(draft), Path("draft.yaml")).model
    found = solve(model, [concept])[concept].equilibria
    return [
        {o.name for bit, o in enumerate(model.options) if int(model.states[s]) >> bit & 1}
        for s in found
    ]


@pytest.mark.model
def test_a_railway_for_gas_and_drivers_for_freight(coder):
    draft = drafted(coder, "closed-railway", "2025-06-16")
    assert options(draft) == {
        "UZB": ["reopen the railway at Beyneu", "release 14 lorry drivers", "join the talks"],
        "KAZ": [
            "hold talks on trade and water sharing",
            "pay for the spoiled freight",
            "cut off natural gas",
        ],
    }
    assert "cut off natural gas iff not reopen the railway at Beyneu" in statements(
        draft, "KAZ"
    )
    assert "release 14 lorry drivers iff pay for the spoiled freight" in statements(
        draft, "UZB"
    )
    talks = {"join the talks", "hold talks on trade and water sharing"}
    swap = {"release 14 lorry drivers", "pay for the spoiled freight"}
    assert equilibria(draft, Concept.NASH) == [
        talks | {"cut off natural gas"},
        talks | swap | {"cut off natural gas"},
    ]
    assert talks | swap | {"reopen the railway at Beyneu"} in equilibria(draft, Concept.SEQ)


@pytest.mark.model
def test_patrol_boats_for_fruit_and_no_radar_for_no_drills(coder):
    draft = drafted(coder, "radar-islet", "2025-06-03")
    assert options(draft) == {
        "VNM": ["remove a radar station", "withdraw its patrol boats"],
        "PHL": ["end naval drills near the islet", "lift a ban on Vietnamese fruit"],
    }
    assert "lift a ban on Vietnamese fruit iff withdraw its patrol boats" in statements(
        draft, "PHL"
    )
    assert statements(draft, "VNM")[-2:] == [
        "not withdraw its patrol boats",
        "not remove a radar station",
    ]
    assert equilibria(draft, Concept.NASH) == [set()]


@pytest.mark.model
def test_trawlers_and_a_ban_on_landings(coder):
    draft = drafted(coder, "fishing-limits", "2025-03-11")
    assert options(draft)["NOR"][-2:] == [
        "lift the ban on Icelandic landings",
        "seize any vessel",
    ]
    assert "recall a single boat iff lift the ban on Icelandic landings" in statements(
        draft, "ISL"
    )
