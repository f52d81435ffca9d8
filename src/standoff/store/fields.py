"""Which field of format 1 lies in which column: a span is two columns, the rest one."""

from dataclasses import dataclass
from typing import Any

VALUE = "value"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row of format 1 and the columns that hold it."""

    name: str
    columns: tuple[str, ...]

    @property
    def is_span(self) -> bool:
        """Tell a span from any other value."""
        return len(self.columns) == 2


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of row: its key in format 1, its table, and what a row is known by.

    ``identity`` are the fields that make its id: where it stands and what it is.
    """

    name: str
    table: str
    prefix: str
    fields: tuple[Field, ...]
    identity: tuple[str, ...]


def _span(name: str) -> Field:
    stem = name.removesuffix("_span")
    return Field(name, (f"{stem}_start", f"{stem}_end"))


def _value(name: str, column: str | None = None) -> Field:
    return Field(name, (column or name,))


def _values(names: str) -> tuple[Field, ...]:
    return tuple(map(_value, names.split()))


MENTIONS = Kind(
    "mentions", "mention_rows", "m",
    (_span("span"), _span("head"), *_values("kind actor name role sector"),
     _span("antecedent"), *_values("rule reason")),
    ("span", "head"),
)  # fmt: skip
EVENTS = Kind(
    "events", "event_rows", "e",
    (_value("id"), _span("sentence"), _span("trigger"),
     *_values("type mode context cameo actor"),
     _span("actor_span"), _value("recipient"), _span("recipient_span"),
     *_values("status attributed_to"), _span("condition"), _span("content"),
     *_values("date date_basis date_precision date_earliest date_latest"), _span("date_span"),
     *_values("place place_basis"), _span("place_span"),
     *_values("place_country place_id latitude longitude rule entry frame"),
     _value("quote", "quote_number"), _value("evidence", "evidence_spans"),
     _value("reciprocal")),
    ("id",),
)  # fmt: skip
_QUOTE_FIELDS = (
    _value("quote", "quote_spans"), _value("kind"), _span("cue"), _value("cue_lemma"),
    _span("speaker_span"),
    *_values("speaker speaker_actor attitude force"), _value("inside", "inside_number"),
    _value("rule"),
)  # fmt: skip
QUOTES = Kind("quotes", "quote_rows", "q", _QUOTE_FIELDS, ("quote", "cue"))
ATTRIBUTIONS = Kind("attributions", "quote_rows", "a", _QUOTE_FIELDS, ("quote", "cue"))
POSITIONS = Kind(
    "positions", "position_rows", "p",
    (*_values("party stance addressee issue why_issue"), _span("content"), _span("evidence"),
     _span("condition"), *_values("attributed_to rule"), _value("from", "event_ids")),
    ("party", "stance", "content", "evidence"),
)  # fmt: skip
KINDS = {kind.name: kind for kind in (MENTIONS, EVENTS, QUOTES, ATTRIBUTIONS, POSITIONS)}
TABLES = tuple(dict.fromkeys(kind.table for kind in KINDS.values()))


def columns_of(kind: Kind, row: Row) -> Row:
    """Return a row of format 1 as the columns of its table."""
    found: Row = {}
    for field in kind.fields:
        value = row.get(field.name)
        if field.is_span:
            found.update(zip(field.columns, value or (None, None), strict=True))
        else:
            found[field.columns[0]] = value
    return found


def fields_of(kind: Kind, columns: Row) -> Row:
    """Return the columns of a row as a row of format 1."""
    found: Row = {}
    for field in kind.fields:
        first = columns[field.columns[0]]
        if not field.is_span:
            found[field.name] = first
        else:
            found[field.name] = None if first is None else [first, columns[field.columns[1]]]
    return found
