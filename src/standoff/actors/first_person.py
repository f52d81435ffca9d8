"""First-person pronouns in somebody's words stand for the speaker.

Not handled: "you", which stays open, and a "we" that takes in the listener.
"""

from bisect import bisect_left
from dataclasses import replace

from standoff.model import Mention, MentionKind, Parse, Quote, QuoteKind, Span, Token

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def resolve_first_person(
    parses: tuple[Parse, ...], mentions: tuple[Mention, ...], quotes: tuple[Quote, ...]
) -> tuple[Mention, ...]:
    """Return all mentions, with those of "I" and "we" inside quotes added, in text order.

    "They" in somebody's own words are not those who speak: resolved to them it is left open.
    """
    mentions = tuple(_others_left_open(mention, quotes) for mention in mentions)
    taken = {mention.head for mention in mentions}
    found = [
        mention
        for parse in parses
        for token in parse.tokens
        if _is_pronoun(token) and token.span not in taken
        if (mention := _mention(token, mentions, quotes))
    ]
    return tuple(sorted((*mentions, *found), key=lambda m: (m.head.start, m.span.end)))


def _is_pronoun(token: Token) -> bool:
    """Tell whether a token is "I" or "we", and not the country "US"."""
    return token.text.lower() in SINGULAR | PLURAL and token.text != "US"


def _others_left_open(mention: Mention, quotes: tuple[Quote, ...]) -> Mention:
    if mention.kind is not MentionKind.PRONOUN or not mention.actor:
        return mention
    quote = _innermost(mention.head.start, quotes)
    if quote is None or quote.kind is not QuoteKind.DIRECT or not quote.speaker_actor:
        return mention
    if set(mention.actor) - set(quote.speaker_actor):
        return mention
    return replace(
        mention,
        actor=(),
        name=None,
        antecedent=None,
        rule="pronoun.other-than-speaker",
        reason="the speaker of the quote would say we",
    )


def _mention(
    token: Token, mentions: tuple[Mention, ...], quotes: tuple[Quote, ...]
) -> Mention | None:
    quote = _innermost(token.start, quotes)
    if quote is None or not (quote.speaker or quote.speaker_actor):
        return None
    speaker = _speaker(quote.speaker_span, mentions)
    single = token.text.lower() in SINGULAR
    return Mention(
        span=token.span,
        head=token.span,
        kind=MentionKind.PRONOUN,
        actor=quote.speaker_actor,
        name=quote.speaker,
        role=speaker.role if speaker else None,
        sector=speaker.sector if speaker else None,
        rule="pronoun.first-person" if single else "pronoun.first-person.plural",
        antecedent=quote.speaker_span,
        reason="the speaker of the quote" if single else "those the speaker speaks for",
    )


def _innermost(start: int, quotes: tuple[Quote, ...]) -> Quote | None:
    covering = [quote for quote in quotes if quote.covers(start)]
    return min(covering, key=lambda quote: quote.length, default=None)


def _speaker(span: Span | None, mentions: tuple[Mention, ...]) -> Mention | None:
    if span is None:
        return None
    first = bisect_left(mentions, span.start, key=lambda m: m.head.start)
    inside = (m for m in mentions[first:] if m.head.end <= span.end)
    return next(inside, None)
