"""Modals and negation of a clause."""

from standoff.events.frames import Frame
from standoff.model import Parse

NEGATIVES = frozenset(
    {"no", "neither", "nor", "never", "not", "n't", "nobody", "none", "hardly"}
)


def modal(parse: Parse, verb: int) -> str | None:
    """Return the modal auxiliary of a verb, shared ones included ("will go and talk")."""
    for child in parse.childs(verb, "aux"):
        token = parse.tokens[child]
        if token.tag == "MD":
            return token.text.lower().replace("’", "'")
    token = parse.tokens[verb]
    if token.dep == "conj" and token.tag == "VB" and token.head != verb:
        return modal(parse, token.head)
    return None


def is_bare(frame: Frame) -> bool:
    """Tell whether a clause has a verb without ending after a name in the singular."""
    parse, verb = frame.parse, frame.predicate
    helping = [parse.tokens[c] for c in parse.childs(verb, "aux", "auxpass")]
    if any(t.text.lower() == "be" and t.tag == "VB" for t in helping):
        return len(helping) == 1
    subject = parse.child(verb, "nsubj", "nsubjpass")
    bare = parse.tokens[verb].tag in {"VB", "VBP"} and not helping
    return bare and subject is not None and parse.tokens[subject].tag == "NNP"


def is_going_to(parse: Parse, verb: int) -> bool:
    """Tell whether a verb stands under "be going to"."""
    token = parse.tokens[verb]
    head = parse.tokens[token.head]
    return token.dep == "xcomp" and head.text.lower() == "going"


def is_negated(frame: Frame) -> bool:
    """Tell whether a predicate is denied: by an adverb, a determiner or its support verb."""
    parse = frame.parse
    if _denied(parse, frame.predicate):
        return True
    if frame.pos == "noun":
        return any(_denied(parse, v) for v in frame.slot("verb"))
    if frame.pos == "adj":
        head = parse.tokens[frame.predicate].head
        return parse.tokens[head].pos in {"VERB", "AUX"} and _denied(parse, head)
    return any(_denied_noun(parse, i) for i in (*frame.slot("subj"), *frame.slot("obj")))


def _denied(parse: Parse, index: int) -> bool:
    for child in parse.children[index]:
        token = parse.tokens[child]
        if token.dep == "neg" or (token.lemma.lower() in NEGATIVES and token.dep in {
            "det", "advmod", "preconj", "cc",
        }):  # fmt: skip
            return True
    token = parse.tokens[index]
    if token.dep == "conj" and parse.tokens[token.head].pos == token.pos == "VERB":
        return (
            parse.child(index, "aux") is None
            and token.tag == "VB"
            and _denied(parse, token.head)
        )
    return _after_without(parse, index)


def _denied_noun(parse: Parse, index: int) -> bool:
    """Tell whether a noun is none: "no ship", "neither side", "nothing"."""
    if parse.tokens[index].lemma.lower() in {"nothing", "nobody", "none"}:
        return True
    return any(
        parse.tokens[c].lemma.lower() in {"no", "neither"} for c in parse.children[index]
    )


def _after_without(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    head = parse.tokens[token.head]
    return token.dep in {"pcomp", "pobj"} and head.lemma.lower() == "without"
