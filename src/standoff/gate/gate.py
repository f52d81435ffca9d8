"""The gate: a sentence without quote marks, a word of action or of speech holds no row.

It exists for speed and is meant to lose nothing. Not handled: acts told by a bare noun that
the lexicon lacks.
"""

import re

from standoff.knowledge.gate_words import GateWords
from standoff.model import Document, Sentence

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
MARKS = re.compile(r"[\"“”„«»]|(?<!\w)['‘]\w")


def reason_to_parse(sentence: Sentence, document: Document, words: GateWords) -> str | None:
    """Return why a sentence is worth parsing: ``marks``, ``act``, ``cue`` or ``modal``."""
    text = sentence.span.of(document.text)
    if MARKS.search(text):
        return "marks"
    found = {word.lower() for word in WORD.findall(text)}
    for name, forms in (("act", words.acts), ("cue", words.cues), ("modal", words.modals)):
        if not found.isdisjoint(forms):
            return name
    return None
