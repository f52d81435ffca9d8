"""Which deeds carry out a threat, and which moves of a dispute cannot be undone."""

from dataclasses import dataclass
from pathlib import Path

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.ontology import load_ontology

LISTS = (
    "irreversible",
    "opens_aside",
    "lead_ins",
    "ends_before",
    "never_last",
    "suffered",
    "no_acts",
    "negations",
)


@dataclass(frozen=True, slots=True)
class DisputeWords:
    """Event types by the mode of a threat and by words of it; words for drafting a model.

    ``exclusive`` are pairs of matters of which one decision maker cannot do both; ``one_side``
    gives loose names the bodies they may stand for.
    """

    deeds_by_mode: dict[str, frozenset[str]]
    deeds_by_word: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    exclusive: tuple[tuple[str, str], ...]
    one_side: dict[str, tuple[str, ...]]


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
        {name: frozenset(found[name]) for name in LISTS},
        tuple((first, second) for first, second in found["exclusive"]),
        {name: tuple(bodies) for name, bodies in found["one_side"].items()},
    )
