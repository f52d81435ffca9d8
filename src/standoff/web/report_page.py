"""One self-contained page of records: each report with highlights, its tables beside it.

Nothing is loaded from elsewhere and nothing from the report is ever markup: every character
is escaped, and the page's policy allows only its own style and script, by their hashes.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from html import escape
from itertools import pairwise
from pathlib import Path

from standoff.model import Event, Position, Quote, Record, Span

STATIC = Path(__file__).parent / "static"
HIGHLIGHTS = {"q": "in-quote", "e": "in-event", "p": "in-position", "m": "is-actor"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a report that belong to a row; ``row`` is its name on the page."""

    span: Span
    row: str


def report_page(records: tuple[Record, ...]) -> str:
    """Return the page of some records as HTML."""
    style, script = _asset("report.css"), _asset("report.js")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
    title = (
        escape(records[0].document.title or records[0].document.id) if records else "Standoff"
    )
    body = "".join(_report(record, number) for number, record in enumerate(records))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{style}</style></head>"
        f"<body>{body}<script>{script}</script></body></html>\n"
    )


@lru_cache
def _asset(name: str) -> str:
    return (STATIC / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _report(record: Record, number: int) -> str:
    document = record.document
    facts = (document.publisher, document.published, document.url)
    line = " · ".join(escape(str(fact)) for fact in facts if fact)
    key = f"r{number}-"
    tables = _quotes(record, key) + _events(record, key) + _positions(record, key)
    problems = "".join(
        f'<p class="problem">{escape(p.message)} [{escape(p.stage)}/{escape(p.code)}]</p>'
        for p in record.problems
    )
    return (
        f"<header><h1>{escape(document.title or document.id)}</h1><p>{line}</p></header>"
        f"<main><article>{_text(record, key)}</article>"
        f"<section>{tables}{problems}</section></main>"
    )


def _text(record: Record, key: str) -> str:
    """Return the report's text with its marks; where marks overlap the text is cut."""
    text = record.document.text
    marks = tuple(_marks(record, key))
    edges = sorted({0, len(text), *(e for m in marks for e in (m.span.start, m.span.end))})
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
    parts, live = [], list[Mark]()
    for start, end in pairwise(edges):
        live = [m for m in live if m.span.end > start] + opening.get(start, [])
        parts.append(_stretch(text[start:end], live, key))
    return "".join(parts)


def _stretch(words: str, live: list[Mark], key: str) -> str:
    if not live:
        return escape(words)
    classes = " ".join(dict.fromkeys(HIGHLIGHTS[m.row.removeprefix(key)[0]] for m in live))
    names = " ".join(dict.fromkeys(m.row for m in live))
    return f'<span class="{classes}" data-rows="{names}">{escape(words)}</span>'


def _marks(record: Record, key: str) -> Iterator[Mark]:
    for number, quote in enumerate(record.quotes):
        spans = (*quote.parts, quote.cue, quote.speaker_span)
        yield from _each(spans, f"{key}q{number}")
    for number, event in enumerate(record.events):
        spans = (
            event.trigger,
            event.actor_span,
            event.recipient_span,
            event.condition,
            event.content,
        )
        yield from _each(spans, f"{key}e{number}")
    for number, position in enumerate(record.positions):
        yield from _each((position.content or position.evidence,), f"{key}p{number}")
    for number, mention in enumerate(record.mentions):
        if mention.actor:
            yield Mark(mention.head, f"{key}m{number}")


def _each(spans: Iterable[Span | None], row: str) -> Iterator[Mark]:
    return (Mark(span, row) for span in spans if span is not None)


def _table(title: str, columns: tuple[str, ...], rows: Iterable[str]) -> str:
    head = "".join(f"<th>{escape(c)}</th>" for c in columns)
    return (
        f'<h2>{escape(title)}</h2><div class="scroll"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _row(name: str, cells: Iterable[tuple[str, str]], why: str) -> str:
    inner = "".join(f'<td class="{kind}">{escape(words)}</td>' for kind, words in cells)
    return f'<tr tabindex="0" data-row="{name}" title="{escape(why)}">{inner}</tr>'


def _words(record: Record, *spans: Span | None) -> str:
    return " … ".join(" ".join(s.of(record.document.text).split()) for s in spans if s)


def _codes(codes: tuple[str, ...]) -> tuple[str, str]:
    return "codes", " + ".join(codes)


def _quotes(record: Record, key: str) -> str:
    def row(number: int, quote: Quote) -> str:
        cells = (
            ("", quote.speaker or "unknown"),
            _codes(quote.speaker_actor),
            ("", quote.kind.value),
            ("", _words(record, quote.cue)),
            ("words", _words(record, *quote.parts)),
        )
        return _row(f"{key}q{number}", cells, quote.rule)

    columns = ("speaker", "actor", "kind", "cue", "words")
    return _table("Quotes", columns, (row(n, q) for n, q in enumerate(record.quotes)))


def _events(record: Record, key: str) -> str:
    def row(number: int, event: Event) -> str:
        day = event.when.day if event.when else None
        cells = (
            ("", day.isoformat() if day else ""),
            _codes(event.actor),
            ("", event.type),
            _codes(event.recipient),
            ("words", _words(record, event.trigger)),
            ("words", _words(record, event.content)),
            ("words", _words(record, event.condition)),
            (event.status.value, event.status.value),
            ("", event.where.name if event.where else ""),
        )
        return _row(f"{key}e{number}", cells, f"{event.entry or event.rule}: {event.frame}")

    columns = (
        "date",
        "actor",
        "type",
        "recipient",
        "trigger",
        "content",
        "condition",
        "status",
        "place",
    )
    return _table("Events", columns, (row(n, e) for n, e in enumerate(record.events)))


def _positions(record: Record, key: str) -> str:
    def row(number: int, position: Position) -> str:
        cells = (
            _codes(position.party),
            ("", position.stance.value),
            _codes(position.addressee),
            ("", position.issue or ""),
            ("words", _words(record, position.content)),
            ("words", _words(record, position.condition)),
        )
        return _row(f"{key}p{number}", cells, position.rule)

    columns = ("party", "stance", "addressee", "issue", "content", "condition")
    return _table("Positions", columns, (row(n, p) for n, p in enumerate(record.positions)))
