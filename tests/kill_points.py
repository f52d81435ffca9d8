"""Kills a run around each of its commits, resumes it, and tells what is then kept.

usage: python kill_points.py FOLDER SCENARIO [--all]      prints one JSON object

SCENARIO: new, or again for a store that another coder has filled. --all: before each statement.
Each attempt is a fork of this process, which has one thread and no store open; one that is to
die kills itself as `kill -9` would.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fake_corpus import Corpus
from standoff.store import writer as home

LINES = ("a: Norway demand fish. “Stay” was said.", "nothing", "b: BUG",
         "c: Norway demand fish. “Stay” was said.")  # fmt: skip
TABLES = ("documents", "sentences", "mention_rows", "event_rows", "quote_rows", "position_rows",
          "problems", "reprints", "reprint_bands", "event_groups")  # fmt: skip


# Before a transaction, which is after the one before it; before its commit; around the close.
AROUND = ("BEGIN", "COMMIT", "CLOSE", "CLOSED")


class Dying:
    """A store's connection that kills its process at the point of a number."""

    def __init__(self, connection, fatal: int, told: Path) -> None:
        self._connection = connection
        self._left = fatal
        self._told = told

    def _step(self, what: str) -> None:
        word = what.split()[0]
        if "--all" not in sys.argv and word not in AROUND:
            return
        if self._left == 0:
            self._told.write_text(word)
            os.kill(os.getpid(), signal.SIGKILL)
        self._left -= 1

    def execute(self, sql: str, *rest):
        self._step(sql)
        return self._connection.execute(sql, *rest)

    def close(self) -> None:
        self._step("CLOSE")
        self._connection.close()
        self._step("CLOSED")

    def cursor(self):
        return self._connection.cursor()


def forked(act: Callable[[], None]) -> int:
    """Run something in a fork; return the signal that ended it, 0 where none did."""
    pid = os.fork()
    if pid == 0:
        try:
            act()
        except BaseException:  # noqa: BLE001  a fork must end here
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status > 0:
        raise SystemExit(f"a run failed with exit code {status}")
    return -status


def run(corpus: Corpus, model: str, fatal: int | None = None) -> None:
    connect = vars(home)["connect"]
    told = corpus.store.with_suffix(".told")

    def dying(path: Path, *, read_only: bool):
        return Dying(connect(path, read_only=read_only), fatal or 0, told)

    if fatal is not None:
        vars(home)["connect"] = dying
    corpus.run(model)


def run_and_keep(corpus: Corpus) -> list[list[str]]:
    """Run a corpus to its end in a fork; return the rows of its store."""
    answer = corpus.store.with_suffix(".json")

    def act() -> None:
        run(corpus, "1")
        rows = [sorted(map(repr, corpus.ask(f"SELECT * FROM {table}"))) for table in TABLES]
        answer.write_text(json.dumps(rows))

    forked(act)
    found: list[list[str]] = json.loads(answer.read_text())
    return found


def fresh(folder: Path, before: Path | None) -> Corpus:
    """Make the folder anew, with the corpus and a copy of the store there was before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    corpus = Corpus(folder)
    corpus.write(*LINES)
    if before is not None:
        shutil.copyfile(before, corpus.store)
    return corpus


def main(folder: Path, scenario: str) -> dict[str, Any]:
    here, before = folder / "corpus", None
    if scenario == "again":
        corpus, before = fresh(here, None), folder / "before.duckdb"
        forked(lambda: run(corpus, "2"))
        shutil.move(corpus.store, before)
    wanted = run_and_keep(fresh(here, before))
    points: list[str] = []
    wrong: list[str] = []
    while True:
        corpus = fresh(here, before)
        number = len(points)
        if forked(lambda: run(corpus, "1", number)) != signal.SIGKILL:  # noqa: B023
            return {"points": points, "wrong": wrong, "rows": sum(map(len, wanted))}
        points.append(corpus.store.with_suffix(".told").read_text())
        if run_and_keep(corpus) != wanted:
            wrong.append(f"{number}: before {points[-1]}")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2])))
