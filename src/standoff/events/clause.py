"""One clause of a quotation: who speaks, of whom, with which predicate."""

from dataclasses import dataclass

from standoff.events.act import Scene, Side
from standoff.events.conditions import condition_of
from standoff.events.direction import owner_side
from standoff.events.frames import Frame
from standoff.events.modality import is_going_to, is_negated, modal
from standoff.model import Parse, Quote

FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "ours"})
COMPLEMENTS = (("acomp", "attr", "oprd"), ("prep",), ("advmod",))
COPULAS = frozenset({"be", "remain", "seem", "become", "stay"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a quotation: who speaks, of whom, with which predicate."""

    scene: Scene
    quote: Quote
    index: int
    verb: int
    subject: Side
    speaker: Side

    @property
    def parse(self) -> Parse:
        """Return the sentence it stands in."""
        return self.scene.parse

    @property
    def is_own(self) -> bool:
        """Tell whether the speaker speaks of itself."""
        if self.is_first_person:
            return True
        owners = {code for head in self.heads for code in owner_side(self.scene, head).codes}
        codes = set(self.subject.codes) or owners
        return bool(codes & set(self.speaker.codes))

    @property
    def is_first_person(self) -> bool:
        """Tell whether the subject is "I" or "we"."""
        return any(self.parse.tokens[i].text.lower() in FIRST_PERSON for i in self.heads)

    @property
    def is_other(self) -> bool:
        """Tell whether the speaker speaks of another actor."""
        return bool(self.subject.codes) and not self.is_own

    @property
    def heads(self) -> tuple[int, ...]:
        """Return the heads of the subject."""
        return Frame(self.parse, self.verb, "verb").slot("subj")

    @property
    def modal(self) -> str | None:
        """Return the clause's modal."""
        return "will" if is_going_to(self.parse, self.verb) else modal(self.parse, self.verb)

    @property
    def condition(self) -> int | None:
        """Return the head of the clause's condition."""
        frame = Frame(self.parse, self.verb, "verb")
        return condition_of(frame, (self.verb,), self.scene.speech)

    @property
    def negated(self) -> bool:
        """Tell whether the clause is denied."""
        return is_negated(Frame(self.parse, self.verb, "verb"))

    def lemma(self, index: int | None) -> str:
        """Return a token's lemma, empty for no token."""
        return self.parse.tokens[index].lemma.lower() if index is not None else ""

    def has(self, name: str, index: int | None) -> bool:
        """Tell whether a token's lemma is in a list of `SpeechActs`."""
        return index is not None and self.scene.speech.has(name, self.lemma(index))

    def has_modal(self, name: str) -> bool:
        """Tell whether the clause's modal is in a list of `SpeechActs`."""
        word = self.modal
        return word is not None and self.scene.speech.has(name, word)

    @property
    def complement(self) -> int | None:
        """Return the predicate adjective or noun after a copula."""
        if self.lemma(self.verb) not in COPULAS:
            return None
        found = (self.parse.child(self.verb, *deps) for deps in COMPLEMENTS)
        return next((child for child in found if child is not None), None)
