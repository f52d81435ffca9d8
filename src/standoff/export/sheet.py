"""Tables as text: how a cell is written, and which file a row belongs in."""

import csv
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, Protocol

from standoff.errors import UsageError
from standoff.export.column import Column, Row, Value
from standoff.export.report import Report
from standoff.export.tally import Tally

# What a spreadsheet takes for a formula, after any apostrophes, so that one can be taken away.
_RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_BREAKS = re.compile(r"\r\n|[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
STATUS = "Status"


class UnitOfRecord(Protocol):
    """What a format makes rows of: an event or a statement."""

    @property
    def status(self) -> str:
        """Return the status."""
        ...

    @property
    def happened(self) -> bool:
        """Tell whether it happened, or was said."""
        ...

    @property
    def rows(self) -> tuple[Any, ...]:
        """Return what becomes a row each."""
        ...

    @property
    def left_out(self) -> tuple[str, ...]:
        """Return why parts of it have no row."""
        ...


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a format writes its cells; ``flat`` puts a space for every line break and tab."""

    delimiter: str
    quoting: int
    header: bool = True
    unknown: str = ""
    joint: str = "; "
    flat: bool = True
    end: str = "\n"  # csv quotes the line breaks of a cell only where they are in this

    def cell(self, value: Value) -> str:
        """Return a value as the text of its cell, which no spreadsheet runs."""
        if value is None or (not isinstance(value, str | int | float) and not value):
            return self.unknown
        if isinstance(value, bool):
            return str(int(value))
        if isinstance(value, int | float):
            return str(value)
        text = value if isinstance(value, str) else self.joint.join(value)
        return neutral(_BREAKS.sub(_spaces, text) if self.flat else text)

    def writer(self, file: IO[str]) -> Any:  # noqa: ANN401  csv's writers have no public type
        """Return a writer of rows."""
        quote = '"' if self.quoting != csv.QUOTE_NONE else None
        return csv.writer(file, delimiter=self.delimiter, quoting=self.quoting,  # type: ignore[arg-type]
                          quotechar=quote, lineterminator=self.end)  # fmt: skip


def neutral(text: str) -> str:
    """Return a cell that a spreadsheet shows and does not run; a number is left alone.

    >>> neutral("=1+1"), neutral("-3.5")
    ("'=1+1", '-3.5')
    """
    return f"'{text}" if _RUNS.match(text) and not _NUMBER.fullmatch(text) else text


def original(cell: str) -> str:
    """Return the text that `neutral` made a cell of."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of a format: its columns, and the end of its name."""

    columns: tuple[Column, ...]
    ending: str = ""


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """A format of one or more sheets without a column for the status."""

    sheets: tuple[Sheet, ...]
    dialect: Dialect
    units: Callable[[Report], Iterable[UnitOfRecord]]
    unit: str

    def write(self, records: Iterable[Row], out: Path | None, include_status: bool) -> Tally:
        """Write what happened; with ``include_status`` the rest into files beside."""
        if out is None and (include_status or len(self.sheets) > 1):
            raise UsageError("this writes several files: say where with --out")
        tally = Tally(self.unit)
        with ExitStack() as stack:
            main = [self._open(stack, s, _named(out, s)) for s in self.sheets]
            side = [
                self._open(stack, s, _named(beside(out), s), with_status=True)
                for s in self.sheets
                if out is not None and include_status
            ]
            for record in records:
                tally.documents += 1
                for unit in self.units(Report(record)):
                    self._put(unit, main, side, tally)
        return tally

    def _open(
        self, stack: ExitStack, sheet: Sheet, path: Path | None, *, with_status: bool = False
    ) -> Any:  # noqa: ANN401  csv's writers have no public type
        writer = self.dialect.writer(stack.enter_context(opened(path)))
        if self.dialect.header:
            names = [column.name for column in sheet.columns]
            writer.writerow([*names, STATUS] if with_status else names)
        return writer

    def _put(self, unit: UnitOfRecord, main: list[Any], side: list[Any], tally: Tally) -> None:
        tally.units += 1
        if not unit.happened and not side:
            tally.leave(f"{self.unit} with status {unit.status}")
            return
        for why in unit.left_out:
            tally.leave(why)
        for row in unit.rows:
            for sheet, writer in zip(self.sheets, main if unit.happened else side, strict=True):
                cells = [self.dialect.cell(column.get(row)) for column in sheet.columns]
                writer.writerow(cells if unit.happened else [*cells, unit.status])
        if unit.happened:
            tally.rows += len(unit.rows)
            tally.written += bool(unit.rows)
        else:
            tally.beside += len(unit.rows)


@contextmanager
def opened(path: Path | None) -> Iterator[IO[str]]:
    """Give a file for text whose line breaks stay as they are, or standard output."""
    if path is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        yield sys.stdout
        sys.stdout.flush()
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        yield file


def beside(out: Path | None) -> Path | None:
    """Return the name of the file that holds what did not happen."""
    return out and out.with_name(f"{out.stem}.other-status{out.suffix}")


def _named(out: Path | None, sheet: Sheet) -> Path | None:
    return out and (out.with_name(out.name + sheet.ending) if sheet.ending else out)


def _spaces(found: re.Match[str]) -> str:
    """Return as many spaces as characters, so that lengths stay."""
    return " " * len(found[0])
