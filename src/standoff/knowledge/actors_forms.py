"""Written forms of actors' names, and what each may stand for."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SPACES = "\n\t\r\u00a0\u2009\u202f"
HYPHENS = "\u2010\u2011\u2012"
APOSTROPHES = "\u2018\u2019\u02bc"
UNDECOMPOSED = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}


def _folding() -> dict[int, str]:
    table = {ord(k): v for k, v in UNDECOMPOSED.items()}
    table |= dict.fromkeys(map(ord, SPACES), " ")
    table |= dict.fromkeys(map(ord, HYPHENS), "-")
    table |= dict.fromkeys(map(ord, APOSTROPHES), "'")
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table


FOLDING = _folding()


def fold(text: str) -> str:
    """Return text of the same length without accents, line breaks or curly apostrophes.

    >>> fold("Erdoğan’s")
    "Erdogan's"
    """
    return text if text.isascii() and "\n" not in text else text.translate(FOLDING)


class FormKind(StrEnum):
    """What sort of name a form is."""

    NAME = "name"
    DEMONYM = "demonym"
    DEMONYM_PLURAL = "demonym_plural"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    SEAT = "seat"
    REGION = "region"
    ORGANISATION = "organisation"
    GROUP = "group"
    INSTITUTION = "institution"
    PERSON = "person"
    CONTEXT = "context"
    DEFINITE = "definite"  # a context's form that needs "the" before it


@dataclass(frozen=True, slots=True)
class Referent:
    """One thing a form may stand for, and when it did."""

    kind: FormKind
    id: str
    start: date | None = None
    end: date | None = None

    def holds(self, day: date | None) -> bool:
        """Tell whether the form stood for this on a day; any day where none is given."""
        if day is None:
            return True
        return not ((self.start and day < self.start) or (self.end and day > self.end))


Index = dict[str, tuple[Referent, ...]]


def index_of(pairs: Iterable[tuple[str, Referent]]) -> Index:
    """Return the referents by folded form."""
    found: dict[str, list[Referent]] = {}
    for form, referent in pairs:
        found.setdefault(fold(form), []).append(referent)
    return {form: tuple(dict.fromkeys(referents)) for form, referents in found.items()}
