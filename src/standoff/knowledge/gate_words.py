"""The forms that make a sentence worth parsing, drawn from the lexicon and the cues."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class GateWords:
    """Word forms in lower case: of acts, of speech, and of modality."""

    acts: frozenset[str]
    cues: frozenset[str]
    modals: frozenset[str]


def load_gate_words(
    root: Path, lemmas: Iterable[str], cues: Iterable[str], faults: Faults
) -> GateWords:
    """Return the forms of the lexicon's and the cues' lemmas, irregular ones from the file."""
    path = root / "gate" / "en.yaml"
    found = strict_yaml.read(path)
    for name in ("irregular", "modals"):
        if name not in found:
            faults.add(path, 1, f"{name!r} is missing")
    irregular = frozenset(found.get("irregular", ()))
    acts = frozenset(form for lemma in lemmas for form in inflections(lemma)) | irregular
    said = frozenset(form for cue in cues for form in inflections(cue)) | irregular
    return GateWords(acts, said, frozenset(found.get("modals", ())))


def inflections(lemma: str) -> tuple[str, ...]:
    """Return the regular forms of a word, a few too many rather than one too few.

    >>> inflections("ban")
    ('ban', 'bans', 'banes', 'baned', 'band', 'baning', 'baning', 'banned', 'banning')
    """
    stem = lemma.removesuffix("e")
    forms = [lemma, f"{lemma}s", f"{stem}es", f"{stem}ed", f"{lemma}d"]
    forms += [f"{stem}ing", f"{lemma}ing"]
    if lemma.endswith("y"):
        forms += [f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"]
    if len(lemma) > 2 and lemma[-1] not in VOWELS and lemma[-2] in VOWELS:
        forms += [f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"]
    return tuple(forms)
