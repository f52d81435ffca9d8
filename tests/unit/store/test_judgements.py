"""What people judged is shown over what the coder found, and outlives the coder."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import fake_coder
from standoff.errors import UsageError
from standoff.store import Judgement, JudgementKind, View, Writer

NOON = datetime(2024, 5, 2, 12, 0, tzinfo=UTC)
TEXT = "Norway demand fish of Iceland. Iceland met Norway. “Stay” was said. “Go” too."


def _judge(path: Path, kind: str, table: str, **fields: object) -> str:
    with Writer.open(path) as writer:
        return writer.judge(Judgement("Ada", NOON, JudgementKind(kind), table, **fields))  # type: ignore[arg-type]


def _ask(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with View.open(path) as view:
        return view.query(sql)[1]


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    path = tmp_path / "d.duckdb"
    with Writer.open(path) as writer:
        writer.add(fake_coder.code(fake_coder.document(TEXT)))
    return path


def _event(path: Path, number: int = 0) -> str:
    return str(_ask(path, f"SELECT id FROM events WHERE number = {number}")[0][0])


def test_a_rejected_row_is_hidden_and_kept(judged: Path) -> None:
    _judge(judged, "reject", "events", target_id=_event(judged))
    assert _ask(judged, "SELECT count(*) FROM events") == [(3,)]
    assert _ask(judged, "SELECT count(*) FROM event_rows") == [(4,)]


def test_the_last_verdict_counts(judged: Path) -> None:
    event = _event(judged)
    _judge(judged, "reject", "events", target_id=event)
    _judge(judged, "confirm", "events", target_id=event)
    assert _ask(judged, "SELECT judged FROM events WHERE number = 0") == [("confirmed",)]


@pytest.mark.parametrize(
    ("field", "value", "column", "shown"),
    [
        ("type", "THREATEN", "type", "THREATEN"),
        ("cameo", None, "cameo", None),
        ("actor", ["SWE", "DNK"], "actor", ["SWE", "DNK"]),
        ("content", [0, 6], "content_words", "Norway"),
        ("content", None, "content_start", None),
        ("date", "2024-05-01", "date::VARCHAR", "2024-05-01"),
        ("latitude", 1.5, "latitude", 1.5),
        ("reciprocal", True, "reciprocal", True),
        ("evidence", [[0, 2], [3, 5]], "evidence_spans", [[0, 2], [3, 5]]),
    ],
)
def test_a_corrected_field_has_the_persons_value(
    judged: Path, field: str, value: object, column: str, shown: object
) -> None:
    _judge(judged, "correct", "events", target_id=_event(judged), field=field, value="x")
    _judge(judged, "correct", "events", target_id=_event(judged), field=field, value=value)
    found = _ask(judged, f"SELECT {column}, judged FROM events ORDER BY number")
    assert found[0] == (shown, "corrected")
    assert found[1][1] is None


def test_a_judgement_survives_a_coder_that_reads_the_row_another_way(judged: Path) -> None:
    _judge(
        judged, "correct", "quotes", target_id=_first_quote(judged), field="speaker", value="A"
    )
    record = fake_coder.code(fake_coder.document(TEXT))
    other = tuple(replace(q, speaker="B", rule="new") for q in record.quotes)
    with Writer.open(judged) as writer:
        writer.add(replace(record, quotes=other))
    assert _ask(judged, "SELECT speaker FROM quotes ORDER BY number") == [("A",), ("B",)]


def _first_quote(path: Path) -> str:
    return str(_ask(path, "SELECT id FROM quotes WHERE number = 0")[0][0])


def test_a_judgement_on_a_row_that_is_no_longer_found_is_listed(judged: Path) -> None:
    _judge(judged, "confirm", "quotes", target_id=_first_quote(judged))
    record = fake_coder.code(fake_coder.document(TEXT))
    with Writer.open(judged) as writer:
        writer.add(replace(record, quotes=()))
    assert _ask(judged, "SELECT author, kind FROM orphans") == [("Ada", "confirm")]


def test_an_added_row_is_shown_and_survives_coding_again(judged: Path) -> None:
    row = {
        "sentence": [0, 30], "trigger": [0, 6], "type": "AID", "context": [], "actor": ["NOR"],
        "recipient": [], "status": "actual", "attributed_to": [], "rule": "person",
        "evidence": [[0, 30]], "reciprocal": False,
    }  # fmt: skip
    _judge(judged, "add", "events", document_id="one", value=row)
    with Writer.open(judged) as writer:
        writer.add(fake_coder.code(fake_coder.document(TEXT), fake_coder.made_by("2")))
    found = _ask(judged, "SELECT type, trigger_words, judged FROM events WHERE number IS NULL")
    assert found == [("AID", "Norway", "added")]
    with View.open(judged) as view:
        (record,) = view.records()
    assert [e.get("judged") for e in record["events"]] == [None, None, None, None, "added"]


def test_a_renamed_issue_has_its_last_name_everywhere(judged: Path) -> None:
    _judge(judged, "rename", "issues", target_id="fish", value="cod")
    _judge(judged, "merge", "issues", target_id="cod", value="fishing limits")
    assert _ask(judged, "SELECT DISTINCT issue FROM positions") == [("fishing limits",)]
    with View.open(judged) as view:
        (record,) = view.records()
    assert record["positions"][0]["issue"] == "fishing limits"


def test_actors_that_became_one_are_listed_once(judged: Path) -> None:
    _judge(judged, "correct", "events", target_id=_event(judged), field="actor",
           value=["NOR", "X", "ICE"])  # fmt: skip
    _judge(judged, "merge", "actors", target_id="ICE", value="NOR")
    assert _ask(judged, "SELECT actor FROM events WHERE number = 0") == [(["NOR", "X"],)]


def test_numbers_of_quotes_count_those_that_are_left(tmp_path: Path) -> None:
    path = tmp_path / "d.duckdb"
    record = fake_coder.code(fake_coder.document(TEXT))
    events = tuple(replace(e, quote=n % 2) for n, e in enumerate(record.events))
    with Writer.open(path) as writer:
        writer.add(replace(record, events=events))
    _judge(path, "reject", "quotes", target_id=_first_quote(path))
    with View.open(path) as view:
        (found,) = view.records()
    assert [event["quote"] for event in found["events"]] == [None, 0, None, 0]


@pytest.mark.parametrize(
    ("kind", "table", "fields", "why"),
    [
        ("confirm", "events", {"target_id": "nothing"}, "no row 'nothing'"),
        ("confirm", "places", {"target_id": "x"}, "cannot be judged"),
        ("correct", "quotes", {"field": "colour"}, "no field 'colour'"),
        ("rename", "events", {"target_id": "a", "value": "b"}, "issues or actors"),
        ("add", "events", {"document_id": "two", "value": {}}, "holds no report 'two'"),
        ("add", "events", {"document_id": "one", "value": {"type": "AID"}}, "lacks"),
    ],
)
def test_a_judgement_that_fits_nothing_is_refused(
    judged: Path, kind: str, table: str, fields: dict[str, object], why: str
) -> None:
    if table == "quotes":
        fields = {"target_id": _first_quote(judged), **fields}
    with pytest.raises(UsageError, match=why):
        _judge(judged, kind, table, **fields)
    assert _ask(judged, "SELECT count(*) FROM judgements") == [(0,)]
