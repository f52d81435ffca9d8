"""The lexicon against the ontology: every type, mode, context and CAMEO code must be known."""

from collections.abc import Iterator
from pathlib import Path

from standoff.knowledge.faults import Faults
from standoff.knowledge.lexicon import Entry, Lexicon, entry_places
from standoff.knowledge.ontology import Ontology


def check_crosswalk(lexicon: Lexicon, ontology: Ontology, folder: Path, faults: Faults) -> None:
    """Add a fault, at the entry's line in ``folder``, for all an entry says that is unknown."""
    wrong = [(id_, why) for id_, e in lexicon.by_id.items() for why in _unknown(e, ontology)]
    if not wrong:  # lines cost a second reading
        return
    places = entry_places(folder)
    for id_, why in wrong:
        faults.add(*places[id_], why)


def _unknown(entry: Entry, ontology: Ontology) -> Iterator[str]:
    kind = ontology.types.get(entry.type)
    if kind is None:
        yield f"'type: {entry.type}' is not in plover.yaml"
    elif entry.mode is not None and entry.mode not in kind.modes:
        yield f"'mode: {entry.mode}' is not a mode of {entry.type} in plover.yaml"
    for context in entry.context:
        if context not in ontology.contexts:
            yield f"'context: {context}' is not in plover.yaml"
    if entry.cameo is not None and entry.cameo not in ontology.cameo:
        yield f"'cameo: {entry.cameo}' is not in cameo.yaml"
