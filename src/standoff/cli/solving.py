"""How `standoff solve` carries out what it was asked: reads, solves, shows, writes."""

import sys
from pathlib import Path
from string import ascii_lowercase

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from standoff.cli.pictures import write_file
from standoff.cli.solve_wish import Wish
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
COLUMN = 9  # characters of a concept's column
SIM_UP_TO = 1 << 14  # states; above, SIM is solved only where asked for


def carry_out(wish: Wish) -> None:
    """Solve what was asked, show it, and write the files."""
    dispute = _read(wish.file)
    for told in wish.prefer:
        dispute = suppose(dispute, told)
    _check(dispute, (*wish.why, *wish.inverse, *wish.sensitivity))
    concepts = _concepts(wish.concepts, dispute)
    answer = answer_dispute(dispute, concepts, _extension(wish.unknown), wish.coalitions)
    if wish.as_json:
        print(as_json(answer))
    else:
        _show(answer, wish.why)
        _show_more(answer, wish)
    for kind, path in wish.files.items():
        write_file(path, _drawn(kind, answer))


def _drawn(kind: str, answer: Answer) -> bytes:
    if kind == "png":
        return draw_png(answer)
    if kind == "gmcr":
        return write_gmcr(answer.dispute).encode("utf-8")
    return {"csv": as_csv, "svg": draw_svg, "html": answer_page}[kind](answer).encode("utf-8")


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


def _check(dispute: Dispute, numbers: tuple[int, ...]) -> None:
    states = len(dispute.model.states)
    for number in numbers:
        if not 1 <= number <= states:
            raise UsageError(f"there is no state {number}: states run from 1 to {states}")


def _concepts(asked: tuple[str, ...], dispute: Dispute) -> tuple[Concept, ...]:
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


def _show(answer: Answer, why: tuple[int, ...]) -> None:
    console = Console()
    table, key = _table(answer, console.width)
    _list(console, "Options", key)
    console.print(table)
    _list(console, "Equilibria", list(say_equilibria(answer)))
    _list(console, "From the status quo", list(say_paths(answer)))
    _list(console, "Coalitions", list(say_coalitions(answer)))
    for number in why:
        _list(console, f"Why, state {number}", list(say_verdicts(answer, number - 1)))


def _show_more(answer: Answer, wish: Wish) -> None:
    console = Console()
    if wish.strength:
        _list(console, "Strength", list(say_strength(answer)))
    for number in wish.inverse:
        _list(console, f"For state {number}", list(say_inverse(answer, number - 1)))
    for number in wish.sensitivity:
        _list(console, f"Sensitivity, {number}", list(say_sensitivity(answer, number - 1)))


def _table(answer: Answer, width: int) -> tuple[Table, list[str]]:
    """Return the table of states, and what the letters above its columns stand for."""
    model = answer.model
    owners = [(maker, bit) for maker in model.decision_makers for bit in maker.options]
    titles = [f"{maker.id}: {model.options[bit].name}" for maker, bit in owners]
    key: list[str] = []
    room = width - 10 - COLUMN * len(answer.stable)
    if sum(len(title) + 3 for title in titles) > room:
        letters = [_letter(k) for k in range(len(titles))]
        key = [f"{letter}  {title}" for letter, title in zip(letters, titles, strict=True)]
        titles = letters
    table = Table(title=escape(model.name), padding=0 if key else (0, 1))
    table.add_column("state", justify="right", min_width=len("state"))
    for title in titles:
        table.add_column(escape(title), justify="center", no_wrap=True)
    for concept in answer.stable:
        table.add_column(concept, min_width=len(concept))
    equilibria = answer.equilibria
    for state in _rows(answer):
        pattern = int(model.states[state])
        marks = ["Y" if pattern >> bit & 1 else "·" for _, bit in owners]
        stable = [escape(stable_for(answer, row[:, state])) for row in answer.stable.values()]
        style = "bold" if state in equilibria else None
        table.add_row(str(state + 1), *marks, *stable, style=style)
    if len(model.states) > MOST_SHOWN:
        table.caption = f"{table.row_count} of {len(model.states):,} states: equilibria first"
    return table, key


def _letter(k: int) -> str:
    letters = ascii_lowercase
    return letters[k] if k < len(letters) else f"{letters[k // 26 - 1]}{letters[k % 26]}"


def _rows(answer: Answer) -> list[int]:
    states = len(answer.model.states)
    if states <= MOST_SHOWN:
        return list(range(states))
    equilibria = answer.equilibria
    told = dict.fromkeys(answer.told)
    rest = sorted(equilibria, key=lambda state: (state not in told, -len(equilibria[state])))
    return rest[:MOST_SHOWN]


def _list(console: Console, title: str, lines: list[str]) -> None:
    if not lines:
        return
    console.print(f"\n[bold]{escape(title)}[/bold]")
    for line in lines[:MOST_SHOWN]:
        console.print(escape(line), highlight=False)
    if len(lines) > MOST_SHOWN:
        console.print(f"and {len(lines) - MOST_SHOWN:,} more; --json or --csv gives all")
