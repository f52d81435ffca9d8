"""The answer as one self-contained HTML page: picture, states, equilibria, paths, evidence.

Nothing is loaded from elsewhere; every name is escaped; the page may run no script.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

import numpy as np

from standoff.dispute.answer import (
    Answer,
    say_coalitions,
    say_equilibria,
    say_paths,
    say_verdicts,
)
from standoff.dispute.state_graph import draw_svg

STYLE = """
body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse;display:block;overflow-x:auto}
th,td{border:1px solid #ccc;padding:.2rem .5rem;text-align:center}
tr.equilibrium{background:#fff3cf}svg{max-width:100%;height:auto}
blockquote{margin:.2rem 1rem;color:#555}
"""
MOST_ROWS = 200
MOST_EXPLAINED = 12


def answer_page(answer: Answer) -> str:
    """Return the page."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    name = escape(answer.model.name)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{name}</title><style>{STYLE}</style></head><body><h1>{name}</h1>"
        f"{''.join(_sections(answer))}</body></html>\n"
    )


def _sections(answer: Answer) -> Iterator[str]:
    yield f"<h2>Equilibria</h2>{_items(say_equilibria(answer))}"
    if answer.paths:
        yield f"<h2>From the status quo</h2>{_items(say_paths(answer))}"
    if answer.coalitions:
        yield f"<h2>Coalitions</h2>{_items(say_coalitions(answer))}"
    yield f"<h2>State graph</h2>{draw_svg(answer)}"
    yield f"<h2>States</h2>{_table(answer)}"
    yield "<h2>Why</h2>"
    for state in answer.told[:MOST_EXPLAINED]:
        yield f"<h3>State {state + 1}</h3>{_items(say_verdicts(answer, state))}"
    if len(answer.equilibria) > MOST_EXPLAINED:
        shown = len(answer.told[:MOST_EXPLAINED])
        yield f"<p>{shown} of {len(answer.equilibria)} equilibria are explained.</p>"
    if answer.dispute.sources:
        yield f"<h2>What the model rests on</h2>{''.join(_sources(answer))}"


def _items(told: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in told)}</ul>"


def _table(answer: Answer) -> str:
    model = answer.model
    owners = [(maker, bit) for maker in model.decision_makers for bit in maker.options]
    head = [f"{maker.name}: {model.options[bit].name}" for maker, bit in owners]
    head = ["state", *head, *answer.stable]
    cells = "".join(f"<th>{escape(title)}</th>" for title in head)
    rows = []
    equilibria = answer.equilibria
    for state in range(min(len(model.states), MOST_ROWS)):
        pattern = int(model.states[state])
        taken = ["Y" if pattern >> bit & 1 else "N" for _, bit in owners]
        stable = [stable_for(answer, column[:, state]) for column in answer.stable.values()]
        mark = ' class="equilibrium"' if state in equilibria else ""
        told = "".join(f"<td>{escape(cell)}</td>" for cell in (str(state + 1), *taken, *stable))
        rows.append(f"<tr{mark}>{told}</tr>")
    note = ""
    if len(model.states) > MOST_ROWS:
        note = f"<p>The first {MOST_ROWS} of {len(model.states):,} states.</p>"
    return f"{note}<table><tr>{cells}</tr>{''.join(rows)}</table>"


def stable_for(answer: Answer, column: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> str:
    """Return for whom a state is stable: "all", their ids, or a dash."""
    if column.all():
        return "all"
    makers = zip(answer.model.decision_makers, column, strict=True)
    return ", ".join(maker.id for maker, stable in makers if stable) or "–"


def _sources(answer: Answer) -> Iterator[str]:
    for source in answer.dispute.sources:
        rule = f" ({source.rule})" if source.rule else ""
        yield f"<p><b>{escape(source.of)}</b>: {escape(source.basis + rule)}</p>"
        for evidence in source.evidence:
            words = f"“{evidence.words}” " if evidence.words else ""
            yield f"<blockquote>{escape(words)}[{escape(evidence.row)}]</blockquote>"
