"""A report as it was read, and where its parts lie."""

from dataclasses import dataclass
from datetime import date

from standoff.model.span import Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line before the first sentence: ``SEOUL (Reuters) -``."""

    span: Span
    place: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """One report; ``text`` is fixed at ingest and every offset counts in it.

    ``paragraphs`` are the stretches of prose; by-lines, credits and the dateline lie outside
    them. ``reader`` names the ingest module that made it.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    source_sha256: str = ""
    reader: str = "text"
    dateline: Dateline | None = None
    paragraphs: tuple[Span, ...] = ()
