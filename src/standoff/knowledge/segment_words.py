"""The words that tell whether a full stop ends a sentence."""

from dataclasses import dataclass, fields
from pathlib import Path

from standoff.errors import DataError
from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class SegmentWords:
    """Word lists in lower case; what each means is told in the data file."""

    before_name: Words
    before_rest: Words
    before_number: Words
    either: Words
    marked_names: Words
    starters: Words
    attributions: Words
    after_attribution: Words


def load_segment_words(root: Path, faults: Faults) -> SegmentWords:
    """Read ``segment/en.yaml`` below ``root``; what is wrong goes to ``faults``."""
    path = root / "segment" / "en.yaml"
    try:
        found = strict_yaml.read(path)
    except DataError as error:
        faults.found.append(error)
        found = {}
    names = [field.name for field in fields(SegmentWords)]
    for key in sorted(set(found) - set(names)):
        faults.add(path, 1, f"{key!r} is not a list of words we know")
    lists: dict[str, Words] = {}
    for name in names:
        words = found.get(name, [])
        lists[name] = frozenset(words)
        for why in _faults(name, words):
            faults.add(path, 1, why)
    return SegmentWords(**lists)


def _faults(name: str, words: list[str]) -> list[str]:
    if not words:
        return [f"the list {name!r} is missing"]
    whys = [f"{word!r} of {name!r} is not lower case" for word in words if word.lower() != word]
    whys += [f"{word!r} is twice in {name!r}" for word in set(words) if words.count(word) > 1]
    return whys
