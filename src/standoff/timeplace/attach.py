"""Which expression of time belongs to which act.

An act takes the expression of its own clause; a verbal act also that of its cue. A sentence
with no time of its own goes on with the day of the one before, as reports do, while it is told
in the simple past; "last week" ends that. Not handled: two occasions told in turns.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from standoff.knowledge.time_words import TimeWords
from standoff.model import Document, Event, Parse, Status, When
from standoff.timeplace.expressions import Anchor, Expression, expressions, resolve

SPOKEN = "speech."
CROSSED = frozenset({"xcomp", "conj", "acomp", "attr", "dobj", "pobj", "prep", "advcl", "pcomp",
                     "nsubj", "nsubjpass", "acl", "oprd", "agent", "compound"})  # fmt: skip
REPORTED = frozenset({"ccomp", "parataxis"})
VERBAL = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "ACCUSE"})
YEAR = timedelta(days=365)
LEAD_BASIS, NARRATIVE_BASIS = "published", "relative"
PRESENT = frozenset({"VBZ", "VBP", "VBG"})


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is carried from sentence to sentence: the day that the report is telling of."""

    day: date | None
    actors: frozenset[str] = frozenset()
    paragraph: int = -1


def date_events(
    document: Document,
    parses: tuple[Parse, ...],
    events: tuple[Event, ...],
    words: TimeWords,
) -> tuple[Event, ...]:
    """Return the events with their days, background older than a year marked as past."""
    by_sentence: dict[int, list[Event]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence.start, []).append(event)
    carried = Timeline(None)
    dated: list[Event] = []
    for number, parse in enumerate(parses):
        found = expressions(document.text, parse.sentence.span, words)
        own = by_sentence.get(parse.sentence.span.start, [])
        clause = _Clause(document, parse, found, carried, words, is_lead=number == 0)
        whens = [clause.when(event) for event in own]
        dated.extend(_with(e, w, document.published) for e, w in zip(own, whens, strict=True))
        outside = tuple(e for e in found if not _is_told_of(e, own))
        carried = _carry(carried, outside, whens, clause, own)
    return tuple(dated)


def _is_told_of(expression: Expression, events: list[Event]) -> bool:
    """Tell whether a time lies inside what is demanded, alleged or promised."""
    contents = (event.content for event in events if event.content is not None)
    return any(c.start <= expression.span.start < c.end for c in contents)


def _with(event: Event, when: When | None, published: date | None) -> Event:
    latest = when.latest if when else None
    old = published is not None and latest is not None and latest < published - YEAR
    status = Status.PAST if old and event.status is Status.ACTUAL else event.status
    return replace(event, when=when, status=status)


def _carry(
    carried: Timeline,
    found: tuple[Expression, ...],
    whens: Sequence[When | None],
    clause: "_Clause",
    events: Sequence[Event],
) -> Timeline:
    """Return the day the next sentence goes on with."""
    days = [w.day for w in whens if w is not None and w.day is not None]
    published = clause.document.published
    told = [d for d in days if published is None or d <= published]
    actors = frozenset(code for event in events for code in event.actor)
    paragraph = clause.parse.sentence.paragraph
    if told:
        return Timeline(told[-1], actors, paragraph)
    if any(e.is_vague or e.kind == "ago" for e in found):
        return Timeline(None)
    day = clause.first_day(found)
    return Timeline(day, actors, paragraph) if day is not None else carried


