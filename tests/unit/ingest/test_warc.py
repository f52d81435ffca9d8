"""Web archives: each page found is a report, up to where the archive is cut."""

import gzip
from collections.abc import Callable

import pytest

Ingest = Callable[..., tuple[list, list]]
Sample = Callable[[str], bytes]


def record(kind: str, url: str, content_type: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-03-13T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(status: str, content_type: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n\r\n".encode() + body


def archive(page: bytes, *, packed: bool) -> bytes:
    records = [record("warcinfo", "", "application/warc-fields", b"software: none\r\n")]
    for number in range(3):
        url = f"https://post.example/{number}"
        for body in (
            answer("200 OK", "text/html; charset=utf-8", page),
            answer("404 Not Found", "text/html", b"<html>no</html>"),
            answer("200 OK", "image/png", b"\x89PNG"),
        ):
            records.append(record("response", url, "application/http; msgtype=response", body))
    return b"".join(gzip.compress(r) if packed else r for r in records)


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_found_is_a_report(ingest: Ingest, sample: Sample, packed: bool) -> None:
    documents, problems = ingest(archive(sample("page.html"), packed=packed), "a.warc")
    assert problems == []
    assert [d.url for d in documents] == [f"https://post.example/{n}" for n in range(3)]
    assert {d.reader for d in documents} == {"warc"}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("share", [0.34, 0.5, 0.7, 0.97])
def test_an_archive_that_is_cut_gives_the_pages_before(
    ingest: Ingest, sample: Sample, packed: bool, share: float
) -> None:
    raw = archive(sample("page.html"), packed=packed)
    documents, problems = ingest(raw[: int(len(raw) * share)], "a.warc")
    assert 0 < len(documents) <= 3
    assert [p.code for p in problems] == ["truncated"]


def test_a_plain_text_conversion_is_a_report(ingest: Ingest) -> None:
    text = b"OSLO (Reuters) - The boats left."
    raw = record("conversion", "https://post.example/a", "text/plain", text)
    ((document,), problems) = ingest(raw, "a.wet")
    assert (document.url, document.publisher) == ("https://post.example/a", "Reuters")
    assert problems == []


def test_a_page_past_the_limit_is_left_and_the_next_is_read(ingest: Ingest) -> None:
    raw = archive(b"<html>" + b"x" * 5_000, packed=False)
    documents, problems = ingest(raw, "a.warc", max_bytes=1_000)
    assert (documents, [p.code for p in problems]) == ([], ["too-large"] * 3)
    assert problems[0].message.startswith("https://post.example/0: ")


def test_what_only_begins_as_an_archive_is_told(ingest: Ingest) -> None:
    documents, (problem,) = ingest(b"WARC/1.0\r\nnonsense", "a.warc")
    assert (documents, problem.code) == ([], "truncated")
