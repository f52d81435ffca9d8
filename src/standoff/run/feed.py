"""The documents of a run that must be coded, and what is left aside and why."""

import logging
import os
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from standoff.ingest import ReadOptions, read_path
from standoff.ingest.sources import STANDARD_INPUT, paths_of
from standoff.model import Document, Problem
from standoff.store import Known, State

log = logging.getLogger(__name__)

Read = Callable[[str, ReadOptions], Iterator[Document | Problem]]
Met = tuple[Document, State] | Problem


@dataclass(frozen=True, slots=True)
class Sources:
    """What a run reads: paths, how, and the files that are its own and never read."""

    names: tuple[str, ...]
    options: ReadOptions = field(default_factory=ReadOptions)
    own: tuple[Path, ...] = ()
    read: Read = read_path

    def paths(self) -> Iterator[str]:
        """Yield the files, in order."""
        own = {path.resolve() for path in self.own}
        for name in self.names:
            for path in paths_of(name):
                if path == STANDARD_INPUT or Path(path).resolve() not in own:
                    yield path

    def size(self) -> int | None:
        """Return the bytes there are to read; none where that cannot be known."""
        total = 0
        for path in self.paths():
            size = _size(path)
            if size is None:
                return None
            total += size
        return total or None


class Feed:
    """Reads sources and keeps count of what must be coded and what need not be."""

    def __init__(
        self, sources: Sources, known: Known, coder: str, *, again: bool = False
    ) -> None:
        self._sources = sources
        self._known = known
        self._coder = coder
        self._again = again
        self._seen: dict[bytes, bytes] = {}
        self._size = sources.size()
        self._read_before = 0
        self._read_here = 0
        self._here = 0
        self.states: Counter[State] = Counter()
        self.repeated = 0

    @property
    def fraction(self) -> float | None:
        """Return how much of the sources was read, from 0 to 1; none where unknown."""
        if self._size is None:
            return None
        return min(1.0, (self._read_before + min(self._read_here, self._here)) / self._size)

    @property
    def documents(self) -> int:
        """Return how many documents were met."""
        return self.states.total() + self.repeated

    def __iter__(self) -> Iterator[Met]:
        """Yield each document once with what the store has of it, and each problem."""
        for path in self._sources.paths():
            self._read_here, self._here = 0, _size(path) or 0
            for item in self._items(path):
                if isinstance(item, Problem):
                    yield _placed(item, path)
                    continue
                self._read_here += len(item.text)
                yield from self._judged(item, path)
            self._read_before += self._here
            self._read_here = self._here = 0

    def _items(self, path: str) -> Iterator[Document | Problem]:
        try:
            yield from self._sources.read(path, self._sources.options)
        except Exception as error:  # noqa: BLE001  a source never stops a run
            log.warning("%s could not be read:\n%s", path, traceback.format_exc())
            yield Problem("ingest", "bug", f"{type(error).__name__}: {error}")

    def _judged(self, document: Document, path: str) -> Iterator[Met]:
        name, source = Known.key(document.id), Known.key(document.source_sha256)
        before = self._seen.get(name)
        if before is not None and before != source:
            why = f"another report of this run has the id {document.id!r}: give each its own"
            yield _placed(Problem("run", "id-taken", why), path)
        elif before is not None:
            self.repeated += 1
        else:
            self._seen[name] = source
            yield document, self._state(document)

    def _state(self, document: Document) -> State:
        state = self._known.state(document.id, document.source_sha256, self._coder)
        if state is State.UNCHANGED and self._again:
            state = State.ASKED
        self.states[state] += 1
        return state


def _placed(problem: Problem, path: str) -> Problem:
    """Return a problem that says which source it is about."""
    name = "standard input" if path == STANDARD_INPUT else path
    return replace(problem, message=f"{name}: {problem.message}")


def _size(path: str) -> int | None:
    try:
        return os.stat(path).st_size  # noqa: PTH116  a path that may be an address
    except OSError:
        return None if path == STANDARD_INPUT else 0
