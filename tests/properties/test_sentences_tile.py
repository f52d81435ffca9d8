"""Whatever the text: sentences tile its prose, and quotations lie in their paragraph."""

from itertools import pairwise

from hypothesis import example, given, settings, strategies as st

from standoff.ingest.text_reader import document_from_text
from standoff.model import Document
from standoff.segment import sentences
from standoff.text.quote_marks import quoted_stretches

PIECES = st.sampled_from([
    *"“”\"'’‘«»„()—-,a0🙂İ \n",
    "``", "''", ". ", "! ", "? ", "... ", "… ", "\n\n", "\r\n", "\u2028", "\xa0", "\u200b",
    "\u00ad", "\u202e", "\u2066", "\ufeff", "e\u0301", "👨\u200d👧", "U.S. ", "Mr. ", "No. 4",
    "The ", "boats ", "said", "[2]", "OSLO (Reuters) - ", "By Ines Roe", "Copyright",
    "Published: 2024-05-02", "contributed to this report",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def covered(document: Document, text: str) -> str:
    return "".join(s.span.of(text) for s in sentences(document))


@settings(deadline=None)  # a text that may not be English loads the classifier
@given(TEXTS)
def test_sentences_tile_the_prose_and_never_cross_a_paragraph(text: str) -> None:
    document = document_from_text(text)
    found = sentences(document)
    prose = "".join(p.of(document.text) for p in document.paragraphs)
    assert "".join(covered(document, document.text).split()) == "".join(prose.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for sentence in found:
        paragraph = document.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.span.start < sentence.span.end <= paragraph.end
        words = sentence.span.of(document.text)
        assert words == words.strip() != ""


@settings(deadline=None)
@given(TEXTS)
def test_a_text_is_kept_code_point_for_code_point(text: str) -> None:
    document = document_from_text(text)
    assert len(document.text) == len(text)
    assert document.text == text or any("\ud800" <= c <= "\udfff" for c in text)
    if document.dateline is not None:
        assert document.dateline.span.of(document.text) == document.dateline.span.of(text)


@given(TEXTS)
@example("‘(‘‚‚'0’")  # a level that never closes, between two that are kept
def test_quotations_lie_in_their_paragraph_and_inside_each_other(text: str) -> None:
    found = quoted_stretches(text, 0, len(text))
    for marked in found:
        assert 0 <= marked.open.start < marked.open.end <= marked.inner.start
        assert marked.inner.end <= marked.outer.end <= len(text)
        assert marked.inner.of(text).strip()
    outer = [m for m in found if m.level == 0]
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(outer))
    for inner in (m for m in found if m.level > 0):
        assert any(
            m.level == inner.level - 1
            and m.inner.start <= inner.open.start
            and inner.outer.end <= m.inner.end
            for m in found
        )
