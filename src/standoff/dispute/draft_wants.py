"""What a decision maker of a drafted model wants: prioritised statements from its stances.

First what others do: that what it warns against is not done, its demands, that it is spared
what it is threatened with, what it is offered. Then what it does itself: its threats, what it
is warned against, its refusals and promises, last what is asked of it. So no gain from what one
yields covers a loss from what one threatens. Not handled: how strongly anything is wanted.
"""

from collections.abc import Iterator, Sequence

from standoff.dispute.draft_options import THREAT, WARNED, Drafting, Key, Turn
from standoff.dispute.draft_parts import Basis, Said
from standoff.dispute.stances import Taken
from standoff.gmcr.condition import Condition, Iff, Not, Or, Taken as IsTaken, say
from standoff.model import Stance

ASKING = frozenset({Stance.DEMAND, Stance.THREATEN, Stance.DEFER})
GRANTING = frozenset({Stance.ACCEPT, Stance.OFFER, Stance.ASSURE})

ASKS = "who threatens an act unless another is done wants the other"
WARNS = "who threatens an act with an answer does not want the act"
SPARED = "nobody wants done what it is threatened with"
ALIKE = "what both are to do each does if the other does"
IN_RETURN = "what is demanded of it and not granted it does only for what it demands itself"
FOR_PROMISE = "what it is promised something for it does for that"
PROMISED = "what it is promised it wants"
UNGRANTED = "what is demanded of it and not granted it does not want to do"
OFFERED = "what it is offered and has not refused it wants"
TEMPTED = "what it is warned against it would do while its demand is unmet and nothing offered"
TEMPTED_ANYWAY = "what it is warned against it would else do"

Want = tuple[Condition, Key, Basis]  # what is wanted, the option it decides, why


