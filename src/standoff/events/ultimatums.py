"""Ultimatums: "do A or face B" asks for A and threatens B, with A as its condition."""

from dataclasses import replace

from standoff.events.act import Act
from standoff.model import Parse

ULTIMATUM = "ultimatum"


def with_threat(acts: list[Act], contents: tuple[int, ...]) -> list[Act]:
    """Return the acts of a demand, what follows "or" read as the threat it is."""
    if acts[0].type != "REQUEST" and not _is_ultimatum(acts[0]):
        return acts
    demands = [replace(act, type="REQUEST") for act in acts]
    if len(acts) < 2 or not _has_or(acts[0].frame.parse, contents):
        return demands
    condition = demands[0].content
    threat = replace(acts[-1], type="THREATEN", condition=condition, rule=ULTIMATUM, entry=None)
    return [*demands[:-1], threat]


def _is_ultimatum(act: Act) -> bool:
    if act.entry is None or act.content is None:
        return False
    parse = act.frame.parse
    is_clause = any(parse.tokens[i].pos in {"VERB", "AUX"} for i in act.frame.slot("xcomp"))
    return is_clause and any(ULTIMATUM in r.lemmas for r in act.entry.restrictions)


def _has_or(parse: Parse, contents: tuple[int, ...]) -> bool:
    linking = (parse.tokens[c].lemma.lower() for h in contents for c in parse.childs(h, "cc"))
    return "or" in linking
