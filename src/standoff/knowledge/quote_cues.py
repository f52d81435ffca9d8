"""The words that tell that somebody said, believed, intended or felt something."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standoff.errors import DataError
from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

FORCES = (
    "assertive", "directive", "commissive", "denying", "expressive", "declarative",
    "interrogative", "evidential",
)  # fmt: skip
ATTITUDES = ("said", "believed", "intended", "felt")
PARTS_OF_SPEECH = ("verb", "noun", "adjective", "phrase")
FRAMES = ("clause", "direct", "infinitive", "object", "someone", "someone-infinitive", "noun")
PREPOSITION = "prep:"
KEYS = ("lemma", "pos", "frames", "force", "attitude", "example", "near_miss", "source")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue word.

    ``frames`` are the shapes its content may take: a clause, marked words, an infinitive, a
    noun phrase, ``prep:of`` and the like; ``someone`` tells that its object is who was told.
    ``example`` is a sentence in which it is a cue, ``near_miss`` one in which it is none.
    """

    lemma: str
    pos: str
    frames: frozenset[str]
    force: str
    attitude: str
    example: str
    near_miss: str
    source: str

    @property
    def prepositions(self) -> frozenset[str]:
        """Return the prepositions that may lead in the content."""
        return frozenset(
            f[len(PREPOSITION) :] for f in self.frames if f.startswith(PREPOSITION)
        )


@dataclass(frozen=True, slots=True)
class QuoteCues:
    """All cues by part of speech and lemma; ``phrases`` are those of several words."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    phrases: dict[tuple[str, ...], Cue]
    forms: dict[str, Cue]
    phrase_starts: frozenset[str]

    def verb(self, lemma: str, form: str, particle: str | None = None) -> Cue | None:
        """Return the cue of a verb, also where the parser took *hopes* for a form of *hop*.

        A verb with a particle is another verb: *rule out*.
        """
        if particle is not None:
            return self.verbs.get(f"{lemma} {particle}")
        return self.verbs.get(lemma) or self.forms.get(form.lower())

    def __len__(self) -> int:
        return len(self.verbs) + len(self.nouns) + len(self.adjectives) + len(self.phrases)


def load_quote_cues(root: Path, faults: Faults) -> QuoteCues:
    """Read ``quotes/en.yaml`` below ``root``; what is wrong goes to ``faults``."""
    path = root / "quotes" / "en.yaml"
    found: dict[str, dict[str, Cue]] = {pos: {} for pos in PARTS_OF_SPEECH}
    for row in _rows(path, faults):
        line = int(row.pop(strict_yaml.LINE, 1))
        whys = _faults(row)
        if not whys and row["lemma"] in found[row["pos"]]:
            whys = [f"the {row['pos']} {row['lemma']!r} is listed twice"]
        for why in whys:
            faults.add(path, line, why)
        if not whys:
            cue = Cue(**{**row, "frames": frozenset(row["frames"])})
            found[cue.pos][cue.lemma] = cue
    phrases = {tuple(lemma.split()): cue for lemma, cue in found["phrase"].items()}
    forms = {form: cue for cue in found["verb"].values() for form in verb_forms(cue.lemma)}
    starts = frozenset(phrase[0] for phrase in phrases)
    verbs, nouns, adjectives = (found[pos] for pos in PARTS_OF_SPEECH[:3])
    return QuoteCues(verbs, nouns, adjectives, phrases, forms, starts)


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Return the regular forms of a verb.

    >>> verb_forms("hope")
    ('hopes', 'hoped', 'hoping')
    """
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    sibilant = lemma.endswith(("s", "x", "z", "ch", "sh"))
    doubled = lemma + lemma[-1]
    return (
        f"{lemma}{'es' if sibilant else 's'}",
        f"{lemma}ed",
        f"{lemma}ing",
        f"{doubled}ed",
        f"{doubled}ing",
    )


def _rows(path: Path, faults: Faults) -> list[dict[str, Any]]:
    try:
        return strict_yaml.read_with_lines(path.read_text("utf-8"), str(path)) or []
    except DataError as error:
        faults.found.append(error)
        return []


def _faults(row: dict[str, Any]) -> list[str]:
    if missing := [key for key in KEYS if not row.get(key)]:
        return [f"{row.get('lemma', 'a cue')!r} has no {', '.join(missing)}"]
    whys = [f"{key!r} is not a key of a cue" for key in row if key not in KEYS]
    for key, known in (("pos", PARTS_OF_SPEECH), ("force", FORCES), ("attitude", ATTITUDES)):
        if row[key] not in known:
            whys.append(f"the {key} {row[key]!r} of {row['lemma']!r} is none we know")
    for frame in row["frames"]:
        if frame not in FRAMES and not frame.startswith(PREPOSITION):
            whys.append(f"the frame {frame!r} of {row['lemma']!r} is none we know")
    return whys
