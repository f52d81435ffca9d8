"""Who acts, who is acted on, and who is only mentioned."""

from collections.abc import Iterable
from itertools import chain

from standoff.events.act import NOBODY, Scene, Side
from standoff.events.frames import Frame
from standoff.model import MentionKind, Parse, Span

OWNERS = ("poss", "amod", "compound", "nmod")
OWNER_PREPOSITIONS = frozenset({"of", "by", "from"})
INNER = frozenset({"against", "on", "with", "of", "to", "from", "for"})


def side_of(scene: Scene, heads: Iterable[int]) -> Side:
    """Return the codes and words of the actors among some heads, coordinated ones together."""
    found = (scene.mention(i) for head in heads for i in _with_held(scene, head))
    mentions = [m for m in found if m is not None and m.actor]
    if not mentions:
        return NOBODY
    codes = tuple(dict.fromkeys(code for m in mentions for code in m.actor))
    first, last = mentions[0].span, mentions[-1].span
    joined = Span(min(first.start, last.start), max(first.end, last.end))
    return Side(codes, joined)


def _with_held(scene: Scene, head: int) -> tuple[int, ...]:
    """Return a head, and those it counts or holds ("thousands of workers")."""
    parse = scene.parse
    if scene.mention(head) is not None or not _is_container(scene, head):
        return (head,)
    held = [c for c in parse.childs(head, "prep") if parse.tokens[c].lemma.lower() == "of"]
    return (head, *(n for c in held for n in _objects(parse, c)))


def _is_container(scene: Scene, head: int) -> bool:
    token = scene.parse.tokens[head]
    containers = scene.lexicon.classes.get("container", frozenset())
    return token.lemma.lower() in containers or token.pos == "NUM"


def owner_side(scene: Scene, head: int) -> Side:
    """Return whose a thing is: its possessor, its adjective ("Egyptian proposal"), its "of".

    An adjective may stand before another noun ("Syrian government shelling").
    """
    parse = scene.parse
    if _is_no_ones(scene, head):
        return NOBODY
    owned = (side_of(scene, parse.childs(head, dep)) for dep in OWNERS)
    inner = (owner_side(scene, i) for i in parse.childs(head, "compound", "nmod"))
    behind = (
        side_of(scene, _objects(parse, child))
        for child in parse.childs(head, "prep", "agent")
        if parse.tokens[child].lemma.lower() in OWNER_PREPOSITIONS
    )
    return next((side for side in chain(owned, inner, behind) if side.codes), NOBODY)


def _is_no_ones(scene: Scene, head: int) -> bool:
    """Tell whether the owner of a thing is not who acts ("the Thai border", "our rivals")."""
    lemma = scene.parse.tokens[head].lemma.lower()
    classes = scene.lexicon.classes
    return any(lemma in classes.get(name, frozenset()) for name in ("boundary", "others"))


def actor_side(frame: Frame, scene: Scene, slots: Iterable[str]) -> Side:
    """Return who does it: the first slot that names an actor, else the owner of what acts."""
    names = tuple(slots)
    for name in names:
        side = side_of(scene, frame.slot(name))
        if side.codes:
            return side
    for name in names:
        for head in (i for h in frame.slot(name) for i in _with_held(scene, h)):
            side = owner_side(scene, head) if name != "mod" else NOBODY
            side = side if side.codes else _seated_side(scene, head)
            if side.codes:
                return side
    return NOBODY


def _seated_side(scene: Scene, head: int) -> Side:
    """Return the state an office sits in ("a court in Guyana")."""
    parse = scene.parse
    offices = scene.lexicon.classes.get("office", frozenset())
    if parse.tokens[head].lemma.lower() not in offices:
        return NOBODY
    inside = [c for c in parse.childs(head, "prep") if parse.tokens[c].lemma.lower() == "in"]
    return side_of(scene, (n for c in inside for n in _objects(parse, c)))


def unnamed_side(frame: Frame, scene: Scene, slots: Iterable[str]) -> Side:
    """Return UNK for a political actor whose country the report leaves open ("rebels")."""
    for name in slots:
        for head in (i for h in frame.slot(name) for i in _with_held(scene, h)):
            mention = scene.mention(head)
            if mention is not None and not mention.actor and mention.sector is not None:
                return Side(_local_codes(frame, scene, mention.sector), mention.span)
    return NOBODY


def _local_codes(frame: Frame, scene: Scene, sector: str) -> tuple[str, ...]:
    """Return whose "police" or "workers" they are by where they act, UNK where none is told."""
    state = state_side(frame, scene).codes if sector in LOCAL else ()
    if len(state) != 1:
        return UNKNOWN
    return (f"{state[0]} {sector}",) if sector == "CIV" else state


