"""Every case of tests/cases/quotes: a text in, its quotes out."""

from pathlib import Path
from typing import Any

import pytest

from standoff.knowledge import strict_yaml
from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.quote_cues import QuoteCues, load_quote_cues
from standoff.model import Document, Mentions, Quote, Span
from standoff.parse.spacy import SpacyParser
from standoff.quotes import find_quotes, is_quote
from standoff.segment import sentences

Row = dict[str, Any]
CASES = [
    pytest.param(case, id=f"{path.stem}-{case['id']}")
    for path in sorted((Path(__file__).parents[2] / "cases" / "quotes").glob("*.yaml"))
    for case in strict_yaml.read(path)
]
WITH_OTHERS = [c for c in CASES if "others" in str(c.values[0])]
pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def cues() -> QuoteCues:
    faults = Faults()
    found = load_quote_cues(DATA, faults)
    faults.refuse()
    return found


def report(text: str) -> Document:
    start, paragraphs = 0, []
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Document(id="case", text=text, paragraphs=tuple(paragraphs))


def found_in(text: str, parser: SpacyParser, cues: QuoteCues) -> tuple[Quote, ...]:
    document = report(text)
    parses = tuple(parser.parse(document, sentences(document)))
    return find_quotes(document, parses, Mentions(()), cues)


def words(quote: Quote, text: str) -> list[str]:
    return [part.of(text) for part in quote.parts]


def of(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def given(row: Row, key: str) -> str | None:
    return None if row[key] == "null" else str(row[key])


@pytest.mark.parametrize("case", CASES)
def test_a_case_gives_exactly_its_quotes(
    case: Row, parser: SpacyParser, cues: QuoteCues
) -> None:
    text = case["text"]
    found = found_in(text, parser, cues)
    quotes = [q for q in found if is_quote(q)]
    expected = [
        (row["words"], row["kind"], given(row, "cue"), given(row, "speaker"))
        for row in case["quotes"]
    ]
    assert [
        (words(q, text), q.kind.value, of(q.cue, text), of(q.speaker_span, text))
        for q in quotes
    ] == expected
    for quote, row in zip(quotes, case["quotes"], strict=True):
        assert "name" not in row or quote.speaker == row["name"]
        nested = quote.inside is not None and is_quote(found[quote.inside])
        assert nested == ("inside" in row)


@pytest.mark.parametrize("case", WITH_OTHERS)
def test_a_case_keeps_attributions_that_are_no_quotes_apart(
    case: Row, parser: SpacyParser, cues: QuoteCues
) -> None:
    text = case["text"]
    others = [
        (words(q, text), q.attitude.value, of(q.cue, text), of(q.speaker_span, text))
        for q in found_in(text, parser, cues)
        if not is_quote(q)
    ]
    for row in case["others"]:
        assert (row["words"], row["attitude"], row["cue"], row["speaker"]) in others
