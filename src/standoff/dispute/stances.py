"""Stances and acts across reports, read from records in format 1.

A stance has the day of the act it rests on, else its report's; a report without a date leaves
it undated. Not handled: two reports that tell one stance in different words on different days.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from standoff.model import Stance

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row stands: its report, its characters there, and the words."""

    report: str
    title: str | None
    published: date | None
    span: tuple[int, int]
    words: str


@dataclass(frozen=True, slots=True)
class Taken:
    """One stance of one party on one matter, as one report tells it.

    ``name`` is the matter within its report, ``issue`` across reports, ``why`` how it came to
    both. ``content`` and ``condition`` are words; ``evidence`` the sentence.
    """

    id: str
    day: date | None
    party: tuple[str, ...]
    stance: Stance
    addressee: tuple[str, ...]
    name: str | None
    issue: str | None
    why: str | None
    content: str | None
    condition: str | None
    evidence: Source
    attributed_to: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    judged: str | None = None

    @property
    def order(self) -> tuple[date, date, str, tuple[int, int]]:
        """Sort key: oldest first, undated before all, then as the reports tell it."""
        day = self.day or date.min
        told = self.evidence.published or date.min
        return (day, told, self.evidence.report, self.evidence.span)


@dataclass(frozen=True, slots=True)
class Act:
    """One event of one report, as far as a dispute's history needs it.

    ``group`` is what the tellings of one event share, where a store has compared them.
    """

    id: str
    day: date | None
    type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    status: str
    content: str | None
    evidence: Source
    group: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What some reports tell: stances and events, oldest first, undated before all."""

    reports: int
    stances: tuple[Taken, ...]
    acts: tuple[Act, ...]


def history_of(records: Iterable[Row], groups: Mapping[str, str] | None = None) -> History:
    """Return the stances and events of records, read once; ``groups`` by event."""
    shared = groups or {}
    stances: list[Taken] = []
    acts: list[Act] = []
    reports = 0
    for record in records:
        reports += 1
        stances += _taken(record)
        acts += (_act(record, event, shared) for event in record["events"])
    return History(
        reports,
        tuple(sorted(stances, key=lambda t: t.order)),
        tuple(sorted(acts, key=lambda a: (a.day or date.min, a.evidence.report, a.id))),
    )


def distinct(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Return each act once, however many reports tell it.

    Of a store's group the first telling is kept. Without groups, of acts of one day, actor,
    recipient, type and mode the report that tells most is.
    """
    grouped: dict[str, Act] = {}
    told: dict[tuple[object, ...], dict[str, list[Act]]] = {}
    for act in acts:
        if act.group is not None:
            grouped.setdefault(act.group, act)
            continue
        key = (act.day, act.actor, act.recipient, act.type, act.mode, act.status)
        told.setdefault(key, {}).setdefault(act.evidence.report, []).append(act)
    kept = [max(by_report.values(), key=len) for by_report in told.values()]
    return (*grouped.values(), *(act for group in kept for act in group))


def _taken(record: Row) -> Iterator[Taken]:
    days = {event["id"]: _day(event.get("date")) for event in record["events"]}
    published = _day(record.get("published"))
    for number, row in enumerate(record["positions"]):
        rests = [days[i] for i in row.get("from") or () if days.get(i)]
        yield Taken(
            id=row.get("row") or f"{record['id']}#p{number}",
            day=rests[0] if rests else published,
            party=tuple(row["party"]),
            stance=Stance(row["stance"]),
            addressee=tuple(row.get("addressee") or ()),
            name=row.get("issue"),
            issue=row.get("issue"),
            why=row.get("why_issue"),
            content=_words(record, row.get("content")),
            condition=_words(record, row.get("condition")),
            evidence=_source(record, row["evidence"]),
            attributed_to=tuple(row.get("attributed_to") or ()),
            events=tuple(row.get("from") or ()),
            judged=row.get("judged"),
        )


def _act(record: Row, event: Row, groups: Mapping[str, str]) -> Act:
    return Act(
        id=event["id"],
        day=_day(event.get("date")),
        type=event["type"],
        mode=event.get("mode"),
        actor=tuple(event.get("actor") or ()),
        recipient=tuple(event.get("recipient") or ()),
        status=event["status"],
        content=_words(record, event.get("content")),
        evidence=_source(record, event["sentence"]),
        group=groups.get(event["id"]),
    )


def _source(record: Row, span: list[int]) -> Source:
    words = _words(record, span) or ""
    return Source(
        record["id"],
        record.get("title"),
        _day(record.get("published")),
        (span[0], span[1]),
        words,
    )


def _words(record: Row, span: list[int] | None) -> str | None:
    return " ".join(record["text"][span[0] : span[1]].split()) if span else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
