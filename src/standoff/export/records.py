"""The records an export is made of: from a store, or as JSON lines of format 1."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from standoff.errors import InputError
from standoff.export.column import Row
from standoff.model.format1 import FORMAT
from standoff.store import View

STANDARD_INPUT = "-"
_STORE_MARK = b"DUCK"
_MARK_AT = 8
_NEEDED = ("id", "text", "sentences", "mentions", "events", "quotes", "positions", "made_by")


def read_records(source: str) -> Iterator[Row]:
    """Yield the records of a store, of a file of JSON lines, or of standard input (``-``)."""
    if source == STANDARD_INPUT:
        yield from _from_lines(sys.stdin.buffer, "standard input")
        return
    path = Path(source)
    if not path.is_file():
        raise InputError("no-source", f"there is no file {source}")
    if _is_store(path):
        with View.open(path) as view:
            yield from view.records()
        return
    with path.open("rb") as file:
        yield from _from_lines(file, source)


def _is_store(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(_MARK_AT + len(_STORE_MARK))[_MARK_AT:] == _STORE_MARK


def _from_lines(lines: Iterable[bytes], origin: str) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _record(line, f"{origin}:{number}")


def _record(line: bytes, place: str) -> Row:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("bad-record", f"{place}: not a line of JSON: {error}") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise InputError(
            "bad-record", f"{place}: not a record of format {FORMAT} (`standoff read --json`)"
        )
    missing = [key for key in _NEEDED if key not in found]
    if missing:
        raise InputError("bad-record", f"{place}: the record lacks {', '.join(missing)}")
    return found
