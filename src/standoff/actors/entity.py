"""Who or what a mention stands for, while one report is read."""

from dataclasses import dataclass
from enum import StrEnum

from standoff.model import MentionKind, Span


class Nature(StrEnum):
    """What sort of thing it is: what pronouns and descriptions may take it up."""

    PERSON = "person"
    PEOPLE = "people"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    BODY = "body"
    FORCE = "force"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Entity:
    """One referent of the report. ``nouns`` are the words it was or may be described by.

    ``key`` is its identity within the report; ``country`` the state it belongs to.
    """

    key: str
    actor: tuple[str, ...]
    name: str | None
    nature: Nature
    gender: str | None = None
    role: str | None = None
    sector: str | None = None
    country: str | None = None
    nouns: frozenset[str] = frozenset()
    plural: bool = False
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a phrase stands for, by which rule, taking up which mention, and why that one."""

    entity: Entity
    rule: str
    kind: MentionKind
    antecedent: Span | None = None
    reason: str | None = None
