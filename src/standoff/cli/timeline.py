"""`standoff timeline`: events over time by quad class and Goldstein."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from standoff.cli.dispute_source import SOURCE_HELP, read_history
from standoff.cli.pictures import write_pictures
from standoff.dispute.timeline import QUAD_CLASSES, Step, Timeline, timeline_of
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.ontology import load_ontology

STYLES = {1: "bright_blue", 2: "green", 3: "yellow", 4: "red"}
LONGEST = 40


def timeline(
    source: Annotated[str, typer.Argument(help=SOURCE_HELP)],
    step: Annotated[Step, typer.Option(help="How long a period is.")] = Step.DAY,
    svg: Annotated[Path | None, typer.Option(help="Draw it as SVG.")] = None,
    png: Annotated[Path | None, typer.Option(help="Draw it as PNG.")] = None,
    html: Annotated[Path | None, typer.Option(help="Draw it as one page.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show what happened over time: events by quad class, and how kind they were.

    Example: standoff timeline record.duckdb --step week --svg timeline.svg
    """
    found = timeline_of(read_history(source).acts, load_ontology(DATA, Faults()), step)
    if svg or png or html:
        from standoff.dispute.charts import timeline_chart  # a second to load

        write_pictures(timeline_chart(found), svg, png, html)
    elif as_json:
        print(json.dumps(_as_rows(found), indent=1))
    else:
        _show(found)


def short_class(name: str) -> str:
    """Return the heading of a quad class, on two short lines."""
    return name.replace("cooperation", "coop.").replace(" ", "\n")


def _show(found: Timeline) -> None:
    table = Table()
    table.add_column(found.step.value, no_wrap=True)
    for quad, name in QUAD_CLASSES.items():
        table.add_column(short_class(name), justify="right", style=STYLES[quad])
    table.add_column("Goldstein", justify="right")
    table.add_column("events")
    most = max((p.total for p in found.periods), default=1)
    for period in found.periods:
        bar = Text("")
        for (quad, style), count in zip(STYLES.items(), period.counts, strict=True):
            bar.append("█" * _length(count, most), style=style if quad else "")
        table.add_row(
            period.start.isoformat(), *map(str, period.counts), f"{period.goldstein:+.1f}", bar
        )
    console = Console()
    console.print(table)
    if found.undated:
        console.print(f"events without a day: {found.undated}", style="dim")


def _length(count: int, most: int) -> int:
    return count if most <= LONGEST else round(count * LONGEST / most)


def _as_rows(found: Timeline) -> dict[str, object]:
    return {
        "step": found.step.value,
        "periods": [
            {"start": p.start.isoformat(), "counts": p.counts, "goldstein": p.goldstein}
            for p in found.periods
        ],
        "undated": found.undated,
    }
