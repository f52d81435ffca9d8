"""`standoff network`: who acts on whom."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from standoff.cli.dispute_source import SOURCE_HELP, read_history
from standoff.cli.pictures import write_pictures
from standoff.cli.timeline import short_class
from standoff.dispute.network import Edge, network_of
from standoff.dispute.timeline import QUAD_CLASSES
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.ontology import load_ontology


def network(
    source: Annotated[str, typer.Argument(help=SOURCE_HELP)],
    svg: Annotated[Path | None, typer.Option(help="Draw it as SVG.")] = None,
    png: Annotated[Path | None, typer.Option(help="Draw it as PNG.")] = None,
    html: Annotated[Path | None, typer.Option(help="Draw it as one page.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
) -> None:
    """Show who acts on whom: how often, by quad class, and how kindly.

    Example: standoff network record.duckdb --png network.png
    """
    edges = network_of(read_history(source).acts, load_ontology(DATA, Faults()))
    if svg or png or html:
        from standoff.dispute.charts import network_chart  # a second to load

        write_pictures(network_chart(edges), svg, png, html)
    elif as_json:
        print(json.dumps([asdict(edge) for edge in edges], indent=1))
    else:
        _show(edges)


def _show(edges: tuple[Edge, ...]) -> None:
    table = Table()
    for name in ("who", "on whom"):
        table.add_column(name, style="bold")
    for name in ("events", *QUAD_CLASSES.values(), "Goldstein"):
        table.add_column(short_class(name), justify="right")
    for edge in edges:
        table.add_row(
            Text(edge.actor),
            Text(edge.recipient),
            str(edge.total),
            *map(str, edge.counts),
            f"{edge.goldstein:+.1f}",
        )
    Console().print(table)
