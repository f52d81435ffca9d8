"""WARC files, the web archives' format, into documents: each archived page is one.

Not handled: revisit records, which only point at an earlier page; ARC, its forerunner.
"""

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from standoff.errors import InputError
from standoff.ingest.article import Found, bounded_document, problem
from standoff.ingest.bounded import read_all
from standoff.ingest.encoding import decode
from standoff.ingest.html_reader import documents_from_html
from standoff.ingest.options import ReadOptions
from standoff.ingest.text_reader import Stated
from standoff.model import Document

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord as Record

_KINDS = frozenset({"response", "resource", "conversion"})
_PAGES = ("text/html", "application/xhtml+xml")
_STEP = 1 << 16
_END = b"\r\n\r\n"


def accepts(head: bytes, name: str) -> bool:  # noqa: ARG001  every WARC says so itself
    """Tell a WARC file by its first bytes."""
    return head.startswith(b"WARC/")


def read(stream: BinaryIO, origin: str, options: ReadOptions) -> Found:
    """Yield the reports of the archived pages, up to where the file is cut or broken."""
    from warcio.archiveiterator import WARCIterator  # loaded only where a WARC file is read
    from warcio.exceptions import ArchiveLoadFailed

    try:
        tail = _Tail(stream)
        for record in WARCIterator(tail):
            url = record.rec_headers.get_header("WARC-Target-URI")
            where = f"{origin}, {url}" if origin and url else url or origin
            found = list(_documents(record, url, where, options))
            _refuse_cut(record)
            yield from found
        if tail.last not in {b"", _END}:
            raise InputError("truncated", "the archive ends inside a record: it was cut short")
    except ArchiveLoadFailed as error:
        yield problem(InputError("truncated", f"the archive is cut or broken: {error}"), origin)
    except InputError as error:
        yield problem(error, origin)


class _Tail:
    """A stream that remembers its last bytes, which tell whether an archive is whole."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.last = b""

    def read(self, size: int) -> bytes:
        piece = self._stream.read(size)
        self.last = (self.last + piece)[-len(_END) :]
        return piece


def _refuse_cut(record: "Record") -> None:
    """Read a record to its end; raises `InputError` where the file ends sooner."""
    while record.raw_stream.read(_STEP):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise InputError("truncated", "the archive ends inside a record: it was cut short")


def _documents(record: "Record", url: str | None, where: str, options: ReadOptions) -> Found:
    if not _is_page(record):
        return
    try:
        raw = read_all(record.content_stream(), options.max_bytes)
        if _kind(record) in _PAGES:
            yield from documents_from_html(raw, options, reader="warc", origin=where, url=url)
        else:
            yield _plain(raw, url, options)
    except InputError as error:
        yield problem(error, where)


def _is_page(record: "Record") -> bool:
    """Tell a page that was found from pictures, errors, requests and the archive's notes."""
    http = record.http_headers
    if record.rec_type == "response" and (http is None or http.get_statuscode() != "200"):
        return False
    return record.rec_type in _KINDS and _kind(record) in (*_PAGES, "text/plain")


def _kind(record: "Record") -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _plain(raw: bytes, url: str | None, options: ReadOptions) -> Document:
    digest = sha256(raw).hexdigest()
    document = bounded_document(decode(raw), Stated(), options, reader="warc", sha256=digest)
    return replace(document, url=url)
