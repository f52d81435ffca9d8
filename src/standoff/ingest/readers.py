"""The formats that can be read, asked in this order; the first that accepts reads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from standoff.ingest import json_reader, plain
from standoff.ingest.article import Found
from standoff.ingest.options import ReadOptions


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is told by its first bytes and its name, and read.

    ``origin`` says where inside the source that was asked for the stream lies, empty for the
    source itself.
    """

    accepts: Callable[[bytes, str], bool]
    read: Callable[[BinaryIO, str, ReadOptions], Found]


READERS: dict[str, Reader] = {
    "json": Reader(json_reader.accepts, json_reader.read),
    "text": Reader(plain.accepts, plain.read),
}
