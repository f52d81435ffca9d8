"""Attributions as source, cue and content spans, as the corpora of quotation have them."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from standoff.export.column import Row
from standoff.export.report import Report
from standoff.export.sheet import opened
from standoff.export.tally import Tally
from standoff.model import Quote, Span


def quotes_to_parc(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    """Return the rows of a report's attributions, in text order.

    Those corpora annotate one level: an attribution inside another's words is left out.
    """
    return rows_to_parc(
        [
            {
                "quote": [_pair(part) for part in quote.parts],
                "cue": _pair(quote.cue),
                "speaker_span": _pair(quote.speaker_span),
                "inside": quote.inside,
            }
            for quote in quotes
        ]
    )


def rows_to_parc(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the same from quotes and attributions as format 1 writes them.

    Format 1 keeps the two apart, so a quote inside a belief no longer says that it is inside;
    that its cue stands among the words of the other tells it.
    """
    return [
        {
            "source": _spans(row["speaker_span"]),
            "cue": _spans(row["cue"]),
            "content": [list(part) for part in row["quote"]],
        }
        for row in rows
        if row["inside"] is None and not any(_holds(o, row) for o in rows if o is not row)
    ]


def write(records: Iterable[Row], out: Path | None) -> Tally:
    """Write a JSON object a line: the document's id and its attributions."""
    tally = Tally("attributions")
    with opened(out) as file:
        for record in records:
            attributions = Report(record).attributions
            rows = rows_to_parc(attributions)
            found = {"id": record["id"], "attributions": rows}
            file.write(json.dumps(found, ensure_ascii=False) + "\n")
            tally.documents += 1
            tally.units += len(attributions)
            tally.written += len(rows)
            tally.rows += len(rows)
            tally.leave("attributions inside another's words", len(attributions) - len(rows))
    return tally


def _holds(outer: Row, inner: Row) -> bool:
    place = (inner["cue"] or inner["quote"][0])[0]
    size = sum(end - start for start, end in outer["quote"])
    within = any(start <= place < end for start, end in outer["quote"])
    return within and size > sum(end - start for start, end in inner["quote"])


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _spans(span: list[int] | None) -> list[list[int]]:
    return [list(span)] if span else []
