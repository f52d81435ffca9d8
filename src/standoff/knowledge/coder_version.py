"""Which code a record was made by: the release, and a hash of the modules that decide its rows.

With it a coder that was edited is another coder: a run codes a corpus again without being told.
"""

from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
DECIDES = (
    "actors", "events", "gate", "ingest", "knowledge", "model", "parse", "pipeline.py",
    "positions", "quotes", "segment", "text", "timeplace",
)  # fmt: skip
_LENGTH = 10


@lru_cache(maxsize=1)
def coder_version() -> str:
    """Return the version as PEP 440 writes a local one: ``0.1.0+1f2e3d4c5b``."""
    return f"{version('standoff')}+{code_hash(PACKAGE)}"


def code_hash(package: Path) -> str:
    """Return a hash of the modules under a package that decide what a record holds."""
    digest = sha256()
    for path in sorted(p for name in DECIDES for p in _modules(package / name)):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:_LENGTH]


def _modules(path: Path) -> list[Path]:
    return [path] if path.is_file() else list(path.rglob("*.py"))
