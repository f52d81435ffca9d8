"""Every known form in a text at once; pyahocorasick stops here."""

from collections.abc import Iterable
from functools import lru_cache

import ahocorasick

from standoff.knowledge.actors import ActorTables


class FormAutomaton:
    """All forms in one automaton."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for form in forms:
            self._automaton.add_word(form, len(form))
        self._automaton.make_automaton()

    def matches(self, text: str) -> list[tuple[int, int]]:
        """Return where whole-word forms stand in folded text; the longest from the left."""
        found = [
            (last + 1 - length, -(last + 1))
            for last, length in self._automaton.iter(text)
            if _is_whole(text, last + 1 - length, last + 1)
        ]
        kept: list[tuple[int, int]] = []
        free = 0
        for start, negated in sorted(found):
            if start >= free:
                free = -negated
                kept.append((start, free))
        return kept


@lru_cache(maxsize=4)
def automaton_of(tables: ActorTables) -> FormAutomaton:
    """Return the automaton of these tables, made once."""
    return FormAutomaton(tables.forms)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or (after.isalnum() and text[end - 1].isalnum()))
