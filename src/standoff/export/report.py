"""One report's record, as a row of format 1, and the words its spans cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from standoff.export.column import Row


@dataclass(frozen=True)
class Report:
    """A record as format 1 writes it, with what the exports ask of it."""

    row: Row

    @property
    def id(self) -> str:
        """Return the document's id."""
        return str(self.row["id"])

    @property
    def text(self) -> str:
        """Return the text that every span counts in."""
        return str(self.row["text"])

    @property
    def coder(self) -> str:
        """Return what made the record: program, data and model."""
        made_by = self.row["made_by"]
        data = made_by["data_sha256"][:12]
        model = f"{made_by['model']} {made_by['model_version']}"
        return f"standoff {made_by['standoff']}; data {data}; {model}"

    @property
    def attributions(self) -> list[Row]:
        """Return what was said and what was ascribed, in text order."""
        rows = [*self.row["quotes"], *self.row.get("attributions", ())]
        return sorted(rows, key=lambda row: row["quote"])

    @cached_property
    def _sentence_numbers(self) -> dict[tuple[int, int], int]:
        return {(s, e): n for n, (s, e) in enumerate(self.row["sentences"], 1)}

    def cut(self, span: Sequence[int] | None) -> str | None:
        """Return the characters of a span."""
        return self.text[span[0] : span[1]] if span else None

    def cut_all(self, spans: Sequence[Sequence[int]]) -> tuple[str, ...]:
        """Return the characters of several spans."""
        return tuple(self.text[start:end] for start, end in spans)

    def sentence_number(self, span: Sequence[int]) -> int | None:
        """Return the number of a sentence, the first being 1."""
        return self._sentence_numbers.get((span[0], span[1]))

    def mention_of(self, code: str, span: Sequence[int] | None) -> Row | None:
        """Return the mention in a span that names one actor, first one of that actor alone."""
        if span is None:
            return None
        within = [
            m
            for m in self.row["mentions"]
            if span[0] <= m["span"][0] and m["span"][1] <= span[1] and code in m["actor"]
        ]
        alone = [m for m in within if m["actor"] == [code]]
        return next(iter(alone or within), None)

    def names(self, rule: str) -> tuple[str, ...]:
        """Return the names of the mentions made by rules that begin so, each once."""
        found = (m["name"] for m in self.row["mentions"] if m["rule"].startswith(rule))
        return tuple(dict.fromkeys(name for name in found if name))
