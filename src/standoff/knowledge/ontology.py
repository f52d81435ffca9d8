"""What can be said: the sixteen types of PLOVER with modes, contexts, CAMEO and Goldstein."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type; ``goldstein`` is -10 to 10, ``quad_class`` 1 to 4, ``cameo`` a root."""

    name: str
    definition: str
    quad_class: int
    cameo: str
    goldstein: float
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """The types by name, and the contexts."""

    types: dict[str, EventType]
    contexts: frozenset[str]


def load_ontology(root: Path, faults: Faults) -> Ontology:
    """Read ``ontology/plover.yaml``."""
    path = root / "ontology" / "plover.yaml"
    found = strict_yaml.read(path)
    types: dict[str, EventType] = {}
    for name, row in found["types"].items():
        try:
            types[name] = _type(name, row, found["modes"].get(name, ()))
        except (KeyError, ValueError) as error:
            faults.add(path, 1, f"{name}: {error}")
    return Ontology(types, frozenset(found["contexts"]))


def _type(name: str, row: dict[str, Any], modes: list[str]) -> EventType:
    quad_class = int(row["quad_class"])
    if quad_class not in range(1, 5):
        raise ValueError(f"quad_class {quad_class} is not 1 to 4")
    score = float(row["goldstein"])
    return EventType(name, row["definition"], quad_class, row["cameo"], score, tuple(modes))
