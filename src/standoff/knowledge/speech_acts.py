"""The words that make a quotation an act, and what governing verbs say of their complements."""

from dataclasses import dataclass
from pathlib import Path

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

LISTS = (
    "obligation_modals", "obligation_verbs", "obligation_adjectives", "future_modals",
    "ability_modals", "ready", "unready", "refusing_adjectives", "permitting_adjectives",
    "permitting_verbs", "refusing_nouns", "intending", "suffer", "harm_nouns", "retaliate",
    "wrongdoing", "wrong_nouns", "wrong_adjectives", "deciding", "reticent", "warning",
    "condition_phrases", "resolving", "support", "condition_marks", "transparent_verbs",
    "transparent_words", "naming", "undoing", "judging", "insisting", "praising",
    "condemning", "good", "drawing", "acting", "unnamed_acts",
)  # fmt: skip
EFFECTS = ("negated", "future", "hypothetical", "same")


@dataclass(frozen=True, slots=True)
class SpeechActs:
    """Word lists by name, and the effect of each governing lemma."""

    lists: dict[str, frozenset[str]]
    effects: dict[str, str]

    def has(self, name: str, lemma: str) -> bool:
        """Tell whether a lemma is in a list."""
        return lemma in self.lists[name]


def load_speech_acts(root: Path, faults: Faults) -> SpeechActs:
    """Read the two files of words; a missing or unknown list is a fault."""
    folder = root / "lexicon" / "en"
    lists = _lists(folder / "speech_acts.yaml", LISTS, faults)
    by_effect = _lists(folder / "embedding.yaml", EFFECTS, faults)
    effects = {lemma: effect for effect in EFFECTS for lemma in by_effect.get(effect, ())}
    return SpeechActs(lists, effects)


def _lists(path: Path, names: tuple[str, ...], faults: Faults) -> dict[str, frozenset[str]]:
    found = strict_yaml.read(path)
    for name in set(found) ^ set(names):
        what = "is not a list we know" if name in found else "is missing"
        faults.add(path, 1, f"{name!r} {what}")
    return {name: frozenset(found.get(name, ())) for name in names}
