"""`standoff check-data`: every fault of the data files, each with its line."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.errors import DataErrors
from standoff.knowledge.knowledge import DATA, check_knowledge


def check_data(
    folder: Annotated[
        Path, typer.Argument(help="A data folder; ours where it is left out.")
    ] = DATA,
) -> None:
    """Check the data files and report every fault as file:line: what.

    Exit code 0: no fault; 3: faults.

    Example: standoff check-data my_data/
    """
    try:
        counts = check_knowledge(folder)
    except DataErrors as errors:
        for fault in errors.faults:
            print(fault)
        print(f"{len(errors.faults)} faults")
        raise typer.Exit(3) from None
    for name, count in counts.items():
        print(f"{count:>7,} {name}")
    print("no faults")
