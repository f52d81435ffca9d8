"""Who the phrase of a speaker stands for."""

from standoff.model import Mention, MentionKind, Mentions
from standoff.quotes.reading import Phrase, Reading

_ARTICLES = ("the ", "a ", "an ")


def _listed(names: list[str]) -> str:
    """Return *A*, *A and B*, *A, B and C*."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


class Names:
    """Resolves speakers by their mentions, else by the words the report itself has."""

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self._text, self._mentions = reading.text, mentions
        self._full: dict[str, str] = {}

    def of(self, phrase: Phrase | None) -> tuple[str | None, tuple[str, ...]]:
        """Return the full name, or the words of a collective, and the actor codes."""
        if phrase is None:
            return None, ()
        found = self._found(phrase)
        actor = tuple(dict.fromkeys(code for m in found for code in m.actor))
        named = [m.name for m in found if m.name]
        if named and len(named) == max(len(phrase.heads), 1):
            return _listed(named), actor
        return (None if phrase.is_pronoun else self._words(phrase)), actor

    def is_media(self, phrase: Phrase | None) -> bool:
        """Tell whether a speaker is a newspaper, an agency or the like."""
        return phrase is not None and any(m.sector == "MED" for m in self._found(phrase))

    def _found(self, phrase: Phrase) -> list[Mention]:
        found = [m for m in map(self._mentions.at, phrase.heads or (phrase.head,)) if m]
        if found or phrase.is_pronoun:
            return found
        return [  # the parser may take part of a name for its head
            m
            for m in self._mentions.within(phrase.span)
            if m.kind is MentionKind.NAME and m.span.start <= phrase.head < m.span.end
        ][:1]

    def _words(self, phrase: Phrase) -> str:
        words = phrase.span.of(self._text)
        if len(phrase.heads) < 2:
            words = words.split(",")[0]
        words = " ".join(words.split())
        lowered = words.lower()
        for article in _ARTICLES:
            if lowered.startswith(article):
                words = words[len(article) :]
                break
        return self._by_name(words) if phrase.is_name else words

    def _by_name(self, words: str) -> str:
        """A first or last name alone stands for the longer name that the report gave before."""
        parts = words.split()
        if len(parts) == 1:
            return self._full.get(words, words)
        for part in (parts[0], parts[-1]):
            self._full.setdefault(part, words)
        return words
