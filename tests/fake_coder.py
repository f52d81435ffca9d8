"""A coder without a model: each word with a capital is an actor, each sentence an act.

It stands where runs and stores are tested; worker processes import it by name. Words in
capitals make it fail: CRASH ends the process, BUG raises, SLOW waits.
"""

import os
import re
import time
from collections.abc import Callable
from datetime import date
from hashlib import sha256

from standoff.errors import UsageError
from standoff.model import (
    Document,
    Event,
    MadeBy,
    Mention,
    MentionKind,
    Position,
    Problem,
    Quote,
    QuoteKind,
    Record,
    Sentence,
    Span,
    Stance,
    Status,
    When,
    Where,
)

# Letters of two code units, marks that combine, line ends and invisible characters.
ODD = (
    "Norway demand fish 🐟 of Iceland.\r\n"
    "Åland\u00a0met Ice\u00adland; “cafe\u0301” \u200fsaid."
)
MADE_BY = MadeBy("0", "data", "1", "1")
_SENTENCE = re.compile(r"[^\s.][^.]*\.?")
_NAME = re.compile(r"\b[A-Z]\w+")
_SAID = re.compile(r"“([^”]+)”")


def load(model: str) -> Callable[[Document], Record]:
    """Return the coder; the model "2" finds no quotes."""
    return lambda document: code(document, made_by(model))


def made_by(model: str) -> MadeBy:
    return MadeBy("0", "data", model, "1")


def document(text: str, id: str = "one", **fields) -> Document:  # noqa: A002
    source = sha256(text.encode()).hexdigest()
    return Document(id, text, source_sha256=source, paragraphs=(Span(0, len(text)),), **fields)


def code(document: Document, made_by: MadeBy = MADE_BY) -> Record:
    text = document.text
    _misbehave(text)
    sentences = tuple(
        Sentence(n, Span(*m.span()), 0) for n, m in enumerate(_SENTENCE.finditer(text))
    )
    mentions = tuple(_mention(Span(*m.span()), text) for m in _NAME.finditer(text))
    events = tuple(_event(n, s.span, mentions, document) for n, s in enumerate(sentences))
    quotes = () if made_by.model == "2" else tuple(map(_quote, _SAID.finditer(text)))
    positions = tuple(_position(e) for e in events if e.type == "REQUEST")
    problems = () if document.published else (Problem("fake", "undated", "no day"),)
    return Record(document, sentences, mentions, quotes, events, positions, problems, made_by)


def _misbehave(text: str) -> None:
    if "CRASH" in text:
        os._exit(3)
    if "BUG" in text:
        raise ValueError("this text holds a bug")
    if "SLOW" in text:
        time.sleep(0.3)


def _mention(span: Span, text: str) -> Mention:
    name = span.of(text)
    return Mention(span, span, MentionKind.NAME, (name[:3].upper(),), name, None, None, "fake")


def _event(number: int, span: Span, mentions: tuple[Mention, ...], document: Document) -> Event:
    inside = [m for m in mentions if span.start <= m.span.start < span.end]
    actor, recipient = (inside[0] if inside else None), (inside[1] if inside[1:] else None)
    first = span.of(document.text).split()[0]
    asked = "demand" in span.of(document.text)
    day = document.published
    return Event(
        id=f"e{document.id}-{number}",
        sentence=span,
        trigger=Span(span.start, span.start + len(first)),
        type="REQUEST" if asked else "CONSULT",
        mode=None,
        context=("legal",),
        cameo="100" if asked else None,
        actor=actor.actor if actor else (),
        actor_span=actor.span if actor else None,
        recipient=recipient.actor if recipient else (),
        recipient_span=recipient.span if recipient else None,
        status=Status.ACTUAL,
        attributed_to=(),
        condition=None,
        content=span if asked else None,
        when=When(day, day, "day", "published") if day else None,
        where=Where("Oslo", "dateline", None, "NOR", "1", 59.9127, 10.7461),
        rule="fake",
        evidence=(span,),
    )


def _quote(match: re.Match[str]) -> Quote:
    span = Span(*match.span(1))
    return Quote((span,), QuoteKind.DIRECT, None, None, None, (), "fake")


def _position(event: Event) -> Position:
    return Position(
        event.actor, Stance.DEMAND, event.recipient, "fish", event.content, event.sentence,
        None, "fake", (event.id,),
    )  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(text)


def load_nothing(model: str) -> Callable[[Document], Record]:
    raise UsageError("no such data")
