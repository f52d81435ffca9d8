"""`standoff solve`: which outcomes of a dispute are stable, why, and how to get there."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from standoff.dispute.answer import (
    CONCEPTS,
    Answer,
    answer_dispute,
    say_coalitions,
    say_equilibria,
    say_paths,
    say_verdicts,
)
from standoff.dispute.answer_page import answer_page, stable_for
from standoff.dispute.answer_table import as_csv, as_json
from standoff.dispute.answer_words import say_inverse, say_sensitivity, say_strength
from standoff.dispute.gmcr_file import read_json_model, write_gmcr
from standoff.dispute.model_file import Dispute, read_model_file
from standoff.dispute.state_graph import draw_png, draw_svg
from standoff.dispute.supposed import suppose
from standoff.errors import DataError, InputError, UsageError
from standoff.gmcr.stability import Concept, Extension

MOST_SHOWN = 64  # rows of the table and equilibria told in the terminal
SIM_UP_TO = 1 << 14  # states; above, SIM is solved only where asked for


def solve(
    file: Annotated[Path, typer.Argument(help="A model file: YAML, or .gmcr / JSON of GMCR+.")],
    concept: Annotated[
        list[str] | None,
        typer.Option(help="Nash, GMR, SMR, SEQ, SIM or SSEQ; may be repeated. All by default."),
    ] = None,
    prefer: Annotated[
        list[str] | None,
        typer.Option(help="What if: 'RUS: talks > invade', or by number 'RUS: 3 > 7'."),
    ] = None,
    why: Annotated[
        list[int] | None, typer.Option(help="Explain this state for every decision maker.")
    ] = None,
    unknown: Annotated[
        str, typer.Option(help="What unknown preference does: a, b, c or d (Li et al. 2004).")
    ] = "b",
    coalitions: Annotated[
        bool, typer.Option("--coalitions", help="Also who would leave together.")
    ] = False,
    strength: Annotated[
        bool, typer.Option("--strength", help="Also which stability is strong, which weak.")
    ] = False,
    inverse: Annotated[
        list[int] | None,
        typer.Option(help="Say which preferences would make this state an equilibrium."),
    ] = None,
    sensitivity: Annotated[
        list[int] | None,
        typer.Option(help="Say which swap of neighbouring ranks breaks this equilibrium."),
    ] = None,
    as_json_: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    csv: Annotated[Path | None, typer.Option(help="Write the states as CSV.")] = None,
    svg: Annotated[Path | None, typer.Option(help="Draw the state graph.")] = None,
    png: Annotated[Path | None, typer.Option(help="Draw the state graph.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write one page with everything.")] = None,
    gmcr: Annotated[Path | None, typer.Option(help="Write the model for GMCR+.")] = None,
) -> None:
    """Solve a conflict model: stable states and why, equilibria, paths from the status quo.

    Exit code 0: solved; 1: the model has faults, each told at its line; 2: wrong arguments.

    Example: standoff solve dispute.yaml --prefer "RUS: talks > invade" --html dispute.html
    """
    dispute = _read(file)
    for told in prefer or ():
        dispute = suppose(dispute, told)
    _check(dispute, [*(why or ()), *(inverse or ()), *(sensitivity or ())])
    asked = _concepts(concept, dispute)
    answer = answer_dispute(dispute, asked, _extension(unknown), coalitions)
    if as_json_:
        print(as_json(answer))
    else:
        _show(answer, why or [])
        _show_more(answer, strength, inverse or [], sensitivity or [])
    _write(csv, lambda: as_csv(answer).encode())
    _write(svg, lambda: draw_svg(answer).encode())
    _write(png, lambda: draw_png(answer))
    _write(html, lambda: answer_page(answer).encode())
    _write(gmcr, lambda: write_gmcr(dispute).encode())


def _read(file: Path) -> Dispute:
    """Read a model; its faults go to standard error, a line each, and end with exit code 1."""
    try:
        if file.suffix.lower() in {".gmcr", ".json"}:
            return read_json_model(file)
        return read_model_file(file)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("unreadable", f"{file}: {error}") from error
    except DataError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from error


def _check(dispute: Dispute, numbers: list[int]) -> None:
    states = len(dispute.model.states)
    for number in numbers:
        if not 1 <= number <= states:
            raise UsageError(f"there is no state {number}: states run from 1 to {states}")


def _concepts(asked: list[str] | None, dispute: Dispute) -> tuple[Concept, ...]:
    if not asked:
        if len(dispute.model.states) <= SIM_UP_TO:
            return CONCEPTS
        print("SIM is left out of so large a model; --concept SIM solves it", file=sys.stderr)
        return tuple(c for c in CONCEPTS if c is not Concept.SIM)
    known = {concept.lower(): concept for concept in Concept}
    strange = [name for name in asked if name.lower() not in known]
    if strange:
        raise UsageError(f"--concept {strange[0]}: there are {', '.join(Concept)}")
    return tuple(dict.fromkeys(known[name.lower()] for name in asked))


def _extension(told: str) -> Extension:
    if told not in set(Extension):
        raise UsageError(f"--unknown {told}: there are {', '.join(Extension)}")
    return Extension(told)


def _show(answer: Answer, why: list[int]) -> None:
    console = Console()
    console.print(_table(answer))
    _list(console, "Equilibria", list(say_equilibria(answer)))
    _list(console, "From the status quo", list(say_paths(answer)))
    _list(console, "Coalitions", list(say_coalitions(answer)))
    for number in why:
        _list(console, f"Why, state {number}", list(say_verdicts(answer, number - 1)))


def _show_more(
    answer: Answer, strength: bool, inverse: list[int], sensitivity: list[int]
) -> None:
    console = Console()
    if strength:
        _list(console, "Strength", list(say_strength(answer)))
    for number in inverse:
        _list(console, f"For state {number}", list(say_inverse(answer, number - 1)))
    for number in sensitivity:
        _list(console, f"Sensitivity, {number}", list(say_sensitivity(answer, number - 1)))


def _table(answer: Answer) -> Table:
    model = answer.model
    owners = [(maker, bit) for maker in model.decision_makers for bit in maker.options]
    table = Table(title=escape(model.name))
    table.add_column("state", justify="right")
    for maker, bit in owners:
        title = escape(f"{maker.id}: {model.options[bit].name}")
        table.add_column(title, justify="center", overflow="fold")
    for concept in answer.stable:
        table.add_column(concept)
    for state in _rows(answer):
        pattern = int(model.states[state])
        marks = ["Y" if pattern >> bit & 1 else "·" for _, bit in owners]
        stable = [escape(stable_for(answer, row[:, state])) for row in answer.stable.values()]
        style = "bold" if state in answer.equilibria else None
        table.add_row(str(state + 1), *marks, *stable, style=style)
    if len(model.states) > MOST_SHOWN:
        table.caption = f"{table.row_count} of {len(model.states):,} states: equilibria first"
    return table


def _rows(answer: Answer) -> list[int]:
    states = len(answer.model.states)
    if states <= MOST_SHOWN:
        return list(range(states))
    equilibria = answer.equilibria
    return sorted(equilibria, key=lambda state: -len(equilibria[state]))[:MOST_SHOWN]


def _list(console: Console, title: str, lines: list[str]) -> None:
    if not lines:
        return
    console.print(f"\n[bold]{escape(title)}[/bold]")
    for line in lines[:MOST_SHOWN]:
        console.print(escape(line), highlight=False)
    if len(lines) > MOST_SHOWN:
        console.print(f"and {len(lines) - MOST_SHOWN:,} more; --json or --csv gives all")


def _write(path: Path | None, content: Callable[[], bytes]) -> None:
    if path is None:
        return
    data = content()
    try:
        path.write_bytes(data)
    except OSError as error:
        raise InputError("unwritable", f"{path}: {error.strerror}") from error
    print(f"wrote {path}", file=sys.stderr)
