"""ninjs, the JSON format of news agencies (versions 1 and 2), into documents.

Not handled: packages, whose items lie in their associations.
"""

from collections.abc import Mapping
from typing import BinaryIO

from standoff.errors import InputError
from standoff.ingest import json_reader
from standoff.ingest.article import Found, problem
from standoff.ingest.lines import paragraphs_of
from standoff.ingest.markup import paragraphs_in, parse_fragment
from standoff.ingest.options import ReadOptions
from standoff.ingest.wire import WireItem, documents_from_item
from standoff.model import Problem

_BODIES = (b'"body_text"', b'"body_html"', b'"body_xhtml"', b'"bodies"')
Row = Mapping[str, object]


def accepts(head: bytes, name: str) -> bool:
    """Tell ninjs by the keys of its first object."""
    if not json_reader.accepts(head, name):
        return False
    named = b'"uri"' in head and (b'"versioncreated"' in head or b'"pubstatus"' in head)
    return named or (any(body in head for body in _BODIES) and b'"text"' not in head)


def read(stream: BinaryIO, origin: str, options: ReadOptions) -> Found:
    """Yield the reports of ninjs: one object, a list, or one a line."""
    for item in json_reader.rows(stream, origin, options):
        if isinstance(item, Problem):
            yield item
            continue
        where, row, digest = item
        try:
            yield from documents_from_item(_item(row, digest), options, where)
        except InputError as error:
            yield problem(error, where)


def _item(row: Row, digest: str) -> WireItem:
    return WireItem(
        reader="ninjs",
        sha256=digest,
        paragraphs=_paragraphs(row),
        id=_string(row.get("uri")),
        title=_string(row.get("headline")) or _of_role(row.get("headlines"), "value"),
        published=_string(row.get("versioncreated")) or _string(row.get("firstcreated")),
        publisher=_publisher(row),
        url=_string(row.get("href")),
        dateline=_string(row.get("dateline")),
        status=_string(row.get("pubstatus")),
    )


def _paragraphs(row: Row) -> list[str]:
    """Return the prose, from the plain text where there is one."""
    for text, kind in _bodies(row):
        if "html" in kind:
            return paragraphs_in(parse_fragment(text))
        return [" ".join(p.of(text).split()) for p in paragraphs_of(text)]
    return []


def _bodies(row: Row) -> list[tuple[str, str]]:
    """Return the bodies with their kinds, plain text first."""
    found = [
        (text, key)
        for key in ("body_text", "body_xhtml", "body_html")
        if (text := _string(row.get(key)))
    ]
    bodies = row.get("bodies")
    for body in bodies if isinstance(bodies, list) else []:
        if isinstance(body, Mapping) and (text := _string(body.get("value"))):
            found.append((text, _string(body.get("contenttype")) or "text/html"))
    return sorted(found, key=lambda body: "html" in body[1])


def _publisher(row: Row) -> str | None:
    return (
        _of_role(row.get("infosources"), "name")
        or _of_role(row.get("infosource"), "name")
        or _string(row.get("copyrightholder"))
    )


def _of_role(entries: object, key: str) -> str | None:
    """Return the first entry's value: the main one by the format's rules."""
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, Mapping) and (value := _string(entry.get(key))):
            return value
    return None


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
