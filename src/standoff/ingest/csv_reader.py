"""CSV and tab-separated tables into documents, one row a report.

Not handled: tables without a line of column names.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO

from standoff.errors import InputError
from standoff.ingest.article import Found, at, documents_from_row, problem
from standoff.ingest.bounded import too_large
from standoff.ingest.options import ReadOptions

_DELIMITERS = "\t;|,"


def accepts(head: bytes, name: str) -> bool:  # noqa: ARG001  only the name tells a table
    """Tell a table by its name."""
    return name.lower().endswith((".csv", ".tsv"))


def read(stream: BinaryIO, origin: str, options: ReadOptions) -> Found:
    """Yield the report of each row, and a `Problem` for each row without text."""
    text = io.TextIOWrapper(stream, encoding=_encoding(stream), errors="replace", newline="")
    try:
        for line, row in _rows(text, options):
            source = "\0".join(f"{key}\0{value}" for key, value in row.items())
            yield from documents_from_row(
                row,
                options,
                reader="csv",
                sha256=sha256(source.encode()).hexdigest(),
                where=at(origin, f"line {line}"),
            )
    except InputError as error:
        yield problem(error, origin)
    finally:
        text.detach()


def _encoding(stream: BinaryIO) -> str:
    """Tell UTF-16 by its mark, and Windows' letters by what is no UTF-8."""
    head = stream.peek(1 << 16) if isinstance(stream, io.BufferedReader) else b""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _rows(text: io.TextIOWrapper, options: ReadOptions) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row by its column names, with its line; empty cells are left out."""
    csv.field_size_limit(options.max_chars)
    header = text.readline(1 << 16)
    if not header.strip():
        raise InputError("empty", "the table has no line of column names")
    delimiter = max(_DELIMITERS, key=header.count)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter))]
    table = csv.reader(text, delimiter=delimiter)
    try:
        for cells in table:
            row = {n: c for n, c in zip(names, cells, strict=False) if c.strip()}
            if row:
                yield table.line_num + 1, row
    except csv.Error as error:
        if "field larger" in str(error):
            raise too_large("characters in one cell", options.max_chars) from error
        raise InputError("bad-csv", f"line {table.line_num + 1}: {error}") from error
