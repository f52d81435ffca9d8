"""`standoff score`: how well the coder, or a file of records, agrees with gold."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from standoff.errors import InputError, UsageError
from standoff.score import Figure, figures, tally

BY_DOCUMENT = ("events found", "events +type", "events +type+actor",
               "events +type+actor+recipient", "quotes found", "positions found")  # fmt: skip


def score(
    gold: Annotated[
        list[Path], typer.Argument(help="Gold files in format 1, or folders of them.")
    ],
    records: Annotated[
        Path | None,
        typer.Option(
            help="Records as JSON lines to score; without it the reports are read now."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score records against gold annotated by hand.

    Example: standoff score my_gold/ --records records.jsonl
    """
    documents = _read_gold(gold)
    found = _read_records(records) if records else _code(documents)
    for stray in sorted(found.keys() - documents.keys()):
        print(f"no gold for the record {stray!r}", file=sys.stderr)
    tallies = {name: tally(row, found.get(name, {})) for name, row in documents.items()}
    whole: Counter[str] = Counter()
    for counts in tallies.values():
        whole.update(counts)
    if as_json:
        print(json.dumps(_as_rows(whole, tallies), indent=1))
    else:
        _show(figures(whole), {name: figures(counts) for name, counts in tallies.items()})


def _read_gold(paths: list[Path]) -> dict[str, dict[str, Any]]:
    files = [f for p in paths for f in (sorted(p.glob("*.json")) if p.is_dir() else [p])]
    if not files:
        raise UsageError(f"no gold: {', '.join(map(str, paths))} holds no .json file")
    found = {}
    for file in files:
        try:
            row = json.loads(file.read_text("utf-8"))
            found[row["id"]] = row
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InputError("bad-gold", f"{file}: not a gold document: {error}") from error
    return found


def _read_records(path: Path) -> dict[str, dict[str, Any]]:
    try:
        lines = path.read_text("utf-8").splitlines()
        return {row["id"]: row for row in map(json.loads, filter(str.strip, lines))}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            "bad-records", f"{path}: not records as JSON lines: {error}"
        ) from error


def _code(documents: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    from standoff.coder import Coder  # the parser takes a second to load: only where needed
    from standoff.model.format1 import to_row

    coder = Coder()
    return {
        name: to_row(
            coder.read(row["text"], published=row.get("published"), id=name,
                       title=row.get("title"), publisher=row.get("publisher"))
        )
        for name, row in documents.items()
    }  # fmt: skip


def _as_rows(whole: Counter[str], tallies: dict[str, Counter[str]]) -> dict[str, Any]:
    def rows(counts: Counter[str]) -> dict[str, dict[str, float | int | None]]:
        return {
            f.name: {"precision": f.precision, "recall": f.recall, "f1": f.f1,
                     "accuracy": f.accuracy, "gold": f.gold, "found": f.found}
            for f in figures(counts)
        }  # fmt: skip

    return {"all": rows(whole), "documents": {name: rows(c) for name, c in tallies.items()}}


def _show(whole: tuple[Figure, ...], documents: dict[str, tuple[Figure, ...]]) -> None:
    console = Console()
    counted = Table("all documents", "precision", "recall", "F1", "gold", "found")
    judged = Table("among those found", "accuracy", "judged")
    for figure in whole:
        if figure.accuracy is not None:
            judged.add_row(figure.name, _cell(figure.accuracy), _cell(figure.found))
        else:
            cells = (figure.precision, figure.recall, figure.f1, figure.gold, figure.found)
            counted.add_row(figure.name, *map(_cell, cells))
    console.print(counted)
    console.print(judged)
    each = Table("F1 by document", *BY_DOCUMENT)
    for name, found in documents.items():
        f1 = {figure.name: figure.f1 for figure in found}
        each.add_row(name, *(_cell(f1.get(column)) for column in BY_DOCUMENT))
    console.print(each)


def _cell(value: float | int | None) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
