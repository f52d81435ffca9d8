"""The record as tidy tables: a row an event, quote, position, mention or document.

CSV, JSON lines and Parquet have the same columns and hold every row with its status. Spans are
two columns, their words a third.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from standoff.export.coding import codes
from standoff.export.column import Column, Row, Value
from standoff.export.report import Report


@dataclass(frozen=True, slots=True)
class Item:
    """One row of one report, with its number among its kind."""

    report: Report
    row: Row
    number: int


@dataclass(frozen=True, slots=True)
class Table:
    """A tidy table: its columns, and where its rows lie in a record."""

    columns: tuple[Column, ...]
    items: Callable[[Report], Iterable[Row]]

    def rows(self, report: Report) -> Iterator[dict[str, Value]]:
        """Yield the rows of one report, a value a column."""
        for number, row in enumerate(self.items(report)):
            item = Item(report, row, number)
            yield {column.name: column.get(item) for column in self.columns}


def _field(name: str, type_: str, doc: str, column: str | None = None) -> Column:
    return Column(column or name, type_, doc, lambda item: item.row[name])


def _span(name: str, doc: str, field: str | None = None) -> tuple[Column, ...]:
    """Return a span's two columns and its words."""
    key = field or name

    def end(which: int) -> Callable[[Item], int | None]:
        def value(item: Item) -> int | None:
            found: list[int] | None = item.row[key]
            return found[which] if found else None

        return value

    return (
        Column(f"{name}_start", "integer", f"{doc}: where it begins, in code points", end(0)),
        Column(f"{name}_end", "integer", f"{doc}: the code point after its last", end(1)),
        Column(f"{name}_text", "text", doc, lambda item: item.report.cut(item.row[key])),
    )


_DOCUMENT_ID = Column("document_id", "text", "the document's id", lambda item: item.report.id)
_NUMBER = Column("number", "integer", "counts from 0 within the document", lambda i: i.number)
_PUBLISHED = Column("published", "day", "the day of publication",
                    lambda item: item.report.row["published"])  # fmt: skip

