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
    group: str
    day: date | None
    stems: frozenset[str]
    reprint: str | None


def same_events(told: Iterable[Told]) -> Iterator[tuple[str, str]]:
    """Yield each event's id and its group's; the events come sorted by act, then day."""
    act: tuple[str, ...] | None = None
    firsts: list[_First] = []
    for event in told:
        if event.act != act:
            act, firsts = event.act, []
        stems = stems_of(event.words)
        found = _best(firsts, event, stems)
        if found is None:
            found = _First(f"g{event.id}", event.day, stems, event.reprint)
            firsts.append(found)
        yield event.id, found.group


def stems_of(words: str) -> frozenset[str]:
    """Return the beginnings of the longer words."""
    return frozenset(word[:_STEM] for word in _WORD.findall(words.casefold()))


def _best(firsts: list[_First], event: Told, stems: frozenset[str]) -> _First | None:
    """Return the group whose first telling is most like an event; the earliest of equals."""
    best, most = None, 0.0
    for first in firsts:
        if not (_near(first.day, event.day) or _reprinted(first.reprint, event.reprint)):
            continue
        shared = _shared(first.stems, stems)
        if shared > most:
            best, most = first, shared
    return best if most >= SHARED else None


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= DAYS_APART


def _reprinted(one: str | None, other: str | None) -> bool:
    return one is not None and one == other


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    if one != other and common < _WORDS_SHARED:
        return 0.0
    return common / max(1, min(len(one), len(other)))
