"""The press words, read once."""

from functools import lru_cache

from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.press_words import PressWords, load_press_words


@lru_cache(maxsize=1)
def press_words() -> PressWords:
    """Return the words of ``data/ingest/press.yaml``; raises `DataErrors` if faulty."""
    faults = Faults()
    words = load_press_words(DATA, faults)
    faults.refuse()
    return words
