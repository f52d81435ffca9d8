"""What the tests of ingest share."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from standoff.ingest import ReadOptions
from standoff.ingest.readers import read_stream
from standoff.model import Document, Problem

Items = tuple[list[Document], list[Problem]]
Ingest = Callable[..., Items]
CASES = Path(__file__).parents[2] / "cases" / "ingest"


@pytest.fixture
def ingest() -> Ingest:
    """Read bytes under a file's name; return the documents and the problems."""

    def read(raw: bytes, name: str, **options: object) -> Items:
        found = list(read_stream(io.BytesIO(raw), name, "", ReadOptions(**options)))  # type: ignore[arg-type]
        return (
            [item for item in found if isinstance(item, Document)],
            [item for item in found if isinstance(item, Problem)],
        )

    return read


@pytest.fixture
def sample() -> Callable[[str], bytes]:
    """The bytes of a sample file."""
    return lambda name: (CASES / name).read_bytes()
