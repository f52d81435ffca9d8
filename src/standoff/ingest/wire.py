"""A report as an agency delivers it, field by field, into a document."""

from dataclasses import dataclass

from standoff.errors import InputError
from standoff.ingest.article import Found, bounded_document, problem, stated_date
from standoff.ingest.dateline import find_dateline
from standoff.ingest.options import ReadOptions
from standoff.ingest.text_reader import Stated
from standoff.model import Dateline, Span

WITHDRAWN = frozenset({"canceled", "cancelled", "withheld"})


@dataclass(frozen=True, slots=True)
class WireItem:
    """What an agency's format says of one report; ``paragraphs`` is its prose."""

    reader: str
    sha256: str
    paragraphs: list[str]
    id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    dateline: str | None = None
    status: str | None = None


def documents_from_item(item: WireItem, options: ReadOptions, where: str) -> Found:
    """Yield the report of an item, after the problem of a date that cannot be read.

    A dateline that stands apart from the prose is put before it, on a line of its own.
    """
    try:
        _refuse(item)
        day, faults = stated_date(item.published)
        for fault in faults:
            yield problem(fault, where)
        text, dateline, paragraphs = _laid_out(item)
        stated = Stated(item.id, item.title, item.url, item.publisher, day)
        yield bounded_document(
            text,
            stated,
            options,
            reader=item.reader,
            sha256=item.sha256,
            paragraphs=paragraphs,
            dateline=dateline,
        )
    except InputError as error:
        yield problem(error, where)


def _refuse(item: WireItem) -> None:
    status = (item.status or "").rpartition(":")[2].lower()
    if status in WITHDRAWN:
        raise InputError("withdrawn", f"the agency's status of this item is {status!r}")
    if not item.paragraphs:
        raise InputError("no-text", "the item holds no text")


def _laid_out(item: WireItem) -> tuple[str, Dateline | None, list[Span]]:
    """Return the text, the dateline in it, and where its paragraphs lie."""
    line = (item.dateline or "").strip()
    apart = bool(line) and not item.paragraphs[0].casefold().startswith(line.casefold()[:12])
    lines = [line, *item.paragraphs] if apart else item.paragraphs
    spans: list[Span] = []
    start = 0
    for words in lines:
        spans.append(Span(start, start + len(words)))
        start += len(words) + 1
    text = "\n".join(lines)
    return (text, _dateline(line), spans[1:]) if apart else (text, None, spans)


def _dateline(line: str) -> Dateline:
    """Return a dateline that fills its line; the place is what stands before a comma."""
    whole = Span(0, len(line))
    found = find_dateline(f"{line} – X", Span(0, len(line) + 4))
    if found is None:
        return Dateline(whole, line.split(",")[0].split("(")[0].strip() or None, None)
    return Dateline(whole, found.dateline.place, found.dateline.agency)
