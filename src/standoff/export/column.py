"""A column of an exported table: its name, its type, what it holds and how it is got."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
Value = str | int | float | bool | Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``type`` is text, integer, number, flag, day or list.

    ``get`` takes what the table has a row for (a dyad, a statement, a row of the record) and
    returns the value, or None where it is not known.
    """

    name: str
    type: str
    doc: str
    get: Callable[[Any], Value]


def unknown(name: str, type_: str, why: str) -> Column:
    """Return a column that the format has and the record knows nothing of."""
    return Column(name, type_, f"always unknown: {why}", lambda _: None)
