"""One name for one matter over a whole report.

Matters of one head word become one; a stance whose words name no matter answers the demand or
offer that was put to its party before, else speaks of the matter before it. Not handled: an
answer to what only another report tells.
"""

from collections.abc import Sequence
from dataclasses import replace

from standoff.model import Position, Stance
from standoff.positions.issues import Issue

ANSWERS = frozenset({Stance.ACCEPT, Stance.REFUSE, Stance.DEFER})
PUT = frozenset({Stance.DEMAND, Stance.OFFER})
NEAR = 400  # characters: two or three sentences


def settle_issues(
    drafts: Sequence[tuple[Position, Issue | None]],
) -> tuple[Position, ...]:
    """Return positions, given in text order, with the issue of each settled."""
    names = _names_by_head(drafts)
    settled: list[Position] = []
    for position, issue in drafts:
        if issue is not None:
            name = names.get(issue.head or "", issue.name)
            same = "" if name == issue.name else f"; the matter of “{name}”, the same head word"
            settled.append(replace(position, issue=name, why_issue=issue.why + same))
        else:
            settled.append(_inherited(position, settled))
    return tuple(settled)


def _names_by_head(drafts: Sequence[tuple[Position, Issue | None]]) -> dict[str, str]:
    """Return for each head word the fullest phrase that it heads."""
    names: dict[str, str] = {}
    for _, issue in drafts:
        if issue and issue.head:
            known = names.get(issue.head)
            longer = known is None or len(issue.name.split()) > len(known.split())
            names[issue.head] = issue.name if longer else str(known)
    return names


def _inherited(position: Position, before: Sequence[Position]) -> Position:
    """Return a position with the matter, and the addressee, that its report gives it."""
    known = [p for p in before if p.issue is not None]
    put = [p for p in known if p.stance in PUT and _share(p.addressee, position.party)]
    if position.stance is Stance.DEFER and put:
        return replace(
            position,
            issue=put[-1].issue,
            addressee=position.addressee or put[-1].party,
            why_issue="what was put to the party before",
        )
    if known and position.evidence.start - known[-1].evidence.end < NEAR:
        return replace(position, issue=known[-1].issue, why_issue="the matter named before")
    taken_up = [p for p in known if p.stance in {Stance.OFFER, Stance.ACCEPT}]
    if position.stance in ANSWERS and taken_up:
        why = "the matter last offered or accepted"
        return replace(position, issue=taken_up[-1].issue, why_issue=why)
    return position


def _share(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return bool(set(a) & set(b))
