"""What `standoff solve` was asked."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wish:
    """The arguments of one call; states by the numbers people read."""

    file: Path
    concepts: tuple[str, ...]
    prefer: tuple[str, ...]
    why: tuple[int, ...]
    unknown: str
    coalitions: bool
    strength: bool
    inverse: tuple[int, ...]
    sensitivity: tuple[int, ...]
    as_json: bool
    files: dict[str, Path]
