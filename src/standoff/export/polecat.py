"""POLECAT: a row for each pair of an event, 40 columns, tabs, the word None for the unknown.

Its rows are quoted as `csv.QUOTE_MINIMAL` does, which its readers undo.
"""

import csv
from collections.abc import Callable

from standoff.export.coding import QUAD_NAMES, codes
from standoff.export.column import Column, unknown
from standoff.export.dyad import Dyad, Party, one_sided
from standoff.export.sheet import Dialect, Sheet, SheetFormat

_NO_COW = "the record has no Correlates of War numbers"
_NO_WIKIPEDIA = "the record links to no encyclopedia"
Get = Callable[[Dyad], str | None]


def _side(side: str, of: Callable[[Dyad], Party | None]) -> tuple[Column, ...]:
    """Return the eight columns of the actor or of the recipient."""
    who = side.lower()

    def got(get: Callable[[Party], str | None]) -> Get:
        def value(dyad: Dyad) -> str | None:
            party = of(dyad)
            return get(party) if party else None

        return value

    def raw(dyad: Dyad) -> str | None:
        party = of(dyad)
        return dyad.report.cut(party.span) if party else None

    return (
        Column(f"{side} Name", "text",
               f"the {who}'s name, as resolved in the report or of its code",
               got(lambda p: p.name)),
        Column(f"{side} Country", "text", f"the {who}'s country, ISO 3166 alpha-3",
               got(lambda p: p.who.country)),
        unknown(f"{side} COW", "text", _NO_COW),
        Column(f"Primary {side} Sector", "text", f"the {who}'s sector (GOV, MIL, REB …)",
               got(lambda p: p.sector)),
        Column(f"{side} Sectors", "list", "the same: the record keeps one sector",
               got(lambda p: p.sector)),
        Column(f"{side} Title", "text", f"the {who}'s office on the day",
               got(lambda p: p.mention["role"] if p.mention else None)),
        Column(f"{side} Name Raw", "text", f"the words that name the {who}", raw),
        unknown(f"Wikipedia {side} ID", "text", _NO_WIKIPEDIA),
    )  # fmt: skip


def _locations(dyad: Dyad) -> tuple[str, ...]:
    found = (m["name"] for m in dyad.report.row["mentions"] if m["kind"] == "place")
    return tuple(dict.fromkeys(name for name in found if name))


def _organisations(dyad: Dyad) -> tuple[str, ...]:
    named = (m for m in dyad.report.row["mentions"] if m["kind"] == "name")
    found = (codes().actor(code) for m in named for code in m["actor"])
    return tuple(dict.fromkeys(a.name for a in found if a.body and a.name))


COLUMNS = (
    Column("Event ID", "text", "the event's id; from its second pair on with the pair's number",
           lambda d: d.id),
    Column("Event Date", "day", "the day of the act, where the report gives it",
           lambda d: d.event["date"]),
    Column("Event Type", "text", "the PLOVER type", lambda d: d.event["type"]),
    Column("Event Mode", "text", "the PLOVER mode", lambda d: d.event["mode"]),
    Column("Intensity", "number", "the type's score on Goldstein's scale, -10 to 10",
           lambda d: codes().goldstein(d.event)),
    Column("Quad Code", "text", "verbal or material cooperation or conflict",
           lambda d: QUAD_NAMES[codes().quad_class(d.event)]),
    Column("Contexts", "list", "the PLOVER contexts", lambda d: d.event["context"]),
    *_side("Actor", lambda d: d.actor),
    *_side("Recipient", lambda d: d.recipient),
    Column("Placename", "text", "the place of the act", lambda d: d.event["place"]),
    Column("City", "text", "the same, where the gazetteer of cities has it",
           lambda d: d.event["place"] if d.event["place_id"] else None),
    unknown("District", "text", "the gazetteer has no districts"),
    unknown("Province", "text", "the gazetteer has no provinces"),
    Column("Country", "text", "the place's country, ISO 3166 alpha-3",
           lambda d: d.event["place_country"]),
    Column("Latitude", "number", "degrees north", lambda d: d.event["latitude"]),
    Column("Longitude", "number", "degrees east", lambda d: d.event["longitude"]),
    Column("GeoNames ID", "text", "the place's number at GeoNames",
           lambda d: d.event["place_id"]),
    Column("Raw Placename", "text", "the words that name the place",
           lambda d: d.report.cut(d.event["place_span"])),
    unknown("Feature Type", "text", "the gazetteer keeps no GeoNames feature codes"),
    Column("Source", "text", "the publisher", lambda d: d.report.row["publisher"]),
    Column("Publication Date", "day", "the day the report was published",
           lambda d: d.report.row["published"]),
    Column("Story People", "list", "people named in the report",
           lambda d: d.report.names("person")),
    Column("Story Organizations", "list", "organisations and groups named in it",
           _organisations),
    Column("Story Locations", "list", "places named in it", _locations),
    Column("Language", "text", "the report's language, ISO 639-1",
           lambda d: d.report.row["language"]),
    Column("Version", "text", "what made the record: program, data, parser",
           lambda d: d.report.coder),
)  # fmt: skip

POLECAT = SheetFormat(
    sheets=(Sheet(COLUMNS),),
    dialect=Dialect("\t", csv.QUOTE_MINIMAL, unknown="None"),
    units=one_sided,
    unit="events",
)
