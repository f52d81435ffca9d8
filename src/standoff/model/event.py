"""Who did what to whom, and whether it happened."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from standoff.model.span import Span


class Status(StrEnum):
    """Whether the act happened; see docs/record.md."""

    ACTUAL = "actual"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class When:
    """The days an act may have happened on, both included.

    ``precision`` is day, week, month, year or open; ``basis`` explicit, relative, published or
    lead (a lead told as news has the published date).
    """

    earliest: date | None
    latest: date | None
    precision: str
    basis: str
    span: Span | None = None

    @property
    def day(self) -> date | None:
        """Return the day, where the report gives one."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an act; ``basis`` is explicit or dateline, ids from the gazetteer."""

    name: str
    basis: str
    span: Span | None = None
    country: str | None = None
    place_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One act. Codes as in the guide of the record; spans count in the document.

    ``entry`` is the lexicon entry that matched, ``rule`` the way it was read (a lexicon frame
    or a speech act), ``frame`` the clause frame in words, for `standoff explain`.
    ``attributed_span`` is the mention of who asserts it. ``quote`` is the index of the quote
    whose words hold it.
    """

    id: str
    sentence: Span
    trigger: Span
    type: str
    mode: str | None
    context: tuple[str, ...]
    cameo: str | None
    actor: tuple[str, ...]
    actor_span: Span | None
    recipient: tuple[str, ...]
    recipient_span: Span | None
    status: Status
    attributed_to: tuple[str, ...]
    condition: Span | None
    content: Span | None
    when: When | None
    where: Where | None
    rule: str
    entry: str | None = None
    frame: str | None = None
    quote: int | None = None
    evidence: tuple[Span, ...] = ()
    reciprocal: bool = False
