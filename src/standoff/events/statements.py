"""Which clauses of a quotation its speaker states: not those embedded in others.

What only brings in a statement is looked through: "I think that", "there is no doubt that".
"""

from collections.abc import Iterator

from standoff.events.act import Scene
from standoff.events.frames import Frame
from standoff.events.modality import is_negated
from standoff.model import Parse, Quote

CLAUSAL = frozenset({"VERB", "AUX"})
OWN = frozenset({"i", "we", "it", "there"})


def clause_heads(scene: Scene, quote: Quote) -> Iterator[int]:
    """Yield the main predicates of the words said, not those embedded in others."""
    parse = scene.parse
    for token in parse.tokens:
        if token.pos not in CLAUSAL or token.dep in {"aux", "auxpass"}:
            continue
        if quote.covers(token.start) and _is_top(scene, token.index, quote):
            yield token.index


def _is_top(scene: Scene, index: int, quote: Quote) -> bool:
    parse = scene.parse
    token = parse.tokens[index]
    head = parse.tokens[token.head]
    if token.head == index or not quote.covers(head.start):
        return token.dep not in {"acl", "relcl"}
    if token.dep in {"conj", "parataxis"} or (token.dep == "ccomp" and head.pos not in CLAUSAL):
        return head.pos in CLAUSAL and _is_top(scene, head.index, quote)
    if token.dep == "ccomp" and _opens(scene, index, head.index, quote):
        return True
    likened = any(parse.tokens[c].text.lower() == "like" for c in parse.childs(index, "mark"))
    embedded = token.dep in {"ccomp", "acl"} or (token.dep == "advcl" and likened)
    return embedded and _is_thought(scene, head.index, quote)


def _opens(scene: Scene, index: int, head: int, quote: Quote) -> bool:
    """Tell whether a clause is a sentence of its own that the parser hung on a later one."""
    unmarked = scene.parse.child(index, "mark") is None
    return index < head and unmarked and _is_top(scene, head, quote)


def _is_thought(scene: Scene, head: int, quote: Quote) -> bool:
    """Tell whether a word only brings in what is held ("I think that", "no doubt that")."""
    parse, speech = scene.parse, scene.speech
    lemma = parse.tokens[head].lemma.lower()
    verb = head if parse.tokens[head].pos in CLAUSAL else parse.tokens[head].head
    held = lemma if verb != head else _complement_lemma(parse, verb)
    if not speech.has("transparent_verbs", lemma) and not speech.has("transparent_words", held):
        return False
    doubted = held in {"doubt", "question"}
    if is_negated(Frame(parse, head, "noun" if doubted else "verb")) is not doubted:
        return False
    subject = Frame(parse, verb, "verb").slot("subj")
    own = all(parse.tokens[i].text.lower() in OWN or _speaks(scene, i, quote) for i in subject)
    return own and parse.tokens[verb].pos in CLAUSAL and _is_top(scene, verb, quote)


def _speaks(scene: Scene, index: int, quote: Quote) -> bool:
    mention = scene.mention(index)
    return mention is not None and set(mention.actor) == set(quote.speaker_actor)


def _complement_lemma(parse: Parse, verb: int) -> str:
    child = parse.child(verb, "acomp", "attr", "dobj")
    return parse.tokens[child].lemma.lower() if child is not None else ""
