"""`standoff actors`: what the tables know of a name, and why it resolves as it does."""

from datetime import date
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from standoff.actors.lookup import Known, look_up
from standoff.cli.read import _day
from standoff.errors import UsageError
from standoff.knowledge.actors import load_actors
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA


def actors(
    name: Annotated[
        str, typer.Argument(help="A name, surname, adjective or title: Merkel, Kremlin.")
    ],
    on: Annotated[
        str | None, typer.Option(help="The day a report would be of, as 2014-05-02.")
    ] = None,
) -> None:
    """Show what a name may stand for: roles with dates and sources, and which is meant.

    Example: standoff actors "secretary of state" --on 2015-03-01
    """
    faults = Faults()
    tables = load_actors(DATA, faults)
    faults.refuse()
    day = _day(on)
    found = look_up(tables, name, day)
    if not found:
        raise UsageError(f"no actor, person or title {name!r} is known; docs/add-an-actor.md")
    Console().print(_table(name, found, day))


def _table(name: str, found: tuple[Known, ...], day: date | None) -> Table:
    title = f"{name} on {day.isoformat()}" if day else name
    table = Table(title=title, title_justify="left")
    for column in ("", "what", "code", "from", "to", "why", "source"):
        table.add_column(column, overflow="fold")
    for known in found:
        table.add_row(*_cells(known), style=None if known.held is not False else "dim")
    return table


def _cells(known: Known) -> tuple[str, ...]:
    start, end = known.period.start, known.period.end
    return (
        "→" if known.chosen else "",
        known.what,
        ", ".join(known.actor) or "open",
        start.isoformat() if start else "",
        end.isoformat() if end else "",
        known.why,
        known.source,
    )