@dataclass(frozen=True, slots=True)
class _Clause:
    """One sentence with its expressions of time and the day carried into it."""

    document: Document
    parse: Parse
    found: tuple[Expression, ...]
    carried: Timeline
    words: TimeWords
    is_lead: bool

    def when(self, event: Event) -> When | None:
        """Return the days of an act."""
        trigger = self._trigger(event)
        if trigger is None:
            return None
        own = self._nearest(trigger, event)
        ahead = event.status is Status.FUTURE
        if own is not None:
            return resolve(own, self._anchor(ahead)) or self._after(own)
        return self._without_expression(trigger, event)

    def _anchor(self, ahead: bool) -> Anchor:
        return Anchor(self.document.published, ahead, self.words)

    def first_day(self, found: tuple[Expression, ...]) -> date | None:
        """Return the first day not ahead of the report that a sentence names."""
        for expression in found:
            when = resolve(expression, self._anchor(False))
            if when is not None and when.day is not None:
                return when.day
        return None

    def _trigger(self, event: Event) -> int | None:
        tokens = self.parse.tokens_in(event.trigger)
        verbs = [t.index for t in tokens if t.pos in {"VERB", "NOUN", "ADJ"}]
        return verbs[-1] if verbs else (tokens[0].index if tokens else None)

    def _nearest(self, trigger: int, event: Event) -> Expression | None:
        """Return the expression whose governor is nearest above the trigger."""
        governed = {self._governor(e): e for e in reversed(self.found)}
        verbal = (
            event.type in VERBAL or event.rule.startswith(SPOKEN) or self._is_present(trigger)
        )
        for index in self._above(trigger, verbal):
            if index in governed and not self._is_content(governed[index], event):
                return governed[index]
        return None

    def _is_present(self, trigger: int) -> bool:
        """Tell whether an act goes on while it is reported ("said it is imposing")."""
        token = self.parse.tokens[trigger]
        perfect = any(
            self.parse.tokens[c].lemma == "have" for c in self.parse.childs(trigger, "aux")
        )
        return token.tag in PRESENT and not perfect

    def _is_content(self, expression: Expression, event: Event) -> bool:
        span, content = expression.span, event.content
        if event.type not in VERBAL or content is None:
            return False
        inside = content.start <= span.start < content.end
        return inside and (event.rule.startswith(SPOKEN) or span.start > content.start)

    def _above(self, trigger: int, verbal: bool) -> Iterable[int]:
        yield trigger
        index = trigger
        while True:
            token = self.parse.tokens[index]
            allowed = token.dep in CROSSED or (verbal and token.dep in REPORTED)
            if token.head == index or not allowed:
                return
            index = token.head
            yield index

    def _governor(self, expression: Expression) -> int:
        """Return the first word above an expression that is not one of time."""
        tokens = self.parse.tokens_in(expression.span)
        inside = {t.index for t in tokens}
        if not inside:
            return -1
        index = tokens[0].index
        while True:
            token = self.parse.tokens[index]
            if token.head == index or (
                index not in inside and token.pos not in {"ADP", "ADV", "SCONJ"}
            ):
                return index
            index = token.head

    def _after(self, expression: Expression) -> When | None:
        """Return the day of "two days later", counted from the day being told."""
        day = self.carried.day
        if expression.kind != "ago" or day is None:
            return None
        word = expression.match["count"].lower()
        count = self.words.numbers.get(word) or int(word)
        length = self.words.units[expression.match["unit"].lower()]
        sign = 1 if expression.match["way"].lower() == "later" else -1
        there = day + timedelta(days=sign * count * length)
        return When(there, there, "day", "relative", expression.span) if length == 1 else None

    def _without_expression(self, trigger: int, event: Event) -> When | None:
        published = self.document.published
        verb = self._main_verb(trigger)
        token = self.parse.tokens[verb]
        perfect = any(
            self.parse.tokens[c].lemma == "have" for c in self.parse.childs(verb, "aux")
        )
        ahead = event.status in {Status.FUTURE, Status.HYPOTHETICAL}
        if published is None or ahead or self._is_aside(trigger):
            return None
        if self.is_lead and event.status is Status.ACTUAL:
            return When(published, published, "day", LEAD_BASIS)
        if perfect or self.carried.day is None:
            return None
        if token.tag in PRESENT and not event.rule.startswith(SPOKEN):
            return None
        day = self.carried.day
        if any(e.is_vague for e in self.found) or not self._goes_on(day, event):
            return None
        return When(day, day, "day", NARRATIVE_BASIS)

    def _is_aside(self, trigger: int) -> bool:
        """Tell whether an act is told beside the occasion, in a relative clause or a phrase."""
        token = self.parse.tokens[trigger]
        if token.pos == "NOUN":
            return token.dep == "pobj"
        return token.dep == "relcl" or (token.dep == "acl" and token.tag == "VBN")

    def _goes_on(self, day: date, event: Event) -> bool:
        """Tell whether an act belongs to the occasion carried: today's, or its actor's."""
        same_actor = bool(self.carried.actors & set(event.actor))
        same_paragraph = self.carried.paragraph == self.parse.sentence.paragraph
        return day == self.document.published or same_actor or same_paragraph

    def _main_verb(self, trigger: int) -> int:
        for index in (trigger, *self.parse.ancestors(trigger)):
            token = self.parse.tokens[index]
            if token.tag in {"VBD", "VBZ", "VBP"} or self.parse.child(index, "aux") is not None:
                return index
        return trigger
