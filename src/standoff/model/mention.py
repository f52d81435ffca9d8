"""Stretches of text that name someone, and who that is on the report's date."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from standoff.model.span import Span


class MentionKind(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    ROLE = "role"
    GROUP = "group"
    PLACE = "place"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    MODIFIER = "modifier"


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention and its actor.

    ``span`` is the whole phrase with title and apposition, ``head`` the characters of its
    head word. ``actor`` holds codes (several for "Russia and China"), none where unresolved.
    ``name`` is the resolved full name or collective ("Wendy Sherman", "Russian officials").
    ``antecedent`` is the mention a pronoun or description was resolved to, ``reason`` why.
    """

    span: Span
    head: Span
    kind: MentionKind
    actor: tuple[str, ...]
    name: str | None
    role: str | None
    sector: str | None
    rule: str
    antecedent: Span | None = None
    reason: str | None = None


class Mentions:
    """The mentions of a report, found by the characters of their head word."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all = tuple(sorted(mentions, key=lambda m: (m.head.start, m.head.end, m.span)))
        self._starts = [m.head.start for m in self.all]

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def at(self, start: int) -> Mention | None:
        """Return the mention whose head word covers the character ``start``."""
        last = bisect_right(self._starts, start)
        for mention in reversed(self.all[max(0, last - 8) : last]):
            if mention.head.start <= start < mention.head.end:
                return mention
        return None

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions whose head lies in ``span``, in text order."""
        first = bisect_right(self._starts, span.start - 1)
        last = bisect_right(self._starts, span.end - 1)
        return tuple(m for m in self.all[first:last] if m.head.end <= span.end)
