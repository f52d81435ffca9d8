"""`standoff run` and `standoff sql`, from the command line to the store and back."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import fake_coder
from standoff.cli.app import typer_app
from standoff.errors import UsageError
from standoff.run.coding import Recipe
from standoff.run.identity import made_by_of
from standoff.store import View

RUNNER = CliRunner()


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch) -> Path:
    """A folder of three reports, one of them a bug for the coder that needs no model."""
    monkeypatch.setattr(Recipe, "load", lambda _: fake_coder.code)
    folder = tmp_path / "corpus"
    folder.mkdir()
    rows = [
        {"id": "a", "text": "Norway met Iceland.", "day": "2024-05-02"},
        {"id": "b", "text": "Iceland demand fish of Norway.", "day": "2024-05-03"},
        {"id": "c", "text": "BUG", "day": "2024-05-03"},
    ]
    lines = "\n".join(map(json.dumps, rows))
    (folder / "reports.jsonl").write_text(lines, "utf-8")
    return folder


def _run(corpus: Path, *more: str):
    store = corpus.parent / "d.duckdb"
    arguments = ["run", str(corpus), "--store", str(store), "--map", "published=day", *more]
    return store, RUNNER.invoke(typer_app, arguments)


def test_a_corpus_is_coded_and_its_problems_are_counted(corpus: Path) -> None:
    store, done = _run(corpus, "--max-problems", "0.5")
    assert done.exit_code == 0
    assert "2 new, 0 coded again, 0 unchanged, 0 repeated, 1 failed" in done.output
    assert "bug" in done.output
    with View.open(store) as view:
        assert view.query("SELECT published::VARCHAR FROM documents ORDER BY id")[1] == [
            ("2024-05-02",), ("2024-05-03",)]  # fmt: skip


def test_more_failures_than_allowed_are_exit_code_one(corpus: Path) -> None:
    assert _run(corpus)[1].exit_code == 1


def test_a_run_again_has_nothing_to_do(corpus: Path) -> None:
    _run(corpus)
    _, done = _run(corpus, "--max-problems", "1")
    assert "0 new, 0 coded again, 2 unchanged, 0 repeated, 1 failed" in done.output


def test_a_plan_is_printed_and_no_store_is_made(corpus: Path) -> None:
    store, done = _run(corpus, "--plan")
    assert done.exit_code == 0
    assert "3 new: to be coded" in done.output
    assert not store.exists()


def test_a_run_to_fail_fast_names_the_report(corpus: Path) -> None:
    _, done = _run(corpus, "--fail-fast")
    assert str(done.exception).startswith("c: Traceback")


@pytest.mark.parametrize(
    ("more", "why"),
    [(("--engine", "abacus"), "no engine 'abacus'"), (("--map", "day"), "is not like"),
     (("--model", "no_such_model"), "not installed"), (("--model", "json"), "no spaCy model")],
)  # fmt: skip
def test_arguments_that_cannot_be_carried_out_are_named(corpus, more, why) -> None:
    _, done = _run(corpus, *more)
    assert isinstance(done.exception, UsageError)
    assert why in str(done.exception)


def test_an_answer_is_a_table_or_csv(corpus: Path) -> None:
    store, _ = _run(corpus)
    query = "SELECT document_id, actor, mode FROM events ORDER BY ALL"
    table = RUNNER.invoke(typer_app, ["sql", str(store), query])
    assert "document_id" in table.output
    assert "2 rows" in table.output
    answer = RUNNER.invoke(typer_app, ["sql", str(store), query, "--csv"])
    assert list(csv.reader(io.StringIO(answer.output))) == [
        ["document_id", "actor", "mode"], ["a", "NOR", ""], ["b", "ICE", ""]]  # fmt: skip


@pytest.mark.model
def test_the_coder_is_known_without_loading_it(coder) -> None:
    assert made_by_of(coder.kit.made_by.model) == coder.kit.made_by


@pytest.mark.model
def test_a_report_is_read_into_a_store_as_it_is_read_alone(coder, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "OSLO, May 2 – Norway demanded on Thursday that Iceland withdraw its trawlers.\n\n"
        "“We are ready to talk,” Icelandic Foreign Minister Jon Arnason said.\n",
        "utf-8",
    )
    store = tmp_path / "d.duckdb"
    done = RUNNER.invoke(
        typer_app, ["run", str(report), "--store", str(store), "--published", "2024-05-02"]
    )
    assert done.exit_code == 0, done.output
    with View.open(store) as view:
        (record,) = view.records()
    alone = RUNNER.invoke(
        typer_app, ["read", str(report), "--published", "2024-05-02", "--json"]
    )
    wanted = json.loads(alone.output.splitlines()[-1])
    for name in ("mentions", "quotes", "attributions", "positions"):
        for row in record[name]:
            del row["row"]
    assert record == wanted
