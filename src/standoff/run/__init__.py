"""The outside world: feeds documents, maps the coder over an engine, keeps the results."""

from collections.abc import Callable, Iterator

from standoff.model import Document
from standoff.run import local, ray
from standoff.run.coding import Outcome, Recipe

Engine = Callable[[Recipe, Iterator[Document], int], Iterator[Outcome]]

ENGINES: dict[str, Engine] = {"local": local.map_documents, "ray": ray.map_documents}

__all__ = ["ENGINES", "Engine", "Outcome", "Recipe"]
