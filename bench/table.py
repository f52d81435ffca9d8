"""Quality on the annotated sets beside the repository, and speed as ratios, in one table.

usage: python bench/table.py [--rows FILE] [--most N]

--rows: also write every record. --most: solve conflicts of up to 2^N states (14; 18 takes some
15 seconds more, 20 a minute or two). Without the sets (``../shared``) only that is measured.
"""

import argparse
import importlib.util
import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from gmcr_growth import costs, questions
from rich.console import Console
from rich.table import Table

from standoff.coder import Coder
from standoff.export.parc import quotes_to_parc
from standoff.export.plover import rows_to_plover
from standoff.ingest.text_reader import document_from_text
from standoff.model import Record
from standoff.model.format1 import to_row
from standoff.segment import sentences

FEW = 1 << 12  # states below which solving takes no time worth telling
SHARED = Path(__file__).parents[2] / "shared"
Row = dict[str, Any]


def scorer(name: str) -> ModuleType:
    """Load one of the annotators' scorers."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "bench" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def lines(name: str) -> list[Row]:
    """Read a set of JSON lines."""
    text = (SHARED / "bench" / f"{name}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def gold(coder: Coder) -> tuple[list[tuple[str, str]], list[Row]]:
    """Return the figures on the annotated reports, and every row coded."""
    peer = scorer("score_gold")
    counts: Counter[str] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    rows = []
    for path in sorted((SHARED / "gold").glob("*.json")):
        want = json.loads(path.read_text("utf-8"))
        got = to_row(coder.read(want["text"], published=want["published"], id=want["id"],
                                title=want["title"], publisher=want["publisher"]))  # fmt: skip
        rows.append(got)
        counts.update(peer.tally_document(want, got))
        pairs = peer.match(want["events"], got["events"], peer.event_overlap)
        confusion.update((w["type"], g["type"]) for w, g in pairs)
    figures = [
        (name, f"{f.get('f1', f.get('accuracy')) or 0:.3f}")
        for name, f in peer.scores(counts).items()
    ]
    print_confusion(confusion)
    return figures, rows


def print_confusion(confusion: Counter[tuple[str, str]]) -> None:
    """Print which type was taken for which, where they differ."""
    table = Table("gold type", "coded as", "times", title="Types confused, among events found")
    for (want, got), times in confusion.most_common():
        if want != got:
            table.add_row(want, got, str(times))
    Console().print(table)


def sentences_set(coder: Coder, name: str) -> list[str]:
    """Return the scorer's lines on a set of single sentences.

    The sets have PLOVER's actor codes, so the rows are those of ``export --format plover``.
    """
    peer = scorer("score_events")
    want, got = {}, {}
    for row in lines(name):
        want[row["id"]] = row
        record = to_row(coder.read(row["text"], id=row["id"]))
        got[row["id"]] = {"events": rows_to_plover(record)}
    return [str(line) for line in peer.score(want, got)]


def quotes_set(coder: Coder) -> dict[str, float]:
    """Return the scorer's figures on the attribution set."""
    peer = scorer("score_quotes")
    articles = {row["id"]: row for row in lines("quotes_dev")}
    found = {}
    for key, row in articles.items():
        record = coder.read(row["text"], id=key)
        found[key] = quotes_to_parc((*record.quotes, *record.attributions))
    result: dict[str, float] = peer.report(peer.score(articles, found))
    return result


def speed(coder: Coder) -> list[tuple[str, str]]:
    """Return the cost of the coder over that of the bare parser on the same sentences."""
    texts = [row["text"] for row in lines("quotes_dev")]
    documents = [document_from_text(text) for text in texts]
    cut = [sentences(document) for document in documents]
    for document in documents[:4]:
        coder.code(document)
    start = time.perf_counter()
    for document, found in zip(documents, cut, strict=True):
        tuple(coder.kit.parser.parse(document, found))
    bare = time.perf_counter() - start
    start = time.perf_counter()
    records: list[Record] = [coder.code(document) for document in documents]
    coded = time.perf_counter() - start
    count = sum(len(record.sentences) for record in records)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        ("coding ÷ bare parsing", f"{coded / bare:.2f}"),
        ("sentences a second, one core", f"{count / coded:.0f}"),
        ("articles a second, one core", f"{len(records) / coded:.1f}"),
        ("peak memory, MB", f"{peak:.0f}"),
    ]


def solving(most: int) -> list[tuple[str, str]]:
    """Return what solving a conflict costs, and the ratio to one of a quarter of the states."""
    return [
        (f"{name}, {states:,} states", f"{took:.2f} s, × {ratio}")
        for name, (largest, ask) in questions(most).items()
        for states, took, ratio in costs(range(10, largest + 1, 2), ask)
        if states >= FEW
    ]


def quality(coder: Coder) -> tuple[list[tuple[str, str]], list[Row]]:
    """Return the figures on every annotated set, and the rows coded of the reports."""
    figures, rows = gold(coder)
    found = [(f"gold: {name}", figure) for name, figure in figures]
    for name in ("events_dev", "quad_dev"):
        found += [(name, line) for line in sentences_set(coder, name)[:6]]
    found += [
        (f"quotes_dev: {name}", f"{value:.3f}") for name, value in quotes_set(coder).items()
    ]
    found += [(f"speed: {name}", figure) for name, figure in speed(coder)]
    return found, rows


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=Path)
    parser.add_argument("--most", type=int, default=14)
    options = parser.parse_args()
    figures, rows = [], []
    if (SHARED / "gold").is_dir():
        figures, rows = quality(Coder())
    else:
        print(f"no annotated sets at {SHARED}: quality is not measured")
    figures += [(f"gmcr: {name}", figure) for name, figure in solving(options.most)]
    table = Table("measure", "figure", title="Quality and speed")
    for name, figure in figures:
        table.add_row(name, figure)
    Console(width=120).print(table)
    if options.rows:
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        options.rows.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
