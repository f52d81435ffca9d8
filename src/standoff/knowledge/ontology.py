"""What can be said: the sixteen types of PLOVER with modes and contexts, and CAMEO's codes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standoff.errors import DataError
from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type; ``goldstein`` is -10 to 10, ``quad_class`` 1 to 4, ``cameo`` a root."""

    name: str
    definition: str
    quad_class: int
    cameo: str
    goldstein: float
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A code of CAMEO 1.1b3: two digits a root, three and four digits what lies below it.

    ``inherited`` says that ``goldstein`` is the score of the code above: the scale has none.
    """

    code: str
    name: str
    goldstein: float
    quad_class: int
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Ontology:
    """The types by name, the contexts, and CAMEO by code."""

    types: dict[str, EventType]
    contexts: frozenset[str]
    cameo: dict[str, CameoCode]


def load_ontology(root: Path, faults: Faults) -> Ontology:
    """Read ``ontology/plover.yaml`` and ``ontology/cameo.yaml``."""
    path = root / "ontology" / "plover.yaml"
    found = strict_yaml.read(path)
    cameo = load_cameo(root, faults)
    types: dict[str, EventType] = {}
    for name, row in found["types"].items():
        try:
            types[name] = _type(name, row, found["modes"].get(name, ()))
        except (KeyError, ValueError) as error:
            faults.add(path, 1, f"{name}: {error}")
            continue
        if types[name].cameo not in cameo:
            faults.add(path, 1, f"{name}: 'cameo: {types[name].cameo}' is not in cameo.yaml")
    return Ontology(types, frozenset(found["contexts"]), cameo)


def load_cameo(root: Path, faults: Faults) -> dict[str, CameoCode]:
    """Read ``ontology/cameo.yaml``, with the line of every fault."""
    path = root / "ontology" / "cameo.yaml"
    try:
        found = strict_yaml.read_with_lines(path.read_text("utf-8"), str(path))
    except DataError as error:
        faults.found.append(error)
        return {}
    rows, inherited = found["codes"], frozenset(found["inherited"])
    rows.pop(strict_yaml.LINE)
    codes: dict[str, CameoCode] = {}
    for code, row in rows.items():
        try:
            codes[code] = _code(code, row, code in inherited)
        except (KeyError, ValueError) as error:
            faults.add(path, int(row[strict_yaml.LINE]), f"{code}: {strict_yaml.why(error)}")
    for code in codes:
        for why in _out_of_place(codes[code], rows, codes):
            faults.add(path, int(rows[code][strict_yaml.LINE]), f"{code}: {why}")
    for code in sorted(inherited - rows.keys()):
        faults.add(path, 1, f"inherited: {code!r} is no code")
    return codes


def _type(name: str, row: dict[str, Any], modes: list[str]) -> EventType:
    score = float(row["goldstein"])
    return EventType(
        name, row["definition"], _quad_class(row), row["cameo"], score, tuple(modes)
    )


def _code(code: str, row: dict[str, str], inherited: bool) -> CameoCode:
    score = float(row["goldstein"])
    if not -10 <= score <= 10:
        raise ValueError(f"goldstein {score} is not -10 to 10")
    return CameoCode(code, row["name"], score, _quad_class(row), inherited)


def _quad_class(row: dict[str, str]) -> int:
    quad_class = int(row["quad_class"])
    if quad_class not in range(1, 5):
        raise ValueError(f"quad_class {quad_class} is not 1 to 4")
    return quad_class


def _out_of_place(
    code: CameoCode, rows: dict[str, Any], codes: dict[str, CameoCode]
) -> list[str]:
    """Return where a code disagrees with the one above it; a root has none above."""
    if len(code.code) == 2:
        return []
    above = code.code[:-1]
    if above not in rows:
        return [f"there is no code {above!r} above it"]
    parent = codes.get(above)
    if parent is None:  # its own fault is told
        return []
    wrong = []
    if code.quad_class != parent.quad_class:
        wrong.append(f"quad_class {code.quad_class} is not that of {above}")
    if code.inherited and code.goldstein != parent.goldstein:
        wrong.append(f"goldstein {code.goldstein} is inherited, yet not that of {above}")
    return wrong
