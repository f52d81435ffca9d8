"""What the command line knows of a format."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from standoff.errors import UsageError
from standoff.export.column import Row
from standoff.export.sheet import SheetFormat
from standoff.export.tally import Tally
from standoff.export.tidy_files import TidyFormat

Records = Iterable[Row]
Write = Callable[[Records, Path | None], Tally]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: what it is in a line, and how records are written in it.

    A `SheetFormat` has no column for the status; any other shows it, or has no use for it.
    """

    summary: str
    how: SheetFormat | TidyFormat | Write

    def write(
        self,
        records: Records,
        out: Path | None = None,
        *,
        include_status: bool = False,
        table: str | None = None,
    ) -> Tally:
        """Write records to a file or folder (standard output without one)."""
        if isinstance(self.how, SheetFormat):
            if table is not None:
                raise UsageError("--table is for csv, jsonl and parquet")
            return self.how.write(records, out, include_status)
        if include_status:
            raise UsageError(
                "--include-status is for formats without a status: polecat, gdelt …"
            )
        if isinstance(self.how, TidyFormat):
            return self.how.write(records, out, table)
        if table is not None:
            raise UsageError("--table is for csv, jsonl and parquet")
        return self.how(records, out)
