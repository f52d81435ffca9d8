"""Cells, files beside, and the report of an export."""

import csv

import pytest
from hypothesis import given, strategies as st

from export_rows import SAMPLE, banner, event, fish, record
from standoff.errors import UsageError
from standoff.export import EXPORTERS
from standoff.export.sheet import Dialect, neutral, original

RUNS = ("=1+1", "+SUM(A1)", "-2+3", "@cmd", "\tx", "\rx", "\nx", "＝1", "'=1", "''@x")
TABS = Dialect("\t", csv.QUOTE_MINIMAL, unknown="None")


@pytest.mark.parametrize("text", RUNS)
def test_a_cell_that_would_run_is_shown_instead(text):
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3.5", "+7", "-1e5", "12", "plain", "'quoted'", "a=b", ""])
def test_numbers_and_plain_words_are_left_alone(text):
    assert neutral(text) == text


@given(st.text(st.sampled_from("'=-+@1ax\t\r\n ."), max_size=6))
def test_a_neutral_cell_gives_its_text_again(text):
    assert original(neutral(text)) == text


def test_cells_are_written_by_the_dialect():
    assert TABS.cell(None) == TABS.cell(()) == "None"
    assert TABS.cell(True) == "1"
    assert TABS.cell(["a", "b"]) == "a; b"
    assert TABS.cell("a\r\nb\tc") == "a  b c"
    assert TABS.cell(-7.0) == "-7.0"


@pytest.mark.parametrize("name", ["polecat", "icews", "dna"])
def test_what_did_not_happen_is_left_out_and_counted(name, tmp_path):
    tally = EXPORTERS[name].write(SAMPLE, tmp_path / "o.tsv")
    assert any("status future" in why for why in tally.left_out)
    assert not any("future" in line for line in (tmp_path / "o.tsv").read_text().split("\n"))
    assert [path.name for path in tmp_path.iterdir()] == ["o.tsv"]


def test_the_rest_is_written_beside_with_its_status(tmp_path):
    plain = EXPORTERS["polecat"].write(SAMPLE, tmp_path / "plain.tsv")
    tally = EXPORTERS["polecat"].write(SAMPLE, tmp_path / "o.tsv", include_status=True)
    assert (tmp_path / "o.tsv").read_bytes() == (tmp_path / "plain.tsv").read_bytes()
    head, *rows = (tmp_path / "o.other-status.tsv").read_text("utf-8").splitlines()
    assert head.split("\t")[-1] == "Status"
    assert [row.split("\t")[0] for row in rows] == ["e2", "e6"]
    assert [row.split("\t")[-1] for row in rows] == ["future", "negated"]
    assert (tally.rows, tally.beside, plain.beside) == (5, 2, 0)


def test_the_report_says_how_many_rows_came_of_how_many_events(tmp_path):
    tally = EXPORTERS["polecat"].write(SAMPLE, tmp_path / "o.tsv")
    assert tally.lines() == (
        "wrote 5 rows from 3 of 6 events in 2 documents",
        "left out: 1 events with status future",
        "left out: 1 events with status negated",
        "left out: 2 pairs of an actor with itself",
    )


def test_twenty_at_a_meeting_are_380_rows(tmp_path):
    codes = [f"X{n:02}" for n in range(20)]
    met = event("e1", "CONSULT", [0, 9], [0, 3], actor=codes[:1], recipient=codes[1:],
                reciprocal=True)  # fmt: skip
    tally = EXPORTERS["icews"].write([record("g", "Met today", events=[met])], tmp_path / "i")
    assert tally.lines() == ("wrote 380 rows from 1 of 1 events in 1 documents",)


def test_what_needs_a_place_says_so():
    for name, options in (
        ("gdelt", {}), ("polecat", {"include_status": True}), ("brat", {}), ("csv", {}),
        ("parquet", {"table": "events"}),
    ):  # fmt: skip
        with pytest.raises(UsageError, match="--out"):
            EXPORTERS[name].write([fish()], None, **options)


def test_options_of_other_formats_are_refused(tmp_path):
    for name, options in (
        ("graphml", {"include_status": True}), ("csv", {"include_status": True}),
        ("polecat", {"table": "events"}), ("parc", {"table": "events"}),
        ("jsonl", {"table": "nothing"}),
    ):  # fmt: skip
        with pytest.raises(UsageError):
            EXPORTERS[name].write([banner()], tmp_path / "o", **options)
