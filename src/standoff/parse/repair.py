"""Attachments that the parser gets wrong again and again, set right on our own tokens.

Not handled: a perfect beside one inside its complement ("said it had left and moved").
"""

from dataclasses import replace

from standoff.model import Parse, Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
GERUNDS = frozenset({"pcomp", "xcomp", "advcl", "acl"})
COMPLEMENTS = frozenset({"ccomp", "xcomp"})


def repaired(sentence: Sentence, tokens: tuple[Token, ...]) -> Parse:
    """Return the parse of a sentence with its wrong attachments mended."""
    parse = Parse.of(sentence, tokens)
    for repair in (_subject_of_auxiliary, _listed_names, _finite_beside_infinitive):
        heads = repair(parse)
        if heads:
            parse = Parse.of(sentence, tuple(heads.get(t.index, t) for t in parse.tokens))
    return parse


def _subject_of_auxiliary(parse: Parse) -> dict[int, Token]:
    """Hang a subject on the verb, not on its auxiliary ("the chief had on Monday called")."""
    return {
        t.index: replace(t, head=parse.tokens[t.head].head)
        for t in parse.tokens
        if t.dep in SUBJECTS and parse.tokens[t.head].dep in AUXILIARIES
    }


def _listed_names(parse: Parse) -> dict[int, Token]:
    """Read the second of a list of names as one of them ("Egypt, Sudan and Chad"), no title."""
    return {
        t.index: replace(t, dep="conj")
        for t in parse.tokens
        if t.dep == "appos"
        and t.pos == parse.tokens[t.head].pos == "PROPN"
        and parse.child(t.index, "cc", "conj") is not None
    }


def _finite_beside_infinitive(parse: Parse) -> dict[int, Token]:
    """Hang a finite verb on a finite one ("agreed to leave and urged X": agreed and urged)."""
    moved: dict[int, Token] = {}
    for token in parse.tokens:
        if token.dep != "conj" or token.tag not in FINITE:
            continue
        if parse.child(token.index, *SUBJECTS) is not None or not _is_non_finite(parse, token):
            continue
        above = _finite_above(parse, token)
        if above is None:
            continue
        moved[token.index] = replace(token, head=above)
        linking = [c for c in parse.childs(token.head, "cc") if token.head < c < token.index]
        for child in linking[-1:]:
            moved[child] = replace(parse.tokens[child], head=above)
    return moved


def _is_non_finite(parse: Parse, conjunct: Token) -> bool:
    """Tell whether a conjunct's head is an infinitive or gerund, which it cannot be beside."""
    head = parse.tokens[conjunct.head]
    helping = [parse.tokens[c] for c in parse.childs(head.index, *AUXILIARIES)]
    if head.tag == "VB":
        marked = any(t.tag in {"TO", "MD"} for t in helping)
        return marked or (not helping and head.dep in COMPLEMENTS)
    return head.tag == "VBG" and head.dep in GERUNDS and not helping


def _finite_above(parse: Parse, token: Token) -> int | None:
    """Return the nearest finite verb that governs a token's head from before it."""
    for index in parse.ancestors(token.head):
        above = parse.tokens[index]
        perfect = any(parse.tokens[c].lemma == "have" for c in parse.childs(index, "aux"))
        finite = above.tag in FINITE or (above.tag == "VBN" and perfect)
        if above.pos in {"VERB", "AUX"} and index < token.index and finite:
            return index
    return None
