"""What-if questions as a person writes them: ``RUS: talks > invade`` or ``RUS: 3 > 7``."""

from standoff.dispute.model_file import Dispute
from standoff.errors import InputError, UsageError
from standoff.gmcr.condition import Condition, ConditionError, parse_condition
from standoff.gmcr.model import Model
from standoff.gmcr.what_if import prefer, prefer_state

WANTED = "write it as 'DECISION MAKER: better > worse'"


def suppose(dispute: Dispute, told: str) -> Dispute:
    """Return the dispute in which one decision maker prefers as told."""
    maker, _, wish = told.partition(":")
    better, arrow, worse = (part.strip() for part in wish.partition(">"))
    if not arrow or not better or not worse:
        raise UsageError(f"{told!r}: {WANTED}")
    if dispute.views is not None:
        raise UsageError(f"{told!r}: with views of their own, change the view in the file")
    model = dispute.model
    try:
        index = model.maker(maker.strip())
        if better.isdecimal() and worse.isdecimal():
            changed = prefer_state(model, index, *(_state(model, n) for n in (better, worse)))
        else:
            changed = prefer(
                model, index, *(_condition(dispute, w, index) for w in (better, worse))
            )
    except (InputError, ConditionError) as error:
        raise UsageError(f"{told!r}: {error}") from error
    return Dispute(
        changed, dispute.status_quo, None, dispute.sources, dispute.infeasible, dispute.ids
    )


def _state(model: Model, number: str) -> int:
    if 1 <= int(number) <= len(model.states):
        return int(number) - 1
    raise InputError("no-such-state", f"states run from 1 to {len(model.states)}")


def _condition(dispute: Dispute, text: str, maker: int) -> Condition:
    names = [_names(dispute, bit) for bit in range(len(dispute.model.options))]
    own = dispute.model.decision_makers[maker].options

    def bit_of(name: str) -> int:
        found = [bit for bit, ways in enumerate(names) if name in ways]
        parts = [bit for bit, ways in enumerate(names) if any(_has(way, name) for way in ways)]
        for bits in (found, [bit for bit in parts if bit in own], parts):
            if len(bits) == 1:
                return bits[0]
        known = ", ".join(sorted(set().union(*names)))
        many = "more than one" if found or parts else "no"
        raise KeyError(f"{many} option {name!r}; there are: {known}")

    return parse_condition(text, bit_of)


def _has(name: str, words: str) -> bool:
    """Tell whether a name holds some words, whole and in this order, in either case."""
    return f" {words.casefold()} " in f" {name.casefold()} "


def _names(dispute: Dispute, bit: int) -> set[str]:
    """Return what an option may be called: its id or name, alone or after its owner's id."""
    own = {dispute.model.options[bit].name, dispute.ids[bit]}
    owners = [maker.id for maker in dispute.model.decision_makers if bit in maker.options]
    return own | {f"{owner}.{name}" for owner in owners for name in own}
