"""Which attributions are quotes by the guide of the record."""

import pytest

from standoff.model import Attitude, Quote, QuoteKind, Span
from standoff.quotes import is_quote

CUE, WORDS, SPEAKER = Span(10, 14), Span(20, 40), Span(0, 9)


def quote(
    rule: str,
    kind: QuoteKind = QuoteKind.INDIRECT,
    attitude: Attitude = Attitude.SAID,
    force: str = "assertive",
) -> Quote:
    return Quote((WORDS,), kind, CUE, SPEAKER, None, (), rule, attitude, force)


@pytest.mark.parametrize("rule", ["clause.verb", "fronted.verb", "phrase.phrase", "label"])
def test_a_reported_clause_is_a_quote(rule: str) -> None:
    assert is_quote(quote(rule))


@pytest.mark.parametrize("attitude", [Attitude.BELIEVED, Attitude.INTENDED, Attitude.FELT])
def test_what_was_not_said_is_no_quote(attitude: Attitude) -> None:
    assert not is_quote(quote("clause.verb", attitude=attitude))


@pytest.mark.parametrize("rule", ["object.verb", "infinitive.verb", "nominal.noun"])
def test_phrases_and_infinitives_are_no_quotes(rule: str) -> None:
    assert not is_quote(quote(rule))


def test_an_infinitive_with_marked_words_is_a_quote() -> None:
    assert is_quote(quote("infinitive.verb", QuoteKind.MIXED))


def test_a_noun_phrase_with_marked_words_is_none() -> None:
    assert not is_quote(quote("object.verb", QuoteKind.MIXED))


def test_an_agency_that_relays_what_another_said_is_not_quoted_itself() -> None:
    assert not is_quote(quote("relayed.verb"))


def test_what_figures_show_is_no_quote() -> None:
    assert not is_quote(quote("clause.verb", force="evidential"))


def test_marked_words_without_cue_or_speaker_are_no_quote() -> None:
    alone = Quote((WORDS,), QuoteKind.DIRECT, None, None, None, (), "direct")
    assert not is_quote(alone)
