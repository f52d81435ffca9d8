"""The record of one report: what every stage found."""

from dataclasses import dataclass

from standoff.model.document import Document
from standoff.model.event import Event
from standoff.model.mention import Mention
from standoff.model.parse import Sentence
from standoff.model.position import Position
from standoff.model.problem import Problem
from standoff.model.quote import Quote


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a record: the audit trail.

    ``standoff`` is the release and, after a plus sign, a hash of the modules that decide rows.
    """

    standoff: str
    data_sha256: str
    model: str
    model_version: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything read from one report.

    ``quotes`` are words said; ``attributions`` the beliefs, intentions and feelings that the
    report ascribes to somebody.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    positions: tuple[Position, ...]
    problems: tuple[Problem, ...]
    made_by: MadeBy
    attributions: tuple[Quote, ...] = ()
