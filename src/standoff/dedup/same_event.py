"""The same event in several reports: one event with many sources, none lost.

Two reports tell the same event where type, status, actor and recipient agree, the days lie at
most one apart (or one report reprints the other), and the words of what is said or done
overlap. Each event is compared with the first that told each event before it, so that a group
does not drift from day to day.

Not handled: one event told once as an act and once as speech about it, which have two types.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

DAYS_APART = 1
SHARED = 0.5
_WORDS_SHARED = 2
_WORD = re.compile(r"\w{4,}")
_STEM = 6  # withdraw, withdrawal and withdrew differ after their first letters


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one report tells it.

    ``act`` is who did what to whom, compared as a whole; ``words`` those of its content, or
    of its sentence where it has none; ``reprint`` the group of reprints its report is in.
    """

    id: str
    act: tuple[str, ...]
    day: date | None
    words: str
    reprint: str | None


@dataclass(frozen=True, slots=True)
class _First:
    number: int
    group: str
    day: date | None
    stems: frozenset[str]


class _Firsts:
    """The first tellings of one act that a later one may still be compared with."""

    def __init__(self) -> None:
        self._near: list[_First] = []
        self._reprinted: dict[str, list[_First]] = {}
        self._count = 0

    def join(self, event: Told) -> str:
        """Return the group of an event: that of the first most like it, else one of its own."""
        stems = stems_of(event.words)
        best, most = None, 0.0
        for first in self._comparable(event):
            shared = _shared(first.stems, stems)
            if shared > most:
                best, most = first, shared
        if best is not None and most >= SHARED:
            return best.group
        return self._add(event, stems).group

    def _comparable(self, event: Told) -> list[_First]:
        """Return those of nearly the same day or of a reprint, in the order they came."""
        # Days come in order: what is too far from this one is too far from all that follow.
        self._near = [first for first in self._near if _near(first.day, event.day)]
        found = {first.number: first for first in self._near}
        if event.reprint is not None:
            found |= {first.number: first for first in self._reprinted.get(event.reprint, ())}
        return [found[number] for number in sorted(found)]

    def _add(self, event: Told, stems: frozenset[str]) -> _First:
        first = _First(self._count, f"g{event.id}", event.day, stems)
        self._count += 1
        self._near.append(first)
        if event.reprint is not None:
            self._reprinted.setdefault(event.reprint, []).append(first)
        return first


def same_events(told: Iterable[Told]) -> Iterator[tuple[str, str]]:
    """Yield each event's id and its group's; the events come sorted by act, then day."""
    act: tuple[str, ...] | None = None
    firsts = _Firsts()
    for event in told:
        if event.act != act:
            act, firsts = event.act, _Firsts()
        yield event.id, firsts.join(event)


def stems_of(words: str) -> frozenset[str]:
    """Return the beginnings of the longer words."""
    return frozenset(word[:_STEM] for word in _WORD.findall(words.casefold()))


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= DAYS_APART


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    if one != other and common < _WORDS_SHARED:
        return 0.0
    return common / max(1, min(len(one), len(other)))
