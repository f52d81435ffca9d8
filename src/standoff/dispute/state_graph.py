"""The state graph as a picture: states in a ring, moves as arrows in each mover's colour.

A thick arrow is an improvement; a filled state an equilibrium; a square the status quo. Drawn
as SVG of our own, which vl-convert turns into PNG without a browser.
"""

from collections.abc import Iterator
from html import escape
from math import cos, hypot, pi, sin
from textwrap import wrap

import vl_convert

from standoff.dispute.answer import Answer, say_state
from standoff.errors import InputError
from standoff.gmcr.graph import Graph, graph_of
from standoff.gmcr.walk import attractive, moves

# Colour-blind safe (Okabe and Ito 2008).
COLOURS = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9",
    "#000000",
    "#999933",
)
MOST_STATES = 32  # above, only those that matter are drawn
MOST_IN_WORDS = 16
LINE = 18
WIDE = 104  # characters of a line below the picture
MOST_WITH_ALL_MOVES = 12  # above, only improvements are drawn
SIZE = 720
NODE = 17
APART = 6  # of the arrows there and back between two states


def draw_svg(answer: Answer) -> str:
    """Return the state graph as SVG; of a large model the states that matter."""
    shown = _shown(answer)
    place = _places(shown)
    graph = graph_of(answer.model)
    body = [
        *_arrows(answer, graph, place),
        *_nodes(answer, place),
        *_legend(answer, len(shown)),
    ]
    legend = SIZE + 28 * len(answer.model.decision_makers) + 40
    lines = list(_words(answer, shown))
    body += (
        f'<text x="20" y="{legend + LINE * k}">{escape(line)}</text>'
        for k, line in enumerate(lines, 1)
    )
    height = legend + LINE * (len(lines) + 1) * bool(lines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {height}" '
        f'width="{SIZE}" height="{height}" font-family="sans-serif" font-size="13">'
        f"<title>{escape(answer.model.name)}</title>"
        f'<rect width="100%" height="100%" fill="#fff"/>{_markers()}{"".join(body)}</svg>\n'
    )


def draw_png(answer: Answer) -> bytes:
    """Return the state graph as PNG."""
    return bytes(vl_convert.svg_to_png(draw_svg(answer), scale=2))


def _shown(answer: Answer) -> list[int]:
    """Return all states, or of a large model the status quo, equilibria and states between."""
    if len(answer.model.states) <= MOST_STATES:
        return list(range(len(answer.model.states)))
    kept = dict.fromkeys(answer.told)
    for state, paths in (answer.paths or {}).items():
        told = (answer.gainful or {}).get(state) or paths
        kept |= dict.fromkeys(step.state for path in told[:1] for step in path)
    if answer.dispute.status_quo is not None:
        kept[answer.dispute.status_quo] = None
    if not kept:
        raise InputError("nothing-to-draw", "no equilibrium and no status quo to draw")
    return sorted(kept)[:MOST_STATES]


def _places(shown: list[int]) -> dict[int, tuple[float, float]]:
    radius = SIZE / 2 - 3 * NODE
    turn = 2 * pi / len(shown)
    return {
        state: (SIZE / 2 + radius * sin(k * turn), SIZE / 2 - radius * cos(k * turn))
        for k, state in enumerate(shown)
    }


def _markers() -> str:
    heads = (
        f'<marker id="m{k}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" '
        f'markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">'
        f'<path d="M0 0L10 5L0 10z" fill="{colour}"/></marker>'
        for k, colour in enumerate(COLOURS)
    )
    return f"<defs>{''.join(heads)}</defs>"


def _arrows(
    answer: Answer, graph: Graph, place: dict[int, tuple[float, float]]
) -> Iterator[str]:
    with_all = len(answer.model.states) <= MOST_WITH_ALL_MOVES
    for maker in range(len(answer.model.decision_makers)):
        for state in place:
            gains = set(attractive(graph, maker, state).tolist())
            for to in moves(graph, maker, state).tolist() if with_all else sorted(gains):
                if to in place:
                    yield _arrow(place[state], place[to], maker, to in gains)


def _arrow(
    begin: tuple[float, float], end: tuple[float, float], maker: int, gains: bool
) -> str:
    (x1, y1), (x2, y2) = begin, end
    length = hypot(x2 - x1, y2 - y1)
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    bend = 14 + 6 * maker  # so that moves there and back, and of two movers, stay apart
    mx, my = (x1 + x2) / 2 - dy * bend, (y1 + y2) / 2 + dx * bend
    colour = maker % len(COLOURS)
    style = 'stroke-width="2.2"' if gains else 'stroke-width="0.8" stroke-dasharray="4 3"'
    ox, oy = -dy * APART, dx * APART
    begin_at = x1 + dx * NODE + ox, y1 + dy * NODE + oy
    end_at = x2 - dx * (NODE + 2) + ox, y2 - dy * (NODE + 2) + oy
    points = (*begin_at, mx, my, *end_at)
    sx, sy, cx, cy, ex, ey = (round(value, 1) for value in points)
    return (
        f'<path d="M{sx} {sy}Q{cx} {cy} {ex} {ey}" fill="none" stroke="{COLOURS[colour]}" '
        f'{style} marker-end="url(#m{colour})"/>'
    )


def _nodes(answer: Answer, place: dict[int, tuple[float, float]]) -> Iterator[str]:
    equilibria, strong = answer.equilibria, answer.told
    for state, (x, y) in place.items():
        fill = "#FFF3CF" if state in equilibria else "#fff"
        fill = "#FFD24D" if state in strong else fill
        told = say_state(answer.model, state)
        if state in equilibria:
            told += f" – equilibrium: {', '.join(equilibria[state])}"
        corner = 0 if state == answer.dispute.status_quo else NODE
        yield (
            f'<g><title>{escape(told)}</title><rect x="{x - NODE:.1f}" y="{y - NODE:.1f}" '
            f'width="{2 * NODE}" height="{2 * NODE}" rx="{corner}" fill="{fill}" '
            f'stroke="#333"/><text x="{x:.1f}" y="{y + 4.5:.1f}" text-anchor="middle">'
            f"{state + 1}</text></g>"
        )


def _words(answer: Answer, shown: list[int]) -> Iterator[str]:
    """Yield lines of what is done in each state, where there are not too many."""
    for state in shown if len(shown) <= MOST_IN_WORDS else ():
        told = f"{state + 1}  {say_state(answer.model, state)}"
        yield from wrap(told, WIDE, subsequent_indent="\N{NO-BREAK SPACE}" * 6)


def _legend(answer: Answer, shown: int) -> Iterator[str]:
    for k, maker in enumerate(answer.model.decision_makers):
        y = SIZE + 18 + 28 * k
        colour = k % len(COLOURS)
        yield (
            f'<path d="M20 {y}L60 {y}" stroke="{COLOURS[colour]}" stroke-width="2.2" '
            f'marker-end="url(#m{colour})"/>'
            f'<text x="70" y="{y + 4}">{escape(maker.name)}</text>'
        )
    y = SIZE + 18 + 28 * len(answer.model.decision_makers)
    total = len(answer.model.states)
    part = "" if shown == total else f"; {shown} of {total:,} states"
    pale = ""
    if len(answer.told) < len(answer.equilibria):
        pale = ", pale: under weaker concepts only"
    thin = "dashed: other moves" if total <= MOST_WITH_ALL_MOVES else "other moves not drawn"
    yield (
        f'<text x="20" y="{y}" fill="#555">thick: the mover gains; {thin}; filled: '
        f"equilibrium{pale}; square: status quo{part}</text>"
    )
