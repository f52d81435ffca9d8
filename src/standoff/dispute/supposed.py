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
            changed = prefer(model, index, *(_condition(model, w) for w in (better, worse)))
    except (InputError, ConditionError) as error:
        raise UsageError(f"{told!r}: {error}") from error
    return Dispute(changed, dispute.status_quo, None, dispute.sources, dispute.infeasible)


def _state(model: Model, number: str) -> int:
    if 1 <= int(number) <= len(model.states):
        return int(number) - 1
    raise InputError("no-such-state", f"states run from 1 to {len(model.states)}")


def _condition(model: Model, text: str) -> Condition:
    def bit(name: str) -> int:
        names = {
            bit: {option.name, *(f"{m.id}.{option.name}" for m in owners)}
            for bit, option in enumerate(model.options)
            for owners in [[m for m in model.decision_makers if bit in m.options]]
        }
        found = [bit for bit, ways in names.items() if name in ways]
        if len(found) == 1:
            return found[0]
        known = ", ".join(sorted({n for ways in names.values() for n in ways}))
        raise KeyError(
            f"{'more than one' if found else 'no'} option {name!r}; there are: {known}"
        )

    return parse_condition(text, bit)
