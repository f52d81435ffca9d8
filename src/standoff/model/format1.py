"""The record as JSON, format 1: the contract with every reader outside."""

import json
from datetime import date
from typing import Any

from standoff.model.event import Event, When, Where
from standoff.model.mention import Mention
from standoff.model.position import Position
from standoff.model.problem import Problem
from standoff.model.quote import Quote
from standoff.model.record import Record
from standoff.model.span import Span

FORMAT = 1
Row = dict[str, Any]


def to_json(record: Record) -> str:
    """Return a record as one line of JSON."""
    return json.dumps(to_row(record), ensure_ascii=False, separators=(",", ":"))


def to_row(record: Record) -> Row:
    """Return a record as the plain objects of format 1."""
    document, made_by = record.document, record.made_by
    return {
        "format": FORMAT,
        "id": document.id,
        "title": document.title,
        "published": _iso(document.published),
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "text": document.text,
        "sentences": [_span(s.span) for s in record.sentences],
        "mentions": [_mention(m) for m in record.mentions],
        "events": [_event(e) for e in record.events],
        "quotes": [_quote(q) for q in record.quotes],
        "attributions": [_quote(q) for q in record.attributions],
        "positions": [_position(p) for p in record.positions],
        "problems": [_problem(p) for p in record.problems],
        "made_by": {
            "standoff": made_by.standoff,
            "data_sha256": made_by.data_sha256,
            "model": made_by.model,
            "model_version": made_by.model_version,
        },
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _mention(mention: Mention) -> Row:
    return {
        "span": _span(mention.span),
        "head": _span(mention.head),
        "kind": mention.kind.value,
        "actor": list(mention.actor),
        "name": mention.name,
        "role": mention.role,
        "sector": mention.sector,
        "antecedent": _span(mention.antecedent),
        "rule": mention.rule,
        "reason": mention.reason,
    }


def _event(event: Event) -> Row:
    return {
        "id": event.id,
        "sentence": _span(event.sentence),
        "trigger": _span(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "cameo": event.cameo,
        "actor": list(event.actor),
        "actor_span": _span(event.actor_span),
        "recipient": list(event.recipient),
        "recipient_span": _span(event.recipient_span),
        "status": event.status.value,
        "attributed_to": list(event.attributed_to),
        "condition": _span(event.condition),
        "content": _span(event.content),
        **_when(event.when),
        **_where(event.where),
        "rule": event.rule,
        "entry": event.entry,
        "frame": event.frame,
        "quote": event.quote,
        "evidence": [_span(s) for s in event.evidence],
        "reciprocal": event.reciprocal,
    }


def _when(when: When | None) -> Row:
    return {
        "date": _iso(when.day) if when else None,
        "date_basis": when.basis if when else None,
        "date_precision": when.precision if when else None,
        "date_earliest": _iso(when.earliest) if when else None,
        "date_latest": _iso(when.latest) if when else None,
        "date_span": _span(when.span) if when else None,
    }


def _where(where: Where | None) -> Row:
    return {
        "place": where.name if where else None,
        "place_basis": where.basis if where else None,
        "place_span": _span(where.span) if where else None,
        "place_country": where.country if where else None,
        "place_id": where.place_id if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
    }


def _quote(quote: Quote) -> Row:
    return {
        "quote": [_span(part) for part in quote.parts],
        "kind": quote.kind.value,
        "cue": _span(quote.cue),
        "cue_lemma": quote.cue_lemma,
        "speaker_span": _span(quote.speaker_span),
        "speaker": quote.speaker,
        "speaker_actor": list(quote.speaker_actor),
        "attitude": quote.attitude.value,
        "force": quote.force,
        "inside": quote.inside,
        "rule": quote.rule,
    }


def _position(position: Position) -> Row:
    return {
        "party": list(position.party),
        "stance": position.stance.value,
        "addressee": list(position.addressee),
        "issue": position.issue,
        "why_issue": position.why_issue,
        "content": _span(position.content),
        "evidence": _span(position.evidence),
        "condition": _span(position.condition),
        "attributed_to": list(position.attributed_to),
        "rule": position.rule,
        "from": list(position.events),
    }


def _problem(problem: Problem) -> Row:
    return {
        "stage": problem.stage,
        "code": problem.code,
        "message": problem.message,
        "span": _span(problem.span),
    }
