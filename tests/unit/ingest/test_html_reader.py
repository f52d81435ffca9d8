"""Web pages: the article and what the page states; hostile pages bounded."""

import time
from collections.abc import Callable
from datetime import date

import pytest

Ingest = Callable[..., tuple[list, list]]
Sample = Callable[[str], bytes]
PARAGRAPH = "<p>The port closed its gates on Monday, and the boats of the north lay still.</p>"


def page(head: str = "", body: str = PARAGRAPH) -> str:
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


def test_the_article_and_its_facts_are_read(ingest: Ingest, sample: Sample) -> None:
    ((document,), problems) = ingest(sample("page.html"), "page.html")
    assert problems == []
    assert (document.title, document.publisher) == ("Port closes its gates", "Northern Post")
    assert (document.published, document.reader) == (date(2024, 3, 12), "html")
    assert document.url == "https://post.example/gates"
    assert document.dateline.place == "Oslo"
    prose = [p.of(document.text) for p in document.paragraphs]
    assert prose[0].startswith("The port closed its gates on Monday")
    assert prose[1] == "“We stay,” said Ines Roe, who had come to see <script> the gates."
    assert prose[2] == "Then she left the harbour."
    assert "alert" not in document.text
    assert "Home" not in document.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-12T10:00:00Z">',
        '<meta name="date" content="12 March 2024">',
        '<script type="application/ld+json">{"@type":["NewsArticle"],'
        '"datePublished":"2024-03-12"}</script>',
        '<script type="application/ld+json">{broken</script>'
        '<meta itemprop="datePublished" content="2024-03-12">',
    ],
)
def test_the_day_is_read_where_the_page_states_it(ingest: Ingest, head: str) -> None:
    ((document,), problems) = ingest(page(head).encode(), "p.html")
    assert (document.published, problems) == (date(2024, 3, 12), [])


def test_a_day_in_the_text_or_the_address_is_no_statement(ingest: Ingest) -> None:
    body = PARAGRAPH + "<p>It was 4 March 2024 when the boats of the north came to the bay.</p>"
    head = '<link rel="canonical" href="https://post.example/2024/03/12/gates">'
    ((document,), _) = ingest(page(head, body).encode(), "p.html")
    assert document.published is None


def test_an_ambiguous_day_is_told(ingest: Ingest) -> None:
    head = '<meta name="date" content="01/02/2024">'
    (document,), (problem,) = ingest(page(head).encode(), "p.html")
    assert (document.published, problem.code) == (None, "ambiguous-date")


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("iso-8859-1", "cp1252"), ("utf-8", "utf-8"), ("no-such", "utf-8"), ("hex", "utf-8"),
     ("windows-1252", "cp1252")],
)  # fmt: skip
def test_the_letters_are_read_as_the_page_says(
    ingest: Ingest, charset: str, encoding: str
) -> None:
    body = "<p>Zürich’s boats left the café and the bay of the north on Monday morning.</p>"
    raw = page(f'<meta charset="{charset}">', body).encode(encoding)
    ((document,), _) = ingest(raw, "p.html")
    assert document.text.startswith("Zürich’s boats left the café")


def test_wide_letters_are_read(ingest: Ingest) -> None:
    ((document,), _) = ingest(page().encode("utf-16"), "p.html")
    assert document.text.startswith("The port closed")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"<html>" + b"<div>" * 10_000 + b"x" + b"</div>" * 10_000, "too-deep"),
        (("<html>" + "<b>" * 10_000).encode("utf-16"), "too-deep"),
        (b"<html><body>" + b"<p>boats</p>" * 60_000, "too-large"),
        (b"<html><body>" + b"x" * 2_000_001, "too-large"),
        (b"<html></html>", "no-text"),
        (b"<html><body><script>1</script></body></html>", "no-text"),
        (b"<html>", "no-text"),
    ],
)
def test_hostile_and_empty_pages_are_left_and_told(
    ingest: Ingest, raw: bytes, code: str
) -> None:
    documents, (problem,) = ingest(raw, "p.html", max_bytes=2_000_000)
    assert (documents, problem.code) == ([], code)


@pytest.mark.parametrize(
    "unit", [b"<", b"<a ", b"<!-- -->", b"&", b"</div>", b"<meta charset "]
)
def test_no_page_takes_long(ingest: Ingest, unit: bytes) -> None:
    raw = b"<html><body>" + unit * (400_000 // len(unit))
    begun = time.process_time()
    ingest(raw, "p.html")
    assert time.process_time() - begun < 5


def test_a_page_is_told_without_its_name(ingest: Ingest) -> None:
    raw = b"\xef\xbb\xbf <!-- saved --> <!DOCTYPE html>" + page().encode()
    ((document,), _) = ingest(raw, "-")
    assert document.reader == "html"


def test_comments_at_the_head_do_not_slow_the_telling(ingest: Ingest) -> None:
    raw = b"<!---->" * 2_000
    begun = time.process_time()
    ingest(raw, "-")
    assert time.process_time() - begun < 1
