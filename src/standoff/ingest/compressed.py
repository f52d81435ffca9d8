"""Gzip and zip files, unpacked as they are read and no further than is sensible.

Not handled: encrypted zip files, and archives inside archives inside archives.
"""

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from standoff.errors import InputError
from standoff.ingest.article import Found, problem
from standoff.ingest.options import ReadOptions
from standoff.ingest.streams import Guarded

GZIP, ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
FREE, RATIO = 50_000_000, 200
MOST_MEMBERS = 1_000_000
_STEP = 1 << 16
_PIECE = 1 << 20
_IN_MEMORY = 32_000_000
Read = Callable[[BinaryIO, str, str, ReadOptions], Found]


class Budget:
    """How much may come out of what went in: text shrinks ten times, a bomb a thousand."""

    def __init__(self) -> None:
        self.packed = self.unpacked = 0

    def spend(self, unpacked: int, packed: int = 0) -> None:
        """Count bytes; raises `InputError` ``bomb`` where far too many come out."""
        self.packed += packed
        self.unpacked += unpacked
        if self.unpacked > FREE and self.unpacked > RATIO * self.packed:
            why = f"{self.packed:,} bytes unpack to more than {self.unpacked:,}: refused"
            raise InputError("bomb", why)


def read_gzip(
    stream: BinaryIO, name: str, origin: str, options: ReadOptions, read: Read
) -> Found:
    """Yield the documents of what a gzip file holds, up to where it is cut or broken."""
    guarded = Guarded(_Members(stream).pull)
    inner = name[:-3] if name.lower().endswith(".gz") else name
    yield from _read_guarded(guarded, inner, origin, options, read)


def read_zip(
    stream: BinaryIO,
    name: str,  # noqa: ARG001  the members have names of their own
    origin: str,
    options: ReadOptions,
    read: Read,
) -> Found:
    """Yield the documents of a zip file's members, in the order of their names."""
    try:
        with _seekable(stream) as whole, zipfile.ZipFile(whole) as archive:
            yield from _read_members(archive, origin, options, read)
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        why = f"this zip file is broken or cut short: {error}"
        yield problem(InputError("corrupt", why), origin)


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream that can be gone through twice: a zip file's index is at its end."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        shutil.copyfileobj(stream, spool)
        yield cast(BinaryIO, spool)


def _read_members(
    archive: zipfile.ZipFile, origin: str, options: ReadOptions, read: Read
) -> Found:
    members = sorted(
        (m for m in archive.infolist() if not m.is_dir() and not _is_hidden(m.filename)),
        key=lambda m: m.filename,
    )
    if len(members) > MOST_MEMBERS:
        yield problem(InputError("bomb", f"more than {MOST_MEMBERS:,} members"), origin)
        return
    budget = Budget()
    for member in members:
        where = f"{origin}/{member.filename}" if origin else member.filename
        if member.flag_bits & 1:
            yield problem(InputError("encrypted", "this member needs a password"), where)
            continue
        guarded = Guarded(_Member(archive, member, budget).pull)
        yield from _read_guarded(guarded, member.filename, where, options, read)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _read_guarded(
    guarded: Guarded, name: str, origin: str, options: ReadOptions, read: Read
) -> Found:
    """Yield what can be read, then what went wrong, which is told once."""
    try:
        yield from read(cast(BinaryIO, guarded), name, origin, options)
        if guarded.fault is not None:
            raise guarded.fault
    except InputError as error:
        yield problem(error, origin)


class _Members:
    """The bytes of a gzip file, which may hold several members."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._budget = Budget()
        self._packed = b""
        self._unpacker = zlib.decompressobj(31)
        self._begun = False

    def pull(self, size: int) -> bytes:  # noqa: ARG002  pieces have the size that suits here
        while True:
            if not self._packed and not self._more():
                return b""
            piece = self._unpack()
            self._budget.spend(len(piece))
            if piece:
                return piece

    def _more(self) -> bool:
        """Read on; raises `InputError` ``truncated`` where a member has no end."""
        self._packed = self._stream.read(_STEP)
        self._budget.spend(0, len(self._packed))
        if not self._packed and self._begun:
            raise InputError("truncated", "the gzip file ends before its end: it was cut short")
        return bool(self._packed)

    def _unpack(self) -> bytes:
        if not self._begun and not self._packed.startswith(GZIP[: len(self._packed)]):
            self._packed = b""  # padding after the last member
            return b""
        self._begun = True
        try:
            piece = self._unpacker.decompress(self._packed, _PIECE)
        except zlib.error as error:
            raise InputError("corrupt", f"the gzip file is broken: {error}") from error
        self._packed = self._unpacker.unconsumed_tail
        if self._unpacker.eof:
            self._packed = self._unpacker.unused_data
            self._unpacker, self._begun = zlib.decompressobj(31), False
        return piece


class _Member:
    """The bytes of one member of a zip file, opened when they are asked for."""

    def __init__(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget
    ) -> None:
        self._archive, self._member, self._budget = archive, member, budget
        self._opened: BinaryIO | None = None

    def pull(self, size: int) -> bytes:
        try:
            if self._opened is None:
                self._opened = cast(BinaryIO, self._archive.open(self._member))
                self._budget.spend(0, self._member.compress_size)
            piece = self._opened.read(size)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise InputError("corrupt", f"this member is broken: {error}") from error
        self._budget.spend(len(piece))
        return piece
