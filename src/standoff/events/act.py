"""An act as it is being read: more than an event, it still knows its sentence."""

from dataclasses import dataclass

from standoff.events.frames import Frame
from standoff.knowledge.lexicon import Entry, Lexicon
from standoff.knowledge.speech_acts import SpeechActs
from standoff.model import Document, Mention, Mentions, Parse, Quote, Span, Status


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known around one sentence; ``near`` are the quotes with words or cue in it."""

    document: Document
    parse: Parse
    mentions: Mentions
    quotes: tuple[Quote, ...]
    near: tuple[int, ...]
    lexicon: Lexicon
    speech: SpeechActs

    def mention(self, index: int) -> Mention | None:
        """Return the mention a token is the head of."""
        return self.mentions.at(self.parse.tokens[index].start)

    def is_actor(self, index: int) -> bool:
        """Tell whether a token names a political actor."""
        mention = self.mention(index)
        return mention is not None and bool(mention.actor)

    def quote_at(self, start: int) -> int | None:
        """Return the index of the innermost quote whose words cover a character."""
        covering = [i for i in self.near if self.quotes[i].covers(start)]
        return min(covering, key=lambda i: self.quotes[i].length, default=None)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act: its codes and the words that name it."""

    codes: tuple[str, ...]
    span: Span | None


NOBODY = Side((), None)


@dataclass(frozen=True, slots=True)
class Act:
    """One act read from one predicate; a ``mutual`` one is done by both its sides alike."""

    frame: Frame
    type: str
    actor: Side
    recipient: Side
    trigger: Span
    content: Span | None
    condition: Span | None
    status: Status
    rule: str
    entry: Entry | None = None
    quote: int | None = None
    attributed_to: tuple[str, ...] = ()
    mutual: bool = False
