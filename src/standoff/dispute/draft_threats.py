"""What the threats and promises of a drafted model are, and what they turn on.

What a threat warns against is an option of its own, unless its words name one that is there; a
threat that names nothing of the other enforces what was demanded of it. Not handled: a threat
of one against another's deed.
"""

import re
from collections.abc import Iterator, Sequence

from standoff.dispute.act_names import (
    NOT,
    REVERSED,
    Act,
    name_act,
    name_condition,
    same_thing,
    things,
)
from standoff.dispute.draft_options import (
    TALKS,
    THREAT,
    WARNED,
    Drafting,
    Key,
    Turn,
    is_empty,
    known_as,
)
from standoff.dispute.stances import Taken
from standoff.model import Stance

ANSWERS = frozenset({Stance.ACCEPT, Stance.ASSURE, Stance.REFUSE})
CONDITION = re.compile(r"\b(?:unless|until|if) .+")
SPOKEN_OF = "a threat whose condition speaks of what is demanded enforces the demand"
TOLD_BEFORE = "a threat that names no act of the other enforces the demand told before it"


def collect_turns(drafting: Drafting, stances: Sequence[Taken]) -> None:
    """Keep threats, what threats and promises turn on, and the answers to what is there."""
    for taken in stances:
        if taken.stance is Stance.CONDITION:
            _collect_condition(drafting, taken)
    _collect_threats(drafting, stances)
    for taken in stances:
        _link_answer(drafting, taken)


def _link_answer(drafting: Drafting, taken: Taken) -> None:
    """Let an answer on a matter without an option speak of the option that its words name.

    Who needs time to answer an offer of talks may come or not: an option of its own.
    """
    for owner in drafting.side(taken.party):
        if drafting.key_of(owner, taken.issue) is not None or taken.issue is None:
            continue
        if taken.stance is Stance.DEFER:
            offered = [
                drafting.key_of(other, taken.issue) for other in drafting.side(taken.addressee)
            ]
            if any(key is not None and key[1] == TALKS for key in offered):
                act = Act("join the talks", "join the talks", is_negated=False, is_act=True)
                key = drafting.key_of(owner, TALKS) or (owner, TALKS)
                drafting.add(key, TALKS, act, taken)
                drafting.on_matter[owner, TALKS] = drafting.on_matter[owner, taken.issue] = key
        elif taken.stance in ANSWERS and taken.content:
            act_ = name_act(taken.content, drafting.own_words(owner), drafting.words)
            known = act_ and known_as(drafting, owner, act_)
            if known:
                drafting.on_matter[owner, taken.issue] = known


def _collect_condition(drafting: Drafting, taken: Taken) -> None:
    """Keep what a promise depends on as an option of whoever its words name, or hears it."""
    for owner in drafting.side(taken.party):
        key = drafting.key_of(owner, taken.issue)
        if key is None or taken not in drafting.options[key].rows:
            continue
        other = _named_in(drafting, taken.condition or "", owner)
        others = [other] if other else [c for c in drafting.side(taken.addressee) if c != owner]
        turn = _turn(drafting, taken, others[0]) if others else None
        if turn is not None and _is_turned(taken):
            turn = Turn(turn.on, not turn.done)
        drafting.conditions.append((taken, key, turn))


def _is_turned(taken: Taken) -> bool:
    """Tell whether a promise says what is *not* done: "will not, unless", "will not, if"."""
    first = next(iter((_condition(taken) or "").lower().split()), "")
    negated = bool(NOT & {word.lower() for word in (taken.content or "").split()})
    return first in REVERSED or negated


def _named_in(drafting: Drafting, words: str, owner: str) -> str | None:
    """Return the first other decision maker that some words name."""
    told = [w.strip(",.“”").removesuffix("’s").removesuffix("'s") for w in words.split()]
    capitals = [w.lower() for w in told if w[:1].isupper()]
    sides = [s for s in dict.fromkeys(drafting.sides.values()) if s != owner]
    return next((s for w in capitals for s in sides if w in drafting.own_words(s)), None)


def _turn(drafting: Drafting, taken: Taken, other: str, owner: str = "") -> Turn | None:
    """Return what the condition of a stance turns on, kept as an option where it is new."""
    condition = _condition(taken)
    if condition is None:
        return None
    named = name_condition(condition, drafting.own_words(other), drafting.words)
    if named is None:
        return None
    act, done = named
    known = _matching(drafting, other, act, taken, strictly=done)
    if known is None and done and owner:  # what it may come to do itself
        known = _matching(drafting, owner, act, taken, strictly=True)
    if known is not None:
        if known[1].startswith(WARNED):
            drafting.add(known, None, act, taken)
        return Turn(known, done ^ (act.verb in drafting.words.lists["breaking"]))
    is_threat = taken.stance is Stance.THREATEN
    issue = (taken.issue if is_threat else _matter(drafting, act)) or act.name
    begins = WARNED if done and is_threat else ""  # "unless you do it" asks for it
    key = drafting.add((other, f"{begins}{issue}"), issue, act, taken)
    drafting.on_matter.setdefault((other, issue), key)
    return Turn(key, done)


def _condition(taken: Taken) -> str | None:
    """Return the condition of a stance, also where its content holds it."""
    if taken.condition is not None:
        return taken.condition
    found = CONDITION.search(taken.content or "")
    return found[0].strip() if found else None


