"""Model files of the GMCR+ program (`.gmcr`), read and written, and listed models.

What is supported is in docs/gmcr.md; anything else in a file is refused by name. Merged states,
common moves, unknown preference and strength of preference cannot be said in a `.gmcr` file.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from standoff.dispute.model_file import Dispute
from standoff.errors import DataError, InputError
from standoff.gmcr.condition import And, Condition, Not, Or, Taken, bits_of, holds
from standoff.gmcr.model import DecisionMaker, Direction, Model, Option, from_moves
from standoff.gmcr.preference import Preference, from_payoffs, from_statements
from standoff.gmcr.states import feasible_states

Ints = NDArray[np.int64]

DIRECTIONS = {
    "both": Direction.BOTH,
    "fwd": Direction.ONCE_TAKEN,
    "back": Direction.ONCE_WITHDRAWN,
}
TOP = {"program", "version", "options", "decisionMakers", "infeasibles", "coalitions",
       "coalitionsFull", "useManualPreferenceRanking",
       "useManualPreferenceVectors"}  # fmt: skip
MAKER = {"name", "options", "preferences", "preferenceRanking", "preferenceVector", "payoffs",
         "misperceptions"}  # fmt: skip
MOST_BITS = 10  # options in one infeasible condition that is written as patterns


def read_json_model(path: Path) -> Dispute:
    """Read a `.gmcr` file, or a JSON model whose states and moves are listed."""
    data = _load(path)
    try:
        return _listed(data) if "states" in data else _program(data)
    except (KeyError, TypeError, IndexError, ValueError, AttributeError) as error:
        what = f"a part is missing or of the wrong kind ({error!r})"
        raise DataError(path, 1, f"not a GMCR model file: {what}") from error
    except InputError as error:
        raise DataError(path, 1, str(error)) from error


def _load(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        raise DataError(path, error.lineno, f"not JSON: {error.msg}") from error
    if not isinstance(data, dict):
        raise DataError(path, 1, "not a GMCR model file: the whole must be one object")
    return data


def _program(data: dict[str, Any]) -> Dispute:
    _refuse_others(data, TOP, "the model")
    _refuse_coalitions(data)
    makers = data["decisionMakers"]
    order = _by_maker(makers, len(data["options"]))
    place = {old: new for new, old in enumerate(order)}
    told = [data["options"][old] for old in order]
    options = tuple(Option(o["name"], DIRECTIONS[o["permittedDirection"]]) for o in told)
    infeasible = tuple(_condition(pattern, place) for pattern in data["infeasibles"])
    states = feasible_states(len(options), infeasible)
    owners = tuple(
        DecisionMaker(m["name"], m["name"], tuple(place[o] for o in m["options"]))
        for m in makers
    )
    manual = data.get(
        "useManualPreferenceRanking", data.get("useManualPreferenceVectors", False)
    )
    preferences = tuple(_preference(m, states, place, manual) for m in makers)
    model = Model("GMCR+ model", options, owners, states, preferences)
    views = _views(makers, model, infeasible, place)
    return Dispute(model, None, views, (), infeasible, model.option_names)


def _refuse_others(data: dict[str, Any], known: set[str], what: str) -> None:
    strange = sorted(set(data) - known)
    if strange:
        raise InputError(
            "bad-gmcr", f"{what} has {', '.join(map(repr, strange))}, not supported"
        )


def _refuse_coalitions(data: dict[str, Any]) -> None:
    if any(isinstance(c, list) and len(c) > 1 for c in data.get("coalitions", ())):
        why = "decision makers joined in a coalition: not supported, all are analysed anyway"
        raise InputError("bad-gmcr", why)


def _by_maker(makers: Sequence[dict[str, Any]], count: int) -> list[int]:
    """Return the options in the order of their decision makers, as the program numbers them."""
    owned = [option for maker in makers for option in maker["options"]]
    order = list(dict.fromkeys(owned))
    nobody = sorted(set(range(count)) - set(order))
    if nobody:
        raise InputError("bad-gmcr", f"options that nobody owns: {nobody} (counted from 0)")
    return order


def _condition(told: Any, place: dict[int, int]) -> Condition:  # noqa: ANN401 - as the file has it
    if isinstance(told, dict):
        return Or(tuple(_condition(member, place) for member in told["members"]))
    parts: list[Condition] = []
    for option, taken in told:
        bit = Taken(place[option])
        parts.append(bit if _is_taken(taken) else Not(bit))
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _is_taken(mark: str) -> bool:
    return {"Y": True, "N": False}[mark]


def _preference(
    maker: dict[str, Any], states: Ints, place: dict[int, int], manual: bool
) -> Preference:
    _refuse_others(maker, MAKER, f"decision maker {maker['name']!r}")
    if not manual:
        held = [holds(_condition(told, place), states) for told in maker["preferences"]]
        return from_statements(held) if held else from_payoffs(np.ones(len(states), np.int64))
    ranking = maker.get("preferenceRanking", maker.get("preferenceVector", []))
    payoffs = np.zeros(len(states), np.int64)
    for rank, tied in enumerate(reversed(ranking), 1):
        payoffs[np.asarray(tied) - 1] = rank
    if not payoffs.all():
        raise InputError("bad-gmcr", f"the ranking of {maker['name']!r} leaves states out")
    return from_payoffs(payoffs)


def _views(
    makers: Sequence[dict[str, Any]],
    model: Model,
    infeasible: tuple[Condition, ...],
    place: dict[int, int],
) -> tuple[Model, ...] | None:
    """Return what each decision maker sees, where one does not see all states."""
    if not any(maker.get("misperceptions") for maker in makers):
        return None
    views = []
    for maker in makers:
        hidden = [_condition(told, place) for told in maker.get("misperceptions", ())]
        states = feasible_states(len(model.options), [*infeasible, *hidden])
        kept = np.searchsorted(model.states, states)
        own = tuple(preference.only(kept) for preference in model.preferences)
        views.append(Model(model.name, model.options, model.decision_makers, states, own))
    return tuple(views)


def _listed(data: dict[str, Any]) -> Dispute:
    options: list[Option] = []
    makers = []
    for told in data["decision_makers"]:
        own = tuple(range(len(options), len(options) + len(told["options"])))
        options += [Option(name) for name in told["options"]]
        makers.append(DecisionMaker(told["name"], told["name"], own))
    states = [sum(bit << k for k, bit in enumerate(row)) for row in data["states"]]
    if states != sorted(set(states)):
        raise InputError("bad-gmcr", "the states must ascend, the first option the lowest bit")
    told_moves = data["moves"]
    moves = [[told_moves[m.name][str(s)] for s in range(len(states))] for m in makers]
    preferences = tuple(from_payoffs(told["payoffs"]) for told in data["decision_makers"])
    model = from_moves(data["name"], tuple(options), tuple(makers), states, preferences, moves)
    return Dispute(model, None, None, (), (), model.option_names)


def write_gmcr(dispute: Dispute) -> str:
    """Return a model as the text of a `.gmcr` file; refuse what the format cannot hold."""
    model = dispute.model
    _refuse_unwritable(dispute)
    names = {direction: name for name, direction in DIRECTIONS.items()}
    patterns = [p for condition in dispute.infeasible for p in _patterns(condition)]
    data = {
        "program": "gmcr-py",
        "version": "0.3.12",
        "options": [
            {"name": o.name, "permittedDirection": names[o.direction]} for o in model.options
        ],
        "decisionMakers": [
            {"name": m.name, "options": list(m.options), "preferences": [],
             "preferenceRanking": _ranking(p)}
            for m, p in zip(model.decision_makers, model.preferences, strict=True)
        ],
        "infeasibles": patterns,
        "useManualPreferenceRanking": True,
        "coalitions": list(range(len(model.decision_makers))),
    }  # fmt: skip
    return json.dumps(data, indent=1, ensure_ascii=False)


def _refuse_unwritable(dispute: Dispute) -> None:
    model = dispute.model
    owned = [bit for maker in model.decision_makers for bit in maker.options]
    faults = {
        "merged states or listed moves": model.arcs is not None,
        "options with two owners": owned != list(range(len(model.options))),
        "unknown preference": not all(p.is_known for p in model.preferences),
        "strength of preference": any(np.ptp(p.grade) for p in model.preferences),
        "views of a hypergame": dispute.views is not None,
    }
    met = [what for what, is_there in faults.items() if is_there]
    if met:
        raise InputError("not-gmcr", f"a .gmcr file cannot hold {', '.join(met)}")


def _patterns(condition: Condition) -> list[list[list[int | str]]]:
    """Return a condition as the patterns of Y and N in which it holds."""
    bits = [bit for bit in range(64) if bits_of(condition) >> bit & 1]
    if len(bits) > MOST_BITS:
        why = f"an infeasible condition on {len(bits)} options (at most {MOST_BITS})"
        raise InputError("not-gmcr", why)
    every = np.arange(1 << len(bits))
    spread = sum((every >> k & 1) << bit for k, bit in enumerate(bits))
    return [
        [[bit, "Y" if row >> bit & 1 else "N"] for bit in bits]
        for row in np.asarray(spread)[holds(condition, np.asarray(spread))].tolist()
    ]


def _ranking(preference: Preference) -> list[int | list[int]]:
    found: list[int | list[int]] = []
    for rank in range(int(preference.payoff.max()), 0, -1):
        tied = (np.flatnonzero(preference.payoff == rank) + 1).tolist()
        found.append(tied[0] if len(tied) == 1 else tied)
    return found
