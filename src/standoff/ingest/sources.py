"""Paths, folders, globs, lists and standard input into documents, in sorted order.

Not handled: links to folders inside a folder, which may go round in circles.
"""

import glob
import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from standoff.errors import InputError
from standoff.ingest.article import Found, problem
from standoff.ingest.options import ReadOptions
from standoff.ingest.readers import READERS

HEAD = 4096
STANDARD_INPUT = "-"
_DEFAULT = ReadOptions()


def read_path(name: str | os.PathLike[str], options: ReadOptions = _DEFAULT) -> Found:
    """Yield the documents of a file, folder, glob or ``-``, and a `Problem` for each left."""
    name = os.fspath(name)
    for path in paths_of(name):
        origin = "" if path == name else path
        try:
            yield from _read_one(path, origin, options)
        except OSError as error:
            why = f"this cannot be read: {error.strerror or error}"
            yield problem(InputError(_code(error), why), origin)


def read_paths(names: Iterable[str], options: ReadOptions = _DEFAULT) -> Found:
    """Yield the documents of several sources, in the order given."""
    for name in names:
        yield from read_path(name, options)


def paths_of(name: str) -> Iterator[str]:
    """Yield the files that a name stands for; a name of nothing is yielded as it is."""
    if name == STANDARD_INPUT or is_address(name):
        yield name
    elif Path(name).is_dir():
        yield from _files_below(name)
    elif glob.has_magic(name) and not Path(name).exists():
        yield from _matching(name)
    else:
        yield name


def is_address(name: str) -> bool:
    """Tell an address of the web from a path."""
    return name.lower().startswith(("http://", "https://"))


def _matching(pattern: str) -> Iterator[str]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  patterns may be absolute
    if not found:
        yield pattern
    for path in found:
        if Path(path).is_file():
            yield path


def _files_below(folder: str) -> Iterator[str]:
    """Yield the files of a folder and its folders, by name; hidden ones are left."""
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            path = Path(inside, name)
            if not name.startswith(".") and path.is_file():
                yield os.fspath(path)


def _read_one(path: str, origin: str, options: ReadOptions) -> Found:
    if path == STANDARD_INPUT:
        yield from read_stream(sys.stdin.buffer, "", origin, options)
        return
    with Path(path).open("rb") as stream:
        yield from read_stream(stream, Path(path).name, origin, options)


def read_stream(stream: BinaryIO, name: str, origin: str, options: ReadOptions) -> Found:
    """Yield the documents of a stream, read by the first reader that accepts its head."""
    head = _head(stream)
    whole = io.BufferedReader(_Rejoined(head, stream), buffer_size=1 << 16)
    reader = next(r for r in READERS.values() if r.accepts(head, name))
    yield from reader.read(whole, origin, options)


def _head(stream: BinaryIO) -> bytes:
    """Return the first bytes; a pipe may hand them out in small pieces."""
    head = b""
    while len(head) < HEAD and (piece := stream.read(HEAD - len(head))):
        head += piece
    return head


class _Rejoined(io.RawIOBase):
    """A stream with the bytes already taken from its head put back."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        piece = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _code(error: OSError) -> str:
    return "not-found" if isinstance(error, FileNotFoundError) else "unreadable"
