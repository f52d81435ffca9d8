"""Timeline and network as pictures: Altair specifications drawn without a browser.

Every page carries its own script, so nothing is loaded from outside. Not handled: interaction
beyond tooltips.
"""

import re
from math import atan2, cos, degrees, pi, sin
from typing import Any, Literal

import altair as alt
import vl_convert

from standoff.dispute.network import Edge
from standoff.dispute.timeline import QUAD_CLASSES, Period, Step, Timeline
from standoff.errors import UsageError

Spec = dict[str, Any]
VEGA_LITE = "6.4"
# Colour-blind safe (Okabe and Ito 2008): cooperation blue and green, conflict orange and red.
COLOURS = ("#56B4E9", "#009E73", "#E69F00", "#D55E00")
WIDTH, HEIGHT = 760, 260
SCORE = alt.Scale(domain=[-10, 0, 10], range=["#D55E00", "#BBBBBB", "#0072B2"])
MOST_ACTORS = 24
UNITS: dict[Step, Literal["yearmonthdate", "yearmonth"]] = {
    Step.DAY: "yearmonthdate",
    Step.WEEK: "yearmonthdate",
    Step.MONTH: "yearmonth",
}
MARGIN = 1.35
DIGITS = "0123456789"
NUMBERED = re.compile(r"\b(?:gradient_|clip)\d+\b")


