"""Run the examples of the lexicon through the parser: each must match its entry.

usage: python tools/prove_lexicon.py [TYPE …]     exit 1 where an example fails
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from standoff.actors import link_mentions
from standoff.events.frames import frames
from standoff.events.match import candidates
from standoff.knowledge import strict_yaml
from standoff.knowledge.actors import ActorTables, load_actors
from standoff.knowledge.faults import Faults
from standoff.knowledge.lexicon import Lexicon, read_lexicon, type_files
from standoff.model import Document, Mentions, Parse, Sentence, Span
from standoff.parse.spacy import SpacyParser

FOLDER = Path(__file__).parents[1] / "src/standoff/data/lexicon/en"


def matched(
    document: Document, parse: Parse, lexicon: Lexicon, actors: ActorTables
) -> set[str]:
    """Return the ids of all entries that match somewhere in a sentence."""
    mentions = Mentions(link_mentions(document, (parse,), actors, None))

    def is_actor(index: int) -> bool:
        mention = mentions.at(parse.tokens[index].start)
        return mention is not None and bool(mention.actor)

    return {e.id for frame in frames(parse) for e in candidates(frame, lexicon, is_actor)}


def parses(texts: list[str], parser: SpacyParser) -> Iterator[tuple[Document, Parse]]:
    """Yield the parse of each text, and the document that holds them all."""
    whole = "\n".join(texts)
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, Span(start, start + len(text)), index))
        start += len(text) + 1
    document = Document("examples", whole)
    for parse in parser.parse(document, tuple(sentences)):
        yield document, parse


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
    actors = load_actors(FOLDER.parents[1], faults)
    failed = 0
    for (entry, text, expected), (document, parse) in zip(
        all_claims, parses([c[1] for c in all_claims], SpacyParser()), strict=True
    ):
        if (entry in matched(document, parse, lexicon, actors)) != expected:
            failed += 1
            words = " ".join(f"{t.text}/{t.lemma}/{t.pos}/{t.dep}" for t in parse.tokens)
            print(f"{entry}: {'no match' if expected else 'false match'}: {text}\n    {words}")
    print(f"{len(rows)} entries, {len(all_claims)} sentences, {failed} failed")
    return 1 if failed or faults.found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
