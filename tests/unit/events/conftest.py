"""Parses and frames of single sentences, by the loaded parser."""

import pytest

from standoff.events.frames import frames
from standoff.model import Document, Sentence, Span


@pytest.fixture
def parse(coder):
    """Parse one sentence."""

    def of(text):
        sentence = Sentence(0, Span(0, len(text)), 0)
        return next(iter(coder.kit.parser.parse(Document("one", text), (sentence,))))

    return of


@pytest.fixture
def frame(parse):
    """The frame of the first predicate with a form in a sentence."""

    def of(text, form):
        return next(f for f in frames(parse(text)) if f.token.text == form)

    return of


@pytest.fixture
def slots(frame):
    """The words in the slots of a predicate: form, then names; "subj" gives its words."""

    def of(text, form, *names):
        found = frame(text, form)
        return [
            " & ".join(found.parse.tokens[i].text for i in found.slot(name)) for name in names
        ]

    return of
