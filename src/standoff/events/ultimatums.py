"""Ultimatums: "do A or face B" asks for A and threatens B, with A as its condition."""

from dataclasses import replace

from standoff.events.act import Act
from standoff.model import Parse


def with_threat(acts: list[Act], contents: tuple[int, ...]) -> list[Act]:
    """Return the acts of a demand, what follows "or" read as the threat it is."""
    if len(acts) < 2 or acts[0].type != "REQUEST" or not _has_or(acts[0].frame.parse, contents):
        return acts
    demand, threat = acts[0], acts[-1]
    return [
        *acts[:-1],
        replace(
            threat, type="THREATEN", condition=demand.content, rule="ultimatum", entry=None
        ),
    ]


def _has_or(parse: Parse, contents: tuple[int, ...]) -> bool:
    return any(
        parse.tokens[c].lemma.lower() == "or" for h in contents for c in parse.childs(h, "cc")
    )
