"""How acts are read as stances, and the thesaurus of matters in dispute."""

from dataclasses import dataclass
from pathlib import Path

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

LISTS = (
    "accepting",
    "offering",
    "deferring",
    "deferring_phrases",
    "assuring",
    "assuring_phrases",
)


@dataclass(frozen=True, slots=True)
class Matters:
    """Lemmas and phrases by stance; ``of_lemma`` gives each lemma's matter and its rank."""

    lists: dict[str, frozenset[str]]
    of_lemma: dict[str, tuple[int, str]]


def load_matters(root: Path, faults: Faults) -> Matters:
    """Read ``positions/en.yaml``; a lemma under two matters is a fault."""
    path = root / "positions" / "en.yaml"
    found = strict_yaml.read(path)
    for name in (*LISTS, "matters"):
        if name not in found:
            faults.add(path, 1, f"{name!r} is missing")
    of_lemma: dict[str, tuple[int, str]] = {}
    for rank, (matter, lemmas) in enumerate(found.get("matters", {}).items()):
        for lemma in lemmas:
            if lemma in of_lemma:
                faults.add(path, 1, f"{lemma!r} names {matter!r} and {of_lemma[lemma][1]!r}")
            of_lemma[lemma] = (rank, matter)
    return Matters({name: frozenset(found.get(name, ())) for name in LISTS}, of_lemma)
