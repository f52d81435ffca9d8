"""A report given as text: its prose, and what stands around it."""

from datetime import date
from hashlib import sha256

import pytest

from standoff.ingest.text_reader import document_from_text
from standoff.model import Document

PROSE = "The port closed its gates on Monday, and the boats of the north lay still in the bay."


def prose(document: Document) -> list[str]:
    return [p.of(document.text) for p in document.paragraphs]


def test_each_line_is_a_paragraph() -> None:
    text = f"{PROSE}\nRoe was not there.\n\n\nNor was the mayor.\n* * *\n"
    assert prose(document_from_text(text)) == [
        PROSE,
        "Roe was not there.",
        "Nor was the mayor.",
    ]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "The port closed its gates on Monday, and the boats of the north\n"
        "lay still in the bay until the harbour master, who had been away\n"
        "for a week, came back and opened them again.\n\n"
        "The mayor said that nobody had asked him whether the gates were to\r\n"
        "be closed, and that he would have said no.\n"
        "  A new paragraph may also begin with a line that is set in from\n"
        "the edge of the page.\n"
    )
    found = prose(document_from_text(text))
    assert [p.split()[0] for p in found] == ["The", "The", "A"]
    assert found[0].endswith("again.")
    assert "\r\n" in found[1]


def test_everything_around_the_prose_is_set_apart() -> None:
    text = (
        "Port closes its gates\n"
        "By Ines Roe and Jan de Vries\n"
        "USA TODAY\n"
        "Published: 12 March 2024\n"
        f"{PROSE}\n"
        "Read more: The history of the gates\n"
        "The mayor was not asked. Ines Roe in Oslo contributed to this report.\n"
        "(Reporting by Ines Roe; Editing by Jan de Vries)\n"
        "Copyright 2024 The Northern Post. All rights reserved.\n"
    )
    document = document_from_text(text)
    assert prose(document) == [PROSE, "The mayor was not asked."]
    assert document.title == "Port closes its gates"
    assert document.publisher == "USA TODAY"
    assert document.published == date(2024, 3, 12)
    assert document.language == "en"


@pytest.mark.parametrize(
    "byline",
    [
        "Ines Roe and Jan de Vries\nUSA TODAY",
        "By Ines Roe\n(AP)",
        "By Ines Roe, Northern Post\nAP",
    ],
)
def test_a_byline_without_a_title_is_no_prose(byline: str) -> None:
    document = document_from_text(f"{byline}\n{PROSE}")
    assert prose(document) == [PROSE]
    assert document.title is None
    assert document.publisher in {"USA TODAY", "AP"}


@pytest.mark.parametrize(
    ("credit", "left"),
    [
        ("The Associated Press contributed to this report.", None),
        ("Contributing: The Associated Press", None),
        ("Reporting by Ines Roe; editing by Jan de Vries", None),
        ("© Northern Post 2024", None),
        ("The gates opened. (Reporting by Ines Roe)", "The gates opened."),
        ("He paid. J. Roe of the AP contributed reporting.", "He paid."),
        ("Copyright 2024 The Northern Post. Not to be reprinted.", None),
    ],
)
def test_credits_end_the_prose(credit: str, left: str | None) -> None:
    expected = [PROSE] if left is None else [PROSE, left]
    assert prose(document_from_text(f"{PROSE}\n{credit}")) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law is what the port and the town quarrel over.",
        "He asked who had contributed.",
        "More boats came.",
    ],
)
def test_prose_that_begins_like_credits_stays(line: str) -> None:
    assert prose(document_from_text(f"{PROSE}\n{line}")) == [PROSE, line]


def test_a_dateline_is_no_prose_and_gives_publisher_and_day() -> None:
    document = document_from_text(f"OSLO, 12 March 2024 (AFP) – {PROSE}")
    assert prose(document) == [PROSE]
    assert document.dateline is not None
    assert document.dateline.span.of(document.text) == "OSLO, 12 March 2024 (AFP) –"
    assert (document.publisher, document.published) == ("AFP", date(2024, 3, 12))


def test_what_is_given_is_kept_over_what_is_found() -> None:
    document = document_from_text(
        f"OSLO, 12 March 2024 (AFP) – {PROSE}",
        id="x",
        title="T",
        url="https://example.org",
        publisher="P",
        published=date(2020, 1, 1),
    )
    assert (document.id, document.title, document.publisher) == ("x", "T", "P")
    assert (document.url, document.published) == ("https://example.org", date(2020, 1, 1))


def test_nothing_is_guessed() -> None:
    document = document_from_text(PROSE)
    assert (document.published, document.publisher, document.title) == (None, None, None)
    assert (document.url, document.dateline) == (None, None)


def test_an_ambiguous_date_at_the_head_is_no_date_and_no_prose() -> None:
    document = document_from_text(f"Port closes\nPublished: 01/02/2024\n{PROSE}")
    assert document.published is None
    assert prose(document) == [PROSE]


def test_the_id_is_of_the_source() -> None:
    digest = sha256(PROSE.encode()).hexdigest()
    document = document_from_text(PROSE)
    assert (document.id, document.source_sha256) == (digest[:16], digest)
    assert document_from_text(PROSE, source_sha256="ab" * 32).id == "ab" * 8


@pytest.mark.parametrize("line", ["Roe: Port 'may close.'", "Will the port close?"])
def test_a_first_line_that_is_a_sentence_is_prose(line: str) -> None:
    document = document_from_text(f"{line}\n{PROSE}")
    assert prose(document) == [line, PROSE]
    assert document.title is None


def test_a_text_of_one_line_is_prose_whatever_it_is() -> None:
    assert prose(document_from_text("Port closes its gates")) == ["Port closes its gates"]


@pytest.mark.parametrize("text", ["", " \n ", "* * *\n—\n"])
def test_a_text_without_words_has_no_prose(text: str) -> None:
    assert document_from_text(text).paragraphs == ()


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    document = document_from_text("The boats\ud800 left.")
    assert document.text == "The boats\N{REPLACEMENT CHARACTER} left."
