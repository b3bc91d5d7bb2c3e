"""What stands around the document on a web page, and which element holds the document."""

import re
from collections.abc import Collection
from itertools import chain, islice

from lxml.html import HtmlElement

from extractors.vocabulary import words
from pipeline.layouts.html_names import is_hidden
from pipeline.layouts.html_notes import is_comment

_AROUND = frozenset({"nav", "header", "footer", "aside", "form"})
_AROUND_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "alertdialog",
})  # fmt: skip
_AROUND_NAMES = frozenset(words("page_furniture.txt"))
_SITE_HEADER = re.compile(r"(?:^|\s)(?:site|global|top|main)?[-_]?header(?:$|\s)", re.IGNORECASE)
_WORDED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "tbody"})
"""Named after what they hold, not where they stand."""
_NAME_WORD = re.compile(r"[A-Z]+[a-z]*|[a-z]+")
_LONGEST_AROUND = 0.5
"""A part that holds more than this share of the page's words is no furniture, whatever its name."""
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf)(?:[?#]|$)", re.IGNORECASE)
_LISTING = frozenset({"ul", "ol", "div", "section", "td", "p", "table"})
_LINKED = 0.8
"""A list of which more than this share is links leads elsewhere."""
_LEAST_ARTICLE = 0.5
_LEAST_MAIN = 0.2
"""An element that calls itself the main one, and holds less than this share, is a teaser."""


def find_furniture(body: HtmlElement) -> set[HtmlElement]:
    """The menus, banners, footers, forms and lists of links, but none that holds most of the page's words."""
    sizes = _measure(body)
    most = sizes[body][0] * _LONGEST_AROUND
    return {
        element
        for element, size in sizes.items()
        if element is not body
        and size[0] <= most
        and (_stands_around(element) or (element.tag in _LISTING and _lists_links(element, *size)))
    }


def _lists_links(element: HtmlElement, size: int, linked: int) -> bool:
    """Whether nearly all the words are links, and there are several, or one to a file."""
    if linked <= _LINKED * size:
        return False
    links = list(islice(element.iter("a"), 2))
    return len(links) > 1 or any(_FILE.search(link.get("href") or "") for link in links)


def _stands_around(element: HtmlElement) -> bool:
    if element.tag in ("main", "article"):
        return False
    if element.tag == "header":
        return not any(ancestor.tag in ("main", "article") for ancestor in element.iterancestors())
    if is_comment(element):
        return True
    if element.tag in _AROUND or element.get("role") in _AROUND_ROLES:
        return True
    named = f"{element.get('id', '')} {element.get('class', '')}"
    if not named.strip() or element.tag in _WORDED:
        return False
    named_words = (word.lower() for word in _NAME_WORD.findall(named))
    return not _AROUND_NAMES.isdisjoint(named_words) or bool(_SITE_HEADER.search(named))


def find_main(body: HtmlElement, around: set[HtmlElement]) -> HtmlElement:
    """The element that says that it holds the document, and does hold a fair part of the words; else the body.

    An article is the document where it holds most of the page: a page may have several, one for each meeting.
    """
    sizes = _measure(body, around)
    whole = sizes[body][0]
    mains = (
        one
        for one in (*body.iter("main"), *body.iterfind(".//*[@role='main']"))
        if sizes[one][0] > whole * _LEAST_MAIN
    )
    articles = (one for one in body.iter("article") if sizes[one][0] > whole * _LEAST_ARTICLE)
    return next(chain(mains, articles), body)


def _measure(
    body: HtmlElement, around: Collection[HtmlElement] = frozenset()
) -> dict[HtmlElement, tuple[int, int]]:
    """Characters in each element, and how many of them in links; none in what is hidden or in `around`.

    Children come first in the reversed order of the document, so that one pass is enough.
    """
    sizes: dict[HtmlElement, tuple[int, int]] = {}
    for element in reversed(list(body.iter())):
        if is_hidden(element) or element in around:
            sizes[element] = (0, 0)
            continue
        size = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        size += sum(sizes[child][0] for child in element)
        linked = size if element.tag == "a" else sum(sizes[child][1] for child in element)
        sizes[element] = (size, linked)
    return sizes
