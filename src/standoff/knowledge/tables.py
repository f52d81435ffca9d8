"""Flat data tables: CSV rows with the line they stand on."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from standoff.knowledge.faults import Faults


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its cells by column, and where it stands."""

    path: Path
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def maybe(self, column: str) -> str | None:
        """Return a cell, None where it is empty."""
        return self.cells[column] or None

    def many(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that lists several with ``|``."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())


def read_table(path: Path, columns: tuple[str, ...], faults: Faults) -> Iterator[Line]:
    """Yield the rows of a CSV file; a wrong header or a row of another width is a fault."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = tuple(next(rows, ()))
        if header != columns:
            faults.add(path, 1, f"columns {','.join(header)!r} should be {','.join(columns)!r}")
            return
        for cells in rows:
            if len(cells) != len(columns):
                faults.add(path, rows.line_num, f"{len(cells)} cells, not {len(columns)}")
                continue
            yield Line(path, rows.line_num, dict(zip(columns, cells, strict=True)))


def first_day(text: str) -> date | None:
    """Return the first day of an ISO date, month or year; None for an empty cell.

    >>> first_day("2014-06")
    datetime.date(2014, 6, 1)
    """
    if not text:
        return None
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(text: str) -> date | None:
    """Return the last day of an ISO date, month or year; None for an empty cell.

    >>> last_day("2014-06")
    datetime.date(2014, 6, 30)
    """
    first = first_day(text)
    if first is None or text.count("-") == 2:
        return first
    months = 1 if "-" in text else 12
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1) - timedelta(days=1)
