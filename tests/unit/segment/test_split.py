"""Sentences: quotations kept whole, stops told from abbreviations, long ones cut."""

import time
from pathlib import Path

import pytest

from standoff.ingest.text_reader import document_from_text
from standoff.knowledge import strict_yaml
from standoff.model import Document, Span
from standoff.segment import sentences
from standoff.segment.split import LONGEST

CASES = Path(__file__).parents[2] / "cases" / "segment"


def cases() -> list[tuple[str, str, list[str]]]:
    return [
        (case["about"], case["text"], case["sentences"])
        for path in sorted(CASES.glob("*.yaml"))
        for case in strict_yaml.read(path)
    ]


def by_line(text: str) -> Document:
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Document("d", text, paragraphs=tuple(spans))


def cut(text: str) -> list[str]:
    return [s.span.of(text) for s in sentences(by_line(text))]


@pytest.mark.parametrize(("about", "text", "expected"), cases())
def test_the_case_is_cut_as_it_says(about: str, text: str, expected: list[str]) -> None:
    assert cut(text) == expected, about


def test_sentences_are_numbered_and_know_their_paragraph() -> None:
    found = sentences(by_line("One ends. Two ends.\n\nThree ends."))
    assert [(s.index, s.paragraph) for s in found] == [(0, 0), (1, 0), (2, 1)]


def test_a_long_quotation_that_never_closes_is_cut_at_its_sentences() -> None:
    text = "“" + "The boats are in and the fees are paid. " * 20
    assert len(cut(text)) == 20


def test_a_long_quotation_that_closes_is_not_cut() -> None:
    text = "“" + "The boats are in and the fees are paid. " * 20 + "So it is,” Roe said."
    assert len(cut(text)) == 1


@pytest.mark.parametrize("unit", ["word ", "x", "clause one, ", "é\u0301"])
def test_no_sentence_is_longer_than_can_be_parsed(unit: str) -> None:
    text = unit * (9_000 // len(unit))
    found = cut(text)
    assert len(found) > 1
    assert max(map(len, found)) <= LONGEST
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_a_letter_is_not_cut_from_the_mark_over_it() -> None:
    assert all(not s.startswith("\u0301") for s in cut("xe\u0301" * 3_001))


@pytest.mark.slow
def test_a_line_of_a_megabyte_is_cut_in_a_few_seconds() -> None:
    text = "“The port is open,” Roe said. The U.S. boats came at 3 p.m. and left. " * 14_500
    begun = time.process_time()
    found = cut(text)
    assert time.process_time() - begun < 10
    assert len(found) == 29_000


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    document = document_from_text("OSLO (Reuters) - The boats left. They came back.")
    first = sentences(document)[0]
    assert first.span.of(document.text) == "The boats left."
