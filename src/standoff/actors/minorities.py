"""Ethnic groups, who act in the country they live in, not in the one they are called after."""

from standoff.actors.anchors import Anchor
from standoff.actors.scene import Scene

ETHNIC = "ethnic"


def is_ethnic(scene: Scene, anchor: Anchor) -> bool:
    """Tell whether a name is that of an ethnic group ("ethnic Albanians")."""
    before = scene.parse.tokens[anchor.first - 1].text.lower() if anchor.first else ""
    return before == ETHNIC


def home_of_minority(scene: Scene, anchor: Anchor) -> str | None:
    """Return the country they live in: that named behind, or the one the report is about."""
    own = anchor.entity.country
    for child in scene.parse.childs(anchor.head, "prep", "relcl", "acl"):
        for index in scene.parse.subtree(child):
            found = scene.by_token.get(index)
            if found and found.entity.country not in {None, own}:
                return found.entity.country
    others = [pair for pair in scene.report.reading.states.most_common(3) if pair[0] != own]
    if not others or (len(others) > 1 and others[0][1] == others[1][1]):
        return None
    return others[0][0]
