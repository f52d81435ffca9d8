"""Write docs/store.md: how to run a corpus, and the views and tables with their comments.

usage: python tools/make_store_docs.py [--check]     --check: exit 1 where it differs
"""

import sys
import tempfile
from pathlib import Path

from standoff.store import View, Writer

TARGET = Path(__file__).parents[1] / "docs/store.md"
INTRODUCTION = Path(__file__).parent / "store_introduction.md"
VIEWS = (
    "events", "quotes", "positions", "mentions", "attributions", "sources", "told_events",
    "one_a_day", "one_a_document", "orphans", "renamings",
)  # fmt: skip
AS_EVENTS = {"one_a_day", "one_a_document"}


def page() -> str:
    """Return the page: the introduction, then the columns as a new store has them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.duckdb"
        Writer.open(path).close()
        with View.open(path) as view:
            _, names = view.query("SELECT table_name FROM duckdb_tables() ORDER BY table_name")
            tables = tuple(name for (name,) in names)
            parts = [INTRODUCTION.read_text("utf-8").rstrip(), "", "## Views", ""]
            parts += [_section(view, name) for name in VIEWS]
            parts += ["## Tables", "", "What the views are made of.", ""]
            parts += [_section(view, name) for name in tables]
    return "\n".join(parts).rstrip() + "\n"


def _section(view: View, name: str) -> str:
    _, found = view.query(
        "SELECT comment FROM duckdb_views() WHERE view_name = ? UNION ALL "
        "SELECT comment FROM duckdb_tables() WHERE table_name = ?",
        [name, name],
    )
    lines = [f"### `{name}`", "", str(found[0][0]), ""]
    if name in AS_EVENTS:
        return "\n".join([*lines, "Its columns are those of `events`.", ""])
    _, columns = view.query(
        "SELECT column_name, data_type, comment FROM duckdb_columns() "
        "WHERE table_name = ? ORDER BY column_index",
        [name],
    )
    lines += ["| column | type | |", "|---|---|---|"]
    lines += [f"| `{column}` | {kind} | {comment} |" for column, kind, comment in columns]
    return "\n".join([*lines, ""])


def main(arguments: list[str]) -> int:
    """Write, or compare, the page."""
    wanted = page()
    if "--check" not in arguments:
        TARGET.write_text(wanted, "utf-8")
        return 0
    if TARGET.exists() and TARGET.read_text("utf-8") == wanted:
        return 0
    print(f"{TARGET} is not what the schema says: run python {Path(__file__).name}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
