"""Which event rows another commit codes and this one does not, and the other way round.

usage: python bench/compare.py [COMMIT]      COMMIT: the last one where it is left out
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
READ = "import sys; from standoff.cli import app; sys.argv[0] = 'standoff'; app()"


def rows(source: Path) -> dict[tuple[object, ...], str]:
    """Return every event row that the code of a checkout reads, with its sentence."""
    paths = sorted((SHARED / "gold").glob("*.json"))
    result = subprocess.run(
        [sys.executable, "-c", READ, "read", *map(str, paths), "--json"],
        env={"PYTHONPATH": str(source / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[tuple[object, ...], str] = {}
    for line in result.stdout.splitlines():
        found.update(_events(json.loads(line)))
    return found


def _events(record: dict[str, Any]) -> dict[tuple[object, ...], str]:
    text = record["text"]
    return {
        (
            record["id"],
            tuple(e["trigger"]),
            e["type"],
            *e["actor"],
            "→",
            *e["recipient"],
        ): " ".join(text[slice(*e["sentence"])].split())
        for e in record["events"]
    }


def main(commit: str) -> int:
    """Print rows gained and lost."""
    if not (SHARED / "gold").is_dir():
        print(f"no annotated reports at {SHARED}: nothing to compare")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder) / "then"
        subprocess.run(
            ["git", "worktree", "add", "--detach", "-q", str(there), commit],
            cwd=ROOT,
            check=True,
        )
        try:
            then = rows(there)
        finally:
            subprocess.run(
                ["git", "worktree", "remove", "--force", str(there)], cwd=ROOT, check=True
            )
    now = rows(ROOT)
    for sign, here, other in (("+", now, then), ("-", then, now)):
        for key in sorted(here.keys() - other.keys(), key=str):
            print(sign, *key[2:], "|", here[key][:160])
    print(f"{len(now.keys() - then.keys())} rows gained, {len(then.keys() - now.keys())} lost")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "HEAD"))
