"""Write docs/record.md and docs/codebook.md from the types and the ontology.

usage: python tools/make_docs.py [--check]     --check: write nothing, exit 1 where it differs
"""

import inspect
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.lexicon import Entry, load_lexicon
from standoff.knowledge.ontology import CameoCode, load_ontology
from standoff.model import (
    Dateline,
    Document,
    Event,
    Mention,
    Position,
    Problem,
    Quote,
    Record,
    Sentence,
    Stance,
    Status,
    When,
    Where,
)

DOCS = Path(__file__).parents[1] / "docs"
TYPES = (
    Record,
    Document,
    Dateline,
    Sentence,
    Mention,
    Quote,
    Event,
    When,
    Where,
    Position,
    Problem,
)


def record_page() -> str:
    """Return the page of the record: every type, its fields and what they hold."""
    parts = [
        "# The record\n",
        "Generated from the types by `make docs`. Spans are `[start, end)` in code points of",
        "the report's text; `standoff read --json` writes them as `[start, end]` pairs.\n",
    ]
    for kind in TYPES:
        parts.append(
            f"## {kind.__name__}\n\n{inspect.getdoc(kind)}\n\n| field | holds |\n|---|---|"
        )
        parts += [f"| `{f.name}` | `{_named(f.type)}` |" for f in fields(kind)]
        parts.append("")
    for closed in (Status, Stance):
        parts.append(
            f"## {closed.__name__}\n\n" + ", ".join(f"`{m.value}`" for m in closed) + "\n"
        )
    return "\n".join(parts)


def _named(kind: object) -> str:
    name = kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind))
    text = str(kind) if "[" in str(kind) or "|" in str(kind) else name
    return text.replace("standoff.model.", "").replace("|", "or")


def codebook_page() -> str:
    """Return the codebook: types with definition, scores, modes and the entries of each."""
    ontology = load_ontology(DATA, Faults())
    entries = load_lexicon(DATA, Faults()).by_id.values()
    counts = Counter(entry.type for entry in entries)
    parts = [
        "# Codebook\n",
        "Generated from `data/ontology/` by `make docs`: the sixteen types of PLOVER 2, with",
        "quad class, CAMEO root and Goldstein score beside each; and the codes of CAMEO.\n",
        "| type | definition | quad class | CAMEO root | Goldstein | lexicon entries |",
        "|---|---|---|---|---|---|",
    ]
    for kind in ontology.types.values():
        cells = (kind.name, kind.definition, kind.quad_class, kind.cameo, kind.goldstein)
        parts.append("| " + " | ".join(map(str, (*cells, counts[kind.name]))) + " |")
    parts.append("\n## Modes\n")
    parts += [f"- **{k.name}**: {', '.join(k.modes)}" for k in ontology.types.values()]
    parts += ["\n## Contexts\n", ", ".join(sorted(ontology.contexts)), ""]
    return "\n".join([*parts, *_cameo_table(ontology.cameo.values(), entries)])


def _cameo_table(codes: Iterable[CameoCode], entries: Iterable[Entry]) -> list[str]:
    """Return every code of CAMEO with its scores and how many entries give it."""
    counts = Counter(entry.cameo for entry in entries)
    rows = [
        "## CAMEO codes\n",
        "A code of two digits is a root; one of three or four lies below the code it begins",
        "with. A score with * is that of the code above it: the published scale has none.\n",
        "| code | name | quad class | Goldstein | lexicon entries |",
        "|---|---|---|---|---|",
    ]
    for code in codes:
        score = f"{code.goldstein}{'*' if code.inherited else ''}"
        cells = (f"`{code.code}`", code.name, code.quad_class, score, counts[code.code])
        rows.append("| " + " | ".join(map(str, cells)) + " |")
    return [*rows, ""]


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them."""
    stale = []
    for name, text in (("record.md", record_page()), ("codebook.md", codebook_page())):
        path = DOCS / name
        if "--check" not in arguments:
            path.write_text(text, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != text:
            stale.append(path)
    for path in stale:
        print(f"{path} is not what the types and the ontology say: run make docs")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
