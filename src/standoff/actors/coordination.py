"""Several actors named together, which "they" and "the quartet" may take up."""

from standoff.actors.entity import Entity, Nature
from standoff.actors.scene import Scene

JOINTLY = {Nature.PERSON: "leader", Nature.STATE: "country", Nature.GROUP: "group"}


def joined(scene: Scene, first: int) -> Entity | None:
    """Return the actors coordinated from a phrase on as one, None where it stands alone."""
    heads = scene.parse.conjuncts(first)
    found = [scene.resolved[h] for h in heads if h in scene.resolved]
    if len(heads) < 2 or len(found) < 2:
        return None
    codes = tuple(dict.fromkeys(code for entity in found for code in entity.actor))
    natures = {entity.nature for entity in found}
    jointly = JOINTLY.get(next(iter(natures))) if len(natures) == 1 else None
    names = [entity.name for entity in found if entity.name]
    return Entity(
        key="&".join(entity.key for entity in found),
        actor=codes,
        name=", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else None,
        nature=Nature.PEOPLE,
        nouns=frozenset({jointly}) if jointly else frozenset(),
        plural=True,
    )