DOCUMENTS = (
    _DOCUMENT_ID,
    _field("title", "text", "its title"),
    _PUBLISHED,
    _field("publisher", "text", "who published it"),
    _field("url", "text", "its address"),
    _field("language", "text", "ISO 639-1"),
    Column("made_by", "text", "what made the record", lambda item: item.report.coder),
    _field("text", "text", "the text that every offset counts in"),
)
EVENTS = (
    _DOCUMENT_ID,
    _field("id", "text", "the event's id", "event_id"),
    _field("type", "text", "the PLOVER type"),
    _field("mode", "text", "the PLOVER mode"),
    _field("context", "list", "the PLOVER contexts"),
    Column("cameo", "text", "the CAMEO code, or its type's root (120) where none is kept",
           lambda item: codes().cameo(item.row)),
    Column("quad_class", "integer", "1 verbal and 2 material cooperation, 3 and 4 conflict",
           lambda item: codes().quad_class(item.row)),
    Column("goldstein", "number", "the type's score on Goldstein's scale",
           lambda item: codes().goldstein(item.row)),
    _field("status", "text", "actual, past, future, conditional, negated or hypothetical"),
    _field("actor", "list", "who did it: codes"),
    *_span("actor", "the words that name the actor", "actor_span"),
    _field("recipient", "list", "to whom: codes"),
    *_span("recipient", "the words that name the recipient", "recipient_span"),
    *_span("trigger", "the words of the act"),
    *_span("content", "what is demanded, offered, refused …"),
    *_span("condition", "what it depends on"),
    *_span("sentence", "the sentence"),
    _field("attributed_to", "list", "who asserts it, where the report itself does not"),
    _field("date", "day", "the day of the act"),
    _field("date_basis", "text", "how the day is known"),
    _field("date_precision", "text", "day, week, month, year or open"),
    _field("date_earliest", "day", "the first day it may have been"),
    _field("date_latest", "day", "the last day it may have been"),
    *_span("date", "the words of the date", "date_span"),
    _field("place", "text", "where"),
    _field("place_basis", "text", "how the place is known"),
    *_span("place", "the words of the place", "place_span"),
    _field("place_country", "text", "ISO 3166 alpha-3"),
    _field("place_id", "text", "the place's number at GeoNames"),
    _field("latitude", "number", "degrees north"),
    _field("longitude", "number", "degrees east"),
    _field("quote", "integer", "the number of the quote that tells it"),
    _field("reciprocal", "flag", "whether it is done by both sides alike"),
    _field("rule", "text", "the rule that made the row"),
    _field("entry", "text", "the entry of the lexicon that matched"),
    _PUBLISHED,
)  # fmt: skip
QUOTES = (
    _DOCUMENT_ID,
    _NUMBER,
    _field("kind", "text", "direct, indirect or mixed"),
    _field("attitude", "text", "said, or believed, intended, felt"),
    _field("force", "text", "assertive, directive, commissive or denying"),
    _field("speaker", "text", "the speaker's name"),
    _field("speaker_actor", "list", "for whom: codes"),
    *_span("speaker", "the words that name the speaker", "speaker_span"),
    *_span("cue", "the words that report"),
    _field("cue_lemma", "text", "the cue's dictionary form"),
    Column("quote_start", "integer", "where the quote begins, in code points",
           lambda item: item.row["quote"][0][0]),
    Column("quote_end", "integer", "the code point after its last",
           lambda item: item.row["quote"][-1][1]),
    Column("quote_spans", "list", "each part as start:end",
           lambda item: [f"{start}:{end}" for start, end in item.row["quote"]]),
    Column("quote_parts", "list", "the words of each part",
           lambda item: item.report.cut_all(item.row["quote"])),
    _field("inside", "integer", "the number of the quote that holds this one"),
    _field("rule", "text", "the rule that made the row"),
    _PUBLISHED,
)  # fmt: skip
POSITIONS = (
    _DOCUMENT_ID,
    _NUMBER,
    _field("party", "list", "whose stance: codes"),
    _field(
        "stance", "text", "demand, offer, accept, refuse, defer, threaten, assure, condition"
    ),
    _field("addressee", "list", "to whom: codes"),
    _field("issue", "text", "the matter"),
    _field("why_issue", "text", "how the matter was found"),
    *_span("content", "what is demanded, offered, refused …"),
    *_span("condition", "what it depends on"),
    *_span("evidence", "the sentence"),
    _field("attributed_to", "list", "who reports it, where the party itself does not"),
    _field("from", "list", "ids of the events it rests on", "events"),
    _field("rule", "text", "the rule that made the row"),
    _PUBLISHED,
)
MENTIONS = (
    _DOCUMENT_ID,
    _NUMBER,
    _field("kind", "text", "name, role, group, place, description, pronoun or modifier"),
    _field("actor", "list", "whom it names: codes"),
    _field("name", "text", "the resolved name"),
    _field("role", "text", "the office on the day"),
    _field("sector", "text", "GOV, MIL, REB …"),
    *_span("mention", "the whole phrase", "span"),
    *_span("head", "its head word"),
    *_span("antecedent", "the mention it was resolved to"),
    _field("rule", "text", "the rule that made the row"),
    _field("reason", "text", "why it was resolved so"),
)


def _rows(name: str) -> Callable[[Report], Iterable[Row]]:
    return lambda report: report.row[name]


TABLES = {
    "documents": Table(DOCUMENTS, lambda report: (report.row,)),
    "events": Table(EVENTS, _rows("events")),
    "quotes": Table(QUOTES, _rows("quotes")),
    "attributions": Table(QUOTES, lambda report: report.row.get("attributions", ())),
    "positions": Table(POSITIONS, _rows("positions")),
    "mentions": Table(MENTIONS, _rows("mentions")),
}


def codebook() -> Iterator[dict[str, Value]]:
    """Yield a row for each column of each table."""
    for name, table in TABLES.items():
        for column in table.columns:
            yield {
                "table": name,
                "column": column.name,
                "type": column.type,
                "holds": column.doc,
            }
