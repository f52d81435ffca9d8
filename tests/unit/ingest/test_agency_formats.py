"""NewsML-G2, NITF and ninjs: what the agencies deliver."""

from collections.abc import Callable
from datetime import date

import pytest

Ingest = Callable[..., tuple[list, list]]
Sample = Callable[[str], bytes]
PROSE = ["The port closed its gates on Monday.", "“We stay,” said Roe."]


def test_nitf_gives_its_fields_and_its_dateline(ingest: Ingest, sample: Sample) -> None:
    ((document,), problems) = ingest(sample("nitf.xml"), "a.xml")
    assert problems == []
    assert (document.id, document.reader) == ("np-2024-0312-1", "nitf")
    assert (document.title, document.publisher) == ("Port closes its gates", "Northern Post")
    assert document.published == date(2024, 3, 12)
    assert document.dateline.span.of(document.text) == "OSLO, March 12"
    assert document.dateline.place == "Oslo"
    prose = [p.of(document.text) for p in document.paragraphs]
    assert prose == [PROSE[0], "“We stay,” said Roe & Sons."]


def test_newsml_gives_each_item_with_text(ingest: Ingest, sample: Sample) -> None:
    (first, second), problems = ingest(sample("newsml.xml"), "a.xml")
    assert first.id == "urn:newsml:post.example:20240312:1"
    assert (first.title, first.publisher) == ("Port closes its gates", "Northern Post")
    assert (first.published, second.published) == (date(2024, 3, 12), date(2024, 3, 13))
    assert [p.of(first.text) for p in first.paragraphs] == PROSE
    assert first.dateline.span.of(first.text) == "OSLO, March 12 (Northern Post)"
    assert [p.of(second.text) for p in second.paragraphs] == ["The gates opened.", "Roe left."]
    assert (second.dateline.place, second.publisher) == ("Oslo", "NP")
    assert first.source_sha256 != second.source_sha256
    assert [(p.code, p.message.split(":")[0]) for p in problems] == [
        ("no-text", "item 3"),
        ("withdrawn", "item 4"),
    ]


def test_ninjs_1_gives_its_fields(ingest: Ingest, sample: Sample) -> None:
    ((document,), problems) = ingest(sample("ninjs.json"), "a.json")
    assert problems == []
    assert (document.id, document.reader) == ("https://post.example/items/1", "ninjs")
    assert (document.title, document.publisher) == ("Port closes its gates", "Northern Post")
    assert document.published == date(2024, 3, 12)
    assert [p.of(document.text) for p in document.paragraphs] == PROSE


def test_ninjs_2_takes_the_plain_body_of_each_line(ingest: Ingest, sample: Sample) -> None:
    ((document,), problems) = ingest(sample("ninjs2.json"), "a.jsonl")
    assert (document.title, document.publisher) == ("Gates open", "Northern Post")
    assert document.text == "The gates opened.\nRoe left."
    assert [p.code for p in problems] == ["withdrawn", "no-text"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"<nitf><body>", "bad-xml"),
        (b"<x><nitf/></x>", "bad-xml"),
        (b"<nitf></nitf>", "no-text"),
        (b"<nitf>" + b"<a>" * 10_000 + b"</a>" * 10_000 + b"</nitf>", "too-deep"),
        (b'<newsItem guid="x"><contentSet/></newsItem>', "no-text"),
        (b"<newsMessage><itemSet/></newsMessage>", "no-text"),
        (b"<newsMessage>" + b" " * 5_000, "too-large"),
    ],
)
def test_what_cannot_be_read_is_told(ingest: Ingest, raw: bytes, code: str) -> None:
    documents, (problem,) = ingest(raw, "a.xml", max_bytes=200_000 if b"<a>" in raw else 4_000)
    assert (documents, problem.code) == ([], code)


def test_entities_are_neither_expanded_nor_fetched(ingest: Ingest) -> None:
    raw = (
        b'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY f SYSTEM "file:///etc/hostname">'
        b'<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b"<nitf><body><body.content><p>The boats&f; left&b;.</p></body.content></body></nitf>"
    )
    ((document,), _) = ingest(raw, "a.xml")
    assert document.text == "The boats left."
