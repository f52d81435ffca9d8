"""Which attributions are quotes by the guide of the record."""

from standoff.model import Attitude, Quote, QuoteKind

_CLAUSES = frozenset({"direct", "clause", "fronted", "phrase", "adjective", "label"})
_WORDED = frozenset({"infinitive", "preposition", "nominal"})
_UNSAID = frozenset({"evidential", "interrogative"})


def is_quote(quote: Quote) -> bool:
    """Tell whether an attribution reports words said.

    Beliefs, plans and feelings are none, nor are noun phrases (*denied any role*), nor
    infinitives and phrases unless they hold marked words (*threatened to “counter”*).
    """
    shape = quote.rule.split(".")[0]
    if quote.attitude is not Attitude.SAID or (
        quote.speaker_span is None and quote.cue is None
    ):
        return False
    if quote.kind is QuoteKind.DIRECT:
        return True
    if quote.force in _UNSAID:
        return False
    if shape in _CLAUSES:
        return True
    return shape in _WORDED and quote.kind is QuoteKind.MIXED
