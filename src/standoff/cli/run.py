"""`standoff run`: a corpus into a store."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from standoff.cli.read import _day
from standoff.errors import UsageError
from standoff.ingest import ReadOptions
from standoff.parse.spacy import DEFAULT_MODEL
from standoff.run import ENGINES
from standoff.run.corpus import Plan, Request, Run, Tally, plan
from standoff.run.feed import Sources
from standoff.run.identity import made_by_of
from standoff.run.interrupt import Interrupts
from standoff.store import Known, State, View, Writer

_STEPS = 1000


def run(
    paths: Annotated[
        list[str],
        typer.Argument(help="Files, folders, patterns or addresses; - for standard input."),
    ],
    store: Annotated[Path, typer.Option(help="The store: made where there is none.")],
    published: Annotated[
        str | None, typer.Option(help="The day of reports that state none, as 2024-05-02.")
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option("--map", help="Which column fills a field: published=date. Repeatable."),
    ] = None,
    fetch: Annotated[bool, typer.Option(help="Allow addresses of the web.")] = False,
    workers: Annotated[
        int, typer.Option(min=1, help="Processes, each with a model of its own.")
    ] = 1,
    engine: Annotated[str, typer.Option(help="local, or ray for a cluster.")] = "local",
    model: Annotated[str, typer.Option(help="The parser's package.")] = DEFAULT_MODEL,
    again: Annotated[bool, typer.Option(help="Code unchanged reports as well.")] = False,
    show_plan: Annotated[
        bool, typer.Option("--plan", help="Say what would be done, and do nothing.")
    ] = False,
    fail_fast: Annotated[bool, typer.Option(help="Stop at the first failure.")] = False,
    max_problems: Annotated[
        float,
        typer.Option(min=0, max=1, help="Share of reports that may fail before exit code 1."),
    ] = 0.05,
) -> None:
    """Code a corpus into a store. What the store has already is left as it is.

    It may be stopped or killed at any moment: the same command goes on where it ended.
    Exit code 0: done; 1: more failed than --max-problems; 130: stopped by Ctrl-C.

    Example: standoff run corpus/ --store d.duckdb --workers 4
    """
    if engine not in ENGINES:
        raise UsageError(f"there is no engine {engine!r}: {' or '.join(ENGINES)}")
    options = ReadOptions(_day(published), _fields(field or []), fetch)
    sources = Sources(tuple(paths), options, own=(store, Path(f"{store}.wal")))
    request = Request(sources, made_by_of(model), engine, workers, again, fail_fast)
    if show_plan:
        _show_plan(plan(request, _known(store)))
        return
    tally = _run(request, store)
    _show(tally)
    if tally.share_failed > max_problems:
        raise typer.Exit(1)


def _fields(pairs: list[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if not (name and equals and column):
            raise UsageError(f"--map {pair!r} is not like published=date")
        found[name] = column
    return found


def _known(store: Path) -> Known:
    if not store.exists():
        return Known()
    with View.open(store) as view:
        return view.known()


def _now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


def _run(request: Request, store: Path) -> Tally:
    interrupts = Interrupts()
    with Writer.open(store) as writer, interrupts.caught(), _progress() as watch:
        work = Run(request, writer, _now, watch, interrupts.shield)
        try:
            return work.run()
        except KeyboardInterrupt:
            kept = work.tally.coded.total()
            print(
                f"stopped: {kept:,} reports were coded and kept; the same command goes on",
                file=sys.stderr,
            )
            raise typer.Exit(130) from None


@contextmanager
def _progress() -> Iterator[Callable[[Tally], None]]:
    """Draw a bar on standard error; nothing where that is no terminal."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[documents]:,} reports"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]:.1f} a second"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("run", total=None, documents=0, rate=0.0)
        yield _Bar(bar, task).show


class _Bar:
    def __init__(self, bar: Progress, task: TaskID) -> None:
        self._bar, self._task = bar, task
        self._began = time.monotonic()

    def show(self, tally: Tally) -> None:
        known = tally.fraction is not None
        self._bar.update(
            self._task,
            total=_STEPS if known else None,
            completed=int((tally.fraction or 0) * _STEPS),
            documents=tally.documents,
            rate=tally.documents / max(time.monotonic() - self._began, 0.001),
        )


def _show(tally: Tally) -> None:
    console = Console()
    console.print(
        f"{tally.coded[State.NEW]:,} new, {_recoded(tally):,} coded again, "
        f"{tally.unchanged:,} unchanged, {tally.repeated:,} repeated, {tally.failed:,} failed"
    )
    if _recoded(tally):
        console.print(_changes(tally))
    if tally.problems:
        console.print(_problems(tally.problems))


def _recoded(tally: Tally) -> int:
    return tally.coded.total() - tally.coded[State.NEW]


def _changes(tally: Tally) -> Table:
    table = Table("rows", "gained", "lost", title="Coded again", title_justify="left")
    for kind in dict.fromkeys((*tally.gained, *tally.lost)):
        table.add_row(kind, f"{tally.gained[kind]:,}", f"{tally.lost[kind]:,}")
    return table


def _problems(problems: Counter[tuple[str, str]]) -> Table:
    table = Table("stage", "code", "count", title="Problems", title_justify="left")
    for (stage, code), count in sorted(problems.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(stage, code, f"{count:,}")
    return table


def _show_plan(found: Plan) -> None:
    for state in State:
        if found.states[state]:
            what = "left" if state is State.UNCHANGED else "to be coded"
            print(f"{found.states[state]:>9,} {state.value}: {what}")
    if found.repeated:
        print(f"{found.repeated:>9,} repeated: read once")
    for problem in found.problems:
        print(f"{problem.message} [{problem.code}]", file=sys.stderr)
    if found.problems:
        print(f"{len(found.problems):>9,} cannot be read")
