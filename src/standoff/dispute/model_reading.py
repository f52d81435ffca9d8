"""Reading a model file: where each part stands, and all faults at once."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from standoff.gmcr.condition import Condition, ConditionError, parse_condition
from standoff.knowledge.faults import Faults
from standoff.knowledge.strict_yaml import LINE, Marked


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row of the record that a part of the model rests on, and its words."""

    row: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Why a part of the model is there: found in the record, or assumed by a rule."""

    of: str
    basis: str
    rule: str | None
    evidence: tuple[Evidence, ...]


SOURCE_KEYS = frozenset({"basis", "rule", "evidence"})
BASES = frozenset({"found", "assumed", "edited"})


@dataclass(slots=True)
class Reading:
    """One file being read: what is wrong with it, and which options it has so far."""

    path: Path
    faults: Faults = field(default_factory=Faults)
    bits: dict[str, list[int]] = field(default_factory=dict)  # of each name an option goes by
    ids: list[str] = field(default_factory=list)  # of the options, by bit
    sources: list[Source] = field(default_factory=list)

    def fault(self, line: int, why: str) -> None:
        """Note a fault."""
        self.faults.add(self.path, line, why)

    def bit(self, name: str) -> int:
        """Return the bit of an option; `KeyError` says what is wrong with its name."""
        found = self.bits.get(name, [])
        if not found:
            known = ", ".join(sorted(self.bits)) or "none"
            raise KeyError(f"no option is called {name!r}; there are: {known}")
        if len(found) > 1:
            raise KeyError(f"more than one option is called {name!r}: put its owner before it")
        return found[0]

    def condition(self, value: object, line: int) -> Condition | None:
        """Read a condition; None where it has a fault."""
        if not isinstance(value, str):
            self.fault(line, f"a condition on options is wanted, not {_kind(value)}")
            return None
        try:
            return parse_condition(value, self.bit)
        except ConditionError as error:
            self.fault(
                line_of(value, line), f"{value!r}, character {error.column + 1}: {error}"
            )
            return None

    def mapping(
        self, value: object, line: int, known: frozenset[str], what: str
    ) -> dict[str, Any]:
        """Return a mapping, empty where it is none; keys that mean nothing are faults."""
        if not isinstance(value, dict):
            self.fault(line, f"{what} must be a mapping, not {_kind(value)}")
            return {}
        for key in value:
            if key != LINE and key not in known:
                allowed = ", ".join(sorted(known))
                self.fault(line_of(key, line), f"{key!r} means nothing in {what}: {allowed}")
        return value

    def listed(self, value: object, line: int, what: str) -> list[Any]:
        """Return a list, empty where it is none."""
        if isinstance(value, list):
            return value
        self.fault(line, f"{what} must be a list, not {_kind(value)}")
        return []

    def source(self, entry: dict[str, Any], of: str, line: int) -> None:
        """Keep why a part is there."""
        basis = entry.get("basis")
        if basis is None:
            return
        if basis not in BASES:
            self.fault(
                line_of(basis, line), f"basis {basis!r} is none of {', '.join(sorted(BASES))}"
            )
            return
        rows = self.listed(entry.get("evidence", []), line, "evidence")
        evidence = tuple(
            Evidence(str(row.get("row", "")), _text(row.get("words")))
            for row in rows
            if isinstance(row, dict)
        )
        self.sources.append(Source(of, str(basis), _text(entry.get("rule")), evidence))


def line_of(value: object, otherwise: int) -> int:
    """Return the line a part of the file stands on."""
    if isinstance(value, Marked):
        return value.line
    if isinstance(value, dict):
        return int(value.get(LINE, otherwise))
    if isinstance(value, list) and value:
        return line_of(value[0], otherwise)
    return otherwise


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"{value!r}"
