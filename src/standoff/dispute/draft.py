"""The first draft of a conflict model from the record, for a person to edit.

Decision makers are parties; options are what is demanded of them, what they offer and what
they threaten; preferences are stances. Every part says whether it was found, with its rows, or
assumed, by which rule. Not handled: who could really do what; how strongly anything is wanted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from standoff.dispute.act_names import things
from standoff.dispute.draft_options import (
    Drafting,
    Key,
    collect_options,
    draft_options,
    drop,
    keep_most,
)
from standoff.dispute.draft_parts import Basis, Draft, DraftMaker, DraftOption, Said
from standoff.dispute.draft_threats import collect_turns
from standoff.dispute.draft_wants import Wants
from standoff.dispute.stances import Act, Taken
from standoff.dispute.threats import Outcome, follow_threats
from standoff.gmcr.condition import And, Taken as IsTaken, say

STATUS_QUO_RULE = "nothing is done yet but threats that a later deed carried out"


def draft_model(
    stances: Sequence[Taken],
    acts: Sequence[Act],
    name: str,
    drafting: Drafting,
    most: int,
) -> Draft:
    """Return the draft of a dispute with at most ``most`` options, those told most often."""
    collect_options(drafting, stances)
    collect_turns(drafting, stances)
    loose = {key for _, key, turn in drafting.threats if turn is None}
    loose -= {key for _, key, turn in drafting.threats if turn is not None}
    drop(drafting, sorted(loose), "nothing is told that it depends on")
    drop(drafting, Wants(drafting, stances, ()).undisputed(), "nobody is against it")
    keep_most(drafting, most)
    options = draft_options(drafting)
    called = condition_names(options)
    wants = Wants(drafting, stances, called)
    return Draft(
        name,
        tuple(_makers(drafting, stances, options, wants)),
        tuple(_infeasible(drafting, options, called)),
        _status_quo(drafting, stances, acts, dict(zip(options, called, strict=True))),
        tuple(dict.fromkeys(drafting.left_out)),
    )


def condition_names(options: Mapping[Key, DraftOption]) -> tuple[str, ...]:
    """Return what conditions call the options: with the owner where two have one name."""
    counts = Counter(option.name for option in options.values())
    return tuple(
        f"{o.owner}.{o.name}" if counts[o.name] > 1 else o.name for o in options.values()
    )


def _makers(
    drafting: Drafting,
    stances: Sequence[Taken],
    options: Mapping[Key, DraftOption],
    wants: Wants,
) -> Iterator[DraftMaker]:
    for owner in dict.fromkeys(owner for owner, _ in options):
        joined = sorted(c for c, side in drafting.sides.items() if side == owner != c)
        rule = f"takes its stances together with {', '.join(joined)}" if joined else None
        rows = tuple(t for t in stances if owner in drafting.side(t.party))
        own = tuple(option for key, option in options.items() if key[0] == owner)
        rows = rows or own[0].basis.evidence
        basis = Basis(rule, rows[:3])
        yield DraftMaker(owner, drafting.shown(owner), basis, own, wants.of(owner))


def _infeasible(
    drafting: Drafting, options: Mapping[Key, DraftOption], called: tuple[str, ...]
) -> Iterator[Said]:
    """Yield pairs of one owner's options that nobody does both of."""
    for (one, first), (other, second) in combinations(enumerate(options.values()), 2):
        rule = _excludes(drafting, first, second) if first.owner == second.owner else None
        if rule is not None:
            yield Said(say(And((IsTaken(one), IsTaken(other))), called), Basis(rule))


def _excludes(drafting: Drafting, first: DraftOption, second: DraftOption) -> str | None:
    words = drafting.words
    for pair in words.exclusive:
        if {first.issue, second.issue} == set(pair):
            return f"nobody does both: {', '.join(pair)}"
    verbs = [option.name.split()[0].lower() for option in (first, second)]
    shared = things(first.name, words) & things(second.name, words)
    if frozenset(verbs) in words.opposites and shared:
        return f"nobody does both: {', '.join(verbs)}"
    return None


def _status_quo(
    drafting: Drafting,
    stances: Sequence[Taken],
    acts: Sequence[Act],
    called: Mapping[Key, str],
) -> tuple[str, ...]:
    followed = follow_threats(stances, acts, drafting.words)
    done = {f.threat.id for f in followed if f.outcome is Outcome.CARRIED_OUT}
    taken = [called[key] for threat, key, _ in drafting.threats if threat.id in done]
    return tuple(dict.fromkeys(taken))
