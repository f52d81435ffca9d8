"""The formats that can be read, asked in this order; the first that accepts reads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from standoff.errors import InputError
from standoff.ingest import (
    csv_reader,
    html_reader,
    json_reader,
    newsml,
    ninjs,
    nitf,
    plain,
    warc,
)
from standoff.ingest.article import Found, problem
from standoff.ingest.compressed import GZIP, ZIP, read_gzip, read_zip
from standoff.ingest.options import ReadOptions
from standoff.ingest.streams import with_head

_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is told by its first bytes and its name, and read.

    ``origin`` says where inside the source that was asked for the stream lies, empty for the
    source itself.
    """

    accepts: Callable[[bytes, str], bool]
    read: Callable[[BinaryIO, str, ReadOptions], Found]


READERS: dict[str, Reader] = {
    "warc": Reader(warc.accepts, warc.read),
    "newsml": Reader(newsml.accepts, newsml.read),
    "nitf": Reader(nitf.accepts, nitf.read),
    "html": Reader(html_reader.accepts, html_reader.read),
    "ninjs": Reader(ninjs.accepts, ninjs.read),
    "json": Reader(json_reader.accepts, json_reader.read),
    "csv": Reader(csv_reader.accepts, csv_reader.read),
    "text": Reader(plain.accepts, plain.read),
}


def read_stream(
    stream: BinaryIO, name: str, origin: str, options: ReadOptions, inside: int = 0
) -> Found:
    """Yield the documents of a stream, unpacked where it is packed."""
    head, whole = with_head(stream)
    packed = read_gzip if head.startswith(GZIP) else read_zip if head.startswith(ZIP) else None
    if packed is None:
        reader = next(r for r in READERS.values() if r.accepts(head, name))
        yield from reader.read(whole, origin, options)
    elif inside == _DEEPEST:
        why = f"archives lie more than {_DEEPEST} deep in each other"
        yield problem(InputError("too-deep", why), origin)
    else:

        def read(member: BinaryIO, called: str, where: str, said: ReadOptions) -> Found:
            return read_stream(member, called, where, said, inside + 1)

        yield from packed(whole, name, origin, options, read)
