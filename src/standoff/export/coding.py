"""PLOVER types as CAMEO, and actor codes as names, countries and sectors."""

from dataclasses import dataclass
from functools import lru_cache

from standoff.export.column import Row
from standoff.knowledge.actors_bodies import read_groups, read_organisations
from standoff.knowledge.actors_states import read_countries
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.ontology import EventType, load_ontology

UNKNOWN_ACTOR = "UNK"
QUAD_NAMES = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION",
              3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """What an actor code stands for; ``body`` is the short name of one that is no state."""

    code: str
    name: str | None
    country: str | None
    sector: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Codes:
    """The tables that turn the record's codes into those of other formats."""

    types: dict[str, EventType]
    countries: dict[str, str]
    bodies: dict[str, Actor]

    def actor(self, code: str) -> Actor:
        """Return what a code stands for: a state, a body, or a sector of either."""
        stem, _, sector = code.partition(" ")
        if stem in self.countries:
            return Actor(code, self.countries[stem], stem, sector or None, None)
        if stem in self.bodies:
            found = self.bodies[stem]
            return Actor(code, found.name, found.country, sector or found.sector, stem)
        return Actor(code, None, None, sector or None, stem)

    def cameo(self, event: Row) -> str:
        """Return an event's CAMEO code: its own, or its root "not specified below" (120)."""
        own: str | None = event["cameo"]
        return own or self.types[event["type"]].cameo + "0"

    def goldstein(self, event: Row) -> float:
        """Return the score of the event's type on Goldstein's scale."""
        return self.types[event["type"]].goldstein

    def quad_class(self, event: Row) -> int:
        """Return 1 to 4: verbal or material cooperation, verbal or material conflict."""
        return self.types[event["type"]].quad_class

    def country(self, code: str | None) -> str | None:
        """Return a country's name."""
        return self.countries.get(code) if code else None


@lru_cache(maxsize=1)
def codes() -> Codes:
    """Return the tables, read on the first call."""
    faults = Faults()
    ontology = load_ontology(DATA, faults)
    folder = DATA / "actors"
    countries = read_countries(folder / "countries.csv", faults)
    groups = read_groups(folder / "groups.csv", countries, faults)
    organisations = read_organisations(folder / "organisations.csv", faults)
    faults.refuse()
    bodies = {
        id_: Actor(id_, body.name, body.country, body.sector or None, id_)
        for id_, body in (*groups.items(), *organisations.items())
    }
    return Codes(ontology.types, {c.id: c.name for c in countries.values()}, bodies)
