"""Marked-up text, read with bounds: nothing outside it is loaded, no entity is expanded.

Not handled: text that only a style sheet or a script would show.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from standoff.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DEEPEST = 200
MOST_ELEMENTS = 50_000
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:.-]*)[^<>]*?(/?)>")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
     "source", "track", "wbr"}
)  # fmt: skip
_OPTIONAL = frozenset(
    {"p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "colgroup",
     "body", "html"}
)  # fmt: skip
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "li", "dd", "dt", "td", "th",
     "blockquote", "div", "section", "article", "pre", "figcaption", "caption", "body.content",
     "block", "note", "media", "table", "tr", "ul", "ol", "bq"}
)  # fmt: skip
_LEFT_OUT = frozenset(
    {"script", "style", "noscript", "template", "media", "figure", "head", "svg", "iframe",
     "object", "table"}
)  # fmt: skip
_SPACE = re.compile(r"\s+")


def refuse_bulk(markup: str) -> None:
    """Refuse a page whose elements are deeper or more than any report's.

    Raises `InputError`: ``too-deep``, because the parser would leave out what lies deeper
    without a word; ``too-large``, because finding the article takes seconds for such a page.
    """
    depth = 0
    for number, (closing, tag, self_closing) in enumerate(_TAG.findall(markup)):
        name = tag.lower()
        if name not in _VOID and name not in _OPTIONAL and not self_closing:
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST:
            raise InputError("too-deep", f"elements are nested more than {DEEPEST} deep")
        if number > 2 * MOST_ELEMENTS:
            raise InputError("too-large", f"the page has more than {MOST_ELEMENTS:,} elements")


def parse_xml(raw: bytes) -> "Element":
    """Return the root of XML; raises `InputError` ``bad-xml`` or ``too-deep``."""
    from lxml import etree  # loaded only where XML is read

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root: Element = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        code = "too-deep" if "depth" in str(error.msg) else "bad-xml"
        raise InputError(code, f"this XML cannot be read: {error.msg}") from error
    return root


def parse_fragment(markup: str) -> "Element":
    """Return the root of a piece of HTML; raises `InputError` ``too-deep``."""
    from lxml import html  # loaded only where HTML is read

    refuse_bulk(markup)
    root: Element = html.fragment_fromstring(markup, create_parent="div")
    return root


def local_name(element: "Element") -> str:
    """Return an element's name without its namespace; none for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def first(root: "Element", *path: str) -> "Element | None":
    """Return the first element below ``root`` by local names, each at any depth."""
    found = [root]
    for name in path:
        found = [e for r in found for e in r.iter() if e is not r and local_name(e) == name]
        if not found:
            return None
    return found[0]


def words_of(element: "Element | None") -> str | None:
    """Return an element's text on one line, if it has any."""
    if element is None:
        return None
    return _SPACE.sub(" ", "".join(str(t) for t in element.itertext())).strip() or None


def paragraphs_in(root: "Element") -> list[str]:
    """Return the paragraphs of marked-up text, each on one line."""
    pieces = ["\n" if piece is None else _SPACE.sub(" ", piece) for piece in _pieces(root)]
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def _pieces(root: "Element") -> Iterator[str | None]:
    """Yield the text of an element in order, none where a block begins or ends.

    Walks with a stack of its own: the depth is the document's, not the interpreter's.
    """
    stack: list[tuple[Element, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        name = local_name(element)
        block = name in _BLOCKS or name == "br"
        if done:
            yield from _ended(element, root, block)
            continue
        stack.append((element, True))
        if not name or name in _LEFT_OUT:
            continue
        if block:
            yield None
        yield element.text or ""
        stack.extend((child, False) for child in reversed(element))


def _ended(element: "Element", root: "Element", block: bool) -> Iterator[str | None]:
    if block:
        yield None
    if element is not root:
        yield element.tail or ""
