"""Subjects and objects of a verb, also where they stand elsewhere.

Handled: active, passive, coordination with shared arguments, relative clauses, participles,
control and raising, gerunds after a preposition. Not handled: gapping, right-node raising.
"""

from standoff.model import Parse

SUBJECTS = ("nsubj", "csubj", "expl")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
CLAUSES_OF_A_VERB = frozenset({"xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "acomp"})
OBJECT_CONTROL = frozenset({"of", "from", "into", "for"})
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "offer", "agree", "pledge", "swear"})


def is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is passive: by its auxiliary, or a past participle after a noun.

    To "be opposed to" something is to oppose it.
    """
    if parse.tokens[verb].lemma == "oppose" and _has(parse, verb, "to"):
        return _has(parse, verb, "by")
    if parse.child(verb, "auxpass", *PASSIVE_SUBJECTS) is not None:
        return True
    token = parse.tokens[verb]
    if token.dep == "conj" and token.tag == "VBN":
        own = parse.child(verb, "aux", *SUBJECTS)
        return own is None and is_passive(parse, token.head)
    return token.tag == "VBN" and token.dep in {"acl", "advcl"} and not _aux_have(parse, verb)


def _has(parse: Parse, verb: int, preposition: str) -> bool:
    phrases = parse.childs(verb, "prep", "agent")
    return any(parse.tokens[c].lemma.lower() == preposition for c in phrases)


def _aux_have(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[c].lemma == "have" for c in parse.childs(verb, "aux"))


def logical_subject(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return who acts: the surface subject of an active verb, the by-agent of a passive."""
    if is_passive(parse, verb):
        return _agent(parse, verb)
    return surface_subject(parse, verb)


def logical_object(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return what is acted on: the object of an active verb, the subject of a passive."""
    if is_passive(parse, verb):
        retained = parse.child(verb, "dobj", "oprd")
        subject = surface_subject(parse, verb)
        return (*subject, *(parse.conjuncts(retained) if retained is not None else ()))
    own = parse.child(verb, "dobj")
    if own is not None:
        return _through_relative(parse, own)
    return _relative_gap(parse, verb) or _shared_object(parse, verb)


def _agent(parse: Parse, verb: int) -> tuple[int, ...]:
    for child in parse.childs(verb, "agent", "prep"):
        if parse.tokens[child].lemma == "by":
            noun = parse.child(child, "pobj")
            if noun is not None and parse.tokens[noun].tag != "VBG":
                return parse.conjuncts(noun)
    return ()


def surface_subject(parse: Parse, verb: int, depth: int = 0) -> tuple[int, ...]:
    """Return the grammatical subject with its conjuncts, from elsewhere where it is shared."""
    own = _own_subject(parse, verb)
    if own is not None:
        return _through_relative(parse, own)
    if depth > 6:
        return ()
    return _inherited(parse, verb, depth)


def _own_subject(parse: Parse, verb: int) -> int | None:
    """Return a verb's own subject, an editor's bracket passed over ("[Russia] has shown")."""
    for deps in (PASSIVE_SUBJECTS, SUBJECTS):
        for child in parse.childs(verb, *deps):
            if parse.tokens[child].text not in {"[", "("}:
                return child
    return None


def _inherited(parse: Parse, verb: int, depth: int) -> tuple[int, ...]:
    token = parse.tokens[verb]
    head = token.head
    if head == verb:
        return ()
    if token.dep == "conj":
        return surface_subject(parse, head, depth + 1)
    if token.dep in {"acl", "relcl"}:
        return _of_noun_clause(parse, verb, depth)
    if token.dep in CLAUSES_OF_A_VERB:
        return _controller(parse, verb, depth)
    return ()


def _of_noun_clause(parse: Parse, verb: int, depth: int) -> tuple[int, ...]:
    token = parse.tokens[verb]
    noun = token.head
    infinitive = any(parse.tokens[c].tag == "TO" for c in parse.childs(verb, "aux"))
    if not infinitive:
        return parse.conjuncts(noun) if parse.tokens[noun].pos != "VERB" else ()
    owner = parse.child(noun, "poss")
    if owner is not None:
        return (owner,)
    above = parse.tokens[noun].head
    if above != noun and parse.tokens[noun].dep in {"dobj", "pobj", "attr", "nsubj"}:
        above = above if parse.tokens[above].pos != "ADP" else parse.tokens[above].head
        return surface_subject(parse, above, depth + 1)
    return ()


def _controller(parse: Parse, verb: int, depth: int) -> tuple[int, ...]:
    token = parse.tokens[verb]
    head = token.head
    governor = parse.tokens[head]
    if governor.pos in {"ADP", "SCONJ"} and governor.head != head:
        return _controller_of_gerund(parse, head, depth)
    if governor.pos not in {"VERB", "AUX", "ADJ"}:
        return ()
    if token.dep == "xcomp" and governor.lemma not in SUBJECT_CONTROL:
        theirs = parse.child(head, "dobj") if not is_passive(parse, head) else None
        if theirs is not None:
            return _through_relative(parse, theirs)
    return surface_subject(parse, head, depth + 1)


def _controller_of_gerund(parse: Parse, preposition: int, depth: int) -> tuple[int, ...]:
    governor = parse.tokens[preposition].head
    token = parse.tokens[governor]
    if token.pos in {"NOUN", "PROPN"}:
        owner = parse.child(governor, "poss")
        if owner is not None:
            return (owner,)
        return surface_subject(parse, token.head, depth + 1) if token.head != governor else ()
    if token.pos not in {"VERB", "AUX", "ADJ"}:
        return ()
    objects = parse.child(governor, "dobj")
    controls = parse.tokens[preposition].lemma.lower() in OBJECT_CONTROL
    if controls and objects is not None and objects < preposition:
        return _through_relative(parse, objects)
    return surface_subject(parse, governor, depth + 1)


def _through_relative(parse: Parse, noun: int) -> tuple[int, ...]:
    token = parse.tokens[noun]
    if token.tag in RELATIVES:
        clause = next(
            (a for a in parse.ancestors(noun) if parse.tokens[a].dep == "relcl"), None
        )
        if clause is not None:
            return parse.conjuncts(parse.tokens[clause].head)
    return parse.conjuncts(noun)


def _relative_gap(parse: Parse, verb: int) -> tuple[int, ...]:
    token = parse.tokens[verb]
    if token.dep != "relcl" or parse.child(verb, *SUBJECTS) is None:
        return ()
    relatives = [c for c in parse.children[verb] if parse.tokens[c].tag in RELATIVES]
    subject = parse.child(verb, *SUBJECTS)
    if subject in relatives or parse.child(verb, "ccomp", "xcomp", "prep"):
        return ()
    return parse.conjuncts(token.head)


def _shared_object(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return the object that a later coordinated verb holds for both ("shelled and took X")."""
    if parse.children[verb] and parse.child(verb, "ccomp", "xcomp", "prep", "advcl", "prt"):
        return ()
    later = parse.child(verb, "conj")
    if later is None or parse.tokens[later].pos != "VERB":
        return ()
    if parse.child(later, *SUBJECTS, *PASSIVE_SUBJECTS) is not None:
        return ()
    theirs = parse.child(later, "dobj")
    return parse.conjuncts(theirs) if theirs is not None else ()
