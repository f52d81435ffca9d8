"""People a report has introduced by their full name, by the name that may stand alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from standoff.actors.entity import Entity


@dataclass(slots=True)
class Introduced:
    """Everybody introduced, by surname; ``others`` bear one and are told nothing of."""

    by_surname: dict[str, list[Entity]] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    given: dict[str, Entity] = field(default_factory=dict)

    def add(self, entity: Entity, surnames: Iterable[str]) -> None:
        """Note a person; what is told later is added to what was known."""
        for surname in surnames:
            known = self.by_surname.setdefault(surname, [])
            for place, other in enumerate(known):
                if other.key == entity.key:
                    known[place] = merged(other, entity)
                    break
            else:
                known.append(entity)

    def learn(self, told: Entity) -> None:
        """Replace what was known of a person by what the report itself tells."""
        for known in self.by_surname.values():
            known[:] = [told if other.key == told.key else other for other in known]

    def find(self, surname: str) -> Entity | None:
        """Return the one person of this surname; None where there is none, or more than one."""
        known = self.by_surname.get(surname, [])
        return known[0] if len(known) == 1 else None

    def has(self, surname: str) -> bool:
        """Tell whether anybody of this surname was introduced."""
        return surname in self.by_surname


def merged(known: Entity, told: Entity) -> Entity:
    """Return a person with whatever either mention tells; a code once found is kept."""
    return replace(
        known,
        actor=known.actor or told.actor,
        gender=known.gender or told.gender,
        role=known.role or told.role,
        sector=known.sector or told.sector,
        country=known.country or told.country,
        nouns=known.nouns | told.nouns,
    )
