"""`standoff solve`: what it prints, writes, and how it ends."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from standoff.cli.solve import solve
from standoff.errors import InputError, UsageError

CASES = Path(__file__).parents[2] / "cases" / "gmcr"
CUBA = str(CASES / "cuba.yaml")
app = typer.Typer()
app.command()(solve)


def run(*arguments):
    return CliRunner().invoke(app, list(arguments))


def test_the_table_equilibria_and_paths_are_printed():
    done = run(CUBA, "--why", "5", "--coalitions", "--strength")
    assert done.exit_code == 0
    for title in ("Cuban missile crisis", "Equilibria", "From the status quo", "Coalitions",
                  "Why, state 5", "Strength"):  # fmt: skip
        assert title in done.output


def test_options_whose_names_do_not_fit_are_lettered():
    done = run(CUBA)
    assert "a  US: air strike" in done.output
    assert "d  USSR: escalate" in done.output
    chicken = run(str(CASES / "chicken.yaml"), "--concept", "Nash")
    assert "row: swerve" in chicken.output
    assert "a  row" not in chicken.output


def test_inverse_and_sensitivity_are_printed():
    done = run(CUBA, "--inverse", "5", "--sensitivity", "5", "--concept", "seq")
    assert "For state 5" in done.output
    assert "preferred 7 to 5" in done.output


def test_json_is_printed_alone():
    done = run(CUBA, "--json", "--concept", "Nash", "--prefer", "USSR: withdraw > escalate")
    told = json.loads(done.stdout)
    assert set(told["equilibria"]) == {"Nash"}


def test_everything_asked_for_is_written(tmp_path):
    names = ("csv", "svg", "png", "html", "gmcr")
    files = {name: tmp_path / f"out.{name}" for name in names}
    done = run(
        CUBA, *(part for name, path in files.items() for part in (f"--{name}", str(path)))
    )
    assert done.exit_code == 0
    assert all(path.stat().st_size > 200 for path in files.values())
    assert run(str(files["gmcr"])).exit_code == 0


def test_a_model_with_faults_ends_with_1_and_each_line(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text(Path(CUBA).read_text("utf-8").replace("withdraw and", "yield and"), "utf-8")
    done = run(str(path))
    assert done.exit_code == 1
    assert f"{path}:19: " in done.stderr


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ((CUBA, "--concept", "Cournot"), UsageError),
        ((CUBA, "--unknown", "e"), UsageError),
        ((CUBA, "--why", "13"), UsageError),
        (("missing.yaml",), InputError),
        ((CUBA, "--svg", "/nowhere/x.svg"), InputError),
    ],
)
def test_what_cannot_be_done_is_an_error_of_its_kind(arguments, kind):
    assert isinstance(run(*arguments).exception, kind)


def test_of_a_large_model_equilibria_are_shown_and_sim_is_asked_for(tmp_path):
    options = ", ".join(f"o{k}" for k in range(8))
    path = tmp_path / "large.yaml"
    path.write_text(
        f"decision_makers:\n  - id: A\n    options: [{options}]\n    preferences: indifferent\n"
        "  - id: B\n    options: [a, b, c, d, e, f, x]\n    preferences: {statements: [x]}\n",
        "utf-8",
    )
    done = run(str(path))
    assert done.exit_code == 0
    assert "64 of 32,768 states" in done.output
    assert "SIM is left out" in done.output
