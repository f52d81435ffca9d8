"""What tests share: the loaded coder, and where the larger sets lie."""

from pathlib import Path

import pytest
from hypothesis import settings

import standoff

SHARED = Path(__file__).parents[2] / "shared"

# The suite draws the same examples every time; `make fuzz` draws new ones, and many more.
settings.register_profile("suite", derandomize=True)
settings.register_profile("fuzz", max_examples=2_000, print_blob=True)
settings.load_profile("suite")


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
