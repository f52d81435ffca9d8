"""Reading no more of a stream than one document may hold."""

from collections.abc import Iterator
from typing import BinaryIO

from standoff.errors import InputError

_STEP = 1 << 16


def read_all(stream: BinaryIO, limit: int) -> bytes:
    """Return what is left of a stream; raises `InputError` ``too-large`` past the limit."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise too_large("bytes", limit)
    stream.read(1)  # a guarded stream tells only past its end that it was cut short
    return raw


def lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines of a stream with their numbers from 1; none for one past the limit."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        skip_line(stream, line)
        yield number, None


def skip_line(stream: BinaryIO, begun: bytes) -> None:
    """Go to the end of a line of which a part was read."""
    while begun and not begun.endswith(b"\n"):
        begun = stream.readline(_STEP)


def too_large(unit: str, limit: int) -> InputError:
    """Return the error of a document past its bound."""
    return InputError("too-large", f"the document holds more than {limit:,} {unit}")
