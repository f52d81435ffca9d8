"""The command: what it prints, where, and how it ends."""

import json

import pytest
from typer.testing import CliRunner

from export_rows import SAMPLE
from standoff.cli.app import typer_app
from standoff.errors import InputError, UsageError


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in SAMPLE), "utf-8")
    return path


def run(*args, **options):
    return CliRunner().invoke(typer_app, ["export", *map(str, args)], **options)


def test_the_export_goes_out_and_its_report_beside(lines):
    result = run(lines, "--format", "polecat")
    assert result.exit_code == 0
    assert result.stdout.startswith("Event ID\t")
    assert result.stderr.startswith("wrote 5 rows from 3 of 6 events")


def test_records_come_from_standard_input(lines):
    result = run("-", "--format", "parc", input=lines.read_bytes())
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in found] == [row["id"] for row in SAMPLE]
    assert result.stderr.splitlines() == [
        "wrote 3 rows from 3 of 4 attributions in 2 documents",
        "left out: 1 attributions inside another's words",
    ]


def test_a_reason_that_left_nothing_out_is_not_told():
    result = run("-", "--format", "parc", input=json.dumps(SAMPLE[0]))
    assert result.stderr == "wrote 1 rows from 1 of 1 attributions in 1 documents\n"


def test_files_are_written_where_they_are_asked_for(lines, tmp_path):
    result = run(lines, "--format", "gdelt", "--out", tmp_path / "g", "--include-status")
    assert result.stdout == ""
    assert "2 rows of other statuses beside" in result.stderr
    assert len(list(tmp_path.glob("g*"))) == 4


def test_one_table_goes_to_standard_output(lines):
    result = run(lines, "--format", "csv", "--table", "positions")
    assert result.stdout.startswith("document_id,number,party")


def test_a_format_that_is_not_known_is_named_with_those_that_are(lines):
    result = run(lines, "--format", "xml")
    assert isinstance(result.exception, UsageError)
    assert "polecat, plover" in str(result.exception)


def test_a_place_that_cannot_be_written_is_named(lines, tmp_path):
    result = run(lines, "--format", "dna", "--out", tmp_path / "no" / "d.csv")
    assert isinstance(result.exception, InputError)
    assert "No such file" in str(result.exception)
