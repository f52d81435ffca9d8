"""How many rows an export wrote, of how many events, and why others were left out."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """The counts of one export; ``unit`` is what a row is made of (events, quotes …)."""

    unit: str
    documents: int = 0
    units: int = 0
    written: int = 0
    rows: int = 0
    beside: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def leave(self, why: str, count: int = 1) -> None:
        """Count something that has no row."""
        self.left_out[why] += count

    def lines(self) -> tuple[str, ...]:
        """Return the report of the export, a line a fact."""
        first = (
            f"wrote {self.rows} rows from {self.written} of {self.units} {self.unit}"
            f" in {self.documents} documents"
        )
        beside = (f"{self.beside} rows of other statuses beside",) if self.beside else ()
        left = (f"left out: {n} {why}" for why, n in sorted(self.left_out.items()) if n)
        return (first, *beside, *left)
