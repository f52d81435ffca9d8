"""One sentence while its mentions are resolved, and the report it stands in."""

from dataclasses import dataclass, field

from standoff.actors.anchors import Anchor, anchors_of
from standoff.actors.discourse import Discourse
from standoff.actors.entity import Entity
from standoff.actors.introduced import Introduced
from standoff.actors.phrases import left_edge
from standoff.actors.reading import Reading
from standoff.knowledge.actors import ActorTables
from standoff.knowledge.actors_nouns import RoleNouns
from standoff.model import Mention, Parse


@dataclass(slots=True)
class Report:
    """The report: what was read of it, who was introduced, what was spoken of."""

    reading: Reading
    text: str
    introduced: Introduced = field(default_factory=Introduced)
    discourse: Discourse = field(default_factory=Discourse)
    mentions: list[Mention] = field(default_factory=list)
    scenes: "list[Scene]" = field(default_factory=list)

    @property
    def tables(self) -> ActorTables:
        """Return the tables of actors."""
        return self.reading.tables

    @property
    def nouns(self) -> RoleNouns:
        """Return the role nouns."""
        return self.reading.tables.nouns


@dataclass(slots=True)
class Scene:
    """One sentence: its names by token, and what its phrases were resolved to so far."""

    report: Report
    parse: Parse
    anchors: tuple[Anchor, ...]
    by_token: dict[int, Anchor]
    resolved: dict[int, Entity] = field(default_factory=dict)
    edges: dict[int, int] = field(default_factory=dict)
    linked: set[int] = field(default_factory=set)
    joint: dict[str, Entity] = field(default_factory=dict)
    joined: set[tuple[int, ...]] = field(default_factory=set)
    unissued: list[int] = field(default_factory=list)

    @property
    def nouns(self) -> RoleNouns:
        """Return the role nouns."""
        return self.report.nouns

    def edge(self, head: int) -> int:
        """Return the first token of a phrase up to its head."""
        found = self.edges.get(head)
        if found is None:
            found = self.edges[head] = left_edge(self.parse, head)
        return found

    def lemma(self, index: int) -> str:
        """Return a token's lemma, lower case."""
        return self.parse.tokens[index].lemma.lower()

    def between(self, first: int, end: int) -> tuple[Anchor, ...]:
        """Return the names that lie from one token up to, not including, another."""
        return tuple(a for a in self.anchors if first <= a.first and a.last < end)


def scene_of(report: Report, parse: Parse, place: int) -> Scene:
    """Return the sentence with its names."""
    anchors = anchors_of(report.reading, parse, report.reading.matches[place])
    by_token = {index: a for a in anchors for index in range(a.first, a.last + 1)}
    return Scene(report, parse, anchors, by_token)
