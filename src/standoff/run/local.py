"""The engine of one machine: this process, or several with a loaded coder each.

A process gets its documents in order and answers in order, so that when it dies the first
one unanswered is to blame: it is tried once more, the others are sent again. Results come
back in the order of the documents, whatever process made them.
"""

import os
import queue
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterator
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from standoff.errors import StandoffError, UsageError
from standoff.model import Document
from standoff.run.coding import Outcome, Recipe, attempt, worker_died

_AHEAD = 2  # documents a process has at once, so that it never waits for the writer
_WINDOW = 16  # documents a process that others may run ahead of the slowest one
_STARTS = 3
_READY, _FAILED, _DONE = "ready", "failed", "done"
_SPAWN = get_context("spawn")


def map_documents(
    recipe: Recipe, documents: Iterator[Document], workers: int
) -> Generator[Outcome, None, None]:
    """Yield the outcome of each document, in order."""
    if workers == 1:
        yield from _in_this_process(recipe, documents)
        return
    pool = _Pool(recipe, documents, workers)
    try:
        yield from pool.outcomes()
    finally:
        pool.stop()


def _in_this_process(recipe: Recipe, documents: Iterator[Document]) -> Iterator[Outcome]:
    code = None
    for document in documents:
        code = code or recipe.load()
        yield attempt(code, recipe.coder, document)


class _Worker:
    """A process that codes, and the documents it has not answered yet."""

    def __init__(self, recipe: Recipe) -> None:
        self.connection, theirs = _SPAWN.Pipe()
        self.process: BaseProcess = _SPAWN.Process(
            target=_work, args=(recipe, theirs), daemon=True, name="standoff-worker"
        )
        # A process takes over what is held back: Ctrl-C is for the run alone to decide about.
        resource_tracker.ensure_running()  # its first start lets go of what is held back
        held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self.process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
        theirs.close()
        self.ready = False
        self.unanswered: deque[tuple[int, Document]] = deque()

    def send(self, number: int, document: Document) -> None:
        self.unanswered.append((number, document))
        try:
            self.connection.send((number, document))
        except OSError:
            return  # it died: its end is met at the next wait, and the document sent again

    def stop(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join()


class _Pool:
    def __init__(self, recipe: Recipe, documents: Iterator[Document], workers: int) -> None:
        self._recipe = recipe
        self._documents = enumerate(documents)
        self._count = workers
        self._workers: list[_Worker] = []
        self._again: deque[tuple[int, Document]] = deque()
        self._blamed: set[int] = set()
        self._done: dict[int, Outcome] = {}
        self._next = 0
        self._drawn = 0
        self._is_drained = False
        self._failed_starts = 0

    def outcomes(self) -> Iterator[Outcome]:
        first = self._draw()
        if first is None:
            return
        self._again.append(first)
        self._workers += [_Worker(self._recipe) for _ in range(self._count)]
        while not (self._is_drained and self._next == self._drawn):
            self._hand_out()
            if self._next in self._done:
                yield self._done.pop(self._next)
                self._next += 1
            else:
                self._listen()

    def stop(self) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def _hand_out(self) -> None:
        """Give each process that is ready what it can take."""
        for worker in sorted(self._workers, key=lambda w: len(w.unanswered)):
            while worker.ready and len(worker.unanswered) < _AHEAD:
                given = self._again.popleft() if self._again else self._draw()
                if given is None:
                    return
                worker.send(*given)

    def _draw(self) -> tuple[int, Document] | None:
        if self._is_drained or self._drawn - self._next >= _WINDOW * self._count:
            return None
        given = next(self._documents, None)
        if given is None:
            self._is_drained = True
        else:
            self._drawn += 1
        return given

    def _listen(self) -> None:
        """Wait until a process answers or dies."""
        by_end: dict[Any, _Worker] = {w.connection: w for w in self._workers}
        for end in wait(list(by_end)):
            worker = by_end[end]
            try:
                kind, content = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if kind == _READY:
                worker.ready = True
                self._failed_starts = 0
            elif kind == _FAILED:
                raise UsageError(f"a worker could not start: {content}")
            else:
                number, _ = worker.unanswered.popleft()
                self._done[number] = content

    def _bury(self, worker: _Worker) -> None:
        worker.stop()
        self._workers.remove(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts == _STARTS:
                raise UsageError(
                    f"workers die at their start, {_STARTS} in turn: try fewer (--workers)"
                )
        if worker.unanswered:
            number, document = worker.unanswered.popleft()
            if number in self._blamed:
                self._done[number] = worker_died(document.id)
            else:
                self._blamed.add(number)
                worker.unanswered.appendleft((number, document))
            self._again.extendleft(reversed(worker.unanswered))
        self._workers.append(_Worker(self._recipe))


def _work(recipe: Recipe, connection: Connection) -> None:
    """Code what comes in until the other end is closed; the life of a worker process."""
    try:
        code = recipe.load()
    except StandoffError as error:
        connection.send((_FAILED, str(error)))
        return
    documents: queue.SimpleQueue[Document] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, documents), daemon=True).start()
    connection.send((_READY, None))
    while True:
        connection.send((_DONE, attempt(code, recipe.coder, documents.get())))


def _receive(connection: Connection, documents: "queue.SimpleQueue[Document]") -> None:
    """Take documents in while others are coded, so that neither end waits for the other."""
    while True:
        try:
            _, document = connection.recv()
        except (EOFError, OSError):
            os._exit(0)  # the run has ended or was killed: nobody would read an answer
        documents.put(document)
