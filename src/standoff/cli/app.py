"""The commands, one file each, and how an error ends them."""

import logging
import sys
from collections.abc import Callable
from typing import Any

import typer

from standoff.cli.actors import actors
from standoff.cli.agreement import agreement
from standoff.cli.check_data import check_data
from standoff.cli.diff import diff
from standoff.cli.explain import explain
from standoff.cli.export import export
from standoff.cli.model import model
from standoff.cli.network import network
from standoff.cli.positions import positions
from standoff.cli.read import read
from standoff.cli.review import review
from standoff.cli.run import run
from standoff.cli.score import score
from standoff.cli.sql import sql
from standoff.cli.timeline import timeline
from standoff.errors import DataError, InputError, StandoffError, UsageError

EXIT_CODES: dict[type[StandoffError], int] = {InputError: 1, UsageError: 2, DataError: 3}

typer_app = typer.Typer(
    name="standoff",
    help="Read press reports of a dispute and keep the record, every row proved by its words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="rich",
)

COMMANDS: tuple[Callable[..., Any], ...] = (
    read,
    run,
    sql,
    positions,
    diff,
    timeline,
    network,
    model,
    review,
    agreement,
    explain,
    actors,
    export,
    score,
    check_data,
)
for command in COMMANDS:
    typer_app.command(command.__name__.replace("_", "-"))(command)


@typer_app.callback()
def _main(
    verbose: bool = typer.Option(False, "--verbose", "-v", help="Log each decision."),
) -> None:
    logging.basicConfig(
        level=logging.DEBUG if verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )


def app() -> None:
    """Run the command line; an error we know ends in its exit code and one clear line."""
    try:
        typer_app()
    except StandoffError as error:
        print(f"standoff: {error}", file=sys.stderr)
        codes = (code for kind, code in EXIT_CODES.items() if isinstance(error, kind))
        sys.exit(next(codes, 1))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
