"""Clause frames: one view of a predicate's arguments for every construction it stands in.

A slot is a name (``subj``, ``obj``, ``xcomp``, ``on`` …) and its value the head tokens that
fill it, coordinated ones included. Not handled: ellipsis ("Moscow did too").
"""

from collections.abc import Callable
from dataclasses import dataclass

from standoff.events.arguments import logical_object, logical_subject, surface_subject
from standoff.model import Parse, Token

NOUNS = frozenset({"NOUN", "PROPN"})
NO_PREDICATES = frozenset({"aux", "auxpass", "amod", "compound"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate in one sentence."""

    parse: Parse
    predicate: int
    pos: str

    @property
    def token(self) -> Token:
        """Return the predicate's token."""
        return self.parse.tokens[self.predicate]

    def slot(self, name: str) -> tuple[int, ...]:
        """Return the head tokens in a slot, none where it is empty."""
        base, _, inner = name.partition(".")
        found = self._base(base)
        if not inner:
            return found
        return tuple(t for head in found for t in _inner(self.parse, head, inner))

    def lemma_of(self, index: int) -> str:
        """Return a token's lemma, lower case."""
        return self.parse.tokens[index].lemma.lower()

    def particle(self) -> tuple[int, str] | None:
        """Return the particle of a phrasal verb."""
        child = self.parse.child(self.predicate, "prt")
        return (child, self.lemma_of(child)) if child is not None else None

    def describe(self) -> str:
        """Return the frame in words: ``urge(subj=Egypt, obj=Israel)``."""
        filled = []
        for name in ("subj", "obj", "iobj", "xcomp", "ccomp", "acomp", "attr"):
            words = " & ".join(self.parse.tokens[i].text for i in self.slot(name))
            if words:
                filled.append(f"{name}={words}")
        for child in self.parse.childs(self.predicate, "prep", "agent"):
            objects = self._of_preposition(child)
            words = " & ".join(self.parse.tokens[i].text for i in objects)
            filled.append(f"{self.lemma_of(child)}={words or '…'}")
        return f"{self.token.lemma}({', '.join(filled)})"

    def _base(self, name: str) -> tuple[int, ...]:
        if name in _SIMPLE:
            return self._labelled(*_SIMPLE[name])
        special = _SPECIAL.get(name)
        return special(self) if special is not None else self._prepositional(name)

    def _object(self) -> tuple[int, ...]:
        return logical_object(self.parse, self.predicate) if self.pos == "verb" else ()

    def _labelled(self, *deps: str) -> tuple[int, ...]:
        children = self.parse.childs(self.predicate, *deps)
        return tuple(c for child in children for c in self.parse.conjuncts(child))

    def _subject(self) -> tuple[int, ...]:
        if self.pos == "verb":
            return logical_subject(self.parse, self.predicate)
        if self.pos == "adj":
            return surface_subject(self.parse, self._copula())
        support = self._support()
        return logical_subject(self.parse, support[0]) if support else ()

    def _copula(self) -> int:
        token = self.token
        if (
            token.dep in {"acomp", "attr", "oprd", "xcomp", "ccomp", "conj"}
            and token.head != token.index
        ):
            return token.head
        return self.predicate

    def _support(self) -> tuple[int, ...]:
        """Return the verb that carries a nominal predicate ("launched airstrikes")."""
        token = self.token
        head = self.parse.tokens[token.head]
        if token.dep == "conj":
            while token.dep == "conj":
                token = self.parse.tokens[token.head]
            head = self.parse.tokens[token.head]
        if token.dep in {"dobj", "nsubjpass", "attr"} and head.pos in {"VERB", "AUX"}:
            return (head.index,)
        if token.dep == "pobj" and head.pos == "ADP":
            verb = self.parse.tokens[head.head]
            if verb.pos == "VERB" and verb.index != head.index:
                return (verb.index,)
        return ()

    def _finite_complement(self) -> tuple[int, ...]:
        found = self._finite_below(self.predicate)
        if not found and self.pos == "verb":
            found = [
                c
                for o in self.parse.childs(self.predicate, "dobj")
                for c in self._finite_below(o)
            ]
        return tuple(c for f in found for c in _clause_conjuncts(self.parse, f))

    def _finite_below(self, index: int) -> list[int]:
        children = self.parse.childs(index, "ccomp", "parataxis", "acl", "relcl")
        return [c for c in children if self._is_finite_complement(c)]

    def _is_finite_complement(self, index: int) -> bool:
        if self._marked(index, "whether"):
            return False
        if self.parse.tokens[index].dep in {"acl", "relcl"}:
            return self._marked(index, "that")
        return not self._is_infinitive(index)

    def _infinitive(self) -> tuple[int, ...]:
        found = [
            c
            for c in self.parse.childs(self.predicate, "xcomp", "ccomp", "advcl", "acl")
            if self._is_infinitive(c)
        ]
        objects = self.parse.childs(self.predicate, "dobj") if self.pos == "verb" else ()
        if not found:
            found = [
                c
                for o in objects
                for c in self.parse.childs(o, "acl", "relcl")
                if self._is_infinitive(c)
            ]
        return tuple(c for f in found for c in _clause_conjuncts(self.parse, f))

    def _gerund(self) -> tuple[int, ...]:
        found = [
            c
            for c in self.parse.childs(self.predicate, "xcomp", "ccomp", "dobj")
            if self.parse.tokens[c].tag == "VBG"
        ]
        return tuple(c for f in found for c in _clause_conjuncts(self.parse, f))

    def _is_infinitive(self, index: int) -> bool:
        return any(self.parse.tokens[c].tag == "TO" for c in self.parse.childs(index, "aux"))

    def _marked(self, index: int, word: str) -> bool:
        return any(self.lemma_of(c) == word for c in self.parse.childs(index, "mark"))

    def _prepositional(self, name: str) -> tuple[int, ...]:
        preposition = "toward" if name == "towards" else name
        for holder in self._holders():
            found = [
                i
                for child in self.parse.childs(holder, "prep", "dative", "agent", "prt")
                if self._is_preposition(child, preposition)
                for i in self._of_preposition(child)
            ]
            if found:
                return tuple(found)
        return ()

    def _is_preposition(self, index: int, name: str) -> bool:
        """Tell whether a token is a preposition, and not part of another ("according to")."""
        above = self.parse.tokens[index].head
        if self.lemma_of(above) in COMPOUNDING and above < index:
            return False
        return self.lemma_of(index).removesuffix("s") == name.removesuffix("s")

    def _holders(self) -> tuple[int, ...]:
        """Return the tokens a preposition of this predicate may hang on, nearest first."""
        if self.pos == "noun":
            return (self.predicate, *self._support())
        if self.pos == "adj":
            return (self.predicate, self._copula())
        objects = logical_object(self.parse, self.predicate)
        inner = self.parse.childs(self.predicate, "dobj", "nsubjpass", "attr", "acomp", "oprd")
        phrases = self.parse.childs(self.predicate, "prep", "agent", "advmod", "prt")
        nouns = tuple(n for p in phrases for n in self.parse.childs(p, "pobj"))
        return (self.predicate, *inner, *objects, *phrases, *nouns)

    def _of_preposition(self, index: int) -> tuple[int, ...]:
        objects = self.parse.childs(index, "pobj", "pcomp", "dobj", "npadvmod")
        found = [c for o in objects for c in self.parse.conjuncts(o)]
        for later in self.parse.childs(index, "conj"):
            found.extend(self._of_preposition(later))
        return tuple(found)


COMPOUNDING = frozenset({"accord", "according", "together", "along"})
"""Words that make another preposition of the one after them."""

_SIMPLE: dict[str, tuple[str, ...]] = {
    "iobj": ("dative",),
    "acomp": ("acomp", "oprd"),
    "attr": ("attr", "oprd"),
    "prt": ("prt",),
    "poss": ("poss",),
    "mod": ("amod", "compound", "nmod"),
    "advcl": ("advcl",),
}


_SPECIAL: dict[str, Callable[[Frame], tuple[int, ...]]] = {
    "subj": Frame._subject,
    "obj": Frame._object,
    "ccomp": Frame._finite_complement,
    "xcomp": Frame._infinitive,
    "ing": Frame._gerund,
    "verb": Frame._support,
}


def _inner(parse: Parse, head: int, name: str) -> tuple[int, ...]:
    if name == "subj":
        return surface_subject(parse, head) or _agent_of_passive(parse, head)
    if name == "obj":
        return logical_object(parse, head) if parse.tokens[head].pos == "VERB" else ()
    if name in _SIMPLE:
        return parse.childs(head, *_SIMPLE[name])
    holders = [c for c in parse.childs(head, "prep") if parse.tokens[c].lemma.lower() == name]
    return tuple(
        n for c in holders for p in parse.childs(c, "pobj") for n in parse.conjuncts(p)
    )


def _agent_of_passive(parse: Parse, head: int) -> tuple[int, ...]:
    return logical_subject(parse, head)


def _clause_conjuncts(parse: Parse, index: int) -> tuple[int, ...]:
    """Return a clause and what is coordinated with it, nouns too ("to leave and limits")."""
    return parse.conjuncts(index)


def frames(parse: Parse) -> tuple[Frame, ...]:
    """Return a frame for every verb, noun and predicative adjective, in text order."""
    found = []
    for token in parse.tokens:
        if token.pos in {"VERB", "AUX"} and token.dep not in NO_PREDICATES:
            found.append(Frame(parse, token.index, "verb"))
        elif token.pos in NOUNS:
            found.append(Frame(parse, token.index, "noun"))
        elif token.pos == "ADJ" and token.dep != "amod":
            found.append(Frame(parse, token.index, "adj"))
    return tuple(found)
