"""The types that flow from stage to stage."""

from standoff.model.document import Dateline, Document
from standoff.model.event import Event, Status, When, Where
from standoff.model.mention import Mention, MentionKind, Mentions
from standoff.model.parse import Parse, Sentence, Token
from standoff.model.position import Position, Stance
from standoff.model.problem import Problem
from standoff.model.quote import Attitude, Quote, QuoteKind
from standoff.model.record import MadeBy, Record
from standoff.model.span import Span

__all__ = [
    "Attitude",
    "Dateline",
    "Document",
    "Event",
    "MadeBy",
    "Mention",
    "MentionKind",
    "Mentions",
    "Parse",
    "Position",
    "Problem",
    "Quote",
    "QuoteKind",
    "Record",
    "Sentence",
    "Span",
    "Stance",
    "Status",
    "Token",
    "When",
    "Where",
]
