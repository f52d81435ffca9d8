"""The commands on a dispute: what they print, what they write, and how they end."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import fake_coder
from standoff.cli.app import typer_app
from standoff.dispute.model_file import parse_model
from standoff.errors import InputError, UsageError
from standoff.store import Writer

EMPTY: dict[str, Any] = {
    "sentences": [],
    "mentions": [],
    "quotes": [],
    "attributions": [],
    "problems": [],
    "made_by": {},
    "title": None,
    "publisher": None,
    "url": None,
    "language": "en",
}
NOR, SWE = ["NOR"], ["SWE"]
TYPES = {"demand": "REQUEST", "refuse": "REJECT", "threaten": "THREATEN", "offer": "AGREE"}


def record(name, day, text, stance, party=NOR, condition=None):
    """A report of one sentence that is one event and one stance on tariffs."""
    whole, addressee = [0, len(text)], SWE if party == NOR else NOR
    place = [text.index(condition), len(text)] if condition else None
    event = {
        "id": f"e{name}",
        "sentence": whole,
        "trigger": [0, 6],
        "type": TYPES[stance],
        "mode": None,
        "context": [],
        "cameo": None,
        "actor": party,
        "actor_span": None,
        "recipient": addressee,
        "recipient_span": None,
        "status": "actual",
        "attributed_to": [],
        "condition": place,
        "content": None,
        "date": day,
        "date_basis": "published",
        "place": None,
        "rule": "r",
    }
    position = {
        "party": party,
        "stance": stance,
        "addressee": addressee,
        "issue": "trade",
        "why_issue": "thesaurus: “tariff”",
        "content": whole,
        "evidence": whole,
        "condition": place,
        "attributed_to": [],
        "rule": "r",
        "from": [event["id"]],
    }
    return {
        "format": 1,
        "id": name,
        "published": day,
        "text": text,
        **EMPTY,
        "events": [event],
        "positions": [position],
    }


THREAT = "to close the port if Sweden did not lift its tariffs"
REPORTS = [
    record("a", "2031-03-03", "Sweden lift its tariffs", "demand"),
    record("b", "2031-03-04", "to lift its tariffs", "refuse", SWE),
    record("c", "2031-03-05", THREAT, "threaten", NOR, "if Sweden"),
    record("d", "2031-03-07", "to lift its tariffs", "offer", SWE),
]


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in REPORTS), "utf-8")
    return path


def run(*args, **options):
    return CliRunner().invoke(typer_app, [*map(str, args)], **options)


def test_the_table_shows_the_newest_stance_and_those_before(lines):
    result = run("positions", lines)
    assert result.exit_code == 0
    assert "offer → NOR 2031-03-07" in result.stdout
    assert "refuse → NOR 2031-03-04" in result.stdout


def test_the_history_shows_each_sentence_with_its_place(lines):
    result = run("positions", lines, "--party", "SWE", "--history", "--why")
    assert "[b 0–19] to lift its tariffs" in result.stdout
    assert "one name" in result.stdout


def test_the_table_of_a_day_is_plain_objects_too(lines):
    result = run("positions", lines, "--as-of", "2031-03-05", "--json")
    (cell,) = (c for c in json.loads(result.stdout)["cells"] if c["party"] == "SWE")
    assert [s["stance"] for s in cell["history"]] == ["refuse"]


def test_a_party_that_takes_no_stance_is_said_with_those_that_do(lines):
    result = run("positions", lines, "--party", "ISL")
    assert "parties: NOR, SWE" in result.stderr


def test_the_diff_tells_what_changed(lines):
    found = json.loads(run("diff", lines, "--since", "2031-03-04", "--json").stdout)
    (change,) = [c for c in found["changed"] if c["party"] == "SWE"]
    assert (change["before"]["stance"], change["after"]["stance"]) == ("refuse", "offer")
    told = run("diff", lines, "--since", "2031-03-04").stdout
    assert "Changed stances (2)" in told
    assert "Answers still owed (1)" in told


@pytest.mark.parametrize(
    ("since", "error", "why"),
    [
        ("soon", UsageError, "'soon' is not a day"),
        ("2040-01-01", InputError, "no day lies after"),
    ],
)
def test_a_day_that_cannot_be_compared_is_refused(lines, since, error, why):
    result = run("diff", lines, "--since", since)
    assert isinstance(result.exception, error)
    assert why in str(result.exception)


def test_undated_reports_cannot_be_compared(tmp_path):
    undated = {**record("a", None, "Sweden lift its tariffs", "demand")}
    path = tmp_path / "undated.jsonl"
    path.write_text(json.dumps(undated), "utf-8")
    result = run("diff", path, "--since", "2031-03-01")
    assert "holds no dated row" in str(result.exception)
    assert "undated" in run("positions", path).stdout


@pytest.mark.parametrize("command", ["positions", "timeline", "network", "model"])
def test_a_source_without_reports_is_refused(tmp_path, command):
    path = tmp_path / "empty.jsonl"
    path.write_text("", "utf-8")
    result = run(command, path)
    assert isinstance(result.exception, InputError)
    assert "holds no report" in str(result.exception)


def test_timeline_and_network_are_tables_objects_and_pictures(lines, tmp_path):
    assert "2031-03-05" in run("timeline", lines).stdout
    assert json.loads(run("timeline", lines, "--step", "week", "--json").stdout)["periods"] == [
        {"start": "2031-03-03", "counts": [1, 0, 3, 0], "goldstein": -2.75}
    ]
    edges = json.loads(run("network", lines, "--json").stdout)
    assert [(e["actor"], e["recipient"], e["counts"]) for e in edges] == [
        ("NOR", "SWE", [0, 0, 2, 0]),
        ("SWE", "NOR", [1, 0, 1, 0]),
    ]
    assert "NOR" in run("network", lines).stdout
    for command in ("timeline", "network"):
        picture = tmp_path / f"{command}.svg"
        assert run(command, lines, "--svg", picture).stderr == f"wrote {picture}\n"
        assert picture.read_text("utf-8").startswith("<svg")


def test_a_picture_that_cannot_be_written_is_said(lines, tmp_path):
    result = run("network", lines, "--svg", tmp_path / "no" / "n.svg")
    assert isinstance(result.exception, InputError)


def test_the_draft_of_a_model_can_be_read_back(lines):
    result = run("model", lines)
    read = parse_model(result.stdout, Path("draft.yaml"))
    names = {
        m.id: [read.model.options[b].name for b in m.options]
        for m in read.model.decision_makers
    }
    assert names == {"SWE": ["lift its tariffs"], "NOR": ["close the port"]}


def test_one_party_is_no_conflict(lines):
    result = run("model", lines, "--as-of", "2031-03-03")
    assert "something to do or leave undone; found: SWE" in str(result.exception)


def test_two_codings_are_compared_by_field(lines, tmp_path):
    other = tmp_path / "other.jsonl"
    changed = [{**REPORTS[0], "events": [{**REPORTS[0]["events"][0], "actor": ["ISL"]}]}]
    other.write_text(json.dumps(changed[0]), "utf-8")
    result = run("agreement", lines, other)
    assert "Agreement over 1 reports" in result.stdout
    assert "ISL" in result.stdout
    nothing = run("agreement", lines, other.parent / "none.jsonl")
    assert isinstance(nothing.exception, InputError)
    assert isinstance(run("agreement", lines).exception, UsageError)


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "record.duckdb"
    with Writer.open(path) as writer:
        text = "Norway demand fish of Iceland. Norway met Iceland."
        writer.add(fake_coder.code(fake_coder.document(text, id="one")))
    return path


def rows(store):
    return run("review", store, "--list", env={"COLUMNS": "200"}).stdout


def first_id(store, letter):
    cells = (line.split("│")[1].strip() for line in rows(store).splitlines() if "│" in line)
    return next(cell for cell in cells if cell.startswith(letter))


def test_judgements_are_kept_and_their_rows_no_longer_asked_about(store):
    row = first_id(store, "e")
    result = run("review", store, "--author", "ada", "--judge", f"confirm {row}")
    assert result.stdout.startswith("j")
    assert row not in rows(store)


def test_two_people_are_compared_on_the_rows_both_judged(store):
    row = first_id(store, "e")
    run("review", store, "--author", "ada", "--judge", f"confirm {row}")
    run("review", store, "--author", "bob", "--judge", f"reject {row}")
    result = run("agreement", store, "--author", "ada", "--author", "bob")
    assert "1 rows judged by both, 0 alike" in result.stdout


def test_the_walk_asks_for_each_row_until_it_is_ended(store):
    result = run("review", store, "--author", "ada", "--table", "events", input="x\nc\ns\n")
    assert "1 judgements kept" in result.stderr


def test_an_edit_in_the_walk_corrects_a_field(store):
    answers = "e\nstatus = past\nq\n"
    run("review", store, "--author", "ada", "--table", "events", input=answers)
    found = run("sql", store, "select status from events where judged = 'corrected'", "--csv")
    assert found.stdout.splitlines() == ["status", "past"]


@pytest.mark.parametrize(
    ("judgement", "why"),
    [
        ("agree e1", "is no judgement"),
        ("confirm", "give confirm ID"),
        ("confirm x1", "is no row's id"),
        ("confirm e1", "there is no row 'e1'"),
        ("add events one [1]", "is a JSON object"),
    ],
)
def test_a_judgement_that_fits_nothing_is_refused(store, judgement, why):
    result = run("review", store, "--author", "ada", "--judge", judgement)
    assert isinstance(result.exception, UsageError)
    assert why in str(result.exception)


def test_a_person_must_be_named_to_judge(store):
    assert "say who judges" in str(run("review", store).exception)


def test_judgements_on_rows_that_are_no_more_are_listed(store):
    row = first_id(store, "p")
    run("review", store, "--author", "ada", "--judge", f"reject {row}")
    assert "every judgement has its row" in run("review", store, "--orphans").stderr
    with Writer.open(store) as writer:
        writer.add(fake_coder.code(fake_coder.document("Åland waits.", id="one")))
    listed = run("review", store, "--orphans", env={"COLUMNS": "200"}).stdout
    assert row in listed
    assert "ada" in listed
