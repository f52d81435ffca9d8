"""What a reader may be told, and the bounds it must keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

FIELDS = ("id", "text", "title", "published", "publisher", "url")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read sources.

    ``published`` is the day of reports that state none. ``fields`` says which column or key
    fills which field (``{"published": "date"}``). ``fetch`` allows addresses of the web.
    ``max_bytes`` bounds one document as stored and what a compressed file may grow to at once,
    ``max_chars`` its text.
    """

    published: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    fetch: bool = False
    max_bytes: int = 20_000_000
    max_chars: int = 2_000_000

    def source(self, name: str) -> str:
        """Return the column or key that holds a field."""
        return self.fields.get(name, name)
