"""The engine of a cluster: the same coder over Ray, on this machine or many.

`RAY_ADDRESS` names a cluster; without it a local one is started and ended with the run. Every
node needs the same Standoff installed. Rows are those of the local engine, in the same order.
"""

import os
import sys
from collections import deque
from collections.abc import Iterator
from typing import Any

from standoff.errors import UsageError
from standoff.model import Document
from standoff.run.coding import Outcome, Recipe, attempt, worker_died

_AHEAD = 2


class Coder:
    """A loaded coder that lives on a node."""

    def __init__(self, recipe: Recipe) -> None:
        self._code = recipe.load()
        self._coder = recipe.coder

    def ready(self) -> bool:
        """Answer once the coder is loaded."""
        return True

    def code(self, document: Document) -> Outcome:
        """Return the outcome of a document."""
        return attempt(self._code, self._coder, document)


def map_documents(
    recipe: Recipe, documents: Iterator[Document], workers: int
) -> Iterator[Outcome]:
    """Yield the outcome of each document, in order."""
    ray = _ray()
    is_ours = not ray.is_initialized()
    if is_ours:
        _start(ray, workers)
    try:
        yield from _outcomes(ray, recipe, documents, workers)
    finally:
        if is_ours:
            ray.shutdown()


def _ray() -> Any:  # noqa: ANN401  a module that may be absent
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing of a run leaves the machine
    try:
        import ray
    except ImportError as error:
        raise UsageError(
            "--engine ray needs Ray: pip install 'standoff[scale]', or leave --engine out"
        ) from error
    return ray


def _start(ray: Any, workers: int) -> None:  # noqa: ANN401
    if "RAY_ADDRESS" in os.environ:
        ray.init(log_to_driver=False)
    else:
        # What this process can import, the coders on this machine can.
        path = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        ray.init(
            num_cpus=workers,
            include_dashboard=False,
            log_to_driver=False,
            runtime_env={"env_vars": path},
        )


def _outcomes(
    ray: Any,  # noqa: ANN401
    recipe: Recipe,
    documents: Iterator[Document],
    workers: int,
) -> Iterator[Outcome]:
    remote = ray.remote(num_cpus=1, max_restarts=-1)(Coder)
    coders: list[Any] = []
    pending: deque[tuple[Document, Any]] = deque()
    for number, document in enumerate(documents):
        coders = coders or _started(ray, [remote.remote(recipe) for _ in range(workers)])
        pending.append((document, coders[number % workers].code.remote(document)))
        if len(pending) >= _AHEAD * workers:
            yield _answer(ray, recipe, *pending.popleft())
    while pending:
        yield _answer(ray, recipe, *pending.popleft())


def _started(ray: Any, coders: list[Any]) -> list[Any]:  # noqa: ANN401
    """Return the coders once all are loaded: one that cannot be is no document's fault."""
    try:
        ray.get([coder.ready.remote() for coder in coders])
    except ray.exceptions.RayError as error:
        raise UsageError(f"a coder could not start on the cluster: {error}") from error
    return coders


def _answer(ray: Any, recipe: Recipe, document: Document, answer: Any) -> Outcome:  # noqa: ANN401
    """Return an answer; a document whose process died is tried once more, alone."""
    try:
        outcome: Outcome = ray.get(answer)
    except ray.exceptions.RayActorError:
        return _alone(ray, recipe, document)
    return outcome


def _alone(ray: Any, recipe: Recipe, document: Document) -> Outcome:  # noqa: ANN401
    # No CPU asked for: it must start although every other coder holds its own.
    coder = ray.remote(num_cpus=0)(Coder).remote(recipe)
    try:
        outcome: Outcome = ray.get(coder.code.remote(document))
    except ray.exceptions.RayActorError:
        return worker_died(document.id)
    finally:
        ray.kill(coder)
    return outcome
