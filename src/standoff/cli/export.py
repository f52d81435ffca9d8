"""`standoff export`: the record in the formats of others."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from standoff.errors import InputError, UsageError


def export(
    source: Annotated[
        str,
        typer.Argument(help="A store, a file of `standoff read --json`, or - for such lines."),
    ],
    name: Annotated[str, typer.Option("--format", help="See docs/exports.md for all.")],
    out: Annotated[
        Path | None, typer.Option(help="The file or folder to write; else standard output.")
    ] = None,
    include_status: Annotated[
        bool,
        typer.Option(
            "--include-status",
            help="Write what did not happen (planned, denied …) into a file beside.",
        ),
    ] = False,
    table: Annotated[
        str | None,
        typer.Option(help="One tidy table of csv, jsonl or parquet: events, quotes …"),
    ] = None,
) -> None:
    """Export records in the formats of others: polecat, gdelt, icews, dna, parc, csv and more.

    How many rows came of how many events, and what was left out, is told on standard error.

    Example: standoff export record.duckdb --format polecat --out events.tsv
    """
    from standoff.export import EXPORTERS, read_records  # tables that other commands spare

    if name not in EXPORTERS:
        raise UsageError(f"no format {name!r}: say one of {', '.join(EXPORTERS)}")
    try:
        tally = EXPORTERS[name].write(
            read_records(source), out, include_status=include_status, table=table
        )
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError("unwritable", f"{error.filename or out}: {error.strerror}") from error
    for line in tally.lines():
        print(line, file=sys.stderr)
