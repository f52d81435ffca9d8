"""Twelve reports of one invented fortnight: the table and the diff, every cell."""

from datetime import date
from pathlib import Path

import pytest

from standoff.dispute.diff import diff_between
from standoff.dispute.issues import group_issues
from standoff.dispute.stances import history_of
from standoff.dispute.table import positions_table
from standoff.knowledge import strict_yaml
from standoff.knowledge.dispute_words import load_dispute_words
from standoff.model.format1 import to_row

pytestmark = pytest.mark.model
CASE = strict_yaml.read(Path(__file__).parents[2] / "cases" / "dispute" / "fortnight.yaml")


@pytest.fixture(scope="module")
def records(coder):
    return [
        to_row(coder.read(r["text"], published=r["published"], id=r["id"]))
        for r in CASE["reports"]
    ]


def short(day) -> str:
    return f"{day:%m-%d}"


def test_every_cell_of_the_table_is_right(records):
    table = positions_table(group_issues(history_of(records).stances))
    found: dict[str, dict[str, list[str]]] = {}
    for cell in table.cells:
        lines = [
            f"{t.stance.value} {short(t.day)}"
            + (f" > {' '.join(t.addressee)}" if t.addressee else "")
            for t in cell.history
        ]
        found.setdefault(cell.issue, {})[cell.party] = lines
    assert found == CASE["table"]


@pytest.fixture(scope="module")
def diff(records):
    since, until = (date.fromisoformat(CASE["diff"][k]) for k in ("since", "until"))
    stances = group_issues(history_of(records).stances)
    return diff_between(stances, history_of(records).acts, load_dispute_words(), since, until)


def test_new_demands_are_those_first_made_in_the_time(diff):
    found = [f"{c.party} {c.issue} {short(c.after.day)}" for c in diff.new_demands]
    assert found == CASE["diff"]["new_demands"]


def test_changed_and_first_stances_are_told_apart(diff):
    changed = [
        f"{c.party} {c.issue} {c.before.stance.value} > {c.after.stance.value}"
        for c in diff.changed
    ]
    first = [f"{c.party} {c.issue} {c.after.stance.value}" for c in diff.first_stances]
    assert changed == CASE["diff"]["changed"]
    assert first == CASE["diff"]["first_stances"]


def test_threats_are_followed_to_the_deed_or_the_stance_that_takes_them_back(diff):
    found = []
    for followed in diff.threats:
        what = followed.deed or followed.stance
        kind = followed.deed.type if followed.deed else followed.stance.stance.value
        party = " ".join(followed.threat.party)
        found.append(f"{party} {followed.outcome.value} {short(what.day)} {kind}")
    assert found == CASE["diff"]["threats"]


def test_answers_owed_are_listed_newest_first(diff):
    found = [
        f"{o.by} to {' '.join(o.put.party)} {o.put.stance.value} {o.put.issue}"
        for o in diff.owed
    ]
    assert found == CASE["diff"]["owed"]
