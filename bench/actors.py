"""How often a mention resolves to the annotated actor, measured without the events stage.

For each annotated span: does the mention whose head lies in it have the annotated codes, or the
annotated name? Prints shares right, and the cost of linking beside that of parsing.

usage: python bench/actors.py [--misses]
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from standoff.actors import link_mentions
from standoff.actors.automaton import automaton_of
from standoff.ingest.text_reader import document_from_text
from standoff.knowledge.actors import ActorTables, load_actors
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.model import Mention, Parse, Span
from standoff.parse.spacy import SpacyParser
from standoff.segment import sentences

SHARED = Path(__file__).parents[2] / "shared"
PLACEHOLDER = date(2000, 1, 1)
Row = dict[str, Any]


class Bench:
    """The tallies, and the seconds spent parsing and linking."""

    def __init__(self) -> None:
        self.faults = Faults()
        self.tables: ActorTables = load_actors(DATA, self.faults)
        self.parser = SpacyParser()
        automaton_of(self.tables)  # made once a process
        self.right: Counter[str] = Counter()
        self.judged: Counter[str] = Counter()
        self.misses: list[str] = []
        self.parsing = self.linking = 0.0

    def mentions(self, text: str, day: date | None) -> tuple[Mention, ...]:
        """Return the mentions of one text."""
        document = document_from_text(text)
        start = time.perf_counter()
        parses: tuple[Parse, ...] = tuple(self.parser.parse(document, sentences(document)))
        parsed = time.perf_counter()
        found = link_mentions(document, parses, self.tables, day)
        self.parsing += parsed - start
        self.linking += time.perf_counter() - parsed
        return found

    def judge(self, what: str, right: bool, words: str, found: Mention | None) -> None:
        """Count one judgement."""
        self.judged[what] += 1
        self.right[what] += right
        if not right:
            got = (found.actor, found.name, found.rule) if found else "no mention"
            self.misses.append(f"{what}: {words!r}: {got}")

    def show(self) -> None:
        """Print the shares right and the cost."""
        for what, count in self.judged.items():
            print(f"{what:<26}{self.right[what] / count:7.3f} of {count}")
        print(f"{'linking : parsing':<26}{self.linking / self.parsing:7.3f}")


def main() -> int:
    """Run over the annotated sets, where they lie beside the repository."""
    if not (SHARED / "gold").is_dir():
        print(f"nothing to measure: no annotated reports at {SHARED}")
        return 0
    bench = Bench()
    for path in sorted((SHARED / "gold").glob("*.json")):
        _report(bench, json.loads(path.read_text("utf-8")))
    with (SHARED / "bench" / "events_dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            _sentence(bench, json.loads(line))
    bench.show()
    if "--misses" in sys.argv:
        print(*bench.misses, sep="\n")
    return 0


def _report(bench: Bench, gold: Row) -> None:
    text = gold["text"]
    found = bench.mentions(text, _day(gold["published"]))
    for event in gold["events"]:
        for slot in ("actor", "recipient"):
            if event[f"{slot}_span"]:
                _codes(bench, f"gold {slot}", text, found, event[f"{slot}_span"], event[slot])
    for quote in gold["quotes"]:
        if quote["speaker_span"]:
            span, codes = quote["speaker_span"], quote["speaker_actor"]
            _codes(bench, "gold speaker_actor", text, found, span, codes)
            _name(bench, text, found, span, quote["speaker"])


def _codes(
    bench: Bench,
    what: str,
    text: str,
    found: tuple[Mention, ...],
    at: list[int],
    gold: list[str],
) -> None:
    span = Span(*at)
    best = _best(found, span)
    together = {code for mention in _apart(found, span) for code in mention.actor}
    right = set(gold) in ([set(best.actor), together] if best else [set()])
    bench.judge(what, right, f"{span.of(text)} = {gold}", best)


def _name(
    bench: Bench, text: str, found: tuple[Mention, ...], at: list[int], gold: str
) -> None:
    best = _best(found, Span(*at))
    names = [(best.name if best else "") or "", gold or ""]
    short, full = sorted((name.casefold().split() for name in names), key=len)
    right = short == full[-len(short) :] if short else not full
    bench.judge("gold speaker", right, f"{Span(*at).of(text)} = {gold}", best)


def _inside(found: tuple[Mention, ...], span: Span) -> list[Mention]:
    heads = [m for m in found if span.start <= m.head.start and m.head.end <= span.end]
    if heads:
        return heads
    around = [m for m in found if m.span.start <= span.start and span.end <= m.span.end]
    return [min(around, key=lambda m: m.span.end - m.span.start)] if around else []


def _best(found: tuple[Mention, ...], span: Span) -> Mention | None:
    def share(mention: Mention) -> float:
        common = min(span.end, mention.span.end) - max(span.start, mention.span.start)
        longest = max(span.end, mention.span.end) - min(span.start, mention.span.start)
        return common / longest

    return max(_inside(found, span), key=share, default=None)


def _apart(found: tuple[Mention, ...], span: Span) -> Iterator[Mention]:
    """Yield the mentions of a coordination: the best, and those that lie outside it."""
    best = _best(found, span)
    for mention in _inside(found, span):
        outside = best and (
            mention.span.start >= best.span.end or mention.span.end <= best.span.start
        )
        if mention is best or (outside and mention.kind.value not in {"modifier", "place"}):
            yield mention


def _sentence(bench: Bench, row: Row) -> None:
    text = row["text"]
    found = bench.mentions(text, _day(row["date"]))
    for event in row["events"]:
        for slot in ("actor", "recipient"):
            for words, code in zip(event.get(f"{slot}_text") or (), event[slot], strict=False):
                start = text.find(words.split(" ... ")[-1])
                if start >= 0:
                    span = Span(start, start + len(words.split(" ... ")[-1]))
                    _country(bench, f"bench {slot} country", text, found, span, code)


def _country(
    bench: Bench, what: str, text: str, found: tuple[Mention, ...], span: Span, code: str
) -> None:
    codes = {_part(bench, c) for m in _apart(found, span) for c in m.actor}
    bench.judge(what, code[:3] in codes, f"{span.of(text)} = {code}", _best(found, span))


def _part(bench: Bench, code: str) -> str | None:
    if code in bench.tables.groups:
        return bench.tables.groups[code].country
    return "IGO" if code in bench.tables.organisations else code[:3]


def _day(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return None if day == PLACEHOLDER else day


if __name__ == "__main__":
    raise SystemExit(main())
