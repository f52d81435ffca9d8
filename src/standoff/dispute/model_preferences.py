"""The preferences of a model file: ranking, weights or statements, each with unknown pairs."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from standoff.dispute.model_reading import SOURCE_KEYS, Reading, line_of
from standoff.errors import InputError
from standoff.gmcr.condition import holds
from standoff.gmcr.preference import (
    Layer,
    Preference,
    from_payoffs,
    from_statements,
    from_weights,
)
from standoff.gmcr.ranking import Better, from_comparisons

Ints = NDArray[np.int64]

WAYS = ("ranking", "statements", "weights")
KEYS = frozenset({*WAYS, "unknown"})
STATEMENT_KEYS = frozenset({"statement", "unknown", "strong", *SOURCE_KEYS})
RELATION = re.compile(r"(?<![-<])(>>|>|=|\?)")


@dataclass(frozen=True, slots=True)
class Of:
    """Whose preference is read, over which states."""

    maker: str
    states: Ints


def read_preference(reading: Reading, value: object, line: int, of: Of) -> Preference | None:
    """Read one decision maker's preference; None where it has a fault."""
    if value == "indifferent":
        return from_payoffs(np.ones(len(of.states), np.int64))
    entry = reading.mapping(value, line, KEYS, f"preferences of {of.maker}")
    given = [way for way in WAYS if way in entry]
    if len(given) != 1:
        ways = "ranking, statements or weights, or the word indifferent"
        reading.fault(line, f"preferences of {of.maker}: give one of {ways}")
        return None
    before = len(reading.faults.found)
    layers = _unknown_pairs(reading, entry.get("unknown", []), line, of)
    way = given[0]
    readers = {"ranking": _ranking, "statements": _statements, "weights": _weights}
    if len(reading.faults.found) > before:
        return None
    found = readers[way](reading, entry[way], line, of, layers)
    return None if len(reading.faults.found) > before else found


def _unknown_pairs(reading: Reading, value: object, line: int, of: Of) -> tuple[Layer, ...]:
    layers = []
    for entry in reading.listed(value, line, "unknown"):
        at = line_of(entry, line)
        parts = [p.strip() for p in str(entry).split("?")]
        if len(parts) != 2:
            reading.fault(at, f"{entry!r}: an unknown pair is written 'one ? other'")
            continue
        left, right = (_states(reading, part, at, of) for part in parts)
        if left is None or right is None:
            continue
        if set(left) & set(right):
            reading.fault(at, f"{entry!r}: a state stands on both sides")
            continue
        block = np.full(len(of.states), -1, np.int64)
        side = np.zeros(len(of.states), np.int64)
        block[[*left, *right]] = 0
        side[list(right)] = 1
        layers.append(Layer(block, side))
    return tuple(layers)


def _states(reading: Reading, item: object, line: int, of: Of) -> tuple[int, ...] | None:
    """Return the states an item of a ranking names: a state's number, or a condition."""
    text = str(item).strip()
    if text.isdecimal():
        number = int(text)
        if 1 <= number <= len(of.states):
            return (number - 1,)
        reading.fault(
            line, f"there is no state {number}: states run from 1 to {len(of.states)}"
        )
        return None
    condition = reading.condition(item if isinstance(item, str) else text, line)
    if condition is None:
        return None
    found = np.flatnonzero(holds(condition, of.states))
    if not len(found):
        reading.fault(line, f"{text!r} holds in no feasible state")
        return None
    return tuple(found.tolist())


def _ranking(
    reading: Reading, value: object, line: int, of: Of, layers: tuple[Layer, ...]
) -> Preference | None:
    """Read a list from best to worst, or chains like '3 > 1 = 2 >> 4'."""
    entries = [value] if isinstance(value, str) else reading.listed(value, line, "ranking")
    if any(isinstance(e, str) and RELATION.search(e) for e in entries):
        chains = [_chain(reading, str(e), line_of(e, line), of) for e in entries]
    else:
        chains = [_best_first(reading, entries, line, of)]
    ties: list[tuple[int, ...]] = []
    betters: list[Better] = []
    for chain in chains:
        groups, relations = _grouped(chain)
        ties += groups
        betters += [
            Better(upper, lower, relation == ">>")
            for upper, lower, relation in zip(groups, groups[1:], relations, strict=False)
        ]
    try:
        return from_comparisons(len(of.states), ties, betters, layers)
    except InputError as error:
        reading.fault(line_of(value, line), f"preferences of {of.maker}: {error}")
        return None


