"""A corpus into a store: what is new is coded, what failed is told, nothing is done twice."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime

from standoff.errors import StandoffError
from standoff.model import Document, MadeBy, Problem
from standoff.run import ENGINES
from standoff.run.coding import LOADER, Outcome, Recipe
from standoff.run.feed import Feed, Sources
from standoff.run.grouping import group
from standoff.store import Change, Known, RunCounts, State, Writer, coder_hash

Clock = Callable[[], datetime]


class DocumentError(StandoffError):
    """The first document that failed, where a run is to stop at it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is to do."""

    sources: Sources
    made_by: MadeBy
    engine: str = "local"
    workers: int = 1
    again: bool = False
    fail_fast: bool = False
    loader: str = LOADER


@dataclass(slots=True)
class Tally:
    """What a run has done so far."""

    coded: Counter[State] = field(default_factory=Counter)
    unchanged: int = 0
    repeated: int = 0
    failed: int = 0
    rows: int = 0
    gained: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    problems: Counter[tuple[str, str]] = field(default_factory=Counter)
    fraction: float | None = None

    @property
    def documents(self) -> int:
        """Return how many documents and unreadable sources were dealt with."""
        return self.coded.total() + self.unchanged + self.repeated + self.failed

    @property
    def share_failed(self) -> float:
        """Return the share of them that gave no record."""
        return self.failed / self.documents if self.documents else 0.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do."""

    states: Counter[State]
    repeated: int
    problems: tuple[Problem, ...]


def plan(request: Request, known: Known) -> Plan:
    """Return what a run would do; every source is read, none coded."""
    feed = _feed(request, known)
    problems = tuple(item for item in feed if isinstance(item, Problem))
    return Plan(feed.states, feed.repeated, problems)


def _feed(request: Request, known: Known) -> Feed:
    coder = coder_hash(request.made_by)
    return Feed(request.sources, known, coder, again=request.again)


class Run:
    """One run into an open store.

    ``watch`` is called after each document; ``shield`` keeps an interrupt out while a report
    is written.
    """

    def __init__(
        self,
        request: Request,
        writer: Writer,
        clock: Clock,
        watch: Callable[[Tally], None] = lambda _: None,
        shield: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self.tally = Tally()
        self._request = request
        self._writer = writer
        self._clock = clock
        self._watch = watch
        self._shield = shield
        self._feed = _feed(request, writer.known())
        self._states: dict[str, State] = {}

    def run(self) -> Tally:
        """Code what must be coded; return what was done. The store says how it ended."""
        request = self._request
        number = self._writer.begin_run(request.made_by, request.sources.names, self._clock())
        outcome = "failed"
        try:
            self._code_all()
            group(self._writer.groups())
            outcome = "finished"
        except KeyboardInterrupt:
            outcome = "stopped"
            raise
        finally:
            with self._shield():
                self._writer.end_run(number, outcome, self._counts(), self._clock())
        return self.tally

    def _code_all(self) -> None:
        request = self._request
        recipe = Recipe(request.made_by.model, coder_hash(request.made_by), request.loader)
        outcomes = ENGINES[request.engine](recipe, self._documents(), request.workers)
        for outcome in outcomes:
            with self._shield():
                self._keep(outcome)
            if outcome.problem is not None and request.fail_fast:
                why = outcome.trace or outcome.problem.message
                raise DocumentError(f"{outcome.document_id}: {why}")
            self._tell()
        self._tell()  # what was read after the last report that had to be coded

    def _documents(self) -> Iterator[Document]:
        """Yield what must be coded; count what need not be."""
        for item in self._feed:
            if isinstance(item, Problem):
                self._refuse(item)
                continue
            document, state = item
            if state is State.UNCHANGED:
                self.tally.unchanged += 1
                self._tell()
            else:
                self._states[document.id] = state
                yield document

    def _refuse(self, problem: Problem) -> None:
        with self._shield():
            self._writer.add_problem(problem)
        self._failed(problem)
        if self._request.fail_fast:
            raise DocumentError(problem.message)

    def _failed(self, problem: Problem) -> None:
        self.tally.failed += 1
        self.tally.problems[problem.stage, problem.code] += 1
        self._tell()

    def _keep(self, outcome: Outcome) -> None:
        state = self._states.pop(outcome.document_id)
        if outcome.rows is None:
            problem = outcome.problem or Problem("run", "lost", "no answer came back")
            self._writer.add_problem(problem, outcome.document_id)
            self._failed(problem)
            return
        change = self._writer.add_rows(outcome.rows)
        self.tally.problems.update(outcome.rows.problems)
        if "sentences" in outcome.rows.tables:
            self.tally.coded[state] += 1
        else:
            self.tally.failed += 1
        self._count(change)

    def _count(self, change: Change) -> None:
        self.tally.rows += sum(change.gained.values()) - sum(change.lost.values())
        if not change.is_new:
            self.tally.gained.update(change.gained)
            self.tally.lost.update(change.lost)

    def _tell(self) -> None:
        self.tally.repeated = self._feed.repeated
        self.tally.fraction = self._feed.fraction
        self._watch(self.tally)

    def _counts(self) -> RunCounts:
        tally = self.tally
        return RunCounts(
            added=tally.coded[State.NEW],
            recoded=tally.coded.total() - tally.coded[State.NEW],
            unchanged=tally.unchanged,
            rows_gained=tally.gained.total(),
            rows_lost=tally.lost.total(),
            problems=tally.problems.total(),
        )
