"""NITF, the text format of news agencies, into documents.

Not handled: several reports in one file, which NITF does not allow.
"""

from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from standoff.errors import InputError
from standoff.ingest.article import Found, problem
from standoff.ingest.bounded import read_all
from standoff.ingest.markup import first, local_name, paragraphs_in, parse_xml, words_of
from standoff.ingest.options import ReadOptions
from standoff.ingest.wire import WireItem, documents_from_item

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def accepts(head: bytes, name: str) -> bool:  # noqa: ARG001  the name says only that it is XML
    """Tell NITF by its root element."""
    return b"<nitf" in head and b"newsItem" not in head and b"newsMessage" not in head


def read(stream: BinaryIO, origin: str, options: ReadOptions) -> Found:
    """Yield the report of an NITF file, or why there is none."""
    try:
        raw = read_all(stream, options.max_bytes)
        root = parse_xml(raw)
        if local_name(root) != "nitf":
            raise InputError("bad-xml", f"the root is <{local_name(root)}>, not <nitf>")
    except InputError as error:
        yield problem(error, origin)
        return
    yield from documents_from_item(_item(root, sha256(raw).hexdigest()), options, origin)


def _item(root: "Element", digest: str) -> WireItem:
    content = first(root, "body.content")
    published = _attribute(root, "date.issue", "norm") or _attribute(
        root, "pubdata", "date.publication"
    )
    return WireItem(
        reader="nitf",
        sha256=digest,
        paragraphs=paragraphs_in(content) if content is not None else [],
        id=_attribute(root, "doc-id", "id-string"),
        title=words_of(first(root, "hl1")) or words_of(first(root, "head", "title")),
        published=published,
        publisher=_publisher(root),
        url=_attribute(root, "pubdata", "ex-ref"),
        dateline=dateline_of(root),
    )


def dateline_of(root: "Element") -> str | None:
    """Return the words of the head's dateline."""
    return words_of(first(root, "body.head", "dateline"))


def _publisher(root: "Element") -> str | None:
    return (
        words_of(first(root, "body.head", "distributor"))
        or _attribute(root, "pubdata", "name")
        or _attribute(root, "doc.copyright", "holder")
    )


def _attribute(root: "Element", element: str, name: str) -> str | None:
    found = first(root, element)
    value = found.get(name) if found is not None else None
    return value.strip() or None if value else None
