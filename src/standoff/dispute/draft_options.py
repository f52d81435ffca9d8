"""The options of a drafted model: what is demanded, offered, promised and accepted.

What one demands of another on one matter is one option, and so is what has one object ("its
rocket tests", "its rocket and reactor tests"). Not handled: who could really do what.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from standoff.dispute.act_names import Act, name_act, same_thing
from standoff.dispute.draft_parts import Basis, DraftOption
from standoff.dispute.stances import Taken
from standoff.gmcr.model import Direction
from standoff.knowledge.dispute_words import DisputeWords
from standoff.model import Stance

Key = tuple[str, str]  # the owner, and what tells its options apart

OWN = frozenset({Stance.OFFER, Stance.CONDITION, Stance.ACCEPT})
THREAT, WARNED = "!", "~"  # begin the keys of threats and of what is warned against
TALKS = "talks"


@dataclass(slots=True)
class Collected:
    """An option as its rows are collected; ``against`` are the rows that want it not done."""

    issue: str | None
    acts: list[Act] = field(default_factory=list)
    rows: list[Taken] = field(default_factory=list)
    against: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Turn:
    """What something turns on: an option, done or not done; ``rule`` where that is assumed."""

    on: Key
    done: bool
    rule: str | None = None


@dataclass(slots=True)
class Drafting:
    """The options as they are collected, by owner and what they are about.

    ``sides`` gives the decision maker that acts for a party, ``aliases`` the words that name a
    party, ``modes`` the mode of an event.
    """

    sides: Mapping[str, str]
    names: Mapping[str, str]
    words: DisputeWords
    aliases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    modes: Mapping[str, str | None] = field(default_factory=dict)
    options: dict[Key, Collected] = field(default_factory=dict)
    on_matter: dict[Key, Key] = field(default_factory=dict)
    threats: list[tuple[Taken, Key, Turn | None]] = field(default_factory=list)
    conditions: list[tuple[Taken, Key, Turn | None]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def side(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Return the decision makers that act for some parties."""
        return tuple(dict.fromkeys(self.sides[c] for c in codes if c in self.sides))

    def key_of(self, owner: str, issue: str | None) -> Key | None:
        """Return the option of an owner on a matter."""
        return self.on_matter.get((owner, issue or ""))

    def shown(self, code: str) -> str:
        """Return the name of a decision maker."""
        return self.names.get(code, code)

    def own_words(self, owner: str) -> frozenset[str]:
        """Return the lower-case words that name an owner or a party it acts for."""
        codes = [owner, *(code for code, side in self.sides.items() if side == owner)]
        texts = [*codes, *(self.names.get(code, code) for code in codes)]
        texts += [form for code in codes for form in self.aliases.get(code, ())]
        return frozenset(word for text in texts for word in text.lower().split())

    def add(self, key: Key, issue: str | None, act: Act, taken: Taken) -> Key:
        """Keep an option, or one more row for it."""
        kept = self.options.setdefault(key, Collected(issue))
        kept.acts.append(act)
        if taken not in kept.rows:
            kept.rows.append(taken)
        return key


def collect_options(drafting: Drafting, stances: Sequence[Taken]) -> None:
    """Keep what stances, oldest first, demand, offer, promise and consent to."""
    for taken in stances:
        _collect(drafting, taken, stances)


def keep_most(drafting: Drafting, most: int) -> None:
    """Keep the options told most often, of equals those that threats turn on."""
    turned = {key for _, key, _ in drafting.threats}
    turned |= {t.on for _, _, t in (*drafting.threats, *drafting.conditions) if t is not None}

    def weight(key: Key) -> tuple[int, bool]:
        return -len(drafting.options[key].rows), key not in turned

    drop(drafting, sorted(drafting.options, key=weight)[most:], f"more than {most}")


def drop(drafting: Drafting, keys: Sequence[Key], why: str) -> None:
    """Leave some options out, and say why."""
    called = option_names(drafting)
    for key in keys:
        del drafting.options[key]
        drafting.left_out.append(f"option “{called[key]}” of {key[0]}: {why}")
    for told in (drafting.threats, drafting.conditions):
        told[:] = [
            (taken, key, turn if turn is not None and turn.on in drafting.options else None)
            for taken, key, turn in told
            if key in drafting.options
        ]


def option_names(drafting: Drafting) -> dict[Key, str]:
    """Return the name of each option: its shortest act's, and its own among its owner's."""
    called: dict[Key, str] = {}
    for key, option in drafting.options.items():
        taken = {name.casefold() for k, name in called.items() if k[0] == key[0]}
        acts = [a for a in option.acts if a.is_act] or option.acts
        if key[1].startswith(WARNED):  # "launch an invasion", "invade"
            acts = sorted(acts, key=lambda a: len(a.name.split()))
        first = acts[0]
        wished = [first.name, first.full, *(f"{first.full} {n}" for n in range(2, 99))]
        called[key] = next(name for name in wished if name.casefold() not in taken)
    return called