def timeline_chart(timeline: Timeline) -> Spec:
    """Return the specification: stacked counts by quad class over mean Goldstein."""
    if not timeline.periods:
        raise UsageError("there is no dated event to draw")
    rows = [row for period in timeline.periods for row in _bars(period)]
    x = alt.X("start:T", title=None, timeUnit=UNITS[timeline.step], bandPosition=0.5)
    names = list(QUAD_CLASSES.values())
    colour = alt.Color(
        "class:N", title=None, scale=alt.Scale(domain=names, range=list(COLOURS)),
        legend=alt.Legend(orient="top"),
    )  # fmt: skip
    whole = alt.Axis(tickMinStep=1)
    y = alt.Y("sum(events):Q", title=f"events a {timeline.step}", axis=whole)
    counts = (
        alt.Chart({"values": rows}, width=WIDTH, height=HEIGHT)
        .mark_bar()
        .encode(x=x, y=y, color=colour, order=alt.Order("quad:Q"),
                tooltip=["start:T", "class:N", "events:Q"])
    )  # fmt: skip
    means = [{"start": p.start.isoformat(), "goldstein": p.goldstein} for p in timeline.periods]
    score = (
        alt.Chart({"values": means}, width=WIDTH, height=HEIGHT // 2)
        .mark_line(point=True, color="#444444")
        .encode(x=x, y=alt.Y("goldstein:Q", title="mean Goldstein",
                             scale=alt.Scale(domain=[-10, 10])),
                tooltip=["start:T", "goldstein:Q"])
    )  # fmt: skip
    return dict(alt.vconcat(counts, score).resolve_scale(x="shared").to_dict())


def _bars(period: Period) -> list[Spec]:
    return [
        {"start": period.start.isoformat(), "class": name, "quad": quad, "events": count}
        for (quad, name), count in zip(QUAD_CLASSES.items(), period.counts, strict=True)
        if count
    ]


def network_chart(edges: tuple[Edge, ...]) -> Spec:
    """Return the specification: actors in a circle, lines by how often and how kindly."""
    if not edges:
        raise UsageError("there is no act of one actor on another to draw")
    weights: dict[str, int] = {}
    for edge in edges:
        for name in (edge.actor, edge.recipient):
            weights[name] = weights.get(name, 0) + edge.total
    names = sorted(weights, key=lambda n: (-weights[n], n))[:MOST_ACTORS]
    places = _circle(names)
    shown = [e for e in edges if e.actor in places and e.recipient in places]
    lines = [_line(edge, places) for edge in shown]
    nodes = [
        {"x": x, "y": y, "actor": name, "events": weights[name], "lx": 1.16 * x, "ly": 1.12 * y}
        for name, (x, y) in places.items()
    ]
    return dict(_network_layers(lines, nodes).to_dict())


def _network_layers(lines: list[Spec], nodes: list[Spec]) -> Any:  # noqa: ANN401  Altair's
    axis = alt.Scale(domain=[-MARGIN, MARGIN], nice=False)
    x, y = (alt.X("x:Q", scale=axis, axis=None), alt.Y("y:Q", scale=axis, axis=None))
    tips = ["actor:N", "recipient:N", "events:Q", "goldstein:Q"]
    colour = alt.Color("goldstein:Q", title="mean Goldstein", scale=SCORE)
    size = alt.Size("events:Q", legend=None, scale=alt.Scale(range=[80, 400]))
    stroke = alt.StrokeWidth("events:Q", title="events", scale=alt.Scale(range=[1, 7]))
    data = alt.Chart({"values": lines}, width=WIDTH * 0.75, height=WIDTH * 0.75)
    rules = data.mark_rule(opacity=0.8).encode(
        x=x, y=y, x2="x2:Q", y2="y2:Q", color=colour, strokeWidth=stroke, tooltip=tips
    )
    arrows = data.mark_point(shape="wedge", filled=True, size=420, opacity=1, color="#333333")
    heads = arrows.encode(
        x=alt.X("hx:Q", scale=axis, axis=None), y=alt.Y("hy:Q", scale=axis, axis=None),
        angle=alt.Angle("angle:Q", scale=None), tooltip=tips,
    )  # fmt: skip
    dots = alt.Chart({"values": nodes}).mark_circle(color="#333333", opacity=1)
    points = dots.encode(x=x, y=y, size=size, tooltip=["actor:N", "events:Q"])
    labels = alt.Chart({"values": nodes}).mark_text(fontSize=13, fontWeight="bold")
    names = labels.encode(
        x=alt.X("lx:Q", scale=axis, axis=None), y=alt.Y("ly:Q", scale=axis, axis=None),
        text="actor:N",
    )  # fmt: skip
    return alt.layer(rules, heads, points, names).configure_view(stroke=None)


def _circle(names: list[str]) -> dict[str, tuple[float, float]]:
    turn = 2 * pi / len(names)
    return {n: (sin(turn * i), cos(turn * i)) for i, n in enumerate(names)}


def _line(edge: Edge, places: dict[str, tuple[float, float]]) -> Spec:
    """Return a line beside the straight one, so that both directions can be seen."""
    (x, y), (x2, y2) = places[edge.actor], places[edge.recipient]
    length = max(((x2 - x) ** 2 + (y2 - y) ** 2) ** 0.5, 1e-9)
    along, aside = ((x2 - x) / length, (y2 - y) / length), 0.03
    sx, sy = aside * along[1], -aside * along[0]
    angle = 90 - degrees(atan2(along[1], along[0]))
    return {
        "x": x + sx, "y": y + sy, "x2": x2 + sx, "y2": y2 + sy,
        "hx": x2 + sx - 0.12 * along[0], "hy": y2 + sy - 0.12 * along[1],
        "angle": angle, "actor": edge.actor, "recipient": edge.recipient,
        "events": edge.total, "goldstein": edge.goldstein,
    }  # fmt: skip


def as_svg(spec: Spec) -> str:
    """Return a chart as SVG, the same for the same chart."""
    drawn = str(vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE))
    # The drawer numbers gradients and clips over its whole life: number them anew.
    found = dict.fromkeys(NUMBERED.findall(drawn))
    numbers = {name: f"{name.rstrip(DIGITS)}{n}" for n, name in enumerate(found)}
    return NUMBERED.sub(lambda match: numbers[match[0]], drawn)


def as_png(spec: Spec) -> bytes:
    """Return a chart as PNG, at twice the size for sharp screens."""
    return bytes(vl_convert.vegalite_to_png(spec, vl_version=VEGA_LITE, scale=2))


def as_html(spec: Spec) -> str:
    """Return a chart as one page with its script inside, and no link to any other place."""
    # The menu of the embedder would open an editor on the web.
    quiet = {**spec, "usermeta": {"embedOptions": {"actions": False}}}
    return str(vl_convert.vegalite_to_html(quiet, vl_version=VEGA_LITE, bundle=True))
