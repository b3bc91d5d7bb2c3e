"""Bytes to an HTML tree: the encoding, and what must not happen on the way."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from extractors.model import Problem
from pipeline.layouts.base import Unreadable
from pipeline.layouts.html_panels import open_panels
from pipeline.layouts.html_styles import inline_styles
from pipeline.layouts.text_decoding import check_size, decode

_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_OF_HEAD = frozenset({"title", "meta", "link", "style", "script", "base", "noscript", "template", "object"})
_HEAD = 8_000
"""Bytes in which a page says its encoding; browsers look at the first 1,024, saved pages put more before."""
_LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252"})
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".aspx", ".asp", ".php", ".shtml"})


def looks_like_html(data: bytes, suffix: str) -> bool:
    """Whether the suffix, or for an unknown suffix the first bytes, say that this is a page."""
    if suffix in _SUFFIXES:
        return not data.startswith((b"%PDF", b"PK\x03\x04"))
    return suffix not in {".txt", ".md", ".xml"} and bool(_MARKUP.match(data[:_HEAD].lstrip(b"\xef\xbb\xbf")))


def parse_page(data: bytes) -> tuple[HtmlElement, tuple[Problem, ...]]:
    """The page's root element, and a problem where only part of it could be read.

    Raises `Unreadable` for an empty, huge or binary file.
    """
    root, whole = _parsed(_text(data))
    if root is None:
        raise Unreadable(Problem("read", "empty", "The page holds no text."))
    _take_out_of_head(root)
    inline_styles(root)
    open_panels(root)
    if whole:
        return root, ()
    return root, (
        Problem("read", "partly read", "The page's elements are nested too deep; the rest is lost."),
    )


def _take_out_of_head(root: HtmlElement) -> None:
    """Put into the body what the parser took for the head: it knows no `header`, `main` or `article`, and writers may
    leave out the tag of the body."""
    head = root.find("head")
    misplaced = [] if head is None else [child for child in head if child.tag not in _OF_HEAD]
    if not misplaced:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for at, element in enumerate(misplaced):
        body.insert(at, element)


def parse_fragment(text: str) -> HtmlElement | None:
    """The root of a piece of HTML, or None where it holds nothing."""
    root = _parsed(text)[0] if text.strip() else None
    if root is not None:
        inline_styles(root)
    return root


def _text(data: bytes) -> str:
    check_size(data)
    declared = _DECLARED.search(data[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name and name not in _LATIN and not name.startswith("utf"):
        try:
            return data.decode(name, errors="strict")
        except (LookupError, UnicodeDecodeError):
            pass  # What the page says of itself is often wrong; the bytes are not.
    return decode(data)


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    # `huge_tree` lets unclosed inline elements nest 2,048 deep instead of 256; the size is checked before.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError:
        return None, True
    deep = any("depth" in entry.message for entry in parser.error_log)
    return (root if isinstance(root, HtmlElement) else None), not deep