def _chain(reading: Reading, text: str, line: int, of: Of) -> list[tuple[str, tuple[int, ...]]]:
    """Return the items of a chain, each with the relation before it."""
    pieces = RELATION.split(text)
    found = []
    for relation, item in zip(["=", *pieces[1::2]], pieces[::2], strict=True):
        if relation == "?":
            reading.fault(line, f"{text!r}: an unknown pair belongs under 'unknown'")
        states = _states(reading, item, line, of)
        if states is not None:
            found.append((relation, states))
    return found


def _best_first(
    reading: Reading, entries: list[Any], line: int, of: Of
) -> list[tuple[str, tuple[int, ...]]]:
    found = []
    for entry in entries:
        tied = entry if isinstance(entry, list) else [entry]
        for k, item in enumerate(tied):
            states = _states(reading, item, line_of(item, line), of)
            if states is not None:
                found.append(("=" if k else ">", states))
    return found


def _grouped(
    chain: list[tuple[str, tuple[int, ...]]],
) -> tuple[list[tuple[int, ...]], list[str]]:
    """Join what a chain calls equal; return the groups, best first, and what is between."""
    groups: list[tuple[int, ...]] = []
    relations: list[str] = []
    for relation, states in chain:
        if groups and relation == "=":
            groups[-1] += states
        else:
            if groups:
                relations.append(relation)
            groups.append(states)
    return groups, relations


def _weights(
    reading: Reading, value: object, line: int, of: Of, layers: tuple[Layer, ...]
) -> Preference | None:
    known = frozenset(reading.bits)
    entry = reading.mapping(value, line, known, f"weights of {of.maker}")
    weights: dict[int, int] = {}
    for name, weight in entry.items():
        if name not in known:
            continue
        try:
            weights[reading.bit(name)] = int(weight)
        except KeyError as error:
            reading.fault(line_of(name, line), str(error.args[0]))
        except (TypeError, ValueError):
            reading.fault(
                line_of(name, line), f"weight of {name!r}: {weight!r} is not a number"
            )
    found = from_weights(weights, of.states)
    return Preference(found.payoff, found.grade, layers)


def _statements(
    reading: Reading, value: object, line: int, of: Of, layers: tuple[Layer, ...]
) -> Preference | None:
    """Read prioritised statements, the most important first."""
    held: list[NDArray[np.bool_]] = []
    unknown: list[bool] = []
    strong: list[bool] = []
    for entry in reading.listed(value, line, f"statements of {of.maker}"):
        at = line_of(entry, line)
        marks = _marks(reading, entry, at, of)
        condition = reading.condition(marks.get("statement"), at)
        if condition is None:
            continue
        holds_at = holds(condition, of.states)
        _refuse_contradiction(reading, str(marks["statement"]), at, (holds_at, held))
        held.append(holds_at)
        unknown.append(_is_true(reading, marks, "unknown", at))
        strong.append(_is_true(reading, marks, "strong", at))
    if not held:
        if not value:
            reading.fault(
                line, f"{of.maker} has no statement; write 'preferences: indifferent'"
            )
        return None
    if strong != sorted(strong, reverse=True):
        reading.fault(line, f"{of.maker}: strong statements must come before all others")
        return None
    try:
        found = from_statements(held, unknown, strong)
    except InputError as error:
        reading.fault(line, f"{of.maker}: {error}")
        return None
    return Preference(found.payoff, found.grade, layers, found.orders, found.turned)


def _marks(reading: Reading, entry: object, line: int, of: Of) -> dict[str, Any]:
    if isinstance(entry, str):
        return {"statement": entry}
    marks = reading.mapping(entry, line, STATEMENT_KEYS, "a statement")
    reading.source(marks, f"{of.maker} prefers {marks.get('statement')}", line)
    return marks


def _is_true(reading: Reading, marks: dict[str, Any], key: str, line: int) -> bool:
    value = marks.get(key, "false")
    if value not in {"true", "false"}:
        reading.fault(line_of(value, line), f"{key} is true or false, not {value!r}")
    return bool(value == "true")


def _refuse_contradiction(
    reading: Reading,
    text: str,
    line: int,
    met: tuple[NDArray[np.bool_], list[NDArray[np.bool_]]],
) -> None:
    holds_at, before = met
    if not holds_at.any():
        reading.fault(line, f"{text!r} contradicts itself or holds in no feasible state")
        return
    for k, other in enumerate(before):
        if np.array_equal(holds_at, ~other):
            reading.fault(
                line, f"{text!r} contradicts statement {k + 1}: it holds where that fails"
            )
        elif np.array_equal(holds_at, other) and not holds_at.all():
            reading.fault(line, f"{text!r} says the same as statement {k + 1}")
