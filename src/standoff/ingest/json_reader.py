"""JSON and JSON lines into documents: an object, a list of objects, or one object a line.

Not handled: lists inside objects, such as the answer of a web service.
"""

import codecs
import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import chain
from typing import Any, BinaryIO

from standoff.errors import InputError
from standoff.ingest.article import Found, at, documents_from_row, problem
from standoff.ingest.bounded import lines, skip_line, too_large
from standoff.ingest.encoding import decode
from standoff.ingest.options import ReadOptions
from standoff.model import Problem

_STEP = 1 << 20
_SPACE = " \t\r\n"
_MARK_AND_SPACE = b"\xef\xbb\xbf \t\r\n"
_decoder = json.JSONDecoder()
Row = tuple[str, dict[str, Any], str]


def accepts(head: bytes, name: str) -> bool:
    """Tell JSON by its name, or by an object or a list of objects at its head."""
    if name.lower().endswith((".json", ".jsonl", ".ndjson")):
        return True
    start = head.lstrip(_MARK_AND_SPACE)
    inside = start[1:].lstrip()
    return (start[:1] == b"{" and inside[:1] in (b'"', b"}")) or (
        start[:1] == b"[" and inside[:1] in (b"{", b"]")
    )


def read(stream: BinaryIO, origin: str, options: ReadOptions) -> Found:
    """Yield the documents of a JSON source, and a `Problem` for each that cannot be read."""
    for item in rows(stream, origin, options):
        if isinstance(item, Problem):
            yield item
            continue
        where, row, digest = item
        yield from documents_from_row(row, options, reader="json", sha256=digest, where=where)


def rows(stream: BinaryIO, origin: str, options: ReadOptions) -> Iterator[Row | Problem]:
    """Yield each object with its place and the hash of its source."""
    number, first = _first_line(stream, options.max_bytes)
    start = first.lstrip(_MARK_AND_SPACE)[:1]
    if len(first) > options.max_bytes and start != b"[":
        skip_line(stream, first)
        yield from _line_rows(number, None, stream, origin, options)
    elif _is_whole(first):
        yield from _line_rows(number, first, stream, origin, options)
    elif first:
        yield from _value_rows(first, stream, origin, options)


def _first_line(stream: BinaryIO, limit: int) -> tuple[int, bytes]:
    """Return the first line that is not blank, cut past the limit, and its number."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if line.strip(_MARK_AND_SPACE):
            return number, line
    return number, b""


def _is_whole(line: bytes) -> bool:
    """Tell whether a line is an object of its own: then each line is one."""
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _line_rows(
    number: int, first: bytes | None, stream: BinaryIO, origin: str, options: ReadOptions
) -> Iterator[Row | Problem]:
    numbered = ((number + n, line) for n, line in lines(stream, options.max_bytes))
    for place, line in chain([(number, first)], numbered):
        where = at(origin, f"line {place}")
        if line is None:
            yield problem(too_large("bytes", options.max_bytes), where)
        elif line.strip():
            yield from _line_row(where, line)


def _line_row(where: str, line: bytes) -> Iterator[Row | Problem]:
    try:
        yield where, _object(_loaded(decode(line))), sha256(line).hexdigest()
    except InputError as error:
        yield problem(error, where)


def _value_rows(
    first: bytes, stream: BinaryIO, origin: str, options: ReadOptions
) -> Iterator[Row | Problem]:
    """Yield the objects of one value: itself, or the members of a list, one at a time."""
    try:
        for number, (value, source) in enumerate(_values(first, stream, options), 1):
            where = at(origin, f"object {number}")
            try:
                yield where, _object(value), sha256(source.encode()).hexdigest()
            except InputError as error:
                yield problem(error, where)
    except InputError as error:
        yield problem(error, origin)


def _values(first: bytes, stream: BinaryIO, options: ReadOptions) -> Iterator[tuple[Any, str]]:
    """Yield values with their source text, holding no more than one at once."""
    buffer = _Buffer(first, stream, options.max_bytes)
    if buffer.char() == "[":
        buffer.step()
        while buffer.char() not in {"]", ""}:
            yield buffer.value()
            if buffer.char() == ",":
                buffer.step()
        if buffer.char() != "]":
            raise InputError("truncated", "the list ends before it is closed")
        return
    yield buffer.value()
    if buffer.char():
        raise InputError("bad-json", "more follows after the object")


class _Buffer:
    """The text of a JSON source, of which only the value being read is held."""

    def __init__(self, first: bytes, stream: BinaryIO, limit: int) -> None:
        self._stream, self._limit = stream, limit
        self._text, self._place = "", 0
        self._decoder = codecs.getincrementaldecoder(_encoding(first))()
        self._add(first)

    def char(self) -> str:
        """Return the next character that is no space; none at the end."""
        while True:
            while self._place < len(self._text) and self._text[self._place] in _SPACE:
                self._place += 1
            if self._place < len(self._text) or not self._more():
                return self._text[self._place : self._place + 1]

    def step(self) -> None:
        """Go past one character."""
        self._place += 1

    def value(self) -> tuple[Any, str]:
        """Return the next value and its source; reads on until it is complete."""
        self.char()
        while True:
            try:
                value, end = _decoder.raw_decode(self._text, self._place)
            except RecursionError as error:
                raise _too_deep() from error
            except ValueError as error:
                if len(self._text) - self._place > self._limit:
                    raise too_large("bytes", self._limit) from error
                if not self._more(len(self._text)):
                    raise InputError("bad-json", f"this is no JSON: {error}") from error
                continue
            source = self._text[self._place : end]
            self._place = end
            return value, source

    def _more(self, at_least: int = 0) -> bool:
        """Read on; a value that is not complete is tried again when twice as much is there."""
        raw = self._stream.read(max(_STEP, at_least))
        self._add(raw)
        return bool(raw)

    def _add(self, raw: bytes) -> None:
        try:
            text = self._decoder.decode(raw, final=not raw)
        except UnicodeDecodeError as error:
            raise InputError("bad-encoding", "JSON is UTF-8, and this is not") from error
        self._text = self._text[self._place :] + text
        self._place = 0


def _encoding(first: bytes) -> str:
    wide = first.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "utf-16" if wide else "utf-8-sig" if first.startswith(b"\xef\xbb\xbf") else "utf-8"


def _loaded(text: str) -> Any:  # noqa: ANN401  JSON may hold anything
    try:
        return json.loads(text)
    except RecursionError as error:
        raise _too_deep() from error
    except ValueError as error:
        raise InputError("bad-json", f"this is no JSON: {error}") from error


def _too_deep() -> InputError:
    return InputError("too-deep", "the JSON is nested too deep to be read")


def _object(value: object) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise InputError("bad-json", f"a report is an object, not a {type(value).__name__}")
