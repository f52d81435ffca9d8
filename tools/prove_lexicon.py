"""Run the examples of the lexicon through the parser: each must match its entry.

usage: python tools/prove_lexicon.py [TYPE …]     exit 1 where an example fails
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from standoff.events.frames import frames
from standoff.events.match import candidates
from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults
from standoff.knowledge.lexicon import Lexicon, read_lexicon, type_files
from standoff.model import Document, Parse, Sentence, Span
from standoff.parse.spacy import SpacyParser

FOLDER = Path(__file__).parents[1] / "src/standoff/data/lexicon/en"
ACTOR_POS = {"PROPN", "PRON"}


def matched(parse: Parse, lexicon: Lexicon) -> set[str]:
    """Return the ids of all entries that match somewhere in a sentence."""

    def is_actor(index: int) -> bool:
        return parse.tokens[index].pos in ACTOR_POS or parse.tokens[index].text[0].isupper()

    return {e.id for frame in frames(parse) for e in candidates(frame, lexicon, is_actor)}


def parses(texts: list[str], parser: SpacyParser) -> Iterator[Parse]:
    """Yield the parse of each text."""
    whole = "\n".join(texts)
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, Span(start, start + len(text)), index))
        start += len(text) + 1
    yield from parser.parse(Document("examples", whole), tuple(sentences))


def claims(rows: list[dict[str, Any]]) -> list[tuple[str, str, bool]]:
    """Return (entry id, sentence, must match) for every example and near miss."""
    found = [(r["id"], text, True) for r in rows for text in r.get("examples", ())]
    return found + [(r["id"], text, False) for r in rows for text in r.get("not", ())]


def main(wanted: list[str]) -> int:
    """Print what fails and how many hold."""
    faults = Faults()
    lexicon = read_lexicon(FOLDER, faults)
    for fault in faults.found:
        print(fault)
    paths = [p for p in type_files(FOLDER) if not wanted or p.stem in wanted]
    rows = [row for path in paths for row in strict_yaml.read(path) or ()]
    all_claims = claims(rows)
    failed = 0
    for (entry, text, expected), parse in zip(
        all_claims, parses([c[1] for c in all_claims], SpacyParser()), strict=True
    ):
        if (entry in matched(parse, lexicon)) != expected:
            failed += 1
            words = " ".join(f"{t.text}/{t.lemma}/{t.pos}/{t.dep}" for t in parse.tokens)
            print(f"{entry}: {'no match' if expected else 'false match'}: {text}\n    {words}")
    print(f"{len(rows)} entries, {len(all_claims)} sentences, {failed} failed")
    return 1 if failed or faults.found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
