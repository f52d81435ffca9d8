"""GDELT 2.0: the events (61 columns) and their mentions (16), tabs, no header, no quoting.

The mentions hold our offsets. One report tells each event, so every count of mentions is 1.
What GDELT measures and Standoff does not (tone, confidence) stays empty.
"""

import csv
import re
from collections.abc import Callable
from datetime import date

from standoff.export.coding import codes
from standoff.export.column import Column, unknown
from standoff.export.dyad import Dyad, Party, one_sided
from standoff.export.sheet import Dialect, Sheet, SheetFormat

_EMPTY_LINE = re.compile(r"\n\s*\n")
_MIDNIGHT = "000000"
_WEB, _CITED = 1, 2
_AT_HOME = "USA"
_CITY_AT_HOME, _CITY_ABROAD = 3, 4
Side = Callable[[Dyad], Party | None]


def _day(dyad: Dyad) -> date | None:
    found = dyad.event["date"]
    return date.fromisoformat(found) if found else None


def _digits(form: str) -> Callable[[Dyad], str | None]:
    def value(dyad: Dyad) -> str | None:
        day = _day(dyad)
        return day.strftime(form) if day else None

    return value


def _fraction(dyad: Dyad) -> float | None:
    """Return the year and the share of it that is over, as GDELT's codebook reckons it."""
    day = _day(dyad)
    return round(day.year + (day.month * 30 + day.day) / 365, 4) if day else None


def _published(dyad: Dyad) -> str | None:
    day = dyad.report.row["published"]
    return day.replace("-", "") + _MIDNIGHT if day else None


def _is_root(dyad: Dyad) -> bool:
    """Tell whether the sentence stands in the first paragraph."""
    sentences = dyad.report.row["sentences"]
    before = dyad.report.text[sentences[0][0] : dyad.event["sentence"][0]] if sentences else ""
    return not _EMPTY_LINE.search(before)


def _geo_type(dyad: Dyad) -> int | None:
    if not dyad.event["place_id"]:
        return None
    return _CITY_AT_HOME if dyad.event["place_country"] == _AT_HOME else _CITY_ABROAD


def _full_name(dyad: Dyad) -> str | None:
    place, country = dyad.event["place"], codes().country(dyad.event["place_country"])
    return ", ".join(part for part in (place, country) if part) or None


def _code(party: Party) -> str:
    """Return CAMEO's way of writing an actor: the country, or the body, then the sector."""
    stem = party.who.body or party.who.country or ""
    return stem if party.who.body else stem + (party.sector or "")


def _of(side: Side, get: Callable[[Party], str | None]) -> Callable[[Dyad], str | None]:
    def value(dyad: Dyad) -> str | None:
        party = side(dyad)
        return get(party) if party else None

    return value


def _actor(prefix: str, side: Side) -> tuple[Column, ...]:
    none = "the record does not code it"
    return (
        Column(f"{prefix}Code", "text",
               "country and sector (RUSGOV), or the short name of an organisation or group",
               _of(side, _code)),
        Column(f"{prefix}Name", "text", "the name in the report, or of the code",
               _of(side, lambda p: p.name)),
        Column(f"{prefix}CountryCode", "text", "ISO 3166 alpha-3, as CAMEO has it",
               _of(side, lambda p: p.who.country)),
        Column(f"{prefix}KnownGroupCode", "text",
               "the record's short name of an organisation or group, not CAMEO's",
               _of(side, lambda p: p.who.body)),
        *(unknown(f"{prefix}{name}", "text", none)
          for name in ("EthnicCode", "Religion1Code", "Religion2Code")),
        Column(f"{prefix}Type1Code", "text", "the sector (GOV, MIL, REB, IGO …)",
               _of(side, lambda p: p.sector)),
        *(unknown(f"{prefix}{name}", "text", none) for name in ("Type2Code", "Type3Code")),
    )  # fmt: skip


def _no_geo(prefix: str) -> tuple[Column, ...]:
    places = ("CountryCode", "ADM1Code", "ADM2Code")
    names = ("Type", "FullName", *places, "Lat", "Long", "FeatureID")
    why = "the record places acts, not those who act"
    types = {"Type": "integer", "Lat": "number", "Long": "number"}
    return tuple(unknown(f"{prefix}_{n}", types.get(n, "text"), why) for n in names)


