"""`standoff read`: reports in, their records out."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.show import show_record
from standoff.errors import UsageError
from standoff.ingest import ReadOptions, read_path
from standoff.model import Document, Problem, Record
from standoff.model.format1 import to_json
from standoff.parse.spacy import DEFAULT_MODEL

NOTES = frozenset({"ambiguous-date", "bad-date", "bad-field", "truncated"})
"""Problems of a document that is read all the same."""


def read(
    files: Annotated[
        list[str],
        typer.Argument(help="Reports: text, HTML, JSON or JSONL files; - for standard input."),
    ],
    published: Annotated[
        str | None, typer.Option(help="The day the reports were published, as 2024-05-02.")
    ] = None,
    as_json: Annotated[
        bool,
        typer.Option("--json", help="Print one record a line, format 1, and nothing else."),
    ] = False,
    html: Annotated[
        Path | None, typer.Option(help="Write one page: the report with highlights and tables.")
    ] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option("--map", help="Which column or key holds a field, as published=date."),
    ] = None,
    fetch: Annotated[bool, typer.Option(help="Allow https addresses to be fetched.")] = False,
    model: Annotated[str, typer.Option(help="The parser's package.")] = DEFAULT_MODEL,
) -> None:
    """Read reports and show their records: quotes, events and positions with their words.

    Exit code 0: every document was read; 1: some could not be, each named on standard error.

    Example: standoff read report.txt --published 2024-05-02 --html report.html
    """
    options = ReadOptions(published=_day(published), fields=_map(fields), fetch=fetch)
    documents: list[Document] = []
    refused = 0
    for name in files:
        for item in read_path(name, options):
            if isinstance(item, Problem):
                refused += item.code not in NOTES
                print(f"{name}: {item.message} [{item.code}]", file=sys.stderr)
            else:
                documents.append(item)
    if documents:
        refused += _read_all(documents, model, as_json, html)
    if refused:
        raise typer.Exit(1)


def _map(pairs: list[str] | None) -> dict[str, str]:
    """Return ``--map published=date`` as a mapping of fields to columns."""
    found = dict(pair.split("=", 1) for pair in pairs or () if "=" in pair)
    if len(found) != len(pairs or ()):
        raise UsageError(
            f"--map {' '.join(pairs or ())} is not FIELD=COLUMN, like published=date"
        )
    return found


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--published {text!r} is not a day like 2024-05-02") from error


def _read_all(documents: list[Document], model: str, as_json: bool, html: Path | None) -> int:
    """Code and show each document; return how many were left."""
    from standoff.coder import Coder  # the parser takes a second to load: only where needed

    coder = Coder(model)
    records: list[Record] = []
    left = 0
    for document in documents:
        record = coder.code(document)
        records.append(record)
        left += _say_why_left(record)
        if as_json:
            print(to_json(record))
        elif html is None:
            show_record(record)
    if html is not None:
        from standoff.web.report_page import report_page

        html.write_text(report_page(tuple(records)), "utf-8")
        print(f"wrote {html}", file=sys.stderr)
    return left


def _say_why_left(record: Record) -> int:
    left = [p for p in record.problems if p.code in {"not-english", "no-text"}]
    for problem in left:
        print(f"{record.document.id}: {problem.message} [{problem.code}]", file=sys.stderr)
    return len(left)
