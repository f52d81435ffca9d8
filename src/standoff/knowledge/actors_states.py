"""States and territories, and the forms that name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from standoff.knowledge.actors_dates import Period, check_source, period_of
from standoff.knowledge.actors_forms import FormKind, Referent
from standoff.knowledge.faults import Faults
from standoff.knowledge.tables import read_table

COLUMNS = ("id", "name", "kind", "start", "end", "source")
FORM_COLUMNS = ("id", "form", "kind", "start", "end", "source")
KINDS = frozenset({"state", "territory", "former"})
FORM_KINDS = {
    "name": FormKind.NAME,
    "short": FormKind.NAME,
    "official": FormKind.NAME,
    "demonym": FormKind.DEMONYM,
    "demonym_plural": FormKind.DEMONYM_PLURAL,
    "adjective": FormKind.ADJECTIVE,
    "capital": FormKind.CAPITAL,
    "seat": FormKind.SEAT,
    "region": FormKind.REGION,
}


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory under its ISO 3166 alpha-3 code."""

    id: str
    name: str
    kind: str
    period: Period
    source: str


def read_countries(path: Path, faults: Faults) -> dict[str, Country]:
    """Return the countries by code; a code given twice is a fault."""
    found: dict[str, Country] = {}
    for line in read_table(path, COLUMNS, faults):
        check_source(line, faults)
        if line["id"] in found:
            faults.add(path, line.number, f"{line['id']} is given twice")
        if line["kind"] not in KINDS:
            faults.add(path, line.number, f"kind {line['kind']!r} is not known")
        period = period_of(line, faults)
        country = Country(line["id"], line["name"], line["kind"], period, line["source"])
        found[country.id] = country
    return found


def read_country_forms(
    path: Path, countries: dict[str, Country], faults: Faults
) -> Iterator[tuple[str, Referent]]:
    """Yield each form with the country it names and the days it did."""
    for country in countries.values():
        period = country.period
        yield country.name, Referent(FormKind.NAME, country.id, period.start, period.end)
    for line in read_table(path, FORM_COLUMNS, faults):
        if line["id"] not in countries:
            faults.add(path, line.number, f"{line['id']!r} is not in countries.csv")
        kind = FORM_KINDS.get(line["kind"])
        if kind is None or not line["form"]:
            faults.add(path, line.number, f"form {line['form']!r} of kind {line['kind']!r}")
            continue
        period = period_of(line, faults)
        own = countries[line["id"]].period if line["id"] in countries else period
        start, end = period.start or own.start, period.end or own.end
        yield line["form"], Referent(kind, line["id"], start, end)
