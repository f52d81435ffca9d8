"""Paths, folders, globs and standard input, in sorted order."""

import io
import sys
from pathlib import Path

import pytest

from standoff.ingest import ReadOptions, read_path, read_paths
from standoff.model import Document, Problem

TEXT = "The boats left the bay on Monday."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "a.txt", "b/d.txt", ".hidden", ".git/e.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name} said Roe.", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    return tmp_path


def named(items: object) -> list[str]:
    return [d.text[len(TEXT) + 1 :].split()[0] for d in items if isinstance(d, Document)]  # type: ignore[attr-defined]


def test_a_folder_is_read_in_sorted_order_without_hidden_files(folder: Path) -> None:
    assert named(read_path(folder)) == ["a.txt", "c.txt", "b/d.txt"]


def test_a_glob_is_read_in_sorted_order(folder: Path) -> None:
    assert named(read_path(f"{folder}/*.txt")) == ["a.txt", "c.txt"]
    assert named(read_path(f"{folder}/b/**/*.txt")) == ["b/d.txt"]


def test_several_sources_are_read_in_the_order_given(folder: Path) -> None:
    names = [f"{folder}/c.txt", f"{folder}/b"]
    assert named(read_paths(names)) == ["c.txt", "b/d.txt"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    (document,) = read_path("-")
    assert isinstance(document, Document)
    assert document.text == TEXT


def test_the_file_at_fault_is_named_and_the_others_are_read(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\0\1")
    found = list(read_path(folder))
    problems = [p for p in found if isinstance(p, Problem)]
    assert [p.code for p in problems] == ["binary"]
    assert problems[0].message.startswith(f"{folder}/b.txt: ")
    assert len(found) == 4


@pytest.mark.parametrize("name", ["none.txt", "none/*.txt", "none/"])
def test_what_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    (problem,) = read_path(tmp_path / name)
    assert isinstance(problem, Problem)
    assert problem.code == "not-found"


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"", "empty"), (b"x" * 50_000_000, "too-large"), (b"x " * 1_500_000, "too-large")],
    ids=["empty", "50 MB", "long"],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, raw: bytes, code: str) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    (problem,) = read_path(tmp_path / "a.txt")
    assert isinstance(problem, Problem)
    assert problem.code == code


def test_an_address_is_not_fetched_unasked() -> None:
    (problem,) = read_path("https://post.example/a", ReadOptions())
    assert isinstance(problem, Problem)
    assert problem.code == "not-fetched"


def test_an_address_inside_the_own_network_is_never_fetched() -> None:
    (problem,) = read_path("http://127.0.0.1:9/a", ReadOptions(fetch=True))
    assert isinstance(problem, Problem)
    assert problem.code == "fetch-refused"
