"""`standoff run` as a user starts it, with its time and the memory of each of its processes."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

_START = "import sys; from standoff.cli import app; sys.argv[0] = 'standoff'; app()"
_EVERY = 0.2


@dataclass(slots=True)
class Measured:
    """What one command took: seconds on the clock and of processors, and megabytes at most.

    ``children`` holds the peak of each process that the command started and that coded.
    """

    wall: float = 0.0
    cpu: float = 0.0
    peak: float = 0.0
    children: list[float] = field(default_factory=list)
    output: str = ""


def run(corpus: Path, store: Path, *more: str) -> Measured:
    """Run a corpus into a store; raises `RuntimeError` with what it said where it fails."""
    arguments = ["run", str(corpus), "--store", str(store), *more]
    found, peaks = Measured(), dict[int, float]()
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", _START, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    ended = threading.Event()
    watching = threading.Thread(target=_watch, args=(process.pid, peaks, ended))
    watching.start()
    assert process.stdout is not None
    found.output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    found.wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watching.join()
    if process.returncode:
        raise RuntimeError(f"standoff {' '.join(arguments)}: {found.output}")
    found.cpu = used.ru_utime + used.ru_stime
    found.peak = peaks.pop(process.pid, 0.0)
    found.children = sorted(peak for peak in peaks.values() if peak > _CODES)
    return found


_CODES = 100  # megabytes: a process with a parser has more, multiprocessing's own have less


def _watch(pid: int, peaks: dict[int, float], ended: threading.Event) -> None:
    """Keep the highest peak of a process and of those it starts."""
    while not ended.wait(_EVERY):
        for one in (pid, *_children(pid)):
            peaks[one] = max(peaks.get(one, 0.0), _peak(one))


def _children(pid: int) -> list[int]:
    try:
        return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _peak(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0
