"""Streams that are looked into before they are read, and that tell what went wrong in them."""

import io
from collections.abc import Callable
from typing import BinaryIO

from standoff.errors import InputError

HEAD = 4096
_STEP = 1 << 16


def with_head(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Return the first bytes of a stream, and the stream with them still in it."""
    if isinstance(stream, io.BufferedReader) and stream.seekable():
        head = stream.read(HEAD)
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    head, ended = b"", False
    while len(head) < HEAD and not ended:
        piece = stream.read(HEAD - len(head))  # a pipe may hand out small pieces
        head += piece
        ended = not piece
    return head, io.BufferedReader(_Rejoined(head, stream, ended), buffer_size=_STEP)


class _Rejoined(io.RawIOBase):
    """A stream with the bytes already taken from its head put back."""

    def __init__(self, head: bytes, stream: BinaryIO, ended: bool) -> None:
        self._head, self._stream, self._ended = head, stream, ended

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        if not self._head and self._ended:
            self._ended = False
            return 0
        piece = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


class Guarded(io.RawIOBase):
    """A stream over pieces that may fail.

    Where ``pull`` raises `InputError`, the stream ends, so that what came before can be read;
    whoever reads on past that end gets the error. ``fault`` keeps it for who does not.
    """

    def __init__(self, pull: Callable[[int], bytes]) -> None:
        self._pull = pull
        self._rest = b""
        self._ended = False
        self.fault: InputError | None = None

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """Fill a buffer with the next bytes; 0 at the end, which comes before a fault."""
        if not self._rest and not self._next():
            return 0
        piece, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)

    def _next(self) -> bool:
        if self.fault is not None:
            fault, self.fault = self.fault, None
            self._pull = _nothing
            raise fault
        try:
            self._rest = self._pull(_STEP)
        except InputError as error:
            self.fault = error
        return bool(self._rest)


def _nothing(size: int) -> bytes:  # noqa: ARG001  as any other source is asked
    return b""
