"""What a corpus costs: two workers beside one, memory as it grows, a run with nothing to do.

usage: python bench/scale.py [--reports N] [--full] [--sentences MIN MAX]

The corpus is invented (bench/corpus.py). Without --full: N reports (600), by one process and by
two. With --full also 2,000 and 20,000 reports: their memory, and a second run over the 20,000.
Two processes beside one mean something on an idle machine alone: its load is printed as well.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import corpus
import runs
from rich.console import Console
from rich.table import Table

SMALL, LARGE = 2_000, 20_000
PEER = 3.0  # articles a second on a core: the fastest published by a coder of raw text
Line = tuple[str, str, str]


def hardware() -> str:
    """Return the processor, and how many of them there are."""
    name = platform.processor() or platform.machine()
    try:
        found = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        name = next(line.split(": ")[1] for line in found if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{name}, {os.cpu_count()} cores"


def _load() -> str:
    """Return how many processes wanted a core on average over the last minute."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def _nothing(made: "Corpora") -> float:
    """Return the seconds of a run of one report: to load a model, to open a store."""
    return runs.run(made.of(1), made.store("start")).wall


class Corpora:
    """Corpora of each size, and stores, in one folder."""

    def __init__(self, folder: Path, sentences: tuple[int, int]) -> None:
        self._folder = folder
        self._sentences = sentences

    def of(self, count: int) -> Path:
        """Return a file of so many reports."""
        path = self._folder / f"{count}.jsonl"
        if not path.exists():
            corpus.write(path, count, sentences=self._sentences)
        return path

    def store(self, name: str) -> Path:
        """Return where a store may be made."""
        return self._folder / f"{name}.duckdb"


def workers(made: Corpora, count: int) -> Iterator[Line]:
    """Yield the speed of one process and what a second one adds."""
    start = _nothing(made)
    one = runs.run(made.of(count), made.store("one"))
    two = runs.run(made.of(count), made.store("two"), "--workers", "2")
    rate = count / (one.wall - start)
    yield "articles a second, one process", f"{rate:.1f}", f"{hardware()}; {_load()}"
    yield "the same ÷ 3 of the fastest peer", f"{rate / PEER:.1f}", "at least 3"
    yield (
        "articles a second of a core's own time",
        f"{count / one.cpu:.1f}",
        "start-up included",
    )
    yield "two workers ÷ one", f"{one.wall / two.wall:.2f}", "at least 1.8 on two idle cores"
    ratio = (one.wall - start) / (two.wall - start)
    yield "two workers ÷ one, without the start", f"{ratio:.2f}", f"start {start:.1f} s"
    yield (
        "core time of two workers ÷ one",
        f"{two.cpu / one.cpu:.2f}",
        "the work that a second adds",
    )
    peaks = " + ".join(f"{peak:.0f}" for peak in (two.peak, *two.children))
    yield "peak memory of two workers, MB", peaks, "the writer + each worker"


def growth(made: Corpora) -> Iterator[Line]:
    """Yield how memory grows with the corpus, and what a run with nothing to do costs."""
    small = runs.run(made.of(SMALL), made.store("small"))
    large = runs.run(made.of(LARGE), made.store("large"))
    again = runs.run(made.of(LARGE), made.store("large"))
    yield f"peak memory at {SMALL:,}, MB", f"{small.peak:.0f}", ""
    yield f"peak memory at {LARGE:,}, MB", f"{large.peak:.0f}", _load()
    yield "large ÷ small", f"{large.peak / small.peak:.3f}", "at most 1.10"
    yield f"first run of {LARGE:,}, s", f"{large.wall:.0f}", f"{large.cpu:.0f} s of a core"
    yield f"second run of {LARGE:,}, s", f"{again.wall:.1f}", f"{again.cpu:.1f} s of a core"
    yield "second ÷ first", f"{100 * again.wall / large.wall:.2f} %", "at most 2 %"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, default=600)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--sentences", type=int, nargs=2, default=corpus.SENTENCES)
    options = parser.parse_args()
    table = Table("measure", "figure", "beside it", title="A corpus")
    with tempfile.TemporaryDirectory() as folder:
        made = Corpora(Path(folder), tuple(options.sentences))
        for line in workers(made, options.reports):
            table.add_row(*line)
        if options.full:
            for line in growth(made):
                table.add_row(*line)
    Console(width=120).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
