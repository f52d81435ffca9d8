"""`standoff explain`: why a row exists."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from standoff.cli.read import _day
from standoff.errors import UsageError
from standoff.ingest import ReadOptions, read_path
from standoff.knowledge.lexicon import entry_source
from standoff.model import Document, Event, Mention, Record, Span
from standoff.parse.spacy import DEFAULT_MODEL

KINDS = {"q": "quotes", "e": "events", "p": "positions", "m": "mentions"}


def explain(
    file: Annotated[str, typer.Argument(help="A report; - for standard input.")],
    row: Annotated[
        str,
        typer.Argument(help="A row: q0, e3, p1, m2 as `read` shows them, or an event's id."),
    ],
    published: Annotated[str | None, typer.Option(help="As for `read`.")] = None,
    model: Annotated[str, typer.Option(help="The parser's package.")] = DEFAULT_MODEL,
) -> None:
    """Say why a row exists: its rule, its words, the clause frame and the lexicon entry.

    Example: standoff explain report.txt e3 --published 2024-05-02
    """
    from standoff.coder import Coder

    documents = [
        d
        for d in read_path(file, ReadOptions(published=_day(published)))
        if isinstance(d, Document)
    ]
    if not documents:
        raise UsageError(f"{file} holds no report that can be read")
    record = Coder(model).code(documents[0])
    found = _row(record, row)
    console = Console()
    for name, value in _facts(record, found):
        console.print(Text.assemble((f"{name:<16}", "bold"), value))


def _row(record: Record, name: str) -> object:
    by_id = {event.id: event for event in record.events}
    if name in by_id:
        return by_id[name]
    rows = getattr(record, KINDS.get(name[:1], ""), None)
    if rows is None or not name[1:].isdecimal():
        raise UsageError(f"{name!r} is not a row: say q0, e3, p1 or m2, or an event's id")
    if int(name[1:]) >= len(rows):
        raise UsageError(
            f"there is no row {name}: {KINDS[name[0]]} are numbered 0 to {len(rows) - 1}"
        )
    return rows[int(name[1:])]


def _facts(record: Record, row: object) -> Iterator[tuple[str, str]]:
    """Yield the fields of a row, every span with its words, and what is behind them."""
    if not is_dataclass(row):
        raise TypeError(row)
    for field in fields(row):
        for value in _shown(record, getattr(row, field.name)):
            yield field.name, value
    if isinstance(row, Event):
        yield from _behind(record, row)


def _shown(record: Record, value: object) -> Iterator[str]:
    if isinstance(value, Span):
        yield f"[{value.start}, {value.end}] “{value.of(record.document.text)}”"
    elif isinstance(value, tuple) and value and isinstance(value[0], Span):
        for part in value:
            yield from _shown(record, part)
    elif isinstance(value, tuple):
        yield " + ".join(map(str, value)) or "none"
    elif isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, date):
        yield value.isoformat()
    elif value is not None:
        yield str(value)


def _behind(record: Record, event: Event) -> Iterator[tuple[str, str]]:
    for role, span in (("actor", event.actor_span), ("recipient", event.recipient_span)):
        for mention in record.mentions:
            if span is not None and mention.span == span:
                yield f"{role} is", _why(record, mention)
    if event.entry is not None:
        yield "lexicon entry", entry_source(event.entry)


def _why(record: Record, mention: Mention) -> str:
    parts = [f"“{mention.span.of(record.document.text)}” by {mention.rule}"]
    if mention.antecedent is not None:
        parts.append(f"as “{mention.antecedent.of(record.document.text)}”")
    if mention.reason:
        parts.append(mention.reason)
    return ", ".join(parts)
