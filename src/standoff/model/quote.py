"""What somebody is reported to have said."""

from dataclasses import dataclass
from enum import StrEnum

from standoff.model.span import Span


class QuoteKind(StrEnum):
    """Direct: inside marks; indirect: a reported clause; mixed: a clause with marks in it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Attitude(StrEnum):
    """Whether the words were said, or are a belief, an intention or a feeling ascribed."""

    SAID = "said"
    BELIEVED = "believed"
    INTENDED = "intended"
    FELT = "felt"


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution.

    ``parts`` are the characters said, in text order (several for a split quote), without the
    marks of a direct quote; ``that`` belongs to an indirect one. ``force`` is the cue's force
    (assertive, directive, commissive, denying). ``inside`` is the index of the quote that
    this one is nested in.
    """

    parts: tuple[Span, ...]
    kind: QuoteKind
    cue: Span | None
    speaker_span: Span | None
    speaker: str | None
    speaker_actor: tuple[str, ...]
    rule: str
    attitude: Attitude = Attitude.SAID
    force: str | None = None
    cue_lemma: str | None = None
    inside: int | None = None

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError("a quote without words")
        if self.cue and any(
            p.start < self.cue.end and self.cue.start < p.end for p in self.parts
        ):
            raise ValueError(f"the cue {self.cue} lies inside the words {self.parts}")

    @property
    def length(self) -> int:
        """Return the number of characters of its words."""
        return sum(part.end - part.start for part in self.parts)

    def covers(self, start: int) -> bool:
        """Tell whether the character ``start`` is among the words said."""
        return any(part.start <= start < part.end for part in self.parts)
