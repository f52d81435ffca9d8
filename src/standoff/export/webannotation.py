"""W3C Web Annotations as JSON-LD: every row of the record as a note on the report's words.

Each target has both selectors: the position in code points, and the words with what stands
around them, so that a reader whose text differs can find them again.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote as escaped

from standoff.export.column import Column, Row
from standoff.export.report import Report
from standoff.export.sheet import opened
from standoff.export.tally import Tally

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
COLUMNS = (
    Column("id", "text", "urn:standoff: with the document and the row", lambda a: a["id"]),
    Column("type", "text", "Annotation", lambda a: a["type"]),
    Column("motivation", "text", "classifying an event, identifying a quote or a position",
           lambda a: a["motivation"]),
    Column("generator", "text", "what made the record", lambda a: a["generator"]["name"]),
    Column("body", "list", "type, status, actor, recipient … as tags `name: value`",
           lambda a: [body["value"] for body in a["body"]]),
    Column("target", "list", "the document with a TextPositionSelector (start, end) and a "
           "TextQuoteSelector (exact, prefix, suffix), one target a stretch",
           lambda a: [target["source"] for target in a["target"]]),
)  # fmt: skip
_EVENT_TAGS = ("mode", "status", "actor", "recipient", "date", "place", "rule")
_QUOTE_TAGS = ("kind", "attitude", "speaker", "speaker_actor", "rule")
_POSITION_TAGS = ("issue", "party", "addressee", "rule")


def write(records: Iterable[Row], out: Path | None) -> Tally:
    """Write one annotation page with the events, quotes and positions of all records."""
    tally = Tally("events, quotes and positions")
    with opened(out) as file:
        head = {"@context": CONTEXT, "id": "urn:standoff:annotations", "type": "AnnotationPage"}
        file.write(json.dumps(head)[:-1] + ', "items": [')
        for record in records:
            tally.documents += 1
            for annotation in annotations(Report(record)):
                file.write("\n" if tally.rows == 0 else ",\n")
                file.write(json.dumps(annotation, ensure_ascii=False))
                tally.rows += 1
        file.write("\n]}\n")
    tally.units = tally.written = tally.rows
    return tally


def annotations(report: Report) -> Iterator[dict[str, Any]]:
    """Yield the annotations of one report."""
    for event in report.row["events"]:
        bodies = [_body("classifying", event["type"]), *_tags(event, _EVENT_TAGS)]
        yield _annotation(report, f"event:{event['id']}", bodies, [event["trigger"]])
    for kind in ("quotes", "attributions"):
        for number, row in enumerate(report.row.get(kind, ())):
            name = f"{kind.removesuffix('s')}:{number}"
            yield _annotation(report, name, _tags(row, _QUOTE_TAGS), row["quote"])
    for number, row in enumerate(report.row["positions"]):
        bodies = [_body("classifying", row["stance"]), *_tags(row, _POSITION_TAGS)]
        where = row["content"] or row["evidence"]
        yield _annotation(report, f"position:{number}", bodies, [where])


def _annotation(
    report: Report, name: str, bodies: list[Row], spans: Sequence[Sequence[int]]
) -> dict[str, Any]:
    is_class = bodies[0]["purpose"] == "classifying"
    return {
        "id": f"urn:standoff:{escaped(report.id, safe='')}:{escaped(name, safe=':')}",
        "type": "Annotation",
        "motivation": "classifying" if is_class else "identifying",
        "generator": {"type": "Software", "name": report.coder},
        "body": bodies,
        "target": [_target(report, start, end) for start, end in spans],
    }


def _target(report: Report, start: int, end: int) -> dict[str, Any]:
    text = report.text
    return {
        "source": report.row["url"] or f"urn:standoff:{escaped(report.id, safe='')}",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }


def _tags(row: Row, names: Sequence[str]) -> list[Row]:
    found = []
    for name in names:
        value = row[name]
        for each in value if isinstance(value, list) else [value]:
            if each is not None:
                found.append(_body("tagging", f"{name}: {each}"))
    return found


def _body(purpose: str, value: str) -> Row:
    return {"type": "TextualBody", "purpose": purpose, "value": value}
