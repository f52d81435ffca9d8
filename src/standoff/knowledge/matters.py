"""How acts are read as stances, and the thesaurus of matters in dispute."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

LISTS = (
    "accepting",
    "offering",
    "deferring",
    "deferring_phrases",
    "assuring",
    "assuring_phrases",
    "carrying_nouns",
    "carrying_verbs",
    "pointing_nouns",
    "talking_nouns",
)
NAME = "@name"  # among a verb's objects: any proper name


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter in dispute.

    ``words`` name it as nouns or phrases of lemmas, ``verbs`` as verbs with the lemmas of the
    objects they need (none: any). It is not meant where one of ``excludes`` stands beside.
    """

    name: str
    words: tuple[tuple[str, ...], ...]
    verbs: dict[str, frozenset[str]]
    excludes: frozenset[str]
    example: str


@dataclass(frozen=True, slots=True)
class Matters:
    """Lemmas and phrases by stance, and the matters by the last word of their phrases."""

    lists: dict[str, frozenset[str]]
    matters: tuple[Matter, ...]
    by_word: dict[str, tuple[tuple[tuple[str, ...], Matter], ...]]
    by_verb: dict[str, tuple[Matter, ...]]


def load_matters(root: Path, faults: Faults) -> Matters:
    """Read ``positions/en.yaml``; a phrase under two matters is a fault."""
    path = root / "positions" / "en.yaml"
    found = strict_yaml.read(path)
    for name in (*LISTS, "matters"):
        if name not in found:
            faults.add(path, 1, f"{name!r} is missing")
    matters = tuple(_matter(row) for row in found.get("matters", ()))
    _refuse_twins(matters, path, faults)
    lists = {name: frozenset(found.get(name, ())) for name in LISTS}
    return Matters(lists, matters, _by_word(matters), _by_verb(matters))


def _matter(row: dict[str, Any]) -> Matter:
    return Matter(
        row["matter"],
        tuple(tuple(phrase.split()) for phrase in row["words"]),
        {verb: frozenset(objects) for verb, objects in row.get("verbs", {}).items()},
        frozenset(row.get("excludes", ())),
        row["example"],
    )


def _refuse_twins(matters: tuple[Matter, ...], path: Path, faults: Faults) -> None:
    owner: dict[tuple[str, ...], str] = {}
    for matter in matters:
        for phrase in matter.words:
            if phrase in owner:
                words = " ".join(phrase)
                faults.add(path, 1, f"{words!r} names {matter.name!r} and {owner[phrase]!r}")
            owner[phrase] = matter.name


def _by_word(
    matters: tuple[Matter, ...],
) -> dict[str, tuple[tuple[tuple[str, ...], Matter], ...]]:
    """Return phrases by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Matter]]] = {}
    for matter in matters:
        for phrase in matter.words:
            found.setdefault(phrase[-1], []).append((phrase, matter))
    return {
        word: tuple(sorted(entries, key=lambda e: -len(e[0])))
        for word, entries in found.items()
    }


def _by_verb(matters: tuple[Matter, ...]) -> dict[str, tuple[Matter, ...]]:
    found: dict[str, list[Matter]] = {}
    for matter in matters:
        for verb in matter.verbs:
            found.setdefault(verb, []).append(matter)
    return {verb: tuple(entries) for verb, entries in found.items()}
