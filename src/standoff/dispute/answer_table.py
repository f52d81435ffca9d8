"""The answer as rows: one a state, in JSON and in CSV."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from standoff.dispute.answer import Answer, say_paths
from standoff.gmcr.walk import Step

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def rows_of(answer: Answer) -> Iterator[dict[str, Any]]:
    """Yield a row a state: its number, options, payoffs, who finds it stable, equilibria."""
    model = answer.model
    ids = [maker.id for maker in model.decision_makers]
    for state in range(len(model.states)):
        yield {
            "state": state + 1,
            "options": {
                maker.id: [
                    model.options[b].name
                    for b in maker.options
                    if int(model.states[state]) >> b & 1
                ]
                for maker in model.decision_makers
            },
            "payoffs": {
                id_: int(p.payoff[state]) for id_, p in zip(ids, model.preferences, strict=True)
            },
            "stable": {
                concept: [id_ for id_, row in zip(ids, stable, strict=True) if row[state]]
                for concept, stable in answer.stable.items()
            },
            "equilibrium": [c for c, stable in answer.stable.items() if stable[:, state].all()],
        }


def as_json(answer: Answer) -> str:
    """Return the whole answer as one JSON object."""
    model = answer.model
    quo = answer.dispute.status_quo
    whole = {
        "format": 1,
        "name": model.name,
        "decision_makers": [{"id": m.id, "name": m.name} for m in model.decision_makers],
        "status_quo": None if quo is None else quo + 1,
        "unknown_preference": answer.extension,
        "hypergame": answer.dispute.views is not None,
        "states": list(rows_of(answer)),
        "equilibria": {
            concept: (np.flatnonzero(stable.all(axis=0)) + 1).tolist()
            for concept, stable in answer.stable.items()
        },
        "coalitions": {
            concept: (found.equilibria + 1).tolist()
            for concept, found in answer.coalitions.items()
        },
        "paths": _paths(answer),
        "words": list(say_paths(answer)),
        "sources": [
            {"of": s.of, "basis": s.basis, "rule": s.rule,
             "evidence": [{"row": e.row, "words": e.words} for e in s.evidence]}
            for s in answer.dispute.sources
        ],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _paths(answer: Answer) -> dict[str, Any]:
    def told(path: tuple[Step, ...]) -> list[dict[str, Any]]:
        makers = answer.model.decision_makers
        return [{"by": makers[step.maker].id, "to": step.state + 1} for step in path]

    kinds = {"any_move": answer.paths, "improvements": answer.gainful}
    return {
        kind: {str(state + 1): [told(path) for path in paths] for state, paths in found.items()}
        for kind, found in kinds.items()
        if found is not None
    }


def as_csv(answer: Answer) -> str:
    """Return the states as CSV: a column an option, payoff, and concept by decision maker."""
    model = answer.model
    options = [
        f"{maker.id}.{model.options[bit].name}"
        for maker in model.decision_makers
        for bit in maker.options
    ]
    bits = [bit for maker in model.decision_makers for bit in maker.options]
    ids = [maker.id for maker in model.decision_makers]
    header = ["state", *options, *(f"payoff {i}" for i in ids)]
    header += [f"{concept} {i}" for concept in answer.stable for i in (*ids, "equilibrium")]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(_safe, header))
    for state in range(len(model.states)):
        row = [state + 1, *(int(model.states[state]) >> bit & 1 for bit in bits)]
        row += [int(preference.payoff[state]) for preference in model.preferences]
        for stable in answer.stable.values():
            row += [int(x) for x in (*stable[:, state], stable[:, state].all())]
        writer.writerow(row)
    return out.getvalue()


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
