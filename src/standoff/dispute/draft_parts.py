"""The parts of a drafted conflict model, each with why it is there."""

from dataclasses import dataclass

from standoff.dispute.stances import Taken
from standoff.gmcr.model import Direction


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a part is there: ``rule`` None where it was found in the rows ``evidence``."""

    rule: str | None
    evidence: tuple[Taken, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftOption:
    """What a decision maker may do, and the matter it is about."""

    owner: str
    name: str
    issue: str | None
    direction: Direction
    basis: Basis


@dataclass(frozen=True, slots=True)
class Said:
    """A condition on options in words, and why it is there."""

    condition: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class DraftMaker:
    """A decision maker with options and prioritised preferences, most important first."""

    id: str
    name: str
    basis: Basis
    options: tuple[DraftOption, ...]
    statements: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft; ``left_out`` says in words what found no place in it."""

    name: str
    makers: tuple[DraftMaker, ...]
    infeasible: tuple[Said, ...]
    status_quo: tuple[str, ...]
    left_out: tuple[str, ...]
