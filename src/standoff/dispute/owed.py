"""Answers still owed: demands and offers whose addressee has not spoken on the matter since."""

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.dispute.stances import Taken
from standoff.model import Stance

PUT = frozenset({Stance.DEMAND, Stance.OFFER})
AT_ONCE = frozenset({Stance.ACCEPT, Stance.REFUSE, Stance.CONDITION})


@dataclass(frozen=True, slots=True)
class Owed:
    """A demand or an offer that ``by`` has not answered; ``put_off`` where it wants time."""

    put: Taken
    by: str
    put_off: Taken | None = None


def answers_owed(stances: Sequence[Taken]) -> tuple[Owed, ...]:
    """Return what is unanswered, newest first, the latest of repeated demands standing for all.

    An answer is any later stance on the matter but a deferral; on the same day only one that
    accepts, refuses or sets a condition.
    """
    latest: dict[tuple[object, ...], Taken] = {}
    on_matter: dict[str | None, list[Taken]] = {}
    for taken in stances:
        on_matter.setdefault(taken.issue, []).append(taken)
        if taken.stance in PUT and taken.issue is not None and taken.day is not None:
            for code in taken.addressee:
                latest[taken.party, taken.stance, taken.issue, code] = taken
    owed = [
        Owed(taken, str(key[-1]), _put_off(taken, str(key[-1]), on_matter[taken.issue]))
        for key, taken in latest.items()
        if not any(_answers(s, taken, str(key[-1])) for s in on_matter[taken.issue])
    ]
    return tuple(sorted(owed, key=lambda o: o.put.order, reverse=True))


def _answers(taken: Taken, put: Taken, by: str) -> bool:
    if by not in taken.party or taken.issue != put.issue or taken.day is None or not put.day:
        return False
    if taken.day == put.day:
        return taken.stance in AT_ONCE
    return taken.day > put.day and taken.stance is not Stance.DEFER


def _put_off(put: Taken, by: str, stances: Sequence[Taken]) -> Taken | None:
    deferrals = [
        s
        for s in stances
        if s.stance is Stance.DEFER and by in s.party and s.issue == put.issue
        and s.day is not None and put.day is not None and s.day >= put.day
    ]  # fmt: skip
    return deferrals[-1] if deferrals else None
