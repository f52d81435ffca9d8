"""The fields of a report, as a row or an object states them, into a document."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from standoff.errors import InputError
from standoff.ingest.bounded import too_large
from standoff.ingest.dates import parse_date
from standoff.ingest.options import ReadOptions
from standoff.ingest.text_reader import Stated, document_of
from standoff.model import Dateline, Document, Problem, Span

Found = Iterator[Document | Problem]
_SHOWN_KEYS = 8


def problem(error: InputError, where: str = "") -> Problem:
    """Return why a document, or a field of it, could not be read."""
    return Problem("ingest", error.code, f"{where}: {error}" if where else str(error))


def at(origin: str, place: str) -> str:
    """Name a place inside a source: ``news.zip/a.jsonl, line 3``."""
    return f"{origin}, {place}" if origin else place


def documents_from_row(
    row: Mapping[str, object], options: ReadOptions, *, reader: str, sha256: str, where: str
) -> Found:
    """Yield the report that a row's fields state, after the problems of single fields."""
    try:
        text = _text(row, options)
        stated, problems = _stated(row, options)
    except InputError as error:
        yield problem(error, where)
        return
    for fault in problems:
        yield problem(fault, where)
    yield bounded_document(text, stated, options, reader=reader, sha256=sha256)


def bounded_document(  # noqa: PLR0913  a document's parts, by name
    text: str,
    stated: Stated,
    options: ReadOptions,
    *,
    reader: str,
    sha256: str,
    paragraphs: list[Span] | None = None,
    dateline: Dateline | None = None,
) -> Document:
    """Return a document, dated as the options say where it has no date of its own.

    Raises `InputError` ``too-large`` where its text is longer than allowed.
    """
    if len(text) > options.max_chars:
        raise too_large("characters", options.max_chars)
    document = document_of(
        text, stated, reader=reader, source_sha256=sha256, paragraphs=paragraphs
    )
    return replace(
        document,
        published=document.published or options.published,
        dateline=dateline or document.dateline,
    )


def stated_date(text: str | None) -> tuple[date | None, list[InputError]]:
    """Return the day a source states; none, and why, where it cannot be read."""
    if text is None or not text.strip():
        return None, []
    try:
        return parse_date(text), []
    except InputError as error:
        return None, [error]


def _text(row: Mapping[str, object], options: ReadOptions) -> str:
    name = options.source("text")
    text = _value(row, name)
    if isinstance(text, str) and text.strip():
        if len(text) > options.max_chars:
            raise too_large("characters", options.max_chars)
        return text
    keys = ", ".join(map(str, list(row)[:_SHOWN_KEYS])) or "none"
    why = f"{name!r} holds no text (there are: {keys}); name another with --map text=…"
    raise InputError("no-text", why)


def _stated(row: Mapping[str, object], options: ReadOptions) -> tuple[Stated, list[InputError]]:
    values: dict[str, str | None] = {}
    problems: list[InputError] = []
    for name in ("id", "title", "url", "publisher", "published"):
        value = _value(row, options.source(name))
        if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
            values[name] = str(value).strip() or None if value is not None else None
        else:
            values[name] = None
            problems.append(InputError("bad-field", f"{name!r} is neither text nor a number"))
    day, faults = stated_date(values.pop("published"))
    return Stated(**values, published=day), problems + faults


def _value(row: Mapping[str, object], name: str) -> object:
    """Return a field; ``meta.date`` looks inside ``meta`` where no key is called so."""
    if name in row:
        return row[name]
    value: object = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
