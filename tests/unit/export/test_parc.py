"""Attributions as source, cue and content spans."""

from export_rows import quote as row
from standoff.export.parc import quotes_to_parc, rows_to_parc
from standoff.model import Quote, QuoteKind, Span


def quote(
    parts: tuple[Span, ...],
    cue: Span | None = None,
    speaker: Span | None = None,
    inside: int | None = None,
) -> Quote:
    return Quote(parts, QuoteKind.INDIRECT, cue, speaker, None, (), "clause", inside=inside)


def test_a_quote_becomes_source_cue_and_content() -> None:
    row = quote((Span(10, 20),), Span(5, 9), Span(0, 4))
    assert quotes_to_parc([row]) == [
        {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 20]]}
    ]


def test_a_split_quote_has_all_its_parts() -> None:
    rows = quotes_to_parc([quote((Span(0, 5), Span(12, 20)), Span(7, 11))])
    assert rows[0]["content"] == [[0, 5], [12, 20]]


def test_what_is_unknown_is_empty() -> None:
    assert quotes_to_parc([quote((Span(0, 5),))])[0] == {
        "source": [],
        "cue": [],
        "content": [[0, 5]],
    }


def test_an_attribution_inside_the_words_of_another_is_left_out() -> None:
    rows = [quote((Span(10, 40),), Span(5, 9)), quote((Span(25, 40),), Span(20, 24), inside=0)]
    assert len(quotes_to_parc(rows)) == 1


def test_a_quote_inside_a_belief_is_left_out_though_format_1_keeps_the_two_apart() -> None:
    belief = row([[10, 40]], cue=[5, 9], attitude="believed")
    inner = row([[25, 40]], cue=[20, 24])
    assert rows_to_parc([belief, inner]) == [
        {"source": [], "cue": [[5, 9]], "content": [[10, 40]]}
    ]


def test_quotes_and_their_rows_give_the_same() -> None:
    quotes = [quote((Span(10, 20),), Span(5, 9), Span(0, 4)), quote((Span(30, 40),))]
    rows = [row([[10, 20]], cue=[5, 9], speaker_span=[0, 4]), row([[30, 40]])]
    assert rows_to_parc(rows) == quotes_to_parc(quotes)
