"""Runs over invented sources with a coder that needs no model."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fake_corpus import Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


@pytest.fixture
def new_corpus(tmp_path: Path) -> Callable[[str], Corpus]:
    def make(name: str) -> Corpus:
        folder = tmp_path / name
        folder.mkdir()
        return Corpus(folder)

    return make
