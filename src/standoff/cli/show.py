"""A record in the terminal: the report with highlights, then what was found in it."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from standoff.model import Event, Position, Quote, Record, Span, Status

STYLES = {
    "quote": "italic cyan",
    "actor": "bold green",
    "trigger": "bold yellow",
    "condition": "magenta",
}
WORDS = 90


def show_record(record: Record) -> None:
    """Print a record: sentences with highlights, quotes, events, positions, problems."""
    console = Console()
    document = record.document
    facts = (
        document.publisher,
        document.published,
        document.dateline and document.dateline.place,
    )
    console.rule(escape(document.title or document.id))
    console.print(Text(" · ".join(str(f) for f in facts if f), style="dim"))
    for sentence in record.sentences:
        console.print(_highlighted(record, sentence.span), soft_wrap=False)
    console.print()
    console.print(Text.assemble("Legend: ", *((f" {n} ", s) for n, s in STYLES.items())))
    for table in (_quotes(record), _events(record), _positions(record)):
        console.print(table)
    for problem in record.problems:
        console.print(
            Text(f"problem: {problem.message} [{problem.stage}/{problem.code}]", "dim red")
        )


def _highlighted(record: Record, span: Span) -> Text:
    text = Text(span.of(record.document.text))
    marked: list[tuple[Span | None, str]] = []
    marked += [(part, STYLES["quote"]) for quote in record.quotes for part in quote.parts]
    marked += [(m.span, STYLES["actor"]) for m in record.mentions if m.actor]
    marked += [(event.condition, STYLES["condition"]) for event in record.events]
    marked += [(event.trigger, STYLES["trigger"]) for event in record.events]
    for part, style in marked:
        if part is not None and part.start < span.end and span.start < part.end:
            text.stylize(
                style, max(0, part.start - span.start), min(part.end, span.end) - span.start
            )
    return text


def _words(record: Record, span: Span | None) -> Text:
    if span is None:
        return Text("")
    words = " ".join(span.of(record.document.text).split())
    return Text(words if len(words) <= WORDS else f"{words[: WORDS - 1]}…")


def _codes(codes: tuple[str, ...]) -> Text:
    return Text(" + ".join(codes), style="bold")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", expand=True)
    for number, column in enumerate(columns):
        wide = number == len(columns) - 1
        table.add_column(column, ratio=1 if wide else None, no_wrap=column in {"#", "date"})
    return table


def _quotes(record: Record) -> Table:
    table = _table("Quotes", "#", "speaker", "kind", "cue", "words")
    for number, quote in enumerate(record.quotes):
        table.add_row(
            f"q{number}",
            _speaker(quote),
            quote.kind.value,
            _words(record, quote.cue),
            _said(record, quote),
        )
    return table


def _speaker(quote: Quote) -> Text:
    codes = f" ({' + '.join(quote.speaker_actor)})" if quote.speaker_actor else ""
    return Text((quote.speaker or "unknown") + codes)


def _said(record: Record, quote: Quote) -> Text:
    return Text(" … ").join(_words(record, part) for part in quote.parts)


def _events(record: Record) -> Table:
    table = _table("Events", "#", "date", "who → whom", "type", "what")
    for number, event in enumerate(record.events):
        day = event.when.day.isoformat() if event.when and event.when.day else ""
        sides = Text(" → ").join([_codes(event.actor), _codes(event.recipient)])
        kind = event.type if event.status is Status.ACTUAL else f"{event.type} ({event.status})"
        table.add_row(f"e{number}", day, sides, kind, _what(record, event))
    return table


def _what(record: Record, event: Event) -> Text:
    parts = [Text(event.trigger.of(record.document.text), style=STYLES["trigger"])]
    if event.content is not None:
        parts.append(_words(record, event.content))
    if event.condition is not None:
        condition = _words(record, event.condition)
        condition.stylize(STYLES["condition"])
        parts.append(condition)
    return Text(" | ").join(parts)


def _positions(record: Record) -> Table:
    table = _table("Positions", "#", "party", "stance", "addressee", "issue", "words")
    for number, position in enumerate(record.positions):
        table.add_row(
            f"p{number}",
            _codes(position.party),
            position.stance.value,
            _codes(position.addressee),
            Text(position.issue or ""),
            _stated(record, position),
        )
    return table


def _stated(record: Record, position: Position) -> Text:
    return _words(record, position.content or position.evidence)
