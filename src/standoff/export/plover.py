"""PLOVER: a JSON object a document, its events with actor codes of country and sector.

The shape of the sets by which coders of PLOVER and CAMEO are compared. A mutual act has both
its sides as actor and as recipient. Codes follow the CAMEO manual (2012, ch. 3): a country and
a sector ("USAGOV", "PSEREB"), or the sort of body where it belongs to no country ("IGO").
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from standoff.export.column import Row
from standoff.export.dyad import Party, Unit, one_sided
from standoff.export.report import Report
from standoff.export.sheet import opened
from standoff.export.tally import Tally

BODIES = ("IGO", "NGO")
UNSPECIFIED = "---"
"""CAMEO's filler where the country is not known."""


def rows_to_plover(record: Row) -> list[dict[str, Any]]:
    """Return the events of a record of format 1, in text order.

    An unknown actor has no code; an act of an actor on itself alone is left out.
    """
    return [_event(unit) for unit in one_sided(Report(record)) if unit.rows]


def write(records: Iterable[Row], out: Path | None) -> Tally:
    """Write a JSON object a line: the document's id, its date and its events."""
    tally = Tally("events")
    with opened(out) as file:
        for record in records:
            rows = rows_to_plover(record)
            found = {"id": record["id"], "date": record["published"], "events": rows}
            file.write(json.dumps(found, ensure_ascii=False) + "\n")
            tally.documents += 1
            tally.units += len(record["events"])
            tally.written += len(rows)
            tally.rows += len(rows)
            tally.leave("events of an actor with itself", len(record["events"]) - len(rows))
    return tally


def actor_code(party: Party) -> str:
    """Return a party's code: country and sector, or the sort of body it is."""
    who = party.who
    if who.country:
        return f"{who.country}{party.sector or ''}"
    if who.body and who.name:
        return who.sector if who.sector in BODIES else "IGO"
    return f"{UNSPECIFIED}{party.sector or ''}"


def _event(unit: Unit) -> dict[str, Any]:
    event, report = unit.rows[0].event, unit.rows[0].report
    actors = _sides([dyad.actor for dyad in unit.rows])
    recipients = _sides([dyad.recipient for dyad in unit.rows])
    return {
        "id": event["id"],
        "date": event["date"],
        "type": event["type"],
        "mode": event["mode"],
        "context": event["context"],
        "status": event["status"],
        "actor": list(actors),
        "recipient": list(recipients),
        "actor_text": [report.cut(span) for span in actors.values()],
        "recipient_text": [report.cut(span) for span in recipients.values()],
        "reciprocal": event["reciprocal"],
        "trigger": report.cut(event["trigger"]),
    }


def _sides(parties: Iterable[Party | None]) -> dict[str, list[int] | None]:
    """Return the codes of one side, each with the words that name it first."""
    found: dict[str, list[int] | None] = {}
    for party in parties:
        if party is not None:
            found.setdefault(actor_code(party), party.span)
    return found
