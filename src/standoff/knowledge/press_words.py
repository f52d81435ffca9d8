"""What the press writes around its prose: datelines, by-lines, labels, credits."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from standoff.errors import DataError
from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults

FIELDS = ("none", "published", "publisher", "title", "url")


@dataclass(frozen=True, slots=True)
class PressWords:
    """Lists and tables of the press; what each means is told in the data file."""

    publishers: dict[str, str]
    spellings: dict[str, str]
    cities: frozenset[str]
    not_places: frozenset[str]
    months: dict[str, int]
    weekdays: frozenset[str]
    labels: dict[str, str]
    credits: tuple[str, ...]
    contributions: tuple[str, ...]


def load_press_words(root: Path, faults: Faults) -> PressWords:
    """Read ``ingest/press.yaml`` below ``root``; what is wrong goes to ``faults``."""
    path = root / "ingest" / "press.yaml"
    try:
        found = strict_yaml.read(path)
    except DataError as error:
        faults.found.append(error)
        found = {}
    for why in _faults(found):
        faults.add(path, 1, why)
    months = {name: int(n) for name, n in found.get("months", {}).items() if n.isdigit()}
    return PressWords(
        publishers=found.get("publishers", {}),
        spellings=found.get("spellings", {}),
        cities=frozenset(found.get("cities", ())),
        not_places=frozenset(found.get("not_places", ())),
        months=months,
        weekdays=frozenset(found.get("weekdays", ())),
        labels=found.get("labels", {}),
        credits=tuple(found.get("credits", ())),
        contributions=tuple(found.get("contributions", ())),
    )


def _faults(found: dict[str, Any]) -> list[str]:
    names = [field.name for field in fields(PressWords)]
    whys = [f"the part {name!r} is missing" for name in names if not found.get(name)]
    whys += [f"{key!r} is no part we know" for key in found if key not in names]
    for part, words in found.items():
        whys += [f"{w!r} of {part!r} is not lower case" for w in words if w != w.lower()]
    for name, number in found.get("months", {}).items():
        if number not in {str(n) for n in range(1, 13)}:
            whys.append(f"{number!r} is not the number of the month {name!r}")
    for label, field in found.get("labels", {}).items():
        if field not in FIELDS:
            whys.append(f"the label {label!r} fills {field!r}, which no report has")
    return whys
