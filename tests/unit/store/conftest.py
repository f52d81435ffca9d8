"""Stores of a few invented reports."""

from pathlib import Path

import pytest

import fake_coder
from standoff.store import Writer


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with two reports, one of them full of odd characters."""
    path = tmp_path / "d.duckdb"
    with Writer.open(path) as writer:
        writer.add(fake_coder.code(fake_coder.document(fake_coder.ODD, id="odd")))
        writer.add(
            fake_coder.code(
                fake_coder.document(
                    "Norway met Iceland. “Stay” was said.",
                    id="plain",
                    publisher="Daily",
                    published=fake_coder.day("2024-05-02"),
                )
            )
        )
    return path
