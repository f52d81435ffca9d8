"""Records as frames: Arrow, pandas and polars, with the columns of the tidy tables."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from standoff.errors import UsageError
from standoff.export.column import Row
from standoff.export.report import Report
from standoff.export.tidy import TABLES, Table
from standoff.model import Record
from standoff.model.format1 import to_row

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
    "day": pa.date32(),
    "list": pa.list_(pa.string()),
}


def schema(table: Table) -> pa.Schema:
    """Return a table's columns as Arrow has them, each with what it holds."""
    return pa.schema(
        [
            pa.field(column.name, _TYPES[column.type], metadata={"doc": column.doc})
            for column in table.columns
        ]
    )


def to_arrow_values(rows: Sequence[Row], table: Table) -> list[Row]:
    """Return rows with days as dates."""
    days = [column.name for column in table.columns if column.type == "day"]
    return [
        {**row, **{day: date.fromisoformat(row[day]) for day in days if row[day]}}
        for row in rows
    ]


def to_arrow(records: Iterable[Record | Row], table: str = "events") -> pa.Table:
    """Return one tidy table of records (events, quotes, attributions, positions, mentions).

    Takes records as the coder returns them, or as format 1 and a store's view have them.
    """
    if table not in TABLES:
        raise UsageError(f"no table {table!r}: say one of {', '.join(TABLES)}")
    kind = TABLES[table]
    rows: list[Any] = []
    for record in records:
        row = to_row(record) if isinstance(record, Record) else record
        rows.extend(kind.rows(Report(row)))
    return pa.Table.from_pylist(to_arrow_values(rows, kind), schema=schema(kind))


def to_pandas(records: Iterable[Record | Row], table: str = "events") -> "pd.DataFrame":
    """Return the same as a pandas frame; whole numbers that may be unknown are Int64."""
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError("pandas is not installed: pip install pandas") from error
    kept = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame: pd.DataFrame = to_arrow(records, table).to_pandas(types_mapper=kept.get)
    return frame


def to_polars(records: Iterable[Record | Row], table: str = "events") -> "pl.DataFrame":
    """Return the same as a polars frame."""
    try:
        import polars as pl
    except ImportError as error:
        raise UsageError("polars is not installed: pip install polars") from error
    frame = pl.from_arrow(to_arrow(records, table))
    if not isinstance(frame, pl.DataFrame):
        raise TypeError(frame)
    return frame
