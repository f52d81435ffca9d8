"""Deeds that are protests where civilians do them: a road blocked, a flag burnt, a hall seized.

The same deed by a state or a group in arms is coercion. Source: PLOVER 2.0, PROTEST, and CAMEO
1.1b3, 144 and 145.
"""

from dataclasses import replace

from standoff.events.act import Act, Scene
from standoff.events.direction import UNKNOWN

AS_PROTEST = {
    "blockade": ("obstruct", "144"),
    "seize": ("obstruct", "144"),
    "destroy": ("riot", "145"),
}
SECTORS = frozenset({"CIV", "OPP"})


def with_protest_read(act: Act, scene: Scene) -> Act:
    """Return a deed of coercion done by civilians as the protest it is."""
    entry = act.entry
    if entry is None or act.type != "COERCE" or not _is_by_civilians(act, scene):
        return act
    mode, cameo = AS_PROTEST.get(entry.mode or "", (None, None))
    if mode is None:
        return act
    read = replace(entry, type="PROTEST", mode=mode, cameo=cameo)
    return replace(act, type="PROTEST", entry=read, rule=f"{act.rule}.civilians")


def _is_by_civilians(act: Act, scene: Scene) -> bool:
    if act.actor.codes == UNKNOWN:
        inside = scene.mentions.within(act.actor.span) if act.actor.span else ()
        return bool(inside) and all(m.sector in SECTORS for m in inside)
    sectors = [code.partition(" ")[2] for code in act.actor.codes]
    return bool(sectors) and SECTORS.issuperset(sectors)
