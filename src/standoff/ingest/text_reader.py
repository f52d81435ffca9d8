"""Plain text into a document: its prose, and what the press writes around it.

Not handled: several reports in one text.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from standoff.ingest.furniture import set_apart
from standoff.ingest.language import language_of
from standoff.ingest.lines import paragraphs_of
from standoff.model import Document, Span

_ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Stated:
    """What a source says of a report beside its text."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None


def document_from_text(  # noqa: PLR0913  the fields of a report, all of them by name
    text: str,
    *,
    id: str | None = None,  # noqa: A002  the record's own name for it
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
    reader: str = "text",
    source_sha256: str | None = None,
) -> Document:
    """Return a report given as text, which is kept code point for code point.

    What is not given is taken from the head of the text where it says so; nothing is guessed.
    """
    stated = Stated(id, title, url, publisher, published)
    return document_of(text, stated, reader=reader, source_sha256=source_sha256)


def document_of(
    text: str,
    stated: Stated,
    *,
    reader: str,
    source_sha256: str | None = None,
    paragraphs: list[Span] | None = None,
) -> Document:
    """Return a document; ``paragraphs`` are given where the source marks them."""
    text = _storable(text)
    digest = source_sha256 or sha256(text.encode()).hexdigest()
    found = set_apart(text, paragraphs_of(text) if paragraphs is None else paragraphs)
    prose = "\n".join(p.of(text) for p in found.paragraphs[:40])
    return Document(
        id=stated.id or digest[:_ID_LENGTH],
        text=text,
        title=stated.title or found.title,
        url=stated.url or found.url,
        publisher=stated.publisher or found.publisher,
        published=stated.published or found.published,
        language=language_of(prose),
        source_sha256=digest,
        reader=reader,
        dateline=found.dateline,
        paragraphs=tuple(found.paragraphs),
    )


def _storable(text: str) -> str:
    """Replace lone surrogates, which no file can hold, one character for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(
            "\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in text
        )
    return text