EVENTS = (
    Column("GLOBALEVENTID", "integer", "a number made of the event's id and its pair",
           lambda d: d.integer_id),
    Column("SQLDATE", "integer", "the day of the act, YYYYMMDD, where the report gives it",
           _digits("%Y%m%d")),
    Column("MonthYear", "integer", "its month, YYYYMM", _digits("%Y%m")),
    Column("Year", "integer", "its year", _digits("%Y")),
    Column("FractionDate", "number", "the year and (month × 30 + day) / 365", _fraction),
    *_actor("Actor1", lambda d: d.actor),
    *_actor("Actor2", lambda d: d.recipient),
    Column("IsRootEvent", "flag", "1 where the sentence stands before the first empty line",
           _is_root),
    Column("EventCode", "text", "the CAMEO code, or its type's root (120) where none is kept",
           lambda d: codes().cameo(d.event)),
    Column("EventBaseCode", "text", "its first three digits",
           lambda d: codes().cameo(d.event)[:3]),
    Column("EventRootCode", "text", "its first two digits",
           lambda d: codes().cameo(d.event)[:2]),
    Column("QuadClass", "integer", "1 to 4, by the PLOVER type",
           lambda d: codes().quad_class(d.event)),
    Column("GoldsteinScale", "number", "the type's score, -10 to 10",
           lambda d: codes().goldstein(d.event)),
    Column("NumMentions", "integer", "1: each row is one telling", lambda _: 1),
    Column("NumSources", "integer", "1", lambda _: 1),
    Column("NumArticles", "integer", "1", lambda _: 1),
    unknown("AvgTone", "number", "tone is not measured"),
    *_no_geo("Actor1Geo"),
    *_no_geo("Actor2Geo"),
    Column("ActionGeo_Type", "integer", "3 a city of the United States, 4 a city elsewhere",
           _geo_type),
    Column("ActionGeo_FullName", "text", "the place of the act and its country", _full_name),
    unknown("ActionGeo_CountryCode", "text", "it is a FIPS 10-4 code, the record has ISO's"),
    unknown("ActionGeo_ADM1Code", "text", "the gazetteer has no provinces"),
    unknown("ActionGeo_ADM2Code", "text", "the gazetteer has no districts"),
    Column("ActionGeo_Lat", "number", "degrees north", lambda d: d.event["latitude"]),
    Column("ActionGeo_Long", "number", "degrees east", lambda d: d.event["longitude"]),
    unknown("ActionGeo_FeatureID", "text", "it is a GNS number, the record has GeoNames'"),
    Column("DATEADDED", "integer", "the day of publication at 000000: the hour is not known",
           _published),
    Column("SOURCEURL", "text", "the report's address", lambda d: d.report.row["url"]),
)  # fmt: skip


def _start(side: Side) -> Callable[[Dyad], int | None]:
    def value(dyad: Dyad) -> int | None:
        party = side(dyad)
        return party.span[0] if party and party.span else None

    return value


MENTIONS = (
    Column("GLOBALEVENTID", "integer", "the row of the events that is mentioned",
           lambda d: d.integer_id),
    Column("EventTimeDate", "integer", "as DATEADDED of the events", _published),
    Column("MentionTimeDate", "integer", "the day of publication at 000000", _published),
    Column("MentionType", "integer", "1 a page of the web, 2 another source, cited by its id",
           lambda d: _WEB if d.report.row["url"] else _CITED),
    Column("MentionSourceName", "text", "the publisher", lambda d: d.report.row["publisher"]),
    Column("MentionIdentifier", "text", "the report's address, or the document's id",
           lambda d: d.report.row["url"] or d.report.id),
    Column("SentenceID", "integer", "the sentence, the first being 1",
           lambda d: d.report.sentence_number(d.event["sentence"])),
    Column("Actor1CharOffset", "integer", "the code point where the actor's mention begins",
           _start(lambda d: d.actor)),
    Column("Actor2CharOffset", "integer", "the code point where the recipient's mention begins",
           _start(lambda d: d.recipient)),
    Column("ActionCharOffset", "integer", "the code point where the words of the act begin",
           lambda d: d.event["trigger"][0]),
    Column("InRawText", "flag", "1: events are read in the text as it stands", lambda _: True),
    unknown("Confidence", "integer", "no score is claimed"),
    Column("MentionDocLen", "integer", "the code points of the text",
           lambda d: len(d.report.text)),
    unknown("MentionDocTone", "number", "tone is not measured"),
    unknown("MentionDocTranslationInfo", "text", "nothing is translated"),
    unknown("Extras", "text", "GDELT keeps it for later"),
)  # fmt: skip

GDELT = SheetFormat(
    sheets=(Sheet(EVENTS, ".export.CSV"), Sheet(MENTIONS, ".mentions.CSV")),
    dialect=Dialect("\t", csv.QUOTE_NONE, header=False),
    units=one_sided,
    unit="events",
)
