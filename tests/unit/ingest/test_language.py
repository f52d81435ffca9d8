"""The language of a text: English by its small words, others by the classifier."""

import subprocess
import sys

import pytest

from standoff.ingest.language import language_of


def test_english_prose_is_told_without_the_classifier() -> None:
    code = (
        "import sys; from standoff.ingest.language import language_of;"
        "assert language_of('The boats of the north left on Monday and it was said to be"
        " the end of the matter.') == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Minister lehnte den Vorschlag aus Moskau am Mittwoch ab und reiste weiter.",
            "de",
        ),
        ("Le ministre a refusé mercredi la proposition de Moscou et a quitté la salle.", "fr"),
        ("Министр отказался от предложения и покинул зал переговоров в среду.", "ru"),
        ("大臣は水曜日に提案を拒否し、会場を去った。", "ja"),
        ("Norway accuses Iceland over cod quotas", "en"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12 34 !", "Boats left."])
def test_too_few_words_tell_nothing(text: str) -> None:
    assert language_of(text) is None
