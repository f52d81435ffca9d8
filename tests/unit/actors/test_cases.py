"""Sentences in, mentions out: tests/cases/actors/*.yaml against the shipped tables."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import standoff
from standoff.actors import link_mentions
from standoff.knowledge import strict_yaml
from standoff.knowledge.actors import ActorTables, load_actors
from standoff.knowledge.faults import Faults
from standoff.model import Document, Mention, Mentions, Sentence, Span
from standoff.parse.spacy import SpacyParser

CASES = Path(__file__).parents[2] / "cases" / "actors"
DATA = Path(standoff.__file__).parent / "data"
pytestmark = pytest.mark.model


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        for case in strict_yaml.read(path):
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return load_actors(DATA, Faults())


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def read(lines: list[str]) -> tuple[Document, tuple[Sentence, ...]]:
    sentences, start = [], 0
    for index, line in enumerate(lines):
        sentences.append(Sentence(index, Span(start, start + len(line)), 0))
        start += len(line) + 1
    return Document("case", " ".join(lines)), tuple(sentences)


def at(mentions: Mentions, text: str, words: str) -> Mention | None:
    start = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)][-1]
    inside = mentions.within(Span(start, start + len(words)))
    return inside[-1] if inside else None


@pytest.mark.parametrize("case", list(cases()))
def test_the_mentions_of_a_case_are_resolved_as_it_says(
    case: dict[str, Any], tables: ActorTables, parser: SpacyParser
) -> None:
    document, sentences = read(case["text"])
    parses = tuple(parser.parse(document, sentences))
    day = date.fromisoformat(case["on"]) if "on" in case else None
    mentions = Mentions(link_mentions(document, parses, tables, day))
    for words, expected in case.get("expect", {}).items():
        mention = at(mentions, document.text, words)
        if expected == []:
            assert mention is None or mention.actor == ()
            continue
        assert mention is not None, f"no mention at {words!r}"
        fields = expected if isinstance(expected, dict) else {"actor": expected}
        for field, value in fields.items():
            found = getattr(mention, field)
            assert (list(found) if field == "actor" else found) == value, mention
    codes = {code for mention in mentions for code in mention.actor}
    assert not codes & set(case.get("absent", []))
    for words in case.get("none", []):
        assert at(mentions, document.text, words) is None
