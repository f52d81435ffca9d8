"""First-person pronouns inside somebody's words."""

from standoff.actors import resolve_first_person
from standoff.model import Mention, MentionKind, Parse, Quote, QuoteKind, Sentence, Span, Token

TEXT = "We will stay, said Rolf, and we left."


def parse() -> Parse:
    tokens, start = [], 0
    for index, word in enumerate(TEXT.replace(",", " ,").replace(".", " .").split()):
        start = TEXT.index(word, start)
        end = start + len(word)
        tokens.append(Token(index, start, end, word, word.lower(), "X", "X", "dep", 0))
        start = end
    return Parse.of(Sentence(0, Span(0, len(TEXT)), 0), tuple(tokens))


def speaker() -> Mention:
    span = Span(19, 23)
    return Mention(
        span, span, MentionKind.NAME, ("RUR",), "Rolf Hentz", "envoy", "GOV", "person"
    )


def quote(actor: tuple[str, ...] = ("RUR",), name: str | None = "Rolf Hentz") -> Quote:
    return Quote(
        parts=(Span(0, 12),),
        kind=QuoteKind.DIRECT,
        cue=Span(14, 18),
        speaker_span=Span(19, 23),
        speaker=name,
        speaker_actor=actor,
        rule="direct",
    )


def test_we_inside_a_quote_is_who_the_speaker_speaks_for() -> None:
    we, rolf = resolve_first_person((parse(),), (speaker(),), (quote(),))
    assert we.span == Span(0, 2)
    assert (we.actor, we.name, we.sector) == (("RUR",), "Rolf Hentz", "GOV")
    assert we.antecedent == rolf.span


def test_we_outside_every_quote_stays_open() -> None:
    found = resolve_first_person((parse(),), (), (quote(),))
    assert [m.span.start for m in found] == [0]


def test_we_of_an_unknown_speaker_stays_open() -> None:
    assert resolve_first_person((parse(),), (), (quote((), None),)) == ()


def test_an_inner_quotes_speaker_goes_before_the_outer_ones() -> None:
    inner = quote(("ARC",), "Uma Ilk")
    outer = Quote(
        parts=(Span(0, 36),),
        kind=QuoteKind.INDIRECT,
        cue=None,
        speaker_span=None,
        speaker="Rolf Hentz",
        speaker_actor=("RUR",),
        rule="indirect",
    )
    first, last = resolve_first_person((parse(),), (), (outer, inner))
    assert (first.actor, last.actor) == (("ARC",), ("RUR",))
