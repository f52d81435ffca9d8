"""Plain text files into documents: one file, one report."""

from hashlib import sha256
from typing import BinaryIO

from standoff.errors import InputError
from standoff.ingest.article import Found, bounded_document, problem
from standoff.ingest.bounded import read_all
from standoff.ingest.encoding import decode
from standoff.ingest.options import ReadOptions
from standoff.ingest.text_reader import Stated


def accepts(head: bytes, name: str) -> bool:  # noqa: ARG001  every reader is asked alike
    """Take what no other reader takes."""
    return True


def read(stream: BinaryIO, origin: str, options: ReadOptions) -> Found:
    """Yield the report in a text file, or why there is none."""
    try:
        raw = read_all(stream, options.max_bytes)
        yield bounded_document(
            decode(raw), Stated(), options, reader="text", sha256=sha256(raw).hexdigest()
        )
    except InputError as error:
        yield problem(error, origin)
