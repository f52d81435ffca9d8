"""`standoff review`: a person's judgements on the rows of a store."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from standoff.cli.judging import Judge
from standoff.dispute.doubts import Doubtful, least_certain
from standoff.errors import UsageError
from standoff.store import View, Writer

HIDDEN = frozenset({"row", "judged", "frame", "evidence", "sentence", "id"})
KEYS = "[c]onfirm, [r]eject, [e]dit a field, [s]kip, [q]uit"


def review(
    store: Annotated[Path, typer.Argument(help="A store that `standoff run` made.")],
    author: Annotated[str | None, typer.Option(help="Who judges; needed to judge.")] = None,
    table: Annotated[
        str | None, typer.Option(help="Only rows of this table: events, positions, quotes.")
    ] = None,
    as_list: Annotated[
        bool, typer.Option("--list", help="List the rows, least certain first; judge nothing.")
    ] = False,
    orphans: Annotated[
        bool, typer.Option("--orphans", help="List judgements on rows that are no more.")
    ] = False,
    judge: Annotated[
        list[str] | None,
        typer.Option(
            help="Judge at once: 'confirm ID', 'reject ID', 'correct ID FIELD JSON', "
            "'add TABLE DOCUMENT JSON', 'merge issues OLD NEW', 'rename actors OLD NEW'. "
            "Words of several parts in quotes."
        ),
    ] = None,
    note: Annotated[str | None, typer.Option(help="Why, for --judge.")] = None,
) -> None:
    """Walk the rows of a store, least certain first, and confirm, correct or reject them.

    Judgements are appended with author and time; they count in every view and export, and a
    re-run of the coder leaves them.

    Example: standoff review record.duckdb --author ada
    """
    if orphans:
        _show_orphans(store)
        return
    if not as_list and not author:
        raise UsageError("say who judges: --author NAME (or only look: --list)")
    if judge and author:
        _judge_at_once(store, Judge(author), judge, note)
        return
    with View.open(store) as view:
        rows = [d for d in least_certain(view.records()) if table in {None, d.table}]
    if not rows:
        print("no row is left to judge", file=sys.stderr)
    elif as_list or author is None:
        _show_list(rows)
    else:
        _walk(store, Judge(author), rows)


def _show_list(rows: list[Doubtful]) -> None:
    shown = Table("row", "table", "doubts", "what")
    for row in rows:
        doubts = "; ".join(row.doubts) or "–"
        shown.add_row(*map(Text, (row.id, row.table, doubts, row.words)))
    Console().print(shown)


def _show_orphans(store: Path) -> None:
    with View.open(store) as view:
        _, rows = view.query(
            "SELECT id, author, made_at, kind, target_table, target_id, field, value, note "
            "FROM orphans ORDER BY number"
        )
    if not rows:
        print("every judgement has its row", file=sys.stderr)
        return
    shown = Table("judgement", "author", "made (UTC)", "kind", "table", "row", "field", "value",
                  "note")  # fmt: skip
    for row in rows:
        shown.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    Console().print(shown)


def _judge_at_once(store: Path, judge: Judge, asked: list[str], note: str | None) -> None:
    made = [judge.read(words, note) for words in asked]
    with Writer.open(store) as writer:
        for judgement in made:
            print(writer.judge(judgement))


def _walk(store: Path, judge: Judge, rows: list[Doubtful]) -> None:
    console = Console()
    judged = 0
    for number, row in enumerate(rows, 1):
        _show_row(console, row, f"{number} of {len(rows)}")
        answer = _answer(console)
        if answer == "q":
            break
        if answer != "s":
            with Writer.open(store) as writer:
                writer.judge(judge.answer(answer, row.table, row.id))
            judged += 1
    print(f"{judged} judgements kept", file=sys.stderr)


def _answer(console: Console) -> str:
    """Return a key, or "field = value"; the end of the input means to stop."""
    while True:
        console.print(Text(KEYS, style="bold"))
        line = sys.stdin.readline()
        key = line.strip().lower()
        if not line or key == "q":
            return "q"
        if key == "e":
            console.print("field = value (JSON, or plain words):")
            return sys.stdin.readline().strip()
        if key in {"c", "r", "s"}:
            return key


def _show_row(console: Console, row: Doubtful, place: str) -> None:
    console.rule(f"{row.table} {row.id} · {place}")
    console.print(Text(row.words, style="italic"))
    for name, value in row.row.items():
        if name not in HIDDEN and value not in (None, [], ""):
            console.print(Text.assemble((f"  {name}: ", "dim"), _plain(value)))
    for doubt in row.doubts:
        console.print(Text(f"  ? {doubt}", style="yellow"))


def _plain(value: Any) -> str:  # noqa: ANN401  whatever a field holds
    return json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value
