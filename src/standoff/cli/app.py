"""The commands, one file each, and how an error ends them.

A command's module is imported when the command is called: reading one report must not wait for
what draws charts or solves models.
"""

import logging
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from standoff.errors import DataError, InputError, StandoffError, UsageError

EXIT_CODES: dict[type[StandoffError], int] = {InputError: 1, UsageError: 2, DataError: 3}

COMMANDS: tuple[str, ...] = (
    "read",
    "run",
    "sql",
    "positions",
    "diff",
    "timeline",
    "network",
    "model",
    "solve",
    "review",
    "agreement",
    "explain",
    "actors",
    "export",
    "score",
    "check-data",
)


class Commands(TyperGroup):
    """The commands by name; each is imported from ``cli/<name>.py`` when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  click's own
        """Return the names in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """Return a command, None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        single = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode="rich")
        single.command(cmd_name)(getattr(import_module(f"standoff.cli.{name}"), name))
        return typer.main.get_command(single)


typer_app = typer.Typer(
    name="standoff",
    cls=Commands,
    help="Read press reports of a dispute and keep the record, every row proved by its words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="rich",
)


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
