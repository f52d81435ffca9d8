"""Which language a report is in.

Not handled: reports of several languages; the language is that of the most of the text.
"""

import re
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH = frozenset({
    "the", "of", "and", "to", "in", "that", "for", "is", "was", "with", "said", "by", "he",
    "has", "it", "as", "on", "from", "be", "have", "are", "were", "at", "his", "an", "not",
    "but", "will", "they", "which", "who", "their", "had", "would", "been", "after", "this",
    "its", "more", "than", "about",
})  # fmt: skip
_ENGLISH_ALONE = _ENGLISH - {
    "in",
    "was",
    "is",
    "an",
    "at",
    "on",
    "has",
    "it",
    "be",
    "he",
    "are",
}
_FOREIGN = frozenset({
    "der", "die", "das", "und", "ist", "den", "ein", "de", "het", "een", "van", "le", "la",
    "les", "des", "et", "est", "il", "di", "che", "el", "los", "en", "y", "och", "att", "og",
})  # fmt: skip
_SAMPLE = 20_000
_FEWEST = 4
_ENOUGH = 0.2
_LIKELY = 0.2
_SHORT = 20


def language_of(text: str) -> str | None:
    """Return the code of a text's language; none where it is too short to tell.

    Every fifth word of English prose is one of forty small words; in a line or two one is
    enough, since the classifier errs on so few. Only where they are rarer is the statistical
    classifier asked, which takes most of a second to load.
    """
    words = _WORD.findall(text[:_SAMPLE])
    if not words or (len(words) < _FEWEST and text.isascii()):
        return None
    share = sum(word.lower() in _ENGLISH for word in words) / len(words)
    is_english = share >= _ENOUGH if len(words) >= _SHORT else _is_english_line(words)
    if is_english:
        return "en"
    return _classified(text[:_SAMPLE])


def _is_english_line(words: list[str]) -> bool:
    """Tell whether a line holds a small word that is English alone, and none that is not."""
    found = {word.lower() for word in words}
    return bool(found & _ENGLISH_ALONE) and not found & _FOREIGN


def _classified(text: str) -> str | None:
    language, probability = _classifier().classify(text)
    return str(language) if probability >= _LIKELY else None


@lru_cache(maxsize=1)
def _classifier() -> Any:  # noqa: ANN401  the library has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # slow: see above

    classifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # English headlines are taken for Nigerian Pidgin, which the press hardly writes.
    classifier.set_languages([code for code in classifier.labels if code != "pcm"])
    return classifier
