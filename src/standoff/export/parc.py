"""Attributions as source, cue and content spans, as the corpora of quotation have them."""

from collections.abc import Iterable
from typing import Any

from standoff.model import Quote, Span


def quotes_to_parc(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    """Return the rows of a report's attributions, in text order.

    Those corpora annotate one level: an attribution inside another's words is left out.
    """
    return [
        {
            "source": _spans(quote.speaker_span),
            "cue": _spans(quote.cue),
            "content": [[part.start, part.end] for part in quote.parts],
        }
        for quote in quotes
        if quote.inside is None
    ]


def _spans(span: Span | None) -> list[list[int]]:
    return [[span.start, span.end]] if span else []
