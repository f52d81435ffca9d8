"""`standoff agreement`: how well two codings, or two people, agree."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from standoff.errors import InputError, UsageError
from standoff.score.agreement import Agreement, agreement_of
from standoff.score.verdicts import Verdict, VerdictAgreement, verdict_agreement

SHOWN = 90


def agreement(
    first: Annotated[
        str,
        typer.Argument(help="A store, `standoff read --json` lines, a gold file or folder."),
    ],
    second: Annotated[
        str | None, typer.Argument(help="The other coding; none to compare two people.")
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(help="Given twice: two people whose judgements one store holds."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Compare two codings of the same reports, or two people who judged one store.

    Krippendorff's alpha (nominal) and Cohen's kappa by field over the rows that both have, and
    the list of disagreements.

    Example: standoff agreement mine.jsonl theirs.jsonl
    """
    if author:
        if second is not None or len(set(author)) != len(author) or len(author) != 2:
            raise UsageError("give one store and two different --author")
        verdicts = verdict_agreement(_verdicts(first), author[0], author[1])
        _print(asdict(verdicts)) if as_json else _show_verdicts(verdicts, author)
        return
    if second is None:
        raise UsageError("give two codings, or one store and two --author")
    found = agreement_of(_documents(first), _documents(second))
    if not found.documents:
        raise InputError("nothing-shared", f"{first} and {second} share no report (by id)")
    _print(asdict(found)) if as_json else _show(found, first, second)


def _print(row: dict[str, Any]) -> None:
    print(json.dumps(row, ensure_ascii=False, indent=1))


def _documents(source: str) -> dict[str, dict[str, Any]]:
    from standoff.export import read_records  # tables that other commands spare

    path = Path(source)
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if path.is_dir() or path.suffix == ".json":
        return {row["id"]: row for row in map(_gold, files)}
    return {row["id"]: row for row in read_records(source)}


def _gold(file: Path) -> dict[str, Any]:
    try:
        row = json.loads(file.read_text("utf-8"))
        return {**row, "id": row["id"], "text": row["text"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError("bad-gold", f"{file}: not a document of format 1: {error}") from error


def _verdicts(store: str) -> list[Verdict]:
    from standoff.store import View

    with View.open(store) as view:
        _, rows = view.query(
            "SELECT author, target_table, target_id, kind, field, value FROM judgements "
            "WHERE kind IN ('confirm', 'reject', 'correct') ORDER BY number"
        )
    return [
        Verdict(author, table, row, f"{field} = {value}" if kind == "correct" else kind)
        for author, table, row, kind, field, value in rows
    ]


def _show(found: Agreement, first: str, second: str) -> None:
    console = Console()
    table = Table(title=f"Agreement over {found.documents} reports", title_justify="left")
    for name in ("table", "field"):
        table.add_column(name)
    for name in ("shared rows", "agreed", "alpha", "kappa"):
        table.add_column(name, justify="right")
    for row in found.fields:
        table.add_row(row.table, row.field, str(row.units), str(row.agreed),
                      _figure(row.alpha), _figure(row.kappa))  # fmt: skip
    console.print(table)
    listed = Table(title=f"Disagreements ({len(found.disagreements)})", title_justify="left")
    for name in ("report", "table", "field", first, second, "words"):
        listed.add_column(Text(name), overflow="fold")
    for d in found.disagreements:
        cells = (d.document, d.table, d.field, d.first or "–", d.second or "–", d.words[:SHOWN])
        listed.add_row(*map(Text, cells))
    console.print(listed)


def _show_verdicts(found: VerdictAgreement, authors: list[str]) -> None:
    console = Console()
    alpha, kappa = _figure(found.alpha), _figure(found.kappa)
    console.print(
        f"{found.units} rows judged by both, {found.agreed} alike; alpha {alpha}, kappa {kappa}"
    )
    table = Table("table", "row", *map(escape, authors))
    for row in found.differing:
        table.add_row(*map(Text, row))
    if found.differing:
        console.print(table)


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
