"""What changed in a dispute between the ends of two days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from standoff.dispute.owed import Owed, answers_owed
from standoff.dispute.stances import Act, Taken
from standoff.dispute.table import NO_ISSUE, PositionsTable, positions_table
from standoff.dispute.threats import Followed, follow_threats
from standoff.knowledge.dispute_words import DisputeWords
from standoff.model import Stance


@dataclass(frozen=True, slots=True)
class Change:
    """A party's stance on a matter that became another; ``before`` None where it had none."""

    issue: str
    party: str
    before: Taken | None
    after: Taken


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed after ``since`` and up to ``until``, both days' ends."""

    since: date
    until: date
    new_demands: tuple[Change, ...]
    changed: tuple[Change, ...]
    first_stances: tuple[Change, ...]
    threats: tuple[Followed, ...]
    owed: tuple[Owed, ...]
    undated: int


def diff_between(
    stances: Sequence[Taken],
    acts: Sequence[Act],
    words: DisputeWords,
    since: date,
    until: date,
) -> Diff:
    """Return what changed; ``stances`` are grouped, oldest first."""
    old = positions_table(stances, as_of=since)
    new = positions_table(stances, as_of=until)
    known = tuple(t for t in stances if t.day is not None and t.day <= until)
    done = tuple(a for a in acts if a.day is not None and a.day <= until)
    followed = follow_threats(known, done, words)
    demands = _new_demands(old, new)
    demanded = {(d.issue, d.party, d.after.id) for d in demands}
    moved = _moved(old, new)
    return Diff(
        since=since,
        until=until,
        new_demands=demands,
        changed=tuple(c for c in moved if c.before is not None),
        first_stances=tuple(
            c
            for c in moved
            if c.before is None and (c.issue, c.party, c.after.id) not in demanded
        ),
        threats=tuple(f for f in followed if since < _day_of(f) <= until),
        owed=answers_owed(known),
        undated=sum(t.day is None for t in stances),
    )


def _new_demands(old: PositionsTable, new: PositionsTable) -> tuple[Change, ...]:
    """Return the first demand of each party on each matter it demanded nothing on before."""
    found = []
    known = {(c.issue, c.party): c for c in old.cells}
    for cell in new.cells:
        before = known.get((cell.issue, cell.party))
        history = before.history if before else ()
        demands = [t for t in cell.history if t.stance is Stance.DEMAND]
        if demands and not any(t.stance is Stance.DEMAND for t in history):
            found.append(Change(cell.issue, cell.party, next(iter(history), None), demands[-1]))
    return _ordered(found)


def _moved(old: PositionsTable, new: PositionsTable) -> tuple[Change, ...]:
    found = []
    known = {(c.issue, c.party): c for c in old.cells}
    for cell in new.cells:
        before = known.get((cell.issue, cell.party))
        if cell.issue == NO_ISSUE:
            continue
        if before is None or before.newest.stance is not cell.newest.stance:
            newest = before.newest if before else None
            found.append(Change(cell.issue, cell.party, newest, cell.newest))
    return _ordered(found)


def _ordered(changes: list[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda c: (c.after.order, c.issue, c.party)))


def _day_of(followed: Followed) -> date:
    what = followed.deed or followed.stance
    return (what.day if what else None) or date.min
