"""The first draft of a conflict model from the record, for a person to edit.

Decision makers are parties; options are what is demanded of them, what they offer and what
they threaten; preferences are stances. Every part says whether it was found, with its rows, or
assumed, by which rule. Not handled: who could really do what; how strongly anything is wanted.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from standoff.dispute.option_names import named_by, option_name, threat_name
from standoff.dispute.stances import Act, Taken
from standoff.dispute.threats import Outcome, follow_threats
from standoff.gmcr.condition import And, Iff, Not, Taken as IsTaken, say
from standoff.gmcr.model import Direction
from standoff.knowledge.dispute_words import DisputeWords
from standoff.model import Stance

GRANTING = frozenset({Stance.ACCEPT, Stance.OFFER, Stance.ASSURE})
STATUS_QUO_RULE = "nothing is done yet but threats that a later deed carried out"


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a part is there: ``rule`` None where it was found in the rows ``evidence``."""

    rule: str | None
    evidence: tuple[Taken, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftOption:
    """What a decision maker may do; ``issue`` None for what it threatens."""

    owner: str
    name: str
    issue: str | None
    direction: Direction
    basis: Basis


@dataclass(frozen=True, slots=True)
class Said:
    """A condition on options in words, and why it is there."""

    condition: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class DraftMaker:
    """A decision maker with options and prioritised preferences, most important first."""

    id: str
    name: str
    basis: Basis
    options: tuple[DraftOption, ...]
    statements: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft; ``left_out`` says in words what found no place in it."""

    name: str
    makers: tuple[DraftMaker, ...]
    infeasible: tuple[Said, ...]
    status_quo: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(slots=True)
class Drafting:
    """The options as they are collected, by owner and what they are about."""

    sides: Mapping[str, str]
    names: Mapping[str, str]
    words: DisputeWords
    options: dict[tuple[str, str], DraftOption] = field(default_factory=dict)
    threats: list[tuple[Taken, tuple[str, str], tuple[str, str] | None]] = field(
        default_factory=list
    )
    left_out: list[str] = field(default_factory=list)

    def side(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Return the decision makers that act for some parties."""
        return tuple(dict.fromkeys(self.sides[c] for c in codes if c in self.sides))

    def add(self, owner: str, key: str, name: str | None, taken: Taken) -> tuple[str, str]:
        """Keep an option, or one more row for it; its first words name it."""
        known = self.options.get((owner, key))
        if known is not None:
            basis = replace(known.basis, evidence=(*known.basis.evidence, taken))
            self.options[owner, key] = replace(known, basis=basis)
        else:
            called = self._unique(owner, name or key.removeprefix("!"))
            issue = None if key.startswith("!") else key
            way = _direction(called, self.words)
            option = DraftOption(owner, called, issue, way, Basis(None, (taken,)))
            self.options[owner, key] = option
        return owner, key

    def _unique(self, owner: str, name: str) -> str:
        own = {o.name.casefold() for o in self.options.values() if o.owner == owner}
        count = 2
        called = name
        while called.casefold() in own:
            called, count = f"{name} {count}", count + 1
        return called

    def own_words(self, owner: str) -> frozenset[str]:
        """Return the lower-case words that name an owner or a party it acts for."""
        codes = [owner, *(code for code, side in self.sides.items() if side == owner)]
        texts = [*codes, *(self.names.get(code, code) for code in codes)]
        return frozenset(word for text in texts for word in text.lower().split())


def draft_model(
    stances: Sequence[Taken],
    acts: Sequence[Act],
    name: str,
    drafting: Drafting,
    most: int,
) -> Draft:
    """Return the draft of a dispute with at most ``most`` options, those told most often."""
    for taken in stances:
        _collect(drafting, taken)
    for threat in (t for t in stances if t.stance is Stance.THREATEN):
        _collect_threat(drafting, threat)
    _keep_most(drafting, most)
    bits = {key: number for number, key in enumerate(drafting.options)}
    owners = dict.fromkeys(owner for owner, _ in bits)
    makers = tuple(_maker(drafting, owner, stances, bits) for owner in owners)
    return Draft(
        name,
        makers,
        _infeasible(drafting, bits),
        _status_quo(drafting, stances, acts),
        tuple(dict.fromkeys(drafting.left_out)),
    )


def _collect(drafting: Drafting, taken: Taken) -> None:
    """Keep the options that a demand asks of its addressee or an offer of its party."""
    if taken.stance is Stance.DEMAND:
        owners = drafting.side(taken.addressee)
    elif taken.stance in {Stance.OFFER, Stance.CONDITION}:
        owners = drafting.side(taken.party)
    else:
        return
    if not owners or taken.issue is None:
        drafting.left_out.append(
            f"{taken.id} {taken.stance.value}: nobody is asked, or no matter"
        )
    for owner in owners if taken.issue is not None else ():
        name = option_name(taken.content or "", drafting.own_words(owner), drafting.words)
        drafting.add(owner, taken.issue or "", name, taken)


def _collect_threat(drafting: Drafting, threat: Taken) -> None:
    victims = drafting.side(threat.addressee)
    victim = drafting.names.get(victims[0], victims[0]) if victims else None
    act = _threatened_for(drafting, threat, victims)
    for owner in drafting.side(threat.party):
        name = threat_name(threat, victim, drafting.own_words(owner), drafting.words)
        if name is None:
            drafting.left_out.append(f"{threat.id} threaten: its words name no act")
            continue
        key = drafting.add(owner, f"!{name.casefold()}", name, threat)
        drafting.threats.append((threat, key, act))


def _threatened_for(
    drafting: Drafting, threat: Taken, victims: Sequence[str]
) -> tuple[str, str] | None:
    """Return the option of the threatened that the threat is about."""
    if threat.condition is None or threat.issue is None or not victims:
        return None
    key = (victims[0], threat.issue)
    if key in drafting.options:
        return key
    return drafting.add(victims[0], threat.issue, named_by(threat), threat)


def _direction(name: str, words: DisputeWords) -> Direction:
    low = name.lower()
    final = any(low.startswith(word) for word in words.lists["irreversible"])
    return Direction.ONCE_TAKEN if final else Direction.BOTH


def _keep_most(drafting: Drafting, most: int) -> None:
    def weight(key: tuple[str, str]) -> int:
        return len(drafting.options[key].basis.evidence)

    ordered = sorted(drafting.options, key=lambda k: -weight(k))
    for key in ordered[most:]:
        option = drafting.options.pop(key)
        drafting.left_out.append(f"option “{option.name}” of {option.owner}: more than {most}")
    drafting.threats = [
        (threat, key, act if act in drafting.options else None)
        for threat, key, act in drafting.threats
        if key in drafting.options
    ]


def _maker(
    drafting: Drafting, owner: str, stances: Sequence[Taken], bits: dict[tuple[str, str], int]
) -> DraftMaker:
    joined = sorted(c for c, side in drafting.sides.items() if side == owner and c != owner)
    rule = f"takes its stances together with {', '.join(joined)}" if joined else None
    rows = tuple(t for t in stances if owner in drafting.side(t.party))
    return DraftMaker(
        owner,
        drafting.names.get(owner, owner),
        Basis(rule, rows[:3]),
        tuple(option for key, option in drafting.options.items() if key[0] == owner),
        _statements(drafting, owner, rows, bits),
    )


def _statements(
    drafting: Drafting, owner: str, rows: Sequence[Taken], bits: dict[tuple[str, str], int]
) -> tuple[Said, ...]:
    """Return what a decision maker wants, each condition once, the found before the assumed."""
    found = [
        *_demanded(drafting, rows, bits),
        *_answered(drafting, owner, rows, bits),
        *_threatened(drafting, owner, bits),
        *_suffered(drafting, owner, bits),
        *_unanswered(drafting, owner, rows, bits),
    ]
    kept: dict[str, Said] = {}
    for said in found:
        bare = said.condition.removeprefix("not ")
        if bare not in kept and f"not {bare}" not in kept:
            kept[said.condition] = said
    return tuple(kept.values())


def _names(drafting: Drafting) -> tuple[str, ...]:
    """Return what conditions call the options: with the owner where two have one name."""
    options = tuple(drafting.options.values())
    counts = Counter(option.name for option in options)
    return tuple(f"{o.owner}.{o.name}" if counts[o.name] > 1 else o.name for o in options)


def _demanded(
    drafting: Drafting, rows: Sequence[Taken], bits: dict[tuple[str, str], int]
) -> list[Said]:
    """Return its demands as wants, those made most often first."""
    made: dict[tuple[str, str], list[Taken]] = {}
    for taken in rows:
        for other in drafting.side(taken.addressee) if taken.stance is Stance.DEMAND else ():
            if (other, taken.issue or "") in bits:
                made.setdefault((other, taken.issue or ""), []).append(taken)
    ordered = sorted(made.items(), key=lambda item: -len(item[1]))
    return [
        Said(say(IsTaken(bits[key]), _names(drafting)), Basis(None, tuple(found)))
        for key, found in ordered
    ]


def _answered(
    drafting: Drafting, owner: str, rows: Sequence[Taken], bits: dict[tuple[str, str], int]
) -> list[Said]:
    """Return its wants on its own options: its newest answer on the matter decides."""
    newest: dict[str, Taken] = {}
    for taken in rows:
        if taken.stance is Stance.REFUSE or taken.stance in GRANTING:
            newest[taken.issue or ""] = taken
    found = []
    for issue, taken in newest.items():
        if (owner, issue) in bits:
            option = IsTaken(bits[owner, issue])
            wanted = Not(option) if taken.stance is Stance.REFUSE else option
            found.append(Said(say(wanted, _names(drafting)), Basis(None, (taken,))))
    return found


def _threatened(drafting: Drafting, owner: str, bits: dict[tuple[str, str], int]) -> list[Said]:
    """Return that it carries out a threat exactly where its condition is met."""
    found = []
    for threat, key, act in drafting.threats:
        if key[0] != owner or act is None:
            continue
        done = IsTaken(bits[act])
        met = Not(done) if _enforces(drafting, threat, act) else done
        condition = say(Iff(IsTaken(bits[key]), met), _names(drafting))
        found.append(Said(condition, Basis(None, (threat,))))
        if not isinstance(met, Not):
            rule = "who threatens an act with an answer does not want the act"
            found.append(Said(say(Not(done), _names(drafting)), Basis(rule, (threat,))))
    return found


def _enforces(drafting: Drafting, threat: Taken, act: tuple[str, str]) -> bool:
    """Tell whether a threat is carried out where an act is *not* done.

    So say its words, or else the threatener's own demand for the act ("do it or pay").
    """
    said = {word.lower() for word in (threat.condition or "").split()}
    demanded = any(
        taken.stance is Stance.DEMAND
        and set(drafting.side(taken.party)) & set(drafting.side(threat.party))
        for taken in drafting.options[act].basis.evidence
    )
    return demanded or bool(said & drafting.words.lists["negations"])


def _suffered(drafting: Drafting, owner: str, bits: dict[tuple[str, str], int]) -> list[Said]:
    rule = "nobody wants done what it is threatened with"
    return [
        Said(say(Not(IsTaken(bits[key])), _names(drafting)), Basis(rule, (threat,)))
        for threat, key, _ in drafting.threats
        if owner in drafting.side(threat.addressee) and key[0] != owner
    ]


def _unanswered(
    drafting: Drafting, owner: str, rows: Sequence[Taken], bits: dict[tuple[str, str], int]
) -> list[Said]:
    """Return the wants that no stance gives, on its own options and on what it is offered."""
    own = "what is demanded of it and not granted it does not want to do"
    offered = "what it is offered and has not refused it wants"
    refused = {taken.issue for taken in rows if taken.stance is Stance.REFUSE}
    found = []
    for key, option in drafting.options.items():
        last = option.basis.evidence[-1]
        if key[0] == owner and last.stance is Stance.DEMAND:
            condition, rule = Not(IsTaken(bits[key])), own
            found.append(Said(say(condition, _names(drafting)), Basis(rule, (last,))))
        to_it = owner in drafting.side(last.addressee) and last.stance is Stance.OFFER
        if to_it and key[0] != owner and key[1] not in refused:
            wanted = say(IsTaken(bits[key]), _names(drafting))
            found.append(Said(wanted, Basis(offered, (last,))))
    return found


def _infeasible(drafting: Drafting, bits: dict[tuple[str, str], int]) -> tuple[Said, ...]:
    found = []
    for owner in dict.fromkeys(owner for owner, _ in bits):
        for first, second in drafting.words.exclusive:
            keys = ((owner, first), (owner, second))
            if all(key in bits for key in keys):
                both = And((IsTaken(bits[keys[0]]), IsTaken(bits[keys[1]])))
                rule = f"nobody does both: {first}, {second}"
                found.append(Said(say(both, _names(drafting)), Basis(rule)))
    return tuple(found)


def _status_quo(
    drafting: Drafting, stances: Sequence[Taken], acts: Sequence[Act]
) -> tuple[str, ...]:
    followed = follow_threats(stances, acts, drafting.words)
    done = {f.threat.id for f in followed if f.outcome is Outcome.CARRIED_OUT}
    called = dict(zip(drafting.options, _names(drafting), strict=True))
    taken = [called[key] for threat, key, _ in drafting.threats if threat.id in done]
    return tuple(dict.fromkeys(taken))
