"""Which deeds carry out a threat, and which moves of a dispute cannot be undone."""

from dataclasses import dataclass
from pathlib import Path

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.ontology import load_ontology


@dataclass(frozen=True, slots=True)
class DisputeWords:
    """Event types by the mode of a threat and by words of it; words of irreversible moves."""

    deeds_by_mode: dict[str, frozenset[str]]
    deeds_by_word: dict[str, frozenset[str]]
    irreversible: tuple[str, ...]
    lead_ins: frozenset[str]


def load_dispute_words(root: Path = DATA) -> DisputeWords:
    """Read ``dispute/en.yaml``; a type that the ontology lacks is a fault."""
    faults = Faults()
    path = root / "dispute" / "en.yaml"
    found = strict_yaml.read(path)
    known = load_ontology(root, faults).types
    for name in ("deeds_by_mode", "deeds_by_word"):
        for word, types in found[name].items():
            for unknown in sorted(set(types) - known.keys()):
                faults.add(path, 1, f"{word!r}: {unknown!r} is no event type")
    faults.refuse()
    return DisputeWords(
        {mode: frozenset(types) for mode, types in found["deeds_by_mode"].items()},
        {word: frozenset(types) for word, types in found["deeds_by_word"].items()},
        tuple(found["irreversible"]),
        frozenset(found["lead_ins"]),
    )
