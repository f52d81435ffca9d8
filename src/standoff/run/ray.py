"""The engine of a cluster: the same coder over Ray, on this machine or many.

`RAY_ADDRESS` names a cluster; without it a local one is started and ended with the run. Every
node needs the same Standoff installed. Rows are those of the local engine, in the same order.
"""

import os
import sys
from collections import deque
from collections.abc import Iterator
from typing import Any, NamedTuple

from standoff.errors import UsageError
from standoff.model import Document
from standoff.run.coding import Outcome, Recipe, attempt, worker_died

_AHEAD = 2
_STARTS = 3


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
    coders = _Coders(ray, recipe, workers)
    pending: deque[_Sent] = deque()
    for document in documents:
        pending.append(coders.send(document))
        if len(pending) >= _AHEAD * workers:
            yield coders.answer(pending.popleft())
    while pending:
        yield coders.answer(pending.popleft())


class _Sent(NamedTuple):
    document: Document
    coder: Any
    answer: Any


class _Coders:
    """The coders of a cluster, which may lose some of them, or a whole node, and get others."""

    def __init__(self, ray: Any, recipe: Recipe, workers: int) -> None:  # noqa: ANN401
        self._ray = ray
        self._recipe = recipe
        self._workers = workers
        self._remote = ray.remote(num_cpus=1)(Coder)
        self._ready: deque[Any] = deque()
        self._coming: dict[Any, Any] = {}

    def send(self, document: Document) -> _Sent:
        """Give a document to the coder whose turn it is."""
        if not self._ready and not self._coming:
            self._start()
        self._admit()
        self._ready.rotate(-1)
        coder = self._ready[-1]
        return _Sent(document, coder, coder.code.remote(document))

    def answer(self, sent: _Sent) -> Outcome:
        """Return an answer; a document whose process died is tried once more, alone."""
        lost = self._ray.exceptions.RayActorError, self._ray.exceptions.ObjectLostError
        try:
            outcome: Outcome = self._ray.get(sent.answer)
        except lost:
            self._replace(sent.coder)
            return self._alone(sent.document)
        return outcome

    def _start(self) -> None:
        """Wait until all coders are loaded: one that cannot be is no document's fault."""
        coders = [self._remote.remote(self._recipe) for _ in range(self._workers)]
        try:
            self._ray.get([coder.ready.remote() for coder in coders])
        except self._ray.exceptions.RayError as error:
            raise UsageError(f"a coder could not start on the cluster: {error}") from error
        self._ready.extend(coders)

    def _replace(self, coder: Any) -> None:  # noqa: ANN401
        """Ask for another coder; the others do its work until there is room for one."""
        if coder in self._ready:
            self._ready.remove(coder)
            other = self._remote.remote(self._recipe)
            self._coming[other.ready.remote()] = other

    def _admit(self) -> None:
        """Take in the coders that are loaded by now; wait only where there is no other."""
        while self._coming:
            wait = 0 if self._ready else None
            done, _ = self._ray.wait(list(self._coming), timeout=wait)
            if not done:
                return
            coder = self._coming.pop(done[0])
            try:
                self._ray.get(done[0])
            except self._ray.exceptions.RayError as error:
                if not self._ready and not self._coming:
                    raise UsageError(f"no coder of the cluster is left: {error}") from error
            else:
                self._ready.append(coder)

    def _alone(self, document: Document) -> Outcome:
        coder = self._one_more()
        try:
            outcome: Outcome = self._ray.get(coder.code.remote(document))
        except self._ray.exceptions.RayActorError:
            return worker_died(document.id)
        finally:
            self._ray.kill(coder)
        return outcome

    def _one_more(self) -> Any:  # noqa: ANN401
        """Return a loaded coder; one that starts on a node just lost is no one's fault."""
        for left in reversed(range(_STARTS)):
            # No CPU asked for: it must start although every other coder holds its own.
            coder = self._ray.remote(num_cpus=0)(Coder).remote(self._recipe)
            try:
                self._ray.get(coder.ready.remote())
            except self._ray.exceptions.RayError as error:
                if not left:
                    raise UsageError(f"no coder can start on the cluster: {error}") from error
            else:
                return coder
        raise AssertionError("unreachable")
