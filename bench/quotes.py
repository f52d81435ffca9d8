"""How well quotes are found: attributions of quotes_dev, quotes of the gold reports.

usage: python bench/quotes.py [SHARED]     SHARED holds bench/ and gold/; ../shared by default
"""

import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from standoff.actors import link_mentions
from standoff.export.parc import quotes_to_parc
from standoff.ingest.text_reader import document_from_text
from standoff.knowledge.knowledge import load_knowledge
from standoff.model import Mentions, Quote, QuoteKind
from standoff.parse.spacy import SpacyParser
from standoff.quotes import find_quotes, is_quote
from standoff.segment import sentences

SHARED = Path(__file__).parents[2] / "shared"
Row = dict[str, Any]


class Bench:
    """The loaded parser and knowledge, and the seconds each took."""

    def __init__(self) -> None:
        self.parser, self.known = SpacyParser(), load_knowledge()
        self.seconds = {"parsing": 0.0, "quotes": 0.0}

    def quotes(self, text: str, published: str | None) -> tuple[Quote, ...]:
        """Return all attributions of one text."""
        document = document_from_text(text)
        day = date.fromisoformat(published) if published else None
        start = time.perf_counter()
        parses = tuple(self.parser.parse(document, sentences(document)))
        parsed = time.perf_counter()
        mentions = Mentions(link_mentions(document, parses, self.known.actors, day))
        linked = time.perf_counter()
        found = find_quotes(document, parses, mentions, self.known.cues)
        self.seconds["parsing"] += parsed - start
        self.seconds["quotes"] += time.perf_counter() - linked
        return found


def attributions(bench: Bench, shared: Path) -> None:
    """Print the table of quotes_dev."""
    score = _module(shared / "bench" / "score_quotes.py")
    lines = (shared / "bench" / "quotes_dev.jsonl").read_text("utf-8").splitlines()
    gold = {row["id"]: row for row in map(json.loads, lines)}
    found = {i: quotes_to_parc(bench.quotes(r["text"], None)) for i, r in gold.items()}
    counts = score.score(gold, found)
    print(f"quotes_dev: {counts['all gold']} gold, {counts['all found']} found")
    for name, value in score.report(counts).items():
        print(f"  {name:<24}{value:7.3f}")


def reports(bench: Bench, shared: Path) -> None:
    """Print the table of the gold reports."""
    score = _module(shared / "bench" / "score_gold.py")
    tally: Counter[str] = Counter()
    for gold in score.read_gold([shared / "gold"]):
        found = [q for q in bench.quotes(gold["text"], gold["published"]) if is_quote(q)]
        for name in ("all", "direct"):
            rows = [r for r in gold["quotes"] if name in ("all", r["kind"])]
            ours = [q for q in found if name == "all" or q.kind is QuoteKind.DIRECT]
            pairs = score.match(rows, [_row(q) for q in ours], score.quote_overlap)
            tally.update({f"{name} hit": len(pairs), f"{name} n": len(rows) + len(ours)})
            if name == "all":
                tally.update(_judged(score, pairs))
    print("gold reports")
    for name in ("all", "direct"):
        print(f"  {name + ' F1':<24}{2 * tally[f'{name} hit'] / tally[f'{name} n']:7.3f}")
    for name in ("kind", "speaker", "speaker_actor"):
        print(f"  {name + ' right':<24}{tally[name] / tally['all hit']:7.3f}")


def _judged(score: ModuleType, pairs: Iterable[tuple[Row, Row]]) -> Counter[str]:
    right: Counter[str] = Counter()
    for gold, found in pairs:
        right["kind"] += gold["kind"] == found["kind"]
        right["speaker"] += score.same_speaker(gold, found)
        right["speaker_actor"] += score.same("speaker_actor", gold, found)
    return right


def _row(quote: Quote) -> Row:
    return {
        "quote": [[p.start, p.end] for p in quote.parts],
        "kind": quote.kind.value,
        "speaker": quote.speaker,
        "speaker_actor": list(quote.speaker_actor),
    }


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot read {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(shared: Path) -> int:
    """Print both tables and what the stage costs."""
    if not (shared / "bench" / "quotes_dev.jsonl").exists():
        print(f"no annotated sets at {shared}; nothing was measured")
        return 0
    bench = Bench()
    attributions(bench, shared)
    reports(bench, shared)
    share = bench.seconds["quotes"] / bench.seconds["parsing"]
    print(f"finding quotes costs {share:.1%} of parsing")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED))
