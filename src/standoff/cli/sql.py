"""`standoff sql`: a question to a store, its answer as a table or as CSV."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from standoff.store import View


def sql(
    store: Annotated[Path, typer.Argument(help="A store that `standoff run` made.")],
    query: Annotated[str, typer.Argument(help="A query; docs/store.md lists the views.")],
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Print CSV, every row and value whole.")
    ] = False,
) -> None:
    """Ask a store with SQL. Nothing can be written.

    Example: standoff sql d.duckdb "select actor, type, count(*) from events group by all"
    """
    with View.open(store) as view:
        columns, rows = view.stream(query)
        if as_csv:
            _write(columns, rows)
        else:
            _show(columns, rows)


def _write(columns: tuple[str, ...], rows: Iterator[tuple[Any, ...]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)


def _show(columns: tuple[str, ...], rows: Iterator[tuple[Any, ...]]) -> None:
    table = Table()
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    count = 0
    for row in rows:
        count += 1
        table.add_row(*(Text(_cell(value)) for value in row))
    console = Console()
    console.print(table)
    console.print(f"{count:,} row{'' if count == 1 else 's'}", style="dim")


def _cell(value: Any) -> str:  # noqa: ANN401  whatever a column holds
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    return str(value)
