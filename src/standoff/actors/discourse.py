"""What the report has spoken of so far, and how present each is in the reader's mind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from standoff.actors.entity import Entity, Nature
from standoff.model import Parse, Span

WEIGHTS = {
    "nsubj": 10.0,
    "nsubjpass": 8.0,
    "dobj": 6.0,
    "dative": 5.0,
    "conj": 6.0,
    "pobj": 4.0,
    "poss": 4.0,
    "appos": 5.0,
    "attr": 4.0,
}
OTHER = 2.5
CONJOINED = 0.5
MAIN_CLAUSE = 3.0
FADING = 0.6
WINDOW = 30


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of an entity: where, and how much it weighs."""

    entity: Entity
    sentence: int
    token: int
    dep: str
    weight: float
    span: Span
    acting: bool = True


@dataclass(slots=True)
class Discourse:
    """The mentions so far, in text order."""

    seen: list[Seen] = field(default_factory=list)
    words: set[str] = field(default_factory=set)

    def add(
        self, entity: Entity, parse: Parse, token: int, span: Span, acting: bool = True
    ) -> None:
        """Note a mention; ``acting`` where it is no mere place or modifier."""
        dep = parse.tokens[token].dep
        weight = weight_of(parse, token)
        found = Seen(entity, parse.sentence.index, token, dep, weight, span, acting)
        self.seen.append(found)
        self.words |= entity.nouns

    def backwards(self) -> Iterator[Seen]:
        """Yield the mentions, the last first."""
        return reversed(self.seen)

    def last(self, fits: Callable[[Entity], bool]) -> Seen | None:
        """Return the last mention whose entity fits."""
        return next((seen for seen in self.backwards() if fits(seen.entity)), None)

    def described(self, word: str) -> Seen | None:
        """Return the last single thing, no person, that a word may describe."""
        if word not in self.words:
            return None
        return self.last(
            lambda entity: (
                word in entity.nouns
                and not entity.plural
                and entity.nature is not Nature.PERSON
            )
        )

    def ranked(
        self, fits: Callable[[Seen], bool], sentence: int, window: int = WINDOW
    ) -> list[tuple[float, Seen]]:
        """Return what fits, the most present first, each with its last mention."""
        scores: dict[str, float] = {}
        last: dict[str, Seen] = {}
        for seen in self.backwards():
            distance = sentence - seen.sentence
            if distance > window:
                break
            if seen.entity.key not in last:
                if not fits(seen):
                    continue
                last[seen.entity.key] = seen
            key = seen.entity.key
            scores[key] = scores.get(key, 0.0) + seen.weight * FADING**distance
        return sorted(((scores[k], s) for k, s in last.items()), key=lambda x: -x[0])


def weight_of(parse: Parse, token: int) -> float:
    """Return how much a mention weighs by what it is in its clause."""
    dep = parse.tokens[token].dep
    if dep == "conj":
        first = parse.tokens[token].head
        while parse.tokens[first].dep == "conj":
            first = parse.tokens[first].head
        return weight_of(parse, first) - CONJOINED
    weight = WEIGHTS.get(dep, OTHER)
    head = parse.tokens[parse.tokens[token].head]
    return weight + MAIN_CLAUSE if head.dep == "ROOT" and dep.startswith("nsubj") else weight
