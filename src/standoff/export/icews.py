"""ICEWS: a row for each pair of an event, 20 columns, tabs; both sides must be known."""

import csv

from standoff.export.coding import codes
from standoff.export.column import Column, unknown
from standoff.export.dyad import Dyad, two_sided
from standoff.export.sheet import Dialect, Sheet, SheetFormat


def _event_text(dyad: Dyad) -> str:
    kind, mode = str(dyad.event["type"]).capitalize(), dyad.event["mode"]
    return f"{kind}: {mode}" if mode else kind


COLUMNS = (
    Column("Event ID", "integer", "a number made of the event's id and its pair",
           lambda d: d.integer_id),
    Column("Event Date", "day", "the day of the act, where the report gives it",
           lambda d: d.event["date"]),
    Column("Source Name", "text", "the actor's name", lambda d: d.actor.name),
    Column("Source Sectors", "list", "the actor's sector", lambda d: d.actor.sector),
    Column("Source Country", "text", "the name of the actor's country",
           lambda d: codes().country(d.actor.who.country)),
    Column("Event Text", "text", "the PLOVER type and mode in words", _event_text),
    Column("CAMEO Code", "text", "the CAMEO code, or its type's root (120) where none is kept",
           lambda d: codes().cameo(d.event)),
    Column("Intensity", "number", "the type's score on Goldstein's scale, -10 to 10",
           lambda d: codes().goldstein(d.event)),
    Column("Target Name", "text", "the recipient's name", lambda d: d.recipient.name),
    Column("Target Sectors", "list", "the recipient's sector", lambda d: d.recipient.sector),
    Column("Target Country", "text", "the name of the recipient's country",
           lambda d: codes().country(d.recipient.who.country)),
    Column("Story ID", "text", "the document's id", lambda d: d.report.id),
    Column("Sentence Number", "integer", "the sentence, the first being 1",
           lambda d: d.report.sentence_number(d.event["sentence"])),
    Column("Publisher", "text", "the publisher", lambda d: d.report.row["publisher"]),
    Column("City", "text", "the place of the act, where it is a city",
           lambda d: d.event["place"] if d.event["place_id"] else None),
    unknown("District", "text", "the gazetteer has no districts"),
    unknown("Province", "text", "the gazetteer has no provinces"),
    Column("Country", "text", "the name of the place's country",
           lambda d: codes().country(d.event["place_country"])),
    Column("Latitude", "number", "degrees north", lambda d: d.event["latitude"]),
    Column("Longitude", "number", "degrees east", lambda d: d.event["longitude"]),
)  # fmt: skip

ICEWS = SheetFormat(
    sheets=(Sheet(COLUMNS),),
    dialect=Dialect("\t", csv.QUOTE_MINIMAL),
    units=two_sided,
    unit="events",
)