def state_side(frame: Frame, scene: Scene) -> Side:
    """Return the state on whose ground a state act is done ("arrested in Niger")."""
    for name in ("in", "from"):
        for head in frame.slot(name):
            mention = scene.mention(head)
            if mention is not None and mention.kind is MentionKind.PLACE and mention.actor:
                return Side(mention.actor, mention.span)
    return NOBODY


def place_side(frame: Frame, scene: Scene, actor: Side) -> Side:
    """Return the country whose place a deed strikes ("fired at targets in Jericho")."""
    parse = scene.parse
    struck = [h for name in ("obj", "at", "on", "into") for h in frame.slot(name)]
    inside = (c for h in (*struck, frame.predicate) for c in parse.childs(h, "prep"))
    nouns = (
        n for c in inside if parse.tokens[c].lemma.lower() == "in" for n in _objects(parse, c)
    )
    side = side_of(scene, nouns)
    return side if set(side.codes) != set(actor.codes) else NOBODY


def protest_side(frame: Frame, scene: Scene, actor: Side) -> Side:
    """Return whose doing a protest is against ("to protest Oman's ban", "in protest at it").

    One abroad that names nothing is against the state where it is held.
    """
    parse = frame.parse
    purposes = [Frame(parse, i, "verb") for i in frame.slot("xcomp")]
    protests = [i for i in frame.slot("in") if frame.lemma_of(i) == "protest"]
    decried = [h for inner in purposes for n in DECRIED for h in inner.slot(n)]
    decried += [
        n
        for noun in protests
        for c in parse.childs(noun, "prep")
        if parse.tokens[c].lemma.lower() in DECRIED
        for n in _objects(parse, c)
    ]
    for head in decried:
        side = side_of(scene, (head,))
        side = side if side.codes else owner_side(scene, head)
        if side.codes and set(side.codes) != set(actor.codes):
            return side
    state = state_side(frame, scene)
    home = {code.split()[0] for code in actor.codes}
    return state if actor.codes != UNKNOWN and home.isdisjoint(state.codes) else NOBODY


def answered_side(frame: Frame, scene: Scene, actor: Side) -> Side:
    """Return whose act an apposition answers ("X raised the tariff, a move Y decried")."""
    parse = frame.parse
    answered = scene.lexicon.classes.get("answered", frozenset())
    if frame.token.dep != "relcl" or frame.lemma_of(frame.token.head) not in answered:
        return NOBODY
    for index in parse.ancestors(frame.token.head):
        if parse.tokens[index].pos in VERBAL:
            side = side_of(scene, Frame(parse, index, "verb").slot("subj"))
            if side.codes and set(side.codes) != set(actor.codes):
                return side
    return NOBODY


DECRIED = ("obj", "against", "at", "over", "of")
UNKNOWN = ("UNK",)
LOCAL = frozenset({"CIV", "COP", "GOV", "JUD", "LEG"})


def recipient_side(
    frame: Frame, scene: Scene, slots: Iterable[str], contents: tuple[int, ...], actor: Side
) -> Side:
    """Return to whom it is done; never the actor itself."""
    for name in (*slots, *_DEFAULTS):
        for side in _sides_in(frame, scene, name):
            if side.codes and set(side.codes) != set(actor.codes):
                return side
    for head in contents:
        side = _subject_side(scene, head)
        if side.codes and set(side.codes) != set(actor.codes):
            return side
    return NOBODY


_DEFAULTS = ("obj.poss", "obj.mod")


def _sides_in(frame: Frame, scene: Scene, name: str) -> tuple[Side, ...]:
    heads = frame.slot(name)
    direct = side_of(scene, heads)
    if direct.codes:
        return (direct,)
    return tuple(_within(scene, head) for head in heads)


def _within(scene: Scene, head: int) -> Side:
    """Return the actor inside a phrase that is none itself ("talks with Russia")."""
    owner = owner_side(scene, head)
    if owner.codes:
        return owner
    parse = scene.parse
    for child in parse.childs(head, "prep"):
        if parse.tokens[child].lemma.lower() in INNER:
            side = side_of(scene, _objects(parse, child))
            if side.codes:
                return side
            for noun in _objects(parse, child):
                side = owner_side(scene, noun)
                if side.codes and not _is_pronoun(scene, side):
                    return side
    return NOBODY


def _is_pronoun(scene: Scene, side: Side) -> bool:
    """Tell whether a side is only named by a pronoun ("his daughter")."""
    mention = scene.mentions.at(side.span.start) if side.span else None
    return mention is not None and mention.kind is MentionKind.PRONOUN


def _subject_side(scene: Scene, head: int) -> Side:
    frame = Frame(scene.parse, head, "verb")
    return (
        side_of(scene, frame.slot("subj")) if scene.parse.tokens[head].pos in VERBAL else NOBODY
    )


VERBAL = frozenset({"VERB", "AUX"})


def _objects(parse: Parse, preposition: int) -> tuple[int, ...]:
    nouns = parse.childs(preposition, "pobj")
    return tuple(c for n in nouns for c in parse.conjuncts(n))
