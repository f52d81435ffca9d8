"""Which deeds carry out a threat, and the words by which the draft of a model names acts."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults
from standoff.knowledge.gate_words import inflections
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.lexicon import load_lexicon
from standoff.knowledge.matters import Matters, load_matters
from standoff.knowledge.ontology import load_ontology

LISTS = (
    "irreversible",
    "opens_aside",
    "lead_ins",
    "ends_before",
    "cut_before",
    "never_last",
    "modals",
    "auxiliaries",
    "readiness",
    "not_doing",
    "carriers",
    "proposals",
    "causatives",
    "quantities",
    "breaking",
    "suffered",
    "no_acts",
    "no_deeds",
    "no_decision_makers",
    "meetings",
    "negations",
)


@dataclass(frozen=True, slots=True)
class DisputeWords:
    """Event types by the mode of a threat and by words of it; words for drafting a model.

    ``exclusive`` are pairs of matters of which one decision maker cannot do both, ``opposites``
    of verbs; ``one_side`` gives loose names the bodies they may stand for. ``verbs`` gives the
    verb of each form of one, ``nominals`` the verb of a noun, ``light_verbs`` the one it takes.
    """

    deeds_by_mode: dict[str, frozenset[str]]
    deeds_by_word: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    exclusive: tuple[tuple[str, str], ...]
    opposites: frozenset[frozenset[str]]
    one_side: dict[str, tuple[str, ...]]
    verbs: dict[str, str]
    nominals: dict[str, str]
    light_verbs: dict[str, str]
    matters: Matters


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
    matters = load_matters(root, faults)
    verbs = _verbs(root, found, matters, faults)
    faults.refuse()
    return DisputeWords(
        {mode: frozenset(types) for mode, types in found["deeds_by_mode"].items()},
        {word: frozenset(types) for word, types in found["deeds_by_word"].items()},
        {name: frozenset(found[name]) for name in LISTS},
        tuple((first, second) for first, second in found["exclusive"]),
        frozenset(frozenset(pair) for pair in found["opposites"]),
        {name: tuple(bodies) for name, bodies in found["one_side"].items()},
        verbs,
        dict(found["nominals"]),
        dict(found["light_verbs"]),
        matters,
    )


def _verbs(
    root: Path, found: dict[str, Any], matters: Matters, faults: Faults
) -> dict[str, str]:
    """Return the verb of each form, those of the lexicon and of the thesaurus with our own."""
    lexicon = load_lexicon(root, faults)
    lemmas = {entry.lemma for entry in lexicon.by_id.values() if entry.pos == "verb"}
    lemmas |= set(matters.by_verb) | matters.lists["carrying_verbs"] | set(found["verbs"])
    lemmas |= {verb.split()[0] for verb in found["nominals"].values()}
    lemmas |= {*found["light_verbs"].values(), *found["no_deeds"], *found["not_doing"]}
    lemmas -= {"be", "have", "do"}
    forms = {lemma: lemma for lemma in sorted(lemmas)}
    forms |= {form: verb for form, verb in found["irregular"].items() if form not in forms}
    for lemma in sorted(lemmas):
        for form in inflections(lemma):
            forms.setdefault(form, lemma)
    return forms
