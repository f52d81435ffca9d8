"""What holds of the record of any text."""

import json
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from standoff.model import Document, Span
from standoff.model.format1 import to_json, to_row

pytestmark = pytest.mark.model
FEW = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
DAY = "2024-05-02"
SENTENCES = (
    "Chad on Monday demanded that Sudan open the crossing 🚛 within a week.",
    "“We will not move,” Sudanese President Abdel Fattah al-Burhan said. “Never.”",
    "Sudan's\u00a0army warned that it would shoot if the convoy came closer.",
    "The African Union offered to mediate; both sides accepted the offer in Addis Ababa.",
    "‘Nobody asked us,’ he told reporters, “and nobody will.",
    "According to the ministry, 40 soldiers were sent to Adré on Tuesday.",
    "She denied that Libya had armed the rebels, and called on Egypt to help.",
    "It rained for a week.",
    "İstanbul’da — “e\u0301tait” — Turkey rejected Greece's claim 👨\u200d👧.",
)
BREAKS = st.sampled_from([" ", "\n\n", "\r\n\r\n", "\u00a0", "\u2028", "\n"])
NOISE = st.text(alphabet="ab .,:;“”\"'’‘«»—()[]é\u00a0\u200b\u00ad😀\r\n\t", max_size=30)
PIECES = st.one_of(st.sampled_from(SENTENCES), NOISE)
TEXTS = st.lists(st.tuples(PIECES, BREAKS), min_size=1, max_size=6).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
PROSE = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("\n\n".join)


def spans(value):
    """Every span in a record, however deep."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans(item)]
    if is_dataclass(value):
        return [span for field in fields(value) for span in spans(getattr(value, field.name))]
    return []


def moved(value, by):
    """A row with every span moved."""
    if isinstance(value, Span):
        return value.shifted(by)
    if isinstance(value, tuple):
        return tuple(moved(item, by) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        return replace(value, **{name: moved(getattr(value, name), by) for name in names})
    return value


def rows(record):
    """The rows of a record without their ids, which hash where they stand."""
    events = tuple(replace(event, id="") for event in record.events)
    positions = tuple(replace(position, events=()) for position in record.positions)
    return record.mentions, record.quotes, events, positions


@FEW
@given(text=TEXTS)
def test_every_span_lies_in_the_document_and_holds_words(coder, text):
    record = coder.read(text, published=DAY)
    for span in spans(record):
        assert 0 <= span.start < span.end <= len(record.document.text)
        assert span.of(record.document.text).strip()


@FEW
@given(text=TEXTS)
def test_coding_twice_gives_equal_records(coder, text):
    assert coder.read(text, published=DAY) == coder.read(text, published=DAY)


@FEW
@given(text=PROSE)
def test_a_paragraph_in_front_moves_every_row_by_its_length(coder, text):
    # a lead is dated by its place, so that the first paragraph is of our own in both
    lead = "It was cold in the hills and the road was empty all day.\n\n"
    more = "The shops were shut, and a dog 🐕 slept on the steps.\r\n\r\n"
    once = coder.read(lead + text, published=DAY)
    twice = coder.read(lead + more + text, published=DAY)
    assert rows(twice) == tuple(moved(row, len(more)) for row in rows(once))
    cut = [sentence.span.shifted(len(more)) for sentence in once.sentences[1:]]
    assert [sentence.span for sentence in twice.sentences[2:]] == cut


@FEW
@given(text=TEXTS)
def test_format_1_is_one_line_that_reads_back_as_it_was(coder, text):
    record = coder.read(text, published=DAY)
    line = to_json(record)
    assert "\n" not in line
    row = json.loads(line)
    assert row == to_row(record)
    assert row["text"] == text
    ids = [event["id"] for event in row["events"]]
    assert len(set(ids)) == len(ids)
    assert {id_ for position in row["positions"] for id_ in position["from"]} <= set(ids)


@FEW
@given(text=TEXTS)
def test_rows_stand_in_prose_and_quotes_are_counted_right(coder, text):
    record = coder.read(text, published=DAY)
    for event in record.events:
        assert any(s.span.start <= event.trigger.start < s.span.end for s in record.sentences)
        assert event.quote is None or event.quote < len(record.quotes)
    for quote in record.quotes:
        assert quote.inside is None or quote.inside < len(record.quotes)
        assert is_in_prose(record.document, quote.parts[0])


def is_in_prose(document: Document, span: Span) -> bool:
    """Tell whether a span begins in a paragraph."""
    return any(p.start <= span.start < p.end for p in document.paragraphs)