def _matter(drafting: Drafting, act: Act) -> str | None:
    """Return the matter that the thesaurus has for an act's verb, or for what it is done to."""
    matters, objects = drafting.words.matters, things(act.name, drafting.words)
    for matter in matters.by_verb.get(act.verb, ()):
        wanted = matter.verbs[act.verb]
        if wanted & objects or not wanted:
            return matter.name
    found = (
        matter
        for word in sorted(objects)
        for phrase, matter in matters.by_word.get(word, ())
        if set(phrase) <= objects
    )
    return next((matter.name for matter in found), None)


def _matching(
    drafting: Drafting, other: str, act: Act, taken: Taken, strictly: bool
) -> Key | None:
    """Return the option that an act is, or that an act on its matter breaks.

    ``strictly``: only under one verb; what is left undone is what was asked in any words.
    """
    breaks = act.verb in drafting.words.lists["breaking"]
    on_issue = drafting.key_of(other, taken.issue)
    if on_issue is not None and (breaks or on_issue[1].startswith(WARNED)):
        return on_issue
    known = known_as(drafting, other, act, strictly)
    if known is not None:
        return known
    return None if strictly or taken.stance is not Stance.THREATEN else on_issue


def _collect_threats(drafting: Drafting, stances: Sequence[Taken]) -> None:
    """Keep what is threatened, then what each threat turns on, then threats of no act."""
    told: list[tuple[Taken, Key, Act]] = []
    for threat in (t for t in stances if t.stance is Stance.THREATEN):
        for owner in drafting.side(threat.party):
            act = _threatened(drafting, threat, owner)
            if act is None:
                drafting.left_out.append(f"{threat.id} threaten: its words name no act")
                continue
            key = _same_threat(drafting, owner, act)
            told.append((threat, key, act))
            if act.is_act:
                drafting.add(key, None, act, threat)
    for threat, key, act in sorted(told, key=lambda t: not t[2].is_act):
        turn = _turn_of(drafting, threat, key[0], stances)
        if not act.is_act:
            key = drafting.add(_concrete(drafting, key, turn), None, act, threat)
        drafting.threats.append((threat, key, turn))


def _turn_of(
    drafting: Drafting, threat: Taken, owner: str, stances: Sequence[Taken]
) -> Turn | None:
    victims = _victims(drafting, threat, owner)
    if not victims:
        return None
    turn = _enforced(drafting, owner, _turn(drafting, threat, victims[0], owner))
    turn = turn or _spoken_of(drafting, threat, victims[0])
    return turn or _demanded_before(drafting, threat, owner, stances)


def _spoken_of(drafting: Drafting, threat: Taken, victim: str) -> Turn | None:
    """Return what is asked of the threatened and the condition speaks of."""
    said = {w.strip(",.").lower().removesuffix("s") for w in (threat.condition or "").split()}
    for key, option in drafting.options.items():
        told = things(option.acts[0].name, drafting.words)
        if key[0] == victim and told and told <= said and key[1][0] not in THREAT + WARNED:
            return Turn(key, done=False, rule=SPOKEN_OF)
    return None


def _victims(drafting: Drafting, threat: Taken, owner: str) -> list[str]:
    return [side for side in drafting.side(threat.addressee) if side != owner]


def _threatened(drafting: Drafting, threat: Taken, owner: str) -> Act | None:
    """Return what is threatened; what the other suffers it is made to suffer."""
    lists = drafting.words.lists
    act = name_act(threat.content or "", drafting.own_words(owner), drafting.words)
    if act is None or is_empty(act, drafting.words):
        return None
    victims = _victims(drafting, threat, owner)
    if act.verb in lists["suffered"] and victims:
        made = f"make {drafting.shown(victims[0])} {act.name}"
        return Act(made, made, act.is_negated, is_act=False)
    return act


def _enforced(drafting: Drafting, owner: str, turn: Turn | None) -> Turn | None:
    """Turn round a condition that names what the threatener demands ("do it or pay")."""
    if turn is None or not turn.done:
        return turn
    rows = drafting.options[turn.on].rows
    wants = any(
        r.stance is Stance.DEMAND and owner in drafting.side(r.party)
        and r.id not in drafting.options[turn.on].against
        for r in rows
    )  # fmt: skip
    return Turn(turn.on, done=False) if wants else turn


def _demanded_before(
    drafting: Drafting, threat: Taken, owner: str, stances: Sequence[Taken]
) -> Turn | None:
    """Return the party's own demand that its threat is taken to enforce: the nearest before."""
    for taken in reversed(stances[: stances.index(threat)]):
        if taken.stance is Stance.DEMAND and owner in drafting.side(taken.party):
            for key in _asked(drafting, taken):
                if key[0] in drafting.side(threat.addressee):
                    done = taken.id in drafting.options[key].against
                    return Turn(key, done, TOLD_BEFORE)
    return None


def _asked(drafting: Drafting, demand: Taken) -> Iterator[Key]:
    for other in drafting.side(demand.addressee):
        key = drafting.key_of(other, demand.issue)
        if key is not None:
            yield key


def _same_threat(drafting: Drafting, owner: str, act: Act) -> Key:
    """Return the key of what is threatened: one for one verb and one thing."""
    for key, option in drafting.options.items():
        is_threat = key[0] == owner and key[1].startswith(THREAT) and act.is_act
        if is_threat and any(
            a.verb == act.verb and same_thing(a.name, act.name, drafting.words)
            for a in option.acts
        ):
            return key
    return owner, f"{THREAT}{act.full.casefold()}"


def _concrete(drafting: Drafting, key: Key, turn: Turn | None) -> Key:
    """Return the threat that one of no act of its own stands for: another on one condition."""
    for _, known, other in drafting.threats:
        if (
            known[0] == key[0]
            and turn is not None
            and other is not None
            and turn.on == other.on
        ):
            return known
    return key
