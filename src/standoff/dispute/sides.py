"""The decision makers of a dispute: parties, members joined to the body they speak with."""

from collections.abc import Callable, Sequence
from datetime import date

from standoff.dispute.stances import Taken
from standoff.knowledge.dispute_words import DisputeWords

UNKNOWN = "UNK"
Members = Callable[[str, date], frozenset[str]]


def sides_of(stances: Sequence[Taken], members: Members, words: DisputeWords) -> dict[str, str]:
    """Return for each party the decision maker that acts for it (an assumption).

    A loose name stands for the first body it may mean that is a party; a member is joined to a
    body that is a party where no stance is taken between it and the body or a fellow member.
    """
    parties = {c for t in stances for c in (*t.party, *t.addressee) if c != UNKNOWN}
    sides = {code: code for code in sorted(parties)}
    for loose, bodies in words.one_side.items():
        body = next((b for b in bodies if b in parties), None)
        if loose in parties and body is not None:
            sides[loose] = body
    day = max((t.day for t in stances if t.day is not None), default=None)
    if day is not None:
        for body in sorted(parties):
            _join_members(sides, body, members(body, day) & parties, stances)
    return sides


def _join_members(
    sides: dict[str, str], body: str, found: frozenset[str], stances: Sequence[Taken]
) -> None:
    if any(set(t.party) & found and set(t.addressee) & found for t in stances):
        return  # where members stand against each other it is a forum, no side
    inside = found | {body}
    at_odds = {
        code
        for taken in stances
        if set(taken.party) & inside and set(taken.addressee) & inside
        for code in (*taken.party, *taken.addressee)
    }
    for member in found - at_odds:
        if sides[member] == member:
            sides[member] = body
