"""What holds of the quotes of any report."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.quote_cues import load_quote_cues
from standoff.model import Document, Mentions, Quote, Span
from standoff.parse.spacy import SpacyParser
from standoff.quotes import find_quotes
from standoff.segment import sentences

Read = Callable[[str], tuple[Quote, ...]]
pytestmark = pytest.mark.model
FEW = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SENTENCES = (
    "“We will stay,” the mayor of Vell said, “and nobody can move us.”",
    "The army said that the pass was closed and warned that it would shoot.",
    "‘The well is dry,’ a farmer said.",
    "Nine men fell, according to the coast guard.",
    "The envoy called the offer “a bad joke” and left.",
    "“The bridge is gone, the driver said.",
    "The islanders fear that the cable will be cut, Marr told reporters.",
    "\"No,\" she said. \"Never.\"",
    "It rained on the border for a week.",
    "The bishop praised the crew for its courage.",
    "«Go home», the guard shouted.",
)  # fmt: skip
NOISE = st.text(alphabet="ab .,:;“”\"'’‘«»—()[]é\u00a0😀", max_size=40)
REPORTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join)


@pytest.fixture(scope="module")
def read() -> Read:
    parser = SpacyParser()
    cues = load_quote_cues(DATA, Faults())

    def quotes_of(text: str) -> tuple[Quote, ...]:
        document = report(text)
        parses = tuple(parser.parse(document, sentences(document)))
        return find_quotes(document, parses, Mentions(()), cues)

    return quotes_of


def report(text: str) -> Document:
    start, paragraphs = 0, []
    for line in text.split("\n"):
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            paragraphs.append(Span(left, left + len(line.strip())))
        start += len(line) + 1
    return Document(id="any", text=text, paragraphs=tuple(paragraphs))


def spans(quote: Quote) -> list[Span]:
    return [*quote.parts, *(s for s in (quote.cue, quote.speaker_span) if s)]


def moved(quote: Quote, by: int) -> Quote:
    return replace(
        quote,
        parts=tuple(p.shifted(by) for p in quote.parts),
        cue=quote.cue.shifted(by) if quote.cue else None,
        speaker_span=quote.speaker_span.shifted(by) if quote.speaker_span else None,
    )


@FEW
@given(text=REPORTS, before=NOISE, after=NOISE)
def test_spans_lie_in_the_report_and_never_overlap_the_cue(
    read: Read, text: str, before: str, after: str
) -> None:
    whole = f"{before} {text} {after}"
    for quote in read(whole):
        assert all(0 <= s.start < s.end <= len(whole) for s in spans(quote))
        assert all(s.of(whole).strip() == s.of(whole) for s in spans(quote))
        if quote.cue:
            assert not any(quote.covers(i) for i in range(quote.cue.start, quote.cue.end))


@FEW
@given(text=REPORTS)
def test_parts_are_in_text_order_and_apart(read: Read, text: str) -> None:
    for quote in read(text):
        ends = [0, *(p.end for p in quote.parts)]
        assert all(p.start >= end for p, end in zip(quote.parts, ends, strict=False))


@FEW
@given(text=REPORTS)
def test_a_nested_quote_lies_in_the_quote_it_names(read: Read, text: str) -> None:
    quotes = read(text)
    for quote in quotes:
        if quote.inside is not None:
            place = quote.cue.start if quote.cue else quote.parts[0].start
            assert quotes[quote.inside].covers(place)


@FEW
@given(text=REPORTS)
def test_a_paragraph_in_front_shifts_all_offsets_and_changes_nothing_else(
    read: Read, text: str
) -> None:
    front = "It was cold in the hills and the road was empty.\n"
    assert read(front + text) == tuple(moved(q, len(front)) for q in read(text))


@FEW
@given(text=REPORTS)
def test_reading_twice_gives_the_same_quotes(read: Read, text: str) -> None:
    assert read(text) == read(text)
