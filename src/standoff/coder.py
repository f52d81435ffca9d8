"""The way in from Python: load once, read many reports."""

from datetime import date
from functools import lru_cache

from standoff.ingest.text_reader import document_from_text
from standoff.model import Document, Record
from standoff.parse.spacy import DEFAULT_MODEL
from standoff.pipeline import Kit, code_document


class Coder:
    """A loaded coder. Raises `DataErrors` where a data file is faulty."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.kit = Kit.load(model)

    def code(self, document: Document) -> Record:
        """Return the record of a document."""
        return code_document(document, self.kit)

    def read(
        self,
        text: str,
        *,
        published: date | str | None = None,
        id: str | None = None,  # noqa: A002  the record's own name for it
        title: str | None = None,
        publisher: str | None = None,
    ) -> Record:
        """Return the record of a report given as text; ``published`` is a date or ISO 8601."""
        day = date.fromisoformat(published) if isinstance(published, str) else published
        return self.code(
            document_from_text(text, id=id, title=title, publisher=publisher, published=day)
        )


@lru_cache(maxsize=1)
def _coder() -> Coder:
    return Coder()


def read(text: str, *, published: date | str | None = None) -> Record:
    """Return the record of one report, with a coder that is loaded on the first call."""
    return _coder().read(text, published=published)
