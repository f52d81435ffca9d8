"""Who the phrase of a speaker stands for."""

from standoff.model import Mention, Mentions
from standoff.quotes.reading import Phrase, Reading

_ARTICLES = ("the ", "a ", "an ", "some ", "several ", "other ", "another ", "one ")


class Names:
    """Resolves speakers by their mentions, else by the words and names the report itself has."""

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self._text, self._mentions = reading.text, mentions
        self._full: dict[str, str] = {}

    def of(self, phrase: Phrase | None) -> tuple[str | None, tuple[str, ...]]:
        """Return the full name, or the words of a collective, and the actor codes."""
        if phrase is None:
            return None, ()
        mention = self._mention(phrase)
        actor = mention.actor if mention else ()
        if mention and mention.name:
            return mention.name, actor
        if phrase.is_pronoun:
            return None, actor
        return self._words(phrase), actor

    def _mention(self, phrase: Phrase) -> Mention | None:
        return self._mentions.at(phrase.head)

    def _words(self, phrase: Phrase) -> str:
        words = " ".join(phrase.span.of(self._text).split(",")[0].split())
        lowered = words.lower()
        for article in _ARTICLES[:3]:
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
