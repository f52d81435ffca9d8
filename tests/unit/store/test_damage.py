"""A store that was cut short, and a disk that is full."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import fake_coder
from standoff.store import StoreError, View, Writer


def _fill(path: Path, reports: int) -> None:
    with Writer.open(path) as writer:
        for number in range(reports):
            text = f"Norway met Iceland {number}. " * 60
            writer.add(fake_coder.code(fake_coder.document(text, id=f"{number:03}")))


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_store_cut_anywhere_is_said_to_be_damaged(tmp_path: Path, share: float) -> None:
    path = tmp_path / "d.duckdb"
    _fill(path, 30)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * share)])
    with pytest.raises(StoreError, match="is damaged"), View.open(path) as view:
        list(view.records())


ON_A_SMALL_DISK = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from fake_corpus import Corpus
from standoff.store import StoreError
corpus = Corpus(Path({folder!r}))
try:
    corpus.run()
except StoreError as error:
    print(error)
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("a file system may be mounted by root alone")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is of Linux")
def test_a_run_on_a_full_disk_says_so_and_goes_on_where_there_is_room(small_disk: Path) -> None:
    tests = str(Path(fake_coder.__file__).parent)
    lines = [f"{n:03}: " + f"Norway met Iceland {n}. " * 200 for n in range(40)]
    (small_disk / "lines.txt").write_text("\n".join(lines), "utf-8")
    script = ON_A_SMALL_DISK.format(tests=tests, folder=str(small_disk))

    def run() -> str:
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        )
        return done.stdout

    assert "cannot be written" in run()
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    assert run() == ""
    with View.open(small_disk / "d.duckdb") as view:
        count = view.query("SELECT count(*), count(DISTINCT id) FROM documents")[1]
    assert count == [(40, 40)]
