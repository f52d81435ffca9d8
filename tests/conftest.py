"""What tests share: the loaded coder, and where the larger sets lie."""

from pathlib import Path

import pytest

import standoff

SHARED = Path(__file__).parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the expected rows of the golden articles be written anew."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden/*/expected.jsonl anew; read the difference like code",
    )


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
