"""`standoff positions`: who stands where, across reports."""

import json
import sys
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from standoff.cli.dispute_source import SOURCE_HELP, day_of, read_history
from standoff.cli.dispute_words import proof, said, stance_line
from standoff.dispute.issues import groups_of
from standoff.dispute.stances import History, Taken
from standoff.dispute.table import Cell, PositionsTable, positions_table


def positions(
    source: Annotated[str, typer.Argument(help=SOURCE_HELP)],
    issue: Annotated[str | None, typer.Option(help="Only matters whose name has this.")] = None,
    party: Annotated[str | None, typer.Option(help="Only the party of this code.")] = None,
    as_of: Annotated[
        str | None, typer.Option(help="The table at the end of this day, as 2024-05-02.")
    ] = None,
    history: Annotated[
        bool, typer.Option("--history", help="Show earlier stances and each sentence too.")
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="Show how reports' names became one matter.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show who stands where: a table of matters and parties, the newest stance in each cell.

    Example: standoff positions record.duckdb --issue withdrawal --history
    """
    told = read_history(source)
    day = day_of("--as-of", as_of)
    table = positions_table(told.stances, as_of=day, issue=issue, party=party)
    if as_json:
        print(json.dumps(_as_rows(table), ensure_ascii=False, indent=1))
        return
    if not table.cells:
        print(f"no position fits, among {_among(told)}", file=sys.stderr)
        return
    _show(table, history)
    if why:
        _show_groups(told)
    undated = sum(t.day is None for t in told.stances) if day else 0
    if undated:
        print(f"{undated} undated stances are left out by --as-of", file=sys.stderr)


def _among(told: History) -> str:
    codes = sorted({code for t in told.stances for code in t.party})
    names = ", ".join(codes[:20]) or "none"
    return f"{len(told.stances)} stances of {told.reports} reports (parties: {names})"


def _show(table: PositionsTable, history: bool) -> None:
    console = Console()
    by_cell = {(c.issue, c.party): c for c in table.cells}
    wide = history or len(table.parties) > max(2, console.width // 30)
    if not wide:
        console.print(_grid(table, by_cell))
        return
    for name in table.issues:
        console.print(Text(name, style="bold underline"))
        for code in table.parties:
            cell = by_cell.get((name, code))
            if cell is not None:
                _show_cell(console, cell, history)
        console.print()


def _grid(table: PositionsTable, by_cell: dict[tuple[str, str], Cell]) -> Table:
    grid = Table(show_lines=True)
    grid.add_column("matter", style="bold")
    for code in table.parties:
        grid.add_column(Text(code), ratio=1)
    for name in table.issues:
        cells = (by_cell.get((name, code)) for code in table.parties)
        grid.add_row(Text(name), *(_cell(cell) if cell else Text("") for cell in cells))
    return grid


def _cell(cell: Cell) -> Text:
    newest = Text("\n").join([stance_line(cell.newest), said(cell.newest, 80)])
    earlier = [stance_line(taken) for taken in cell.history[1:4]]
    if not earlier:
        return newest
    return Text("\n").join([newest, Text("before:", style="dim"), *earlier])


def _show_cell(console: Console, cell: Cell, history: bool) -> None:
    for taken in cell.history if history else cell.history[:1]:
        head = Text.assemble("  ", (cell.party, "bold"), " ")
        console.print(head + stance_line(taken) + Text(" ") + said(taken))
        if history:
            console.print(Text("      ") + proof(taken))


def _show_groups(told: History) -> None:
    grid = Table(title="Matters", title_justify="left")
    for name in ("matter", "in reports as", "reports", "one because of"):
        grid.add_column(name)
    for group in groups_of(told.stances):
        grid.add_row(
            Text(group.issue), Text("; ".join(group.names)), str(len(group.reports)), group.why
        )
    Console().print(grid)


def _as_rows(table: PositionsTable) -> dict[str, Any]:
    return {
        "issues": table.issues,
        "parties": table.parties,
        "cells": [
            {"issue": c.issue, "party": c.party, "history": [as_row(t) for t in c.history]}
            for c in table.cells
        ],
    }


def as_row(taken: Taken) -> dict[str, Any]:
    """Return a stance as plain objects."""
    return {
        "row": taken.id,
        "day": taken.day.isoformat() if taken.day else None,
        "party": taken.party,
        "stance": taken.stance.value,
        "addressee": taken.addressee,
        "issue": taken.issue,
        "why_issue": taken.why,
        "content": taken.content,
        "condition": taken.condition,
        "attributed_to": taken.attributed_to,
        "document": taken.evidence.report,
        "evidence": taken.evidence.span,
        "words": taken.evidence.words,
        "judged": taken.judged,
    }
