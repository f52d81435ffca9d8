"""NewsML-G2, the format in which news agencies deliver, into documents.

Not handled: NewsML 1, and items whose text lies in another file (`remoteContent`).
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from standoff.errors import InputError
from standoff.ingest.article import Found, at, problem
from standoff.ingest.bounded import read_all
from standoff.ingest.lines import paragraphs_of
from standoff.ingest.markup import (
    first,
    local_name,
    paragraphs_in,
    parse_fragment,
    parse_xml,
    words_of,
)
from standoff.ingest.nitf import dateline_of
from standoff.ingest.options import ReadOptions
from standoff.ingest.wire import WireItem, documents_from_item

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMESPACE = b"http://iptc.org/std/nar/2006-10-01/"


def accepts(head: bytes, name: str) -> bool:  # noqa: ARG001  the name says only that it is XML
    """Tell NewsML-G2 by its namespace or its root element."""
    return _NAMESPACE in head or b"<newsItem" in head or b"<newsMessage" in head


def read(stream: BinaryIO, origin: str, options: ReadOptions) -> Found:
    """Yield the reports of a message or an item, and a `Problem` for each without text."""
    try:
        raw = read_all(stream, options.max_bytes)
        items = list(_items(parse_xml(raw)))
        if not items:
            raise InputError("no-text", "the message holds no news item")
        digest = sha256(raw).hexdigest()
        for number, element in enumerate(items, 1):
            where = at(origin, f"item {number}") if len(items) > 1 else origin
            yield from documents_from_item(_item(element, digest, len(items)), options, where)
    except InputError as error:
        yield problem(error, origin)


def _items(root: "Element") -> Iterator["Element"]:
    for element in root.iter():
        if local_name(element) == "newsitem":
            yield element


def _item(element: "Element", digest: str, items: int) -> WireItem:
    meta, content = first(element, "itemmeta"), first(element, "contentmeta")
    guid = element.get("guid")
    return WireItem(
        reader="newsml",
        sha256=digest if items == 1 else sha256(f"{digest}{guid}".encode()).hexdigest(),
        paragraphs=_paragraphs(element),
        id=guid,
        title=_below(content, "headline") or _below(meta, "title"),
        published=_below(meta, "versioncreated") or _below(meta, "firstcreated"),
        publisher=_provider(meta) or _below(content, "creditline"),
        url=None,
        dateline=_below(content, "dateline") or dateline_of(element),
        status=_status(meta),
    )


def _paragraphs(element: "Element") -> list[str]:
    """Return the prose: marked up inside the item, or as a string in it."""
    inline = first(element, "contentset", "inlinexml")
    if inline is not None:
        body = first(inline, "body.content")
        body = body if body is not None else first(inline, "body")
        return paragraphs_in(body if body is not None else inline)
    data = first(element, "contentset", "inlinedata")
    if data is None or not data.text:
        return []
    if "html" in (data.get("contenttype") or ""):
        return paragraphs_in(parse_fragment(data.text))
    return [" ".join(p.of(data.text).split()) for p in paragraphs_of(data.text)]


def _provider(meta: "Element | None") -> str | None:
    found = first(meta, "provider") if meta is not None else None
    if found is None:
        return None
    code = found.get("literal") or found.get("qcode") or found.get("uri") or ""
    return words_of(first(found, "name")) or code.rpartition(":")[2].rpartition("/")[2] or None


def _status(meta: "Element | None") -> str | None:
    found = first(meta, "pubstatus") if meta is not None else None
    return found.get("qcode") if found is not None else None


def _below(root: "Element | None", name: str) -> str | None:
    return words_of(first(root, name)) if root is not None else None
