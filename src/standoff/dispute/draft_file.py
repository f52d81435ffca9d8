"""The draft of a conflict model as the YAML file that a person edits (docs/gmcr.md)."""

import json
from collections.abc import Iterator

from standoff.dispute.draft import STATUS_QUO_RULE
from standoff.dispute.draft_parts import Basis, Draft, DraftMaker, DraftOption, Said
from standoff.gmcr.model import Direction

HEADER = """\
# A draft: every part says how it came here. basis found: rows of the record state it; basis
# assumed: only the rule does. Edit it (write basis edited), then `standoff solve` it.
"""
ORDER_RULE = (
    "most important first: what it warns against, demands, answers, threats, then the rest"
)
MOST_ROWS = 3


def write_draft(draft: Draft) -> str:
    """Return the draft as YAML."""
    return HEADER + "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    yield f"name: {_text(draft.name)}"
    yield "decision_makers:"
    for maker in draft.makers:
        yield from _maker(maker)
    if draft.infeasible:
        yield "infeasible:"
        for said in draft.infeasible:
            yield f"  - condition: {_text(said.condition)}"
            yield from _basis(said.basis, 4)
    yield f"# assumed: {STATUS_QUO_RULE}"
    yield f"status_quo: [{', '.join(map(_text, draft.status_quo))}]"
    for line in draft.left_out:
        yield f"# left out: {' '.join(line.split())}"


def _maker(maker: DraftMaker) -> Iterator[str]:
    yield f"  - id: {_text(maker.id)}"
    yield f"    name: {_text(maker.name)}"
    yield from _basis(maker.basis, 4)
    yield "    options:"
    for option in maker.options:
        yield from _option(option)
    if not maker.statements:
        yield "    preferences: indifferent  # assumed: no stance of it bears on an option"
        return
    yield f"    preferences:  # assumed order, {ORDER_RULE}"
    yield "      statements:"
    for said in maker.statements:
        yield from _statement(said)


def _option(option: DraftOption) -> Iterator[str]:
    yield f"      - id: {_text(option.name)}"
    if option.direction is not Direction.BOTH:
        yield f"        direction: {option.direction.value}  # assumed: it cannot be undone"
    yield from _basis(option.basis, 8)


def _statement(said: Said) -> Iterator[str]:
    yield f"        - statement: {_text(said.condition)}"
    yield from _basis(said.basis, 10)


def _basis(basis: Basis, indent: int) -> Iterator[str]:
    pad = " " * indent
    yield f"{pad}basis: {'found' if basis.rule is None else 'assumed'}"
    if basis.rule is not None:
        yield f"{pad}rule: {_text(basis.rule)}"
    if basis.evidence:
        yield f"{pad}evidence:"
        for taken in basis.evidence[:MOST_ROWS]:
            words = taken.content or taken.evidence.words
            yield f"{pad}  - {{row: {_text(taken.id)}, words: {_text(words)}}}"


def _text(text: str) -> str:
    """Return text as a quoted scalar, which JSON and YAML write alike."""
    return json.dumps(text, ensure_ascii=False)
