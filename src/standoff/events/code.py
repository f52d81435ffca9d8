"""Events of a report: the acts told and the acts spoken, each once."""

from bisect import bisect_right
from hashlib import sha256

from standoff.events.act import Act, Scene
from standoff.events.implied import imply_actors, imply_recipients
from standoff.events.partners import Codes, backers, partners
from standoff.events.spoken import spoken_acts
from standoff.events.told import content_predicates, told_acts
from standoff.events.voiced import voiced_acts
from standoff.knowledge.lexicon import Lexicon
from standoff.knowledge.speech_acts import SpeechActs
from standoff.model import Document, Event, Mentions, Parse, Quote, Span


def code_events(
    document: Document,
    parses: tuple[Parse, ...],
    mentions: Mentions,
    quotes: tuple[Quote, ...],
    lexicon: Lexicon,
    speech: SpeechActs,
) -> tuple[Event, ...]:
    """Return the events of a report in text order; when and where are not told yet."""
    events: list[Event] = []
    joined: list[tuple[Codes, Codes]] = []
    backing: set[int] = set()
    near = _near(parses, quotes)
    for number, parse in enumerate(parses):
        scene = Scene(document, parse, mentions, quotes, near[number], lexicon, speech)
        events.extend(_event(act, scene) for act in _acts(scene))
        joined.extend(partners(scene))
        backing.update(backers(scene))
    in_order = tuple(sorted(events, key=_place))
    sides = Mentions(m for m in mentions if m.head.start not in backing)
    return imply_recipients(imply_actors(in_order), sides, quotes, tuple(joined))


def _near(parses: tuple[Parse, ...], quotes: tuple[Quote, ...]) -> list[tuple[int, ...]]:
    """Return for each sentence the quotes that have words or their cue in it."""
    starts = [parse.sentence.span.start for parse in parses]
    found: list[dict[int, None]] = [{} for _ in parses]
    for number, quote in enumerate(quotes):
        for span in (*quote.parts, *((quote.cue,) if quote.cue else ())):
            first = max(0, bisect_right(starts, span.start) - 1)
            last = bisect_right(starts, span.end - 1)
            for place in range(first, last):
                found[place][number] = None
    return [tuple(numbers) for numbers in found]


def _place(event: Event) -> tuple[Span, Span, str, Codes]:
    return event.trigger, event.content or event.trigger, event.type, event.actor


def _acts(scene: Scene) -> list[Act]:
    told = told_acts(scene)
    spoken = [act for act in spoken_acts(scene) if act.frame.predicate not in told.swallowed]
    spoken_at = {i for act in spoken for i in (*_predicates(act), *_said(act, scene))}
    kept = [
        act
        for act in told.acts
        if act.frame.predicate not in spoken_at and not _only_reports(act, scene)
    ]
    read = {act.frame.predicate for act in (*kept, *spoken)}
    voiced = [
        act
        for act in voiced_acts(scene)
        if act.frame.predicate not in read | told.swallowed and not _holds_any(act, spoken)
    ]
    called_for = {i for act in voiced if act.type in CALLED_FOR for i in _said(act, scene)}
    return _distinct(
        [*(act for act in kept if act.frame.predicate not in called_for), *spoken, *voiced]
    )


CALLED_FOR = frozenset({"REQUEST", "THREATEN"})


def _holds_any(act: Act, spoken: list[Act]) -> bool:
    """Tell whether an act's content is read as acts of its own already."""
    content = act.content
    return content is not None and any(
        content.start <= other.trigger.start < content.end for other in spoken
    )


def _said(act: Act, scene: Scene) -> set[int]:
    """Return the words for what is demanded, offered or threatened: no events of their own."""
    if act.type == "ACCUSE":
        return set()
    parse, verb = scene.parse, act.frame.predicate
    sisters = {i for c in parse.childs(verb, "conj") for i in parse.subtree(c)}
    return content_predicates(scene, verb) - sisters


def _only_reports(act: Act, scene: Scene) -> bool:
    """Tell whether an act's verb only brings in a quotation ("he issued a warning: …")."""
    bare = act.content is None and not act.recipient.codes
    near = (scene.quotes[number] for number in scene.near)
    cues = (quote.cue for quote in near if quote.cue is not None)
    return bare and any(c.start <= act.trigger.start < c.end for c in cues)


def _predicates(act: Act) -> tuple[int, ...]:
    """Return the words an act's predicate is made of: its verb and what follows a copula."""
    complements = act.frame.parse.childs(act.frame.predicate, "acomp", "attr", "oprd")
    return (act.frame.predicate, *complements)


def _distinct(acts: list[Act]) -> list[Act]:
    """Drop an act that another of its type, actor and words tells already."""
    kept: dict[tuple[object, ...], Act] = {}
    for act in acts:
        kept.setdefault((act.type, act.actor.codes, act.trigger, act.content), act)
    return list(kept.values())


def _event(act: Act, scene: Scene) -> Event:
    entry = act.entry
    return Event(
        id=_id(act, scene),
        sentence=scene.parse.sentence.span,
        trigger=act.trigger,
        type=act.type,
        mode=entry.mode if entry else None,
        context=entry.context if entry else (),
        cameo=entry.cameo if entry else None,
        actor=act.actor.codes,
        actor_span=act.actor.span,
        recipient=act.recipient.codes,
        recipient_span=act.recipient.span,
        status=act.status,
        attributed_to=act.attributed_to,
        condition=act.condition,
        content=act.content,
        when=None,
        where=None,
        rule=act.rule,
        entry=entry.id if entry else None,
        frame=act.frame.describe(),
        quote=act.quote,
        evidence=(scene.parse.sentence.span,),
        reciprocal=act.mutual,
    )


def _id(act: Act, scene: Scene) -> str:
    """Return an id made of the report, the words and what they state: the same on every run.

    `_distinct` has left one act of each. The rule is no part of it, nor what is read around
    the act (recipient, status, time): a judgement survives when these are read better.
    """
    parts = (scene.document.id, act.trigger, act.type, act.actor.codes, act.content)
    return "e" + sha256(repr(parts).encode()).hexdigest()[:12]
