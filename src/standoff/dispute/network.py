"""Who acts on whom: how often, and how kindly."""

from collections.abc import Iterable
from dataclasses import dataclass

from standoff.dispute.stances import Act, distinct
from standoff.knowledge.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Edge:
    """What one actor did to another: events by quad class 1 to 4, and mean Goldstein."""

    actor: str
    recipient: str
    counts: tuple[int, int, int, int]
    goldstein: float

    @property
    def total(self) -> int:
        """How many events."""
        return sum(self.counts)


def network_of(acts: Iterable[Act], ontology: Ontology) -> tuple[Edge, ...]:
    """Return the directed edges of what happened, the heaviest first.

    A joint act is an act of each; an act without a recipient, or on oneself, is no edge.
    """
    pairs: dict[tuple[str, str], list[Act]] = {}
    for act in distinct(acts):
        for actor in act.actor if act.status == "actual" else ():
            for recipient in act.recipient:
                if actor != recipient:
                    pairs.setdefault((actor, recipient), []).append(act)
    edges = [_edge(*pair, found, ontology) for pair, found in pairs.items()]
    return tuple(sorted(edges, key=lambda e: (-e.total, e.actor, e.recipient)))


def _edge(actor: str, recipient: str, acts: list[Act], ontology: Ontology) -> Edge:
    types = [ontology.types[act.type] for act in acts]
    counts = [sum(t.quad_class == quad for t in types) for quad in range(1, 5)]
    mean = round(sum(t.goldstein for t in types) / len(types), 2)
    return Edge(actor, recipient, (counts[0], counts[1], counts[2], counts[3]), mean)
