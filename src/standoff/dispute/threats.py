"""What became of threats: carried out by a deed, withdrawn by a later stance, or standing.

A deed carries a threat out when the same actor does it later, it is of a kind the threat names
(`data/dispute/en.yaml`), and it is not done to somebody else. Not handled: a deed done through
another; a threat whose words name no deed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from standoff.dispute.stances import Act, Taken
from standoff.knowledge.dispute_words import DisputeWords
from standoff.model import Stance

YIELDING = frozenset({Stance.ASSURE, Stance.OFFER, Stance.ACCEPT})
SHORT = 3  # letters of words that say little


class Outcome(StrEnum):
    """What became of a threat."""

    CARRIED_OUT = "carried out"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Followed:
    """A threat and what followed it: the deed, or the stance that takes it back."""

    threat: Taken
    outcome: Outcome
    deed: Act | None = None
    stance: Taken | None = None


def follow_threats(
    stances: Sequence[Taken], acts: Iterable[Act], words: DisputeWords
) -> tuple[Followed, ...]:
    """Return the threats that were carried out or withdrawn, by whichever came first."""
    deeds = [act for act in acts if act.status == "actual" and act.day is not None]
    modes = {act.id: act.mode for act in deeds}
    found = (
        _followed(threat, stances, deeds, _kinds(threat, modes, words))
        for threat in stances
        if threat.stance is Stance.THREATEN and threat.day is not None
    )
    return tuple(followed for followed in found if followed is not None)


def _followed(
    threat: Taken, stances: Sequence[Taken], deeds: Sequence[Act], kinds: frozenset[str]
) -> Followed | None:
    deed = next((act for act in deeds if act.type in kinds and _carries_out(act, threat)), None)
    stance = next((taken for taken in stances if _takes_back(taken, threat)), None)
    if deed is not None and (stance is None or _is_before(deed, stance)):
        return Followed(threat, Outcome.CARRIED_OUT, deed=deed)
    return Followed(threat, Outcome.WITHDRAWN, stance=stance) if stance else None


def _kinds(threat: Taken, modes: dict[str, str | None], words: DisputeWords) -> frozenset[str]:
    by_mode = [words.deeds_by_mode.get(modes.get(i) or "", frozenset()) for i in threat.events]
    named = frozenset().union(*by_mode)
    if named:
        return named
    said = re.findall(r"[a-z]+", (threat.content or "").lower())
    return frozenset().union(*(words.deeds_by_word.get(w, frozenset()) for w in said))


def _carries_out(act: Act, threat: Taken) -> bool:
    if act.id in threat.events or act.day is None or threat.day is None:
        return False
    told_later = act.day > threat.day or (
        act.day == threat.day and act.evidence.report != threat.evidence.report
        and (act.evidence.published or act.day) > (threat.evidence.published or threat.day)
    )  # fmt: skip
    to_another = bool(act.recipient and threat.addressee) and not (
        set(act.recipient) & set(threat.addressee)
    )
    return told_later and bool(set(act.actor) & set(threat.party)) and not to_another


def _takes_back(taken: Taken, threat: Taken) -> bool:
    return (
        taken.stance in YIELDING
        and bool(set(taken.party) & set(threat.party))
        and taken.day is not None
        and threat.day is not None
        and taken.day > threat.day
        and (_is_of(taken, threat) or _speaks_of(taken, threat))
    )


def _is_of(taken: Taken, threat: Taken) -> bool:
    return taken.issue is not None and taken.issue == threat.issue


def _speaks_of(taken: Taken, threat: Taken) -> bool:
    """Tell whether half the longer words of what was threatened are in what is said now."""
    threatened, said = (
        {w for w in re.findall(r"\w+", (t.content or "").lower()) if len(w) > SHORT}
        for t in (threat, taken)
    )
    return bool(threatened) and 2 * len(threatened & said) >= len(threatened)


def _is_before(deed: Act, stance: Taken) -> bool:
    return deed.day is not None and stance.day is not None and deed.day <= stance.day
