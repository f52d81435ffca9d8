import re
from base64 import b64encode
from hashlib import sha256

from standoff.model import (
    Document,
    Event,
    MadeBy,
    Problem,
    Quote,
    QuoteKind,
    Record,
    Sentence,
    Span,
    Status,
)
from standoff.web.report_page import report_page

HOSTILE = '<script>alert(1)</script> said "<img src=x onerror=alert(2)>" & left 🕊.'


def record(text=HOSTILE):
    span = Span(0, len(text))
    event = Event(
        "e1",
        span,
        Span(26, 30),
        "ACCUSE",
        None,
        (),
        None,
        ("<b>",),
        Span(0, 25),
        (),
        None,
        Status.ACTUAL,
        (),
        None,
        Span(20, 40),
        None,
        None,
        'rule"><i>',
        None,
        "f(<x>)",
    )
    quote = Quote((Span(32, 60),), QuoteKind.DIRECT, Span(26, 30), Span(0, 25), "<u>", (), "r")
    document = Document(
        "d<1>", text, title="<title>", url="javascript:alert(3)", paragraphs=(span,)
    )
    problem = Problem("ingest", "x", "<script>")
    made_by = MadeBy("0", "0", "m", "0")
    return Record(
        document, (Sentence(0, span, 0),), (), (quote,), (event,), (), (problem,), made_by
    )


def visible(page):
    body = page.split("<article>")[1].split("</article>")[0]
    return re.sub(r"<[^>]*>", "", body)


def test_hostile_text_is_never_markup():
    page = report_page((record(),))
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert "href" not in page


def test_the_article_is_shown_character_for_character():
    shown = visible(report_page((record(),)))
    for entity, char in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", '"'),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ):
        shown = shown.replace(entity, char)
    assert shown == HOSTILE


def test_only_the_pages_own_style_and_script_may_run():
    page = report_page((record(),))
    policy = re.search(r'content="(default-src[^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'")
    for tag, source in (("style", "style-src"), ("script", "script-src")):
        inner = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = b64encode(sha256(inner.encode()).digest()).decode()
        assert f"{source} 'sha256-{digest}'" in policy


def test_every_row_has_words_in_the_text_and_back():
    page = report_page((record(),))
    rows = set(re.findall(r'data-row="([^"]+)"', page))
    marked = {n for names in re.findall(r'data-rows="([^"]+)"', page) for n in names.split()}
    assert rows
    assert rows <= marked
