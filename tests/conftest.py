"""What tests share: the loaded coder, and where the larger sets lie."""

from pathlib import Path

import pytest

import standoff

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def coder():
    """The coder, loaded once."""
    return standoff.Coder()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The annotated reports beside the repository; a test that needs them is skipped."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"no annotated reports at {SHARED}")
    return SHARED
