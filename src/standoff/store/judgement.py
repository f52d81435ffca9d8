"""What a person says of a row: appended, never changed, and stronger than the coder."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any


class JudgementKind(StrEnum):
    """What a judgement does to what the views show."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    MERGE = "merge"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement, with who made it and when (UTC).

    ``confirm``, ``reject`` and ``correct`` name a row: ``target_table`` (events, quotes,
    attributions, positions, mentions) and ``target_id``; the last verdict counts. ``correct``
    gives a ``field`` of format 1 its ``value``. ``add`` gives a whole row of format 1 as
    ``value`` and its report as ``document_id``. ``rename`` and ``merge`` say that the name
    ``target_id`` of ``target_table`` "issues" or "actors" is shown as ``value``.
    """

    author: str
    made_at: datetime
    kind: JudgementKind
    target_table: str
    target_id: str | None = None
    field: str | None = None
    value: Any = None
    note: str | None = None
    document_id: str | None = None

    @property
    def id(self) -> str:
        """Return an id made of the judgement's content."""
        parts = (self.author, self.made_at.isoformat(), self.kind.value, self.target_table,
                 self.target_id, self.field, self.value, self.note,
                 self.document_id)  # fmt: skip
        return "j" + sha256(repr(parts).encode()).hexdigest()[:12]
