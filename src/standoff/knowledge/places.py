"""The gazetteer: cities with country, degrees and GeoNames id.

The table is kept as text and searched, since reading 34,000 rows costs more than most reports.
"""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from standoff.knowledge.faults import Faults
from standoff.knowledge.tables import read_table

COLUMNS = ("name", "forms", "country", "latitude", "longitude", "geonames_id", "population")


@dataclass(frozen=True, slots=True)
class Place:
    """A city. ``country`` is its ISO 3166 alpha-3 code."""

    name: str
    country: str | None
    latitude: float
    longitude: float
    geonames_id: str
    population: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Cities by name or spelling, the largest first; each name is searched once."""

    table: str
    _found: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    def find(self, name: str, countries: frozenset[str] = frozenset()) -> Place | None:
        """Return the city of a name: one in ``countries`` if there is, else the largest."""
        if name not in self._found:
            self._found[name] = tuple(sorted(self._search(name), key=lambda p: -p.population))
        found = self._found[name]
        return next((p for p in found if p.country in countries), found[0] if found else None)

    def _search(self, name: str) -> list[Place]:
        starts = {
            self.table.rfind("\n", 0, at + 1) + 1
            for before, after in (("\n", ","), (",", "|"), ("|", "|"), ("|", ","), (",", ","))
            for at in _all(self.table, f"{before}{name}{after}")
        }
        lines = [self.table[s : self.table.find("\n", s)] for s in sorted(starts)]
        rows = [row for row in csv.reader(lines) if name in (row[0], *row[1].split("|"))]
        return [_place(row) for row in rows]


def _all(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def _place(row: list[str]) -> Place:
    name, _, country, latitude, longitude, geonames_id, population = row
    place = (name, country or None, float(latitude), float(longitude))
    return Place(*place, geonames_id, int(population))


def load_gazetteer(root: Path) -> Gazetteer:
    """Read ``places/cities.csv``."""
    return Gazetteer((root / "places" / "cities.csv").read_text("utf-8"))


def check_gazetteer(root: Path, faults: Faults) -> None:
    """Report every row of ``places/cities.csv`` that cannot be read."""
    for line in read_table(root / "places" / "cities.csv", COLUMNS, faults):
        try:
            _place(list(line.cells.values()))
        except ValueError as error:
            faults.add(line.path, line.number, str(error))