def draft_options(drafting: Drafting) -> dict[Key, DraftOption]:
    """Return the options as they are written."""
    called = option_names(drafting)
    return {
        key: DraftOption(
            key[0],
            called[key],
            option.issue,
            _direction(called[key], drafting.words),
            Basis(None, tuple(_told(key, row) for row in option.rows)),
        )
        for key, option in drafting.options.items()
    }


def _told(key: Key, row: Taken) -> Taken:
    """Return a row with the words that tell the option: of what is warned of, the condition."""
    is_warned = key[1].startswith(WARNED) and row.condition is not None
    return replace(row, content=row.condition) if is_warned else row


def _direction(name: str, words: DisputeWords) -> Direction:
    low = name.lower()
    final = any(low.startswith(word) for word in words.lists["irreversible"])
    return Direction.ONCE_TAKEN if final else Direction.BOTH


def _collect(drafting: Drafting, taken: Taken, stances: Sequence[Taken]) -> None:
    """Keep what a demand asks of its addressee, or what its party offers or promises."""
    if taken.stance is Stance.DEMAND:
        owners = drafting.side(taken.addressee)
    elif taken.stance in OWN:
        owners = drafting.side(taken.party)
    else:
        return
    why_not = _why_not(drafting, taken, owners)
    if why_not is not None:
        drafting.left_out.append(f"{taken.id} {taken.stance.value}: {why_not}")
        return
    for owner in owners:
        _collect_for(drafting, owner, taken, stances)


def _why_not(drafting: Drafting, taken: Taken, owners: Sequence[str]) -> str | None:
    lists = drafting.words.lists
    if taken.stance is Stance.ACCEPT and taken.issue is None:
        return "no matter"
    if not owners or taken.issue is None:
        return "nobody is asked, or no matter"
    if all(lists["no_decision_makers"] & set(owner.split()[1:]) for owner in owners):
        return "asked of people who decide nothing"
    invites = any(drafting.modes.get(event) == "invite" for event in taken.events)
    if invites and taken.stance is Stance.DEMAND and taken.issue not in lists["meetings"]:
        return "an invitation, which asks nobody to yield"
    return None


def _collect_for(
    drafting: Drafting, owner: str, taken: Taken, stances: Sequence[Taken]
) -> None:
    act = name_act(
        taken.content or taken.issue or "", drafting.own_words(owner), drafting.words
    )
    together = [
        s for s in stances if s.events and s.events == taken.events and s.stance is taken.stance
    ]
    issue = taken.issue or ""
    if len(together) > 1:
        act, issue = _talks_on(together), TALKS
    if act is None or is_empty(act, drafting.words):
        drafting.left_out.append(f"{taken.id} {taken.stance.value}: its words name no act")
        return
    if not act.is_act:
        act = _given(act, taken.stance)
    key = _same(drafting, owner, issue, act)
    drafting.add(key, issue, act, taken)
    for matter in (issue, taken.issue or ""):
        drafting.on_matter.setdefault((owner, matter), key)
    if act.is_negated and taken.stance is not Stance.CONDITION:
        drafting.options[key].against.add(taken.id)


def _talks_on(offers: Sequence[Taken]) -> Act:
    """Return the act of talks that are offered on several matters at once."""
    matters = list(dict.fromkeys(o.issue for o in offers if o.issue is not None))
    name = f"hold talks on {', '.join(matters[:-1])} and {matters[-1]}"
    return Act(name, name, is_negated=False, is_act=True)


def _given(act: Act, stance: Stance) -> Act:
    """Return an act for words that name a thing only."""
    verb = {Stance.ACCEPT: "accept", Stance.OFFER: "provide"}.get(stance, "grant")
    return Act(f"{verb} {act.name}", f"{verb} {act.full}", act.is_negated, is_act=False)


def _same(drafting: Drafting, owner: str, issue: str, act: Act) -> Key:
    """Return the key of the option that an act is: on its matter, or with its object."""
    known = drafting.key_of(owner, issue)
    if known is not None:
        return known
    for key, option in drafting.options.items():
        if key[0] == owner and any(
            a.is_act and act.is_act and same_thing(a.name, act.name, drafting.words)
            for a in option.acts
        ):
            return key
    return owner, issue


def known_as(drafting: Drafting, owner: str, act: Act, strictly: bool = True) -> Key | None:
    """Return the option of an owner that an act is; not ``strictly``: what is demanded, too."""
    for key, option in drafting.options.items():
        demanded = any(row.stance is Stance.DEMAND for row in option.rows)
        if key[0] == owner and any(
            (a.verb == act.verb or (demanded and not strictly))
            and same_thing(a.name, act.name, drafting.words)
            for a in option.acts
        ):
            return key
    return None


def is_empty(act: Act, words: DisputeWords) -> bool:
    """Tell whether an act is none that anybody could see done."""
    last = act.name.split()[-1].lower()
    return bool(words.lists["no_acts"] & {last, act.verb}) or (
        act.is_act and act.verb in words.lists["no_deeds"]
    )
