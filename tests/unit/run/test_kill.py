"""A run that is killed or stopped keeps each finished report, and goes on where it ended."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

RUN = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from fake_corpus import Corpus, clock
from standoff.run.corpus import Run
from standoff.run.interrupt import Interrupts
from standoff.store import Writer
if __name__ == "__main__":
    corpus = Corpus(Path({folder!r}))
    interrupts = Interrupts()
    with Writer.open(corpus.store) as writer, interrupts.caught():
        run = Run(corpus.request(workers={workers}), writer, clock,
                  watch=lambda t: print(t.coded.total(), flush=True), shield=interrupts.shield)
        try:
            run.run()
        except KeyboardInterrupt:
            sys.exit(130)
"""
HERE = Path(__file__).parent
LINES = [f"{n:03}: SLOW Norway met Iceland {n}." for n in range(40)]


def _start(folder: Path, workers: int) -> subprocess.Popen[str]:
    script = folder / "run_it.py"
    script.write_text(
        RUN.format(tests=str(HERE.parents[1]), folder=str(folder),
                   workers=workers)
    )  # fmt: skip
    return subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _read_until(process: subprocess.Popen[str], count: int) -> int:
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= count:
            return int(line)
    raise AssertionError("the run ended too early")


@pytest.fixture
def start(corpus, tmp_path) -> Iterator[Callable[[int], subprocess.Popen[str]]]:
    """Start a run in a process of its own, and leave nothing of it behind."""
    started: list[subprocess.Popen[str]] = []

    def begin(workers: int) -> subprocess.Popen[str]:
        corpus.write(*LINES)
        started.append(_start(tmp_path, workers))
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_keeps_what_it_told_and_repeats_nothing(corpus, start, workers) -> None:
    process = start(workers)
    told = _read_until(process, 4)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = corpus.ask("SELECT id FROM documents ORDER BY id")
    assert told <= len(kept) < 40
    assert corpus.ask("SELECT outcome FROM runs") == [(None,)]
    corpus.write(*(line.replace("SLOW ", "") if n >= len(kept) else line
                   for n, line in enumerate(LINES)))  # fmt: skip
    tally = corpus.run()
    assert (tally.unchanged, tally.coded.total()) == (len(kept), 40 - len(kept))
    assert corpus.ask("SELECT count(*), count(DISTINCT id) FROM documents") == [(40, 40)]
    assert corpus.ask("SELECT count(*), count(DISTINCT id) FROM events") == [(40, 40)]


@pytest.mark.slow
@pytest.mark.parametrize("scenario", ["new", "again"])
def test_a_run_killed_at_any_commit_ends_as_one_that_was_not(tmp_path, scenario) -> None:
    tests = HERE.parents[1]
    done = subprocess.run(
        [sys.executable, str(tests / "kill_points.py"), str(tmp_path), scenario],
        env={**os.environ, "PYTHONPATH": str(tests)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["wrong"] == []
    # Schema, run, two reports, two problems, three of the grouping, the run's end.
    assert found["points"].count("COMMIT") == 10
    assert found["points"][-2:] == ["CLOSE", "CLOSED"]
    assert found["rows"] > 30


@pytest.mark.slow
def test_processes_end_with_a_run_that_is_killed(start) -> None:
    process = start(2)
    _read_until(process, 2)
    workers = _children(process.pid)
    assert len(workers) >= 2
    process.send_signal(signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + 20
    while any(map(_lives, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(_lives, workers))


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_a_stopped_run_ends_cleanly(corpus, start, workers) -> None:
    process = start(workers)
    told = _read_until(process, 3)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=30) == 130
    assert process.stderr is not None
    assert process.stderr.read() == ""
    assert corpus.ask("SELECT outcome FROM runs") == [("stopped",)]
    (row,) = corpus.ask("SELECT documents_added FROM runs")
    assert told <= row[0] < 40
    assert corpus.ask("SELECT count(*) FROM documents") == [row]


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
