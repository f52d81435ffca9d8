"""Ultimatums: "do A or face B" asks for A and threatens B, with A as its condition."""

from dataclasses import replace

from standoff.events.act import Act
from standoff.events.spans import phrase_span
from standoff.model import Parse, Span

ULTIMATUM = "ultimatum"


def with_threat(acts: list[Act], contents: tuple[int, ...]) -> list[Act]:
    """Return the acts of a demand, what follows "or" read as the threat it is."""
    if acts[0].type != "REQUEST" and not _is_ultimatum(acts[0]):
        return acts
    parse = acts[0].frame.parse
    demands = [replace(act, type="REQUEST") for act in acts]
    astray = _astray(parse, contents[0])
    if astray is not None:
        trimmed = replace(
            demands[0], content=phrase_span(parse, contents[0], frozenset({astray}))
        )
        return [trimmed, *demands[1:], _threat(trimmed, phrase_span(parse, astray))]
    if len(acts) < 2 or not _has_or(parse, contents):
        return demands
    return [*demands[:-1], _threat(demands[0], demands[-1].content)]


def _threat(demand: Act, content: Span | None) -> Act:
    return replace(
        demand,
        type="THREATEN",
        content=content,
        condition=demand.content,
        rule=ULTIMATUM,
        entry=None,
    )


def _astray(parse: Parse, clause: int) -> int | None:
    """Return the verb after "or" that the parser hung on a noun ("open it or face a ban")."""
    for index in parse.subtree(clause):
        token = parse.tokens[index]
        noun = parse.tokens[token.head]
        if token.dep == "conj" and token.tag == "VB" and noun.pos in {"NOUN", "PROPN"}:
            return index if _has_or(parse, (noun.index,)) else None
    return None


def _is_ultimatum(act: Act) -> bool:
    if act.entry is None or act.content is None:
        return False
    parse = act.frame.parse
    is_clause = any(parse.tokens[i].pos in {"VERB", "AUX"} for i in act.frame.slot("xcomp"))
    return is_clause and any(ULTIMATUM in r.lemmas for r in act.entry.restrictions)


def _has_or(parse: Parse, contents: tuple[int, ...]) -> bool:
    linking = (parse.tokens[c].lemma.lower() for h in contents for c in parse.childs(h, "cc"))
    return "or" in linking
