"""Who stands where on a matter."""

from dataclasses import dataclass
from enum import StrEnum

from standoff.model.span import Span


class Stance(StrEnum):
    """What a party says of a matter; see docs/record.md."""

    DEMAND = "demand"
    OFFER = "offer"
    ACCEPT = "accept"
    REFUSE = "refuse"
    DEFER = "defer"
    THREATEN = "threaten"
    ASSURE = "assure"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Position:
    """One stance of one party on one matter, with the sentence that states it.

    ``events`` are the ids of the events it rests on; ``attributed_to`` who reports the stance
    where the party itself does not; ``why_issue`` how the issue was found.
    """

    party: tuple[str, ...]
    stance: Stance
    addressee: tuple[str, ...]
    issue: str | None
    content: Span | None
    evidence: Span
    condition: Span | None
    rule: str
    events: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    why_issue: str | None = None
