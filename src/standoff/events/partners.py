"""Who negotiates with whom, as a report says by the way ("an agreement with six powers").

Not handled: partners named in another sentence than the talks.
"""

from collections.abc import Iterator

from standoff.events.act import Scene
from standoff.events.direction import owner_side, side_of
from standoff.events.frames import Frame
from standoff.model import MentionKind

Codes = tuple[str, ...]


def partners(scene: Scene) -> Iterator[tuple[Codes, Codes]]:
    """Yield each pair of sides that talks or an agreement join in a sentence."""
    classes = scene.lexicon.classes
    joining = classes.get("talks", frozenset()) | classes.get("agreement", frozenset())
    for token in scene.parse.tokens:
        if token.pos != "NOUN" or token.lemma.lower() not in joining:
            continue
        frame = Frame(scene.parse, token.index, "noun")
        theirs = side_of(scene, frame.slot("with")).codes
        ours = owner_side(scene, token.index).codes or _acting(scene, token.index)
        if theirs and ours and not set(ours) & set(theirs):
            yield ours, theirs


def backers(scene: Scene) -> Iterator[int]:
    """Yield where those begin who only back a side ("rebels backed by Chad")."""
    parse = scene.parse
    for token in parse.tokens:
        if is_backed(scene, token.index):
            for noun in Frame(parse, token.index, "verb").slot("subj"):
                yield from (parse.tokens[i].start for i in parse.subtree(noun))


def is_backed(scene: Scene, index: int) -> bool:
    """Tell whether a verb only describes a noun by who backs it ("rebels backed by Chad")."""
    token = scene.parse.tokens[index]
    backing = scene.lexicon.classes.get("backing_verb", frozenset())
    return token.dep == "acl" and token.tag == "VBN" and token.lemma.lower() in backing


def _acting(scene: Scene, index: int) -> Codes:
    """Return the first actor that a sentence is about before its talks are named."""
    before = scene.parse.tokens[index].start
    for mention in scene.mentions.within(scene.parse.sentence.span):
        if mention.head.start < before and mention.actor and mention.kind not in ASIDE:
            return mention.actor
    return ()


ASIDE = frozenset({MentionKind.PLACE, MentionKind.MODIFIER})
