"""The tidy tables as CSV, JSON lines and Parquet: a folder of them with a codebook, or one."""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from standoff.errors import UsageError
from standoff.export.column import Row, Value
from standoff.export.frames import schema, to_arrow_values
from standoff.export.report import Report
from standoff.export.sheet import Dialect, opened
from standoff.export.tally import Tally
from standoff.export.tidy import TABLES, Table, codebook

Values = dict[str, Value]
Put = Callable[[Sequence[Values]], None]
_CODEBOOK = "codebook.csv"
_CSV = Dialect(",", csv.QUOTE_MINIMAL, flat=False, end="\r\n")


@dataclass(frozen=True, slots=True)
class TidyFormat:
    """A format of the tidy tables; ``open`` gives what puts rows into one table's file."""

    suffix: str
    open: Callable[[ExitStack, Table, Path | None], Put]

    def write(self, records: Iterable[Row], out: Path | None, table: str | None) -> Tally:
        """Write all tables into a folder, or one table to a file or standard output."""
        tally = Tally("rows of the record")
        with ExitStack() as stack:
            puts = self._puts(stack, out, table)
            for record in records:
                tally.documents += 1
                report = Report(record)
                for name, put in puts.items():
                    rows = list(TABLES[name].rows(report))
                    put(rows)
                    tally.units += len(rows)
        tally.written = tally.rows = tally.units
        return tally

    def _puts(self, stack: ExitStack, out: Path | None, table: str | None) -> dict[str, Put]:
        if table is not None:
            if table not in TABLES:
                raise UsageError(f"no table {table!r}: say one of {', '.join(TABLES)}")
            return {table: self.open(stack, TABLES[table], out)}
        if out is None:
            raise UsageError("this writes a folder: say where with --out, or name one --table")
        out.mkdir(parents=True, exist_ok=True)
        _write_codebook(out / _CODEBOOK)
        return {
            name: self.open(stack, kind, out / f"{name}{self.suffix}")
            for name, kind in TABLES.items()
        }


def _write_codebook(path: Path) -> None:
    rows = list(codebook())
    with opened(path) as file:
        writer = _CSV.writer(file)
        writer.writerow(rows[0])
        writer.writerows([_CSV.cell(value) for value in row.values()] for row in rows)


def _csv(stack: ExitStack, table: Table, path: Path | None) -> Put:
    writer = _CSV.writer(stack.enter_context(opened(path)))
    writer.writerow([column.name for column in table.columns])

    def put(rows: Sequence[Values]) -> None:
        writer.writerows([_CSV.cell(value) for value in row.values()] for row in rows)

    return put


def _jsonl(stack: ExitStack, _: Table, path: Path | None) -> Put:
    file = stack.enter_context(opened(path))

    def put(rows: Sequence[Values]) -> None:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    return put


def _parquet(stack: ExitStack, table: Table, path: Path | None) -> Put:
    if path is None:
        raise UsageError("Parquet is no text: say where with --out")
    form = schema(table)
    writer: Any = stack.enter_context(pq.ParquetWriter(path, form, compression="zstd"))
    held: list[Values] = []

    def flush() -> None:
        writer.write_table(pa.Table.from_pylist(to_arrow_values(held, table), schema=form))
        held.clear()

    def put(rows: Sequence[Values]) -> None:
        held.extend(rows)
        if len(held) >= _ROWS_AT_ONCE:
            flush()

    stack.callback(lambda: flush() if held else None)
    return put


_ROWS_AT_ONCE = 20_000
CSV = TidyFormat(".csv", _csv)
JSONL = TidyFormat(".jsonl", _jsonl)
PARQUET = TidyFormat(".parquet", _parquet)
