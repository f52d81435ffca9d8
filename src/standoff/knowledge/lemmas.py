"""Where the parser's model gets the lemma of a verb wrong."""

from dataclasses import dataclass
from pathlib import Path

from standoff.errors import DataError
from standoff.knowledge import strict_yaml


@dataclass(frozen=True, slots=True)
class LemmaCorrections:
    """What the model gets wrong.

    ``forms`` are irregular and have these lemmas, ``bases`` are no lemma of a regular form,
    ``words`` have a hyphen and are one token.
    """

    forms: dict[str, str]
    bases: tuple[str, ...]
    words: tuple[str, ...]


def read_lemmas(path: Path) -> LemmaCorrections:
    """Read the corrections; raises `DataError` where a list is missing."""
    found = strict_yaml.read(path)
    for name in ("forms", "bases", "words"):
        if name not in found:
            raise DataError(path, 1, f"{name!r} is missing")
    return LemmaCorrections(dict(found["forms"]), tuple(found["bases"]), tuple(found["words"]))
