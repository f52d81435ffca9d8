"""A network as GraphML: a node for each actor, an edge for each pair of an event.

XML has no control characters; each becomes one � so that lengths stay.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx

from standoff.export.coding import codes
from standoff.export.column import Column, Row, Value
from standoff.export.dyad import Dyad, Party, two_sided
from standoff.export.report import Report
from standoff.export.tally import Tally

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

NODE = (
    Column("name", "text", "the name of the code", lambda p: p.who.name or p.who.code),
    Column("country", "text", "ISO 3166 alpha-3", lambda p: p.who.country),
    Column("sector", "text", "GOV, MIL, REB, IGO …, by the code", lambda p: p.who.sector),
    Column("kind", "text", "state, or body: an organisation or group",
           lambda p: "body" if p.who.body else "state"),
)  # fmt: skip
EDGE = (
    Column("event_id", "text", "the event's id", lambda d: d.event["id"]),
    Column("document_id", "text", "the document's id", lambda d: d.report.id),
    Column("type", "text", "the PLOVER type", lambda d: d.event["type"]),
    Column("mode", "text", "the PLOVER mode", lambda d: d.event["mode"]),
    Column("cameo", "text", "the CAMEO code, or its type's root (120) where none is kept",
           lambda d: codes().cameo(d.event)),
    Column("quad_class", "integer", "1 verbal and 2 material cooperation, 3 and 4 conflict",
           lambda d: codes().quad_class(d.event)),
    Column("goldstein", "number", "the type's score on Goldstein's scale",
           lambda d: codes().goldstein(d.event)),
    Column("status", "text", "actual, past, future, conditional, negated or hypothetical",
           lambda d: d.event["status"]),
    Column("date", "day", "the day of the act", lambda d: d.event["date"]),
    Column("published", "day", "the day of publication", lambda d: d.report.row["published"]),
    Column("trigger_start", "integer", "where the words of the act begin, in code points",
           lambda d: d.event["trigger"][0]),
    Column("trigger_end", "integer", "the code point after their last",
           lambda d: d.event["trigger"][1]),
    Column("trigger_text", "text", "the words of the act",
           lambda d: d.report.cut(d.event["trigger"])),
)  # fmt: skip


def write(records: Iterable[Row], out: Path | None) -> Tally:
    """Write the network of all records; every status is in it, with its name."""
    tally = Tally("events")
    graph: Any = nx.MultiDiGraph()
    for record in records:
        tally.documents += 1
        for unit in two_sided(Report(record)):
            tally.units += 1
            for why in unit.left_out:
                tally.leave(why)
            for dyad in unit.rows:
                _add(graph, dyad)
            tally.rows += len(unit.rows)
            tally.written += bool(unit.rows)
    if out is None:
        nx.write_graphml_lxml(graph, sys.stdout.buffer, named_key_ids=True)
    else:
        with out.open("wb") as file:
            nx.write_graphml_lxml(graph, file, named_key_ids=True)
    return tally


def _add(graph: Any, dyad: Dyad) -> None:  # noqa: ANN401  networkx's graphs are generic
    ends = []
    for party in (dyad.actor, dyad.recipient):
        if party is not None:
            code = _xml(party.who.code)
            graph.add_node(code, **_filled(NODE, party))
            ends.append(code)
    graph.add_edge(*ends, key=_xml(f"{dyad.report.id}/{dyad.id}"), **_filled(EDGE, dyad))


def _filled(columns: tuple[Column, ...], item: Dyad | Party) -> dict[str, Value]:
    """Return what is known; GraphML leaves out the rest."""
    found = ((column.name, column.get(item)) for column in columns)
    return {
        name: _xml(value) if isinstance(value, str) else value
        for name, value in found
        if value is not None
    }


def _xml(text: str) -> str:
    return _NOT_XML.sub("�", text)
