"""Web pages into documents: the article's text, and what the page states of it.

Not handled: pages that a script fills, and dates that only the page's text tells.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, BinaryIO

from standoff.errors import InputError
from standoff.ingest.article import Found, bounded_document, problem, stated_date
from standoff.ingest.bounded import read_all
from standoff.ingest.encoding import decode
from standoff.ingest.lines import lines_of
from standoff.ingest.markup import refuse_bulk
from standoff.ingest.options import ReadOptions
from standoff.ingest.text_reader import Stated

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CODECS = re.compile(
    r"utf-8|ascii|iso8859-\d+|cp125\d|koi8-[ru]|mac-roman|gb2312|gbk|gb18030|big5|euc_\w+|shift_jis"
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_ARTICLES = frozenset(
    {"NewsArticle", "Article", "ReportageNewsArticle", "WebPage", "BlogPosting",
     "AnalysisNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting"}
)  # fmt: skip
_META = {
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "pubdate",
        "publishdate", "publish-date", "publication_date", "dc.date.issued", "dc.date",
        "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "date",
    ),
    "title": ("og:title", "twitter:title", "headline", "dc.title", "parsely-title"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "url": ("og:url",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page states, as it stands there."""

    published: str | None
    title: str | None
    publisher: str | None
    url: str | None


def accepts(head: bytes, name: str) -> bool:
    """Tell a page by its name or by how it begins."""
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    return named or _HEAD.match(head.lstrip(codecs.BOM_UTF8)) is not None


def read(stream: BinaryIO, origin: str, options: ReadOptions) -> Found:
    """Yield the report of a page, or why there is none."""
    try:
        raw = read_all(stream, options.max_bytes)
        yield from documents_from_html(raw, options, reader="html", origin=origin)
    except InputError as error:
        yield problem(error, origin)


def documents_from_html(
    raw: bytes, options: ReadOptions, *, reader: str, origin: str, url: str | None = None
) -> Found:
    """Yield the report of a page, after the problem of a date that cannot be read.

    Raises `InputError` where there is no report that can be read.
    """
    markup = _text_of(raw)
    refuse_bulk(markup)
    tree = _tree(markup)
    page = _stated(tree)
    text = _article(tree)
    day, faults = stated_date(page.published)
    for fault in faults:
        yield problem(fault, origin)
    stated = Stated(None, page.title, url or page.url, page.publisher, day)
    document = bounded_document(
        text,
        stated,
        options,
        reader=reader,
        sha256=sha256(raw).hexdigest(),
        paragraphs=lines_of(text),
    )
    yield replace(document, title=page.title or document.title)


def _text_of(raw: bytes) -> str:
    """Decode a page: by its mark, by the letters it says it uses, else by its bytes."""
    charset = _CHARSET.search(raw[:4096])
    if charset and not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE)):
        text = _decoded(raw, charset[1].decode("ascii"))
        if text is not None:
            return text
    return decode(raw)


def _decoded(raw: bytes, charset: str) -> str | None:
    """Return the text in a named encoding; none where it is unknown or wrong."""
    try:
        name = codecs.lookup("cp1252" if charset.lower() == "iso-8859-1" else charset).name
        text = raw.decode(name) if _CODECS.fullmatch(name) else ""
    except (LookupError, UnicodeError):
        return None
    return text if text.strip() else None


def _tree(text: str) -> "HtmlElement":
    from lxml import etree, html  # loaded only where a page is read

    markup = _CONTROLS.sub("", _DECLARATION.sub("", text))
    try:
        tree = html.document_fromstring(markup, parser=html.HTMLParser(no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError("no-text", f"the page holds nothing: {error}") from error
    return tree


def _article(tree: "HtmlElement") -> str:
    from trafilatura import bare_extraction  # takes half a second to load

    try:
        found = bare_extraction(tree, include_comments=False, include_tables=False)
    except RecursionError as error:
        raise InputError("too-deep", "the page is nested too deep to be read") from error
    text = getattr(found, "text", None)
    if not isinstance(text, str) or not text.strip():
        raise InputError("no-text", "no article was found on the page")
    return text


def _stated(tree: "HtmlElement") -> _Page:
    """Return what the page says of itself: in JSON-LD, in meta elements, in its headings."""
    meta = _meta(tree)
    linked = next(_linked(tree), {})
    first = {
        name: next((meta[k] for k in keys if k in meta), None) for name, keys in _META.items()
    }
    return _Page(
        published=_string(linked.get("datePublished")) or first["published"] or _time(tree),
        title=_string(linked.get("headline")) or first["title"] or _heading(tree),
        publisher=_name(linked.get("publisher")) or first["publisher"],
        url=_canonical(tree) or first["url"],
    )


def _meta(tree: "HtmlElement") -> dict[str, str]:
    """Return the page's meta elements, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked(tree: "HtmlElement") -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD that describe an article."""
    for element in tree.iter("script"):
        if element.get("type") != "application/ld+json" or not element.text:
            continue
        try:
            found = json.loads(element.text, strict=False)
        except (ValueError, RecursionError):
            continue  # a broken description says nothing; the page has others
        objects = found if isinstance(found, list) else [found]
        graphs = [o.get("@graph") for o in objects if isinstance(o, dict)]
        for item in (*objects, *(o for g in graphs if isinstance(g, list) for o in g)):
            if isinstance(item, dict) and _is_article(item.get("@type")):
                yield item


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(k in _ARTICLES for k in kinds if isinstance(k, str))


def _time(tree: "HtmlElement") -> str | None:
    """Return the time element that is marked as the day of publication."""
    for element in tree.iter("time"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            return _string(element.get("datetime") or element.text)
    return None


def _heading(tree: "HtmlElement") -> str | None:
    headings = [" ".join(e.text_content().split()) for e in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    titles = [_string("".join(map(str, e.itertext()))) for e in tree.iter("title")]
    return titles[0] if titles else None


def _canonical(tree: "HtmlElement") -> str | None:
    for element in tree.iter("link"):
        if element.get("rel") == "canonical":
            return _string(element.get("href"))
    return None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _string(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
