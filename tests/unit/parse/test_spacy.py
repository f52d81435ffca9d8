"""What the parser keeps does not grow with the reports it reads, and no parse hangs on it."""

import pytest

from standoff.model import Document, Sentence, Span
from standoff.parse import spacy as home

pytestmark = pytest.mark.model


def _parse(parser, text):
    return parser.parse(Document("one", text), (Sentence(0, Span(0, len(text)), 0),))


def test_new_names_in_every_report_are_not_kept_for_good(coder, monkeypatch) -> None:
    monkeypatch.setattr(home, "_FORGETS_AFTER", 3)
    parser = coder.kit.parser
    counts = []
    for letter in "abcdefghijkl":
        _parse(parser, f"Norway told envoy Qor{letter}berg that ship Zul{letter}ark had left.")
        counts.append(len(parser._nlp.vocab.strings))
    assert max(counts[6:]) <= max(counts[:6])


def test_a_parse_is_the_same_after_its_words_were_let_go(coder, monkeypatch) -> None:
    text = "Norway told envoy Hulvikson that Iceland's trawlers had left Brastomark."
    first = _parse(coder.kit.parser, text)
    monkeypatch.setattr(home, "_FORGETS_AFTER", 1)
    _parse(coder.kit.parser, "Iceland met Norway.")
    assert _parse(coder.kit.parser, text) == first
    assert first[0].tokens[-1].text == "."


def test_what_stands_below_a_word_is_worked_out_once(coder) -> None:
    (parse,) = _parse(coder.kit.parser, "Norway told Iceland that the ships had left.")
    assert parse.subtree(1) is parse.subtree(1)
    assert parse.subtree(parse.roots[0]) == tuple(range(len(parse.tokens)))
