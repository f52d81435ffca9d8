"""The lexicon of acts: which predicate, in which frame, is which type of event."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from standoff.errors import DataError
from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

ACTOR, EMPTY, FILLED, MODAL = "@actor", "-", "+", "@modal"
COMPILED = "compiled.json"
PEOPLE = frozenset({"@person", "@captive", "@civil"})


@dataclass(frozen=True, slots=True)
class Restriction:
    """What one slot must hold: one of ``lemmas``, an actor, anything, or nothing.

    Where the lemmas are those of people (``human``), a name or a number is one too.
    """

    slot: str
    lemmas: frozenset[str]
    special: str | None
    human: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One frame of one predicate and the event it codes."""

    id: str
    lemma: str
    particle: str | None
    pos: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    content: tuple[str, ...]
    restrictions: tuple[Restriction, ...]
    type: str
    mode: str | None
    context: tuple[str, ...]
    cameo: str | None
    reciprocal: bool
    status: str | None
    free: bool
    beats: frozenset[str]

    @property
    def specificity(self) -> int:
        """Return how much the entry asks for: a particle and every restriction count."""
        return len(self.restrictions) * 2 + (self.particle is not None)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by part of speech and first lemma, and the classes of lemmas."""

    by_predicate: dict[tuple[str, str], tuple[Entry, ...]]
    by_id: dict[str, Entry]
    classes: dict[str, frozenset[str]]


def load_lexicon(root: Path, faults: Faults) -> Lexicon:
    """Read ``lexicon/en`` below ``root``: from its compiled form where that is current."""
    folder = root / "lexicon" / "en"
    compiled = folder / COMPILED
    if compiled.exists():
        stored = json.loads(compiled.read_text("utf-8"))
        if stored["sha256"] == folder_sha256(folder):
            return _lexicon(stored["entries"], stored["classes"], {}, faults)
    return read_lexicon(folder, faults)


def folder_sha256(folder: Path) -> str:
    """Return the hash of the YAML files of a lexicon folder."""
    digest = sha256()
    for path in sorted(folder.glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def compile_lexicon(folder: Path) -> str:
    """Return the compiled form: the entries without their examples, and the folder's hash."""
    rows = [r for path in type_files(folder) for r in strict_yaml.read(path)]
    proof = {"examples", "not", "source"}
    entries = [{k: v for k, v in row.items() if k not in proof} for row in rows]
    classes = strict_yaml.read(folder / "classes.yaml")
    stored = {"sha256": folder_sha256(folder), "classes": classes, "entries": entries}
    return json.dumps(stored, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def type_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of entries, one a type."""
    other = {"classes.yaml", "speech_acts.yaml", "embedding.yaml"}
    return tuple(path for path in sorted(folder.glob("*.yaml")) if path.name not in other)


def read_lexicon(folder: Path, faults: Faults) -> Lexicon:
    """Read the YAML files themselves, with the line of every fault."""
    rows: list[dict[str, Any]] = []
    places: dict[str, tuple[Path, int]] = {}
    for path, line, row in _placed_rows(folder, faults):
        if row.get("id") in places:
            faults.add(path, line, f"the id {row['id']!r} is used twice")
        places[str(row.get("id"))] = (path, line)
        rows.append(row)
    return _lexicon(rows, strict_yaml.read(folder / "classes.yaml"), places, faults)


def entry_places(folder: Path) -> dict[str, tuple[Path, int]]:
    """Return the file and the line, from 1, of every entry that can be read."""
    rows = _placed_rows(folder, Faults())
    return {str(row.get("id")): (path, line) for path, line, row in rows}


def _placed_rows(folder: Path, faults: Faults) -> Iterator[tuple[Path, int, dict[str, Any]]]:
    for path in type_files(folder):
        try:
            found = strict_yaml.read_with_lines(path.read_text("utf-8"), str(path))
        except DataError as error:
            faults.found.append(error)
            continue
        for row in found or ():
            line = int(row.pop(strict_yaml.LINE, 1))
            row.get("with", {}).pop(strict_yaml.LINE, None)
            yield path, line, row


def _lexicon(
    rows: list[dict[str, Any]],
    classes: dict[str, list[str]],
    places: dict[str, tuple[Path, int]],
    faults: Faults,
) -> Lexicon:
    named = {name: frozenset(lemmas) for name, lemmas in classes.items()}
    by_predicate: dict[tuple[str, str], tuple[Entry, ...]] = {}
    by_id: dict[str, Entry] = {}
    for row in rows:
        try:
            entry = _entry(row, named)
        except (KeyError, ValueError) as error:
            path, line = places.get(str(row.get("id")), (Path("lexicon"), 1))
            faults.add(path, line, strict_yaml.why(error))
            continue
        key = (entry.pos, entry.lemma)
        by_predicate[key] = (*by_predicate.get(key, ()), entry)
        by_id[entry.id] = entry
    return Lexicon(by_predicate, by_id, named)


def _entry(row: dict[str, Any], classes: dict[str, frozenset[str]]) -> Entry:
    lemma, _, particle = row["lemma"].partition(" ")
    if row["pos"] not in {"verb", "noun", "adj"}:
        raise ValueError(f"pos {row['pos']!r} is not verb, noun or adj")
    return Entry(
        id=row["id"],
        lemma=lemma,
        particle=particle or None,
        pos=row["pos"],
        actor=tuple(row.get("actor", "").split()),
        recipient=tuple(row.get("recipient", "").split()),
        content=tuple(row.get("content", "").split()),
        restrictions=tuple(_restriction(s, w, classes) for s, w in row.get("with", {}).items()),
        type=row["type"],
        mode=row.get("mode"),
        context=tuple(row.get("context", ())),
        cameo=row.get("cameo"),
        reciprocal=row.get("reciprocal") == "true",
        status=row.get("status"),
        free=row.get("force") == "free",
        beats=frozenset(row.get("beats", ())),
    )


def _restriction(slot: str, words: str, classes: dict[str, frozenset[str]]) -> Restriction:
    if words in {ACTOR, EMPTY, FILLED, MODAL}:
        return Restriction(slot, frozenset(), words)
    lemmas: set[str] = set()
    for word in words.split():
        if word.startswith("@"):
            if word[1:] not in classes:
                raise ValueError(f"{word!r} is not in classes.yaml")
            lemmas |= classes[word[1:]]
        else:
            lemmas.add(word)
    human = not PEOPLE.isdisjoint(words.split())
    return Restriction(slot, frozenset(lemmas), None, human)


def entry_source(entry_id: str) -> str:
    """Return an entry as its file has it, and where: ``request.yaml:12``, for reading."""
    folder = Path(__file__).parents[1] / "data" / "lexicon" / "en"
    for path in type_files(folder):
        lines = path.read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            if line.startswith("- id:") and line.split()[2] == entry_id:
                after = range(number + 1, len(lines))
                end = next((i for i in after if lines[i].startswith("- ")), len(lines))
                return "\n".join([f"{path.name}:{number + 1}", *lines[number:end]])
    raise DataError(folder, 1, f"no entry {entry_id!r}")