class Wants:
    """What decision makers want, said of the options of a draft."""

    def __init__(self, drafting: Drafting, stances: Sequence[Taken], called: tuple[str, ...]):
        """Keep what is drafted; ``called`` are the names of the options in conditions."""
        self.drafting, self.stances, self.called = drafting, stances, called
        self.bits = {key: number for number, key in enumerate(drafting.options)}

    def of(self, owner: str) -> tuple[Said, ...]:
        """Return what a decision maker wants, most important first."""
        return tuple(Said(say(want, self.called), why) for want, _, why in self._kept(owner))

    def undisputed(self) -> tuple[Key, ...]:
        """Return the offers that nobody is against and on which nothing else turns."""
        owners = dict.fromkeys(owner for owner, _ in self.bits)
        bare = {key: IsTaken(bit) for key, bit in self.bits.items()}
        at_stake = {
            key
            for owner in owners
            for want, decides, _ in self._kept(owner)
            for key in (decides, *self._told(want))
            if want != bare[key]
        }
        told = {key for owner in owners for _, key, _ in self._kept(owner)}
        return tuple(
            key
            for key in self.bits
            if key not in at_stake and not (key in told and self._is_asked(key))
        )

    def _is_asked(self, key: Key) -> bool:
        return any(row.stance in ASKING for row in self.drafting.options[key].rows)

    def _kept(self, owner: str) -> tuple[Want, ...]:
        """Return its wants, each option decided once."""
        rows = [t for t in self.stances if owner in self.drafting.side(t.party)]
        kept: dict[Key, Want] = {}
        for want in self._all(owner, rows):
            kept.setdefault(want[1], want)
        return tuple(kept.values())

    def _told(self, want: Condition) -> Iterator[Key]:
        """Yield the options that a condition speaks of."""
        keys = list(self.bits)
        match want:
            case IsTaken(bit):
                yield keys[bit]
            case Not(part):
                yield from self._told(part)
            case Iff(left, right):
                yield from (*self._told(left), *self._told(right))
            case _:
                yield from (key for part in want.parts for key in self._told(part))

    def _all(self, owner: str, rows: Sequence[Taken]) -> Iterator[Want]:
        yield from self._warned_against(owner)
        yield from self._demanded(rows)
        yield from self._refused(owner, rows)
        yield from self._asked_for(owner)
        yield from self._spared(owner)
        yield from self._offered(owner)
        yield from self._threatened(owner)
        yield from self._tempted(owner, rows)
        yield from self._answered(owner, rows)
        yield from self._promised(owner)
        yield from self._bought(owner)
        yield from self._ungranted(owner, rows)

    def _is(self, key: Key, done: bool = True) -> Condition:
        taken = IsTaken(self.bits[key])
        return taken if done else Not(taken)

    def _warned_against(self, owner: str) -> Iterator[Want]:
        for threat, key, turn in self.drafting.threats:
            if key[0] != owner or turn is None or turn.on[0] == owner:
                continue
            if turn.done and turn.rule is None:
                yield self._is(turn.on, done=False), turn.on, Basis(WARNS, (threat,))
            elif turn.rule is None and not self._demands(owner, turn.on):
                yield self._is(turn.on), turn.on, Basis(ASKS, (threat,))

    def _demands(self, owner: str, key: Key) -> bool:
        rows = self.drafting.options[key].rows
        made = [row for row in rows if row.stance is Stance.DEMAND]
        return any(owner in self.drafting.side(row.party) for row in made)

    def _demanded(self, rows: Sequence[Taken]) -> Iterator[Want]:
        """Yield its demands, those made most often first."""
        made: dict[Key, list[Taken]] = {}
        for taken in rows:
            for other in self.drafting.side(taken.addressee):
                key = self.drafting.key_of(other, taken.issue)
                if taken.stance is not Stance.DEMAND or key is None or key not in self.bits:
                    continue
                if taken in self.drafting.options[key].rows:
                    made.setdefault(key, []).append(taken)
        for key, found in sorted(made.items(), key=lambda item: -len(item[1])):
            done = found[-1].id not in self.drafting.options[key].against
            yield self._is(key, done), key, Basis(None, tuple(found))

    def _newest(self, rows: Sequence[Taken]) -> tuple[Taken, ...]:
        """Return its newest answer on each matter, refusals first."""
        newest: dict[str, Taken] = {}
        for taken in rows:
            if taken.stance is Stance.REFUSE or taken.stance in GRANTING:
                newest[taken.issue or ""] = taken
        return tuple(sorted(newest.values(), key=lambda t: t.stance is not Stance.REFUSE))

    def _refused(self, owner: str, rows: Sequence[Taken]) -> Iterator[Want]:
        """Yield that it does not want what others offer and it refuses."""
        for taken in self._newest(rows):
            if taken.stance is Stance.REFUSE and not self.drafting.key_of(owner, taken.issue):
                for other in self._offers(taken.issue, owner):
                    yield self._is(other, done=False), other, Basis(None, (taken,))

    def _answered(self, owner: str, rows: Sequence[Taken]) -> Iterator[Want]:
        """Yield what its newest answers say of its own options."""
        for taken in self._newest(rows):
            key = self.drafting.key_of(owner, taken.issue)
            if key is not None and key in self.bits:
                done = taken.stance is not Stance.REFUSE and not self._denies(taken, key)
                yield self._is(key, done), key, Basis(None, (taken,))

    def _denies(self, taken: Taken, key: Key) -> bool:
        """Tell whether an assurance is that something is not done: always what is warned of."""
        return key[1].startswith(WARNED) or taken.id in self.drafting.options[key].against

    def _offers(self, issue: str | None, owner: str) -> Iterator[Key]:
        for key, option in self.drafting.options.items():
            offered = any(row.stance is Stance.OFFER for row in option.rows)
            if offered and key[0] != owner and option.issue == issue is not None:
                yield key

    def _promised(self, owner: str) -> Iterator[Want]:
        for taken, key, turn in self.drafting.conditions:
            if key[0] == owner:
                yield self._turning(key, turn), key, Basis(None, (taken,))

    def _turning(self, key: Key, turn: Turn | None) -> Condition:
        if turn is None:
            return self._is(key)
        return Iff(self._is(key), self._is(turn.on, turn.done))

    def _threatened(self, owner: str) -> Iterator[Want]:
        for threat, key, turn in self.drafting.threats:
            if key[0] == owner and turn is not None:
                rows = tuple(
                    other
                    for other, threatened, on in self.drafting.threats
                    if threatened == key and on is not None and on.on == turn.on
                )
                yield self._turning(key, turn), key, Basis(turn.rule, rows or (threat,))

    def _asked_for(self, owner: str) -> Iterator[Want]:
        """Yield what it promises something for, and what it is promised."""
        for taken, key, turn in self.drafting.conditions:
            if turn is not None and turn.on[0] != owner == key[0]:
                yield self._is(turn.on, turn.done), turn.on, Basis(None, (taken,))
            if turn is not None and turn.on[0] == owner != key[0]:
                yield self._is(key), key, Basis(PROMISED, (taken,))

    def _spared(self, owner: str) -> Iterator[Want]:
        for threat, key, _ in self.drafting.threats:
            if owner in self.drafting.side(threat.addressee) and key[0] != owner:
                yield self._is(key, done=False), key, Basis(SPARED, (threat,))

    def _ungranted(self, owner: str, rows: Sequence[Taken]) -> Iterator[Want]:
        """Yield what it does of what is demanded of it and it has not answered."""
        for key, option in self.drafting.options.items():
            asked = [row for row in option.rows if row.stance in ASKING]
            if key[0] != owner or _is_act_of_force(key) or not asked:
                continue
            if asked[-1].id in option.against:
                continue
            alike = next(self._alike(key), None)
            if alike is not None:
                wants = Iff(self._is(key), self._is(alike))
                yield wants, key, Basis(ALIKE, (asked[-1],))
                continue
            own = next(self._own_demands(rows, asked), None)
            if own is not None:
                yield Iff(self._is(key), own), key, Basis(IN_RETURN, (asked[-1],))
            yield self._is(key, done=False), key, Basis(UNGRANTED, (asked[-1],))

    def _alike(self, key: Key) -> Iterator[Key]:
        """Yield what others are asked in the same words, and talks where both may hold them."""
        own = self.drafting.options[key]
        meetings = self.drafting.words.lists["meetings"]
        for other, option in self.drafting.options.items():
            if other[0] == key[0] or _is_act_of_force(other):
                continue
            asked = {row.id for row in own.rows} & {row.id for row in option.rows}
            if asked or own.issue == option.issue in meetings:
                yield other

    def _own_demands(
        self, rows: Sequence[Taken], of_it: Sequence[Taken]
    ) -> Iterator[Condition]:
        """Yield its demands of those who demand something of it, to come and talk last."""
        parties = {side for row in of_it for side in self.drafting.side(row.party)}
        made = [(key, wanted) for wanted, key, _ in self._demanded(rows) if key[0] in parties]
        meetings = self.drafting.words.lists["meetings"]
        made.sort(key=lambda made: self.drafting.options[made[0]].issue in meetings)
        yield from (wanted for _, wanted in made)

    def _offered(self, owner: str) -> Iterator[Want]:
        refused = {
            t.issue
            for t in self.stances
            if t.stance is Stance.REFUSE and owner in self.drafting.side(t.party)
        }
        for key, option in self.drafting.options.items():
            offers = [
                row for row in option.rows
                if row.stance is Stance.OFFER and owner in self.drafting.side(row.addressee)
            ]  # fmt: skip
            if key[0] != owner and offers and offers[-1].issue not in refused:
                yield self._is(key), key, Basis(OFFERED, (offers[-1],))

    def _bought(self, owner: str) -> Iterator[Want]:
        """Yield that it does what is asked of it for what it is promised."""
        for taken, key, turn in self.drafting.conditions:
            if turn is not None and turn.on[0] == owner != key[0]:
                wants = Iff(self._is(turn.on, turn.done), self._is(key))
                yield wants, turn.on, Basis(FOR_PROMISE, (taken,))

    def _tempted(self, owner: str, rows: Sequence[Taken]) -> Iterator[Want]:
        for threat, threatened, turn in self.drafting.threats:
            if turn is None or turn.on[0] != owner or threatened[0] == owner:
                continue
            if not turn.done or turn.rule is not None:
                continue
            own = list(self._own_demands(rows, [threat]))[:1]
            own += (want for want, key, _ in self._offered(owner) if key[0] == threatened[0])
            if not own:
                yield self._is(turn.on), turn.on, Basis(TEMPTED_ANYWAY, (threat,))
            else:
                met = own[0] if len(own) == 1 else Or(tuple(own))
                unmet = met.part if isinstance(met, Not) else Not(met)
                yield Iff(self._is(turn.on), unmet), turn.on, Basis(TEMPTED, (threat,))


def _is_act_of_force(key: Key) -> bool:
    """Tell whether an option is a threat or what a threat warns against."""
    return key[1].startswith((THREAT, WARNED))
