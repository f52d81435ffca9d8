"""The model file of a dispute, which a person writes or edits: YAML in, a conflict model out.

Its keys are in docs/gmcr.md and in data/schema/dispute.json. Every fault is reported with its
line, all at once, as `DataErrors`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from standoff.dispute.model_preferences import Of, read_preference
from standoff.dispute.model_reading import SOURCE_KEYS, Reading, Source, line_of
from standoff.errors import InputError
from standoff.gmcr.condition import Condition, Taken
from standoff.gmcr.model import Arcs, DecisionMaker, Direction, Model, Option
from standoff.gmcr.preference import Preference
from standoff.gmcr.states import feasible_states, merge, merged_arcs
from standoff.knowledge.strict_yaml import read_marked

Ints = NDArray[np.int64]

TOP = frozenset({"name", "decision_makers", "options", "infeasible", "one_state", "status_quo",
                 "views", "notes"})  # fmt: skip
MAKER_KEYS = frozenset({"id", "name", "options", "preferences", *SOURCE_KEYS})
OPTION_KEYS = frozenset({"id", "name", "owners", "direction", *SOURCE_KEYS})
CONDITION_KEYS = frozenset({"condition", *SOURCE_KEYS})
VIEW_KEYS = frozenset({"preferences", "infeasible", "unaware"})


@dataclass(frozen=True, slots=True, eq=False)
class Dispute:
    """A conflict model, where the dispute stands now, and why each part is there.

    ``views`` holds each decision maker's own view of the conflict, None where all see the same.
    """

    model: Model
    status_quo: int | None
    views: tuple[Model, ...] | None
    sources: tuple[Source, ...]
    infeasible: tuple[Condition, ...]
    ids: tuple[str, ...]  # of the options, by bit


@dataclass(frozen=True, slots=True)
class _Parts:
    """Decision makers and options, before the states are known."""

    makers: tuple[DecisionMaker, ...]
    options: tuple[Option, ...]


def read_model_file(path: Path) -> Dispute:
    """Read a model file; raises `DataErrors` with all its faults."""
    return parse_model(path.read_text("utf-8"), path)


def parse_model(text: str, path: Path) -> Dispute:
    """Read the text of a model file; ``path`` names it in faults."""
    reading = Reading(path)
    top = reading.mapping(read_marked(text, str(path)), 1, TOP, "the model")
    parts = _parts(reading, top)
    reading.faults.refuse()
    infeasible = _conditions(reading, top.get("infeasible", []), "infeasible")
    as_one = _conditions(reading, top.get("one_state", []), "one_state")
    line = line_of(top.get("infeasible"), line_of(top.get("decision_makers"), 1))
    shape = _shape(reading, parts, (infeasible, as_one), line)
    reading.faults.refuse()
    assert shape is not None
    preferences = _preferences(reading, top, shape.states, parts)
    reading.faults.refuse()
    model = shape.model(str(top.get("name", path.stem)), parts, preferences)
    quo = _status_quo(reading, top, model)
    views = _views(reading, top, model, (infeasible, as_one))
    reading.faults.refuse()
    return Dispute(
        model, quo, views, tuple(reading.sources), tuple(infeasible), tuple(reading.ids)
    )


def _parts(reading: Reading, top: dict[str, Any]) -> _Parts:
    makers: list[tuple[str, str, list[int]]] = []
    options: list[Option] = []
    entries = reading.listed(top.get("decision_makers"), 1, "decision_makers")
    for value in entries:
        line = line_of(value, 1)
        entry = reading.mapping(value, line, MAKER_KEYS, "a decision maker")
        id_ = entry.get("id")
        if not id_ or any(id_ == other for other, _, _ in makers):
            reading.fault(line, "a decision maker needs an id of its own")
            continue
        reading.source(entry, str(id_), line)
        own: list[int] = []
        for option in reading.listed(entry.get("options", []), line, f"options of {id_}"):
            own.append(len(options))
            options.append(_option(reading, option, line, len(options), (str(id_),)))
        makers.append((str(id_), str(entry.get("name", id_)), own))
    _shared_options(reading, top, makers, options)
    if not makers and not reading.faults.found:
        reading.fault(1, "there is no decision maker")
    return _Parts(
        tuple(DecisionMaker(id_, name, tuple(own)) for id_, name, own in makers), tuple(options)
    )


def _shared_options(
    reading: Reading,
    top: dict[str, Any],
    makers: list[tuple[str, str, list[int]]],
    options: list[Option],
) -> None:
    """Read the options that stand outside decision makers, each with its owners."""
    known = {id_: own for id_, _, own in makers}
    for value in reading.listed(top.get("options", []), 1, "options"):
        line = line_of(value, 1)
        entry = value if isinstance(value, dict) else {}
        owners = list(reading.listed(entry.get("owners", []), line, "owners"))
        strange = [o for o in owners if o not in known]
        if strange or not owners:
            name = entry.get("id", value)
            why = (
                f"{strange[0]!r} is no decision maker"
                if strange
                else ("nobody owns it: list it under a decision maker, or name its owners")
            )
            reading.fault(line, f"option {name!r}: {why}")
            continue
        for owner in owners:
            known[owner].append(len(options))
        options.append(_option(reading, value, line, len(options), tuple(map(str, owners))))


def _option(
    reading: Reading, value: object, line: int, bit: int, owners: tuple[str, ...]
) -> Option:
    at = line_of(value, line)
    entry: dict[str, Any] = {"id": value} if isinstance(value, str) else {}
    if not entry:
        entry = reading.mapping(value, at, OPTION_KEYS, "an option")
    id_ = entry.get("id")
    if not id_:
        reading.fault(at, "an option needs an id")
        id_ = f"option {bit + 1}"
    reading.ids.append(str(id_))
    for name in {str(id_), *(f"{owner}.{id_}" for owner in owners)}:
        reading.bits.setdefault(name, []).append(bit)
    if len(reading.bits[f"{owners[0]}.{id_}"]) > 1:
        reading.fault(at, f"{owners[0]} has two options called {id_!r}")
    reading.source(entry, f"{owners[0]}.{id_}", at)
    return Option(str(entry.get("name", id_)), _direction(reading, entry, at))


def _direction(reading: Reading, entry: dict[str, Any], line: int) -> Direction:
    value = entry.get("direction", Direction.BOTH)
    if value in set(Direction):
        return Direction(value)
    allowed = ", ".join(Direction)
    reading.fault(line_of(value, line), f"direction {value!r} is none of {allowed}")
    return Direction.BOTH


def _conditions(reading: Reading, value: object, what: str) -> list[Condition]:
    found = []
    for entry in reading.listed(value, line_of(value, 1), what):
        line = line_of(entry, 1)
        text = entry
        if isinstance(entry, dict):
            text = reading.mapping(entry, line, CONDITION_KEYS, what).get("condition")
            reading.source(entry, f"{what}: {text}", line)
        condition = reading.condition(text, line)
        if condition is not None:
            found.append(condition)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Shape:
    """The states of a model and, where some are one, the moves between them."""

    states: Ints
    arcs: tuple[Arcs, ...] | None
    patterns: Ints | None
    state_of: Ints | None

    def model(self, name: str, parts: _Parts, preferences: tuple[Preference, ...]) -> Model:
        """Return the model of this shape."""
        return Model(name, parts.options, parts.makers, self.states, preferences, self.arcs,
                     self.patterns, self.state_of)  # fmt: skip


def _shape(
    reading: Reading,
    parts: _Parts,
    conditions: tuple[list[Condition], list[Condition]],
    line: int,
) -> _Shape | None:
    infeasible, as_one = conditions
    try:
        states = feasible_states(len(parts.options), infeasible)
        if not as_one:
            return _Shape(states, None, None, None)
        kept, state_of = merge(states, as_one)
        arcs = merged_arcs(states, state_of, parts.makers, parts.options)
    except InputError as error:
        reading.fault(line, str(error))
        return None
    return _Shape(kept, arcs, states, state_of)


def _preferences(
    reading: Reading, top: dict[str, Any], states: Ints, parts: _Parts
) -> tuple[Preference, ...]:
    found = []
    for entry, maker in zip(top["decision_makers"], parts.makers, strict=True):
        line = line_of(entry, 1)
        value = entry.get("preferences")
        if value is None:
            way = "write 'preferences: indifferent' if it does not care"
            reading.fault(line, f"{maker.id} has no preferences; {way}")
            continue
        preference = read_preference(reading, value, line_of(value, line), Of(maker.id, states))
        if preference is not None:
            found.append(preference)
    return tuple(found)


def _status_quo(reading: Reading, top: dict[str, Any], model: Model) -> int | None:
    value = top.get("status_quo")
    if value is None:
        return None
    line = line_of(value, 1)
    pattern = 0
    for name in reading.listed(value, line, "status_quo (the options taken now)"):
        try:
            pattern |= 1 << reading.bit(str(name))
        except KeyError as error:
            reading.fault(line_of(name, line), str(error.args[0]))
    found = model.index_of(pattern)
    if found is None:
        reading.fault(line, "the status quo is not a feasible state")
    return found


def _views(
    reading: Reading,
    top: dict[str, Any],
    model: Model,
    conditions: tuple[list[Condition], list[Condition]],
) -> tuple[Model, ...] | None:
    """Read how each decision maker sees the conflict, where not as the model has it."""
    if "views" not in top:
        return None
    ids = frozenset(maker.id for maker in model.decision_makers)
    entries = reading.mapping(top["views"], line_of(top["views"], 1), ids, "views")
    return tuple(
        _view(reading, entries[maker.id], model, conditions) if maker.id in entries else model
        for maker in model.decision_makers
    )


def _view(
    reading: Reading,
    value: object,
    model: Model,
    conditions: tuple[list[Condition], list[Condition]],
) -> Model:
    line = line_of(value, 1)
    entry = reading.mapping(value, line, VIEW_KEYS, "a view")
    infeasible, as_one = conditions
    more = _conditions(reading, entry.get("infeasible", []), "infeasible")
    more += _unaware(reading, entry, line)
    parts = _Parts(model.decision_makers, model.options)
    shape = _shape(reading, parts, ([*infeasible, *more], as_one), line)
    if shape is None:
        return model
    at = [model.index_of(int(pattern)) for pattern in shape.states]
    kept = np.asarray([k for k in at if k is not None], np.int64)
    preferences = [preference.only(kept) for preference in model.preferences]
    own = reading.mapping(
        entry.get("preferences", {}), line, frozenset(m.id for m in parts.makers), "preferences"
    )
    for k, maker in enumerate(parts.makers):
        if maker.id in own:
            told = own[maker.id]
            of = Of(maker.id, shape.states)
            found = read_preference(reading, told, line_of(told, line), of)
            preferences[k] = found or preferences[k]
    return shape.model(model.name, parts, tuple(preferences))


def _unaware(reading: Reading, entry: dict[str, Any], line: int) -> list[Condition]:
    found: list[Condition] = []
    for name in reading.listed(entry.get("unaware", []), line, "unaware"):
        try:
            found.append(Taken(reading.bit(str(name))))
        except KeyError as error:
            reading.fault(line_of(name, line), str(error.args[0]))
    return found
