"""ModernGov pages: meetings, single items, issue histories, decisions.

The class names say what every part is. The rest of the page is the site's furniture.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from extractors.model import Piece, Problem, Role
from extractors.vocabulary import rows
from pipeline.layouts.base import Layout, Reading, Unreadable
from pipeline.layouts.html_fields import saved_from
from pipeline.layouts.html_flow import read_flow
from pipeline.layouts.html_furniture import find_furniture, find_main
from pipeline.layouts.html_names import BLOCKS, classes, is_hidden, words_of
from pipeline.layouts.html_parsing import looks_like_html, parse_page
from pipeline.layouts.moderngov_cuts import left_out, without_cuts
from pipeline.layouts.moderngov_fields import main_title, names_meeting, read_fields

_SIGNS = (b"mgMainTitleTxt", b"mgSubTitleTxt", b"mgAiTitleTxt", b"mgWordPara", b"mgItemTable", b'id="modgov"')
_FURNITURE = frozenset({
    "mgActionList", "mgFileSize", "mgHide", "mgBreadcrumb", "mgHelp", "mgPrint", "mgSocial", "mgTabs",
    "mgPaging", "mgNavBar", "mgFooter", "mgSubscribe", "mgICal", "mgPreviousNext", "mgRestricted",
    "mgExempt", "mgActionBar", "mgImageLink", "mgContentNav",
})  # fmt: skip
_HEADS = frozenset({
    "mgMainTitleTxt", "mgSubTitleTxt", "mgAiTitleTxt", "mgSubItemTitleTxt", "mgSubSubTitleTxt",
    "mgSectionTitle",
})  # fmt: skip
_ROLES: dict[str, Role] = {
    "decision": "decision", "decisions": "decision", "resolution": "decision", "minutes": "minutes",
    "minute": "minutes", "resolved": "decision", "attendance": "attendance", "present": "attendance",
    "apologies": "attendance",
}  # fmt: skip
_PARTS = {row["heading"]: row["part"] for row in rows("part_headings.csv")}
_PAGES = {row["title"]: row["holds"] for row in rows("moderngov_pages.csv")}
_LINKS = re.compile(
    r"(?:additional|supporting|accompanying|related|background|agenda|linked|meeting|other)?\s*"
    r"(?:documents?|papers|attachments?|appendi\w+|links|items|media|webcasts?)(?:\s+published)?\s*:?",
    re.IGNORECASE,
)
_FILE_SIZE = re.compile(r" ?\b(?:PDF|DOCX?|XLSX?|PPTX?|RTF|HTML?|JPE?G)\s+[\d.,]+\s?[KMG]?B\b")
_DIRECTIONS = re.compile(
    r"\s*(?:view\s+directions|view\s+the\s+(?:reasons|background|decision|declarations)\b.*)\.?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\w[\w./-]{0,11}")
_LONGEST_SECTION = 60
"""Characters of a title that says only what stands under it."""


def accepts(data: bytes, suffix: str) -> bool:
    """Whether the page carries the class names of ModernGov."""
    return looks_like_html(data, suffix) and any(sign in data for sign in _SIGNS)


def read(data: bytes) -> Reading:
    """The pieces of a page. Raises `Unreadable` for an empty, huge or binary file, and for lists of meetings."""
    root, problems = parse_page(data)
    holds = _PAGES.get(main_title(root).strip(" :").lower())
    if holds:
        detail = f"This page of ModernGov {holds}, and holds no document. Save the pages of the meetings themselves."
        raise Unreadable(Problem("read", "no document", detail))
    content, around = _content(root)
    pieces, cuts = without_cuts(_Page(content, around).read())
    if not pieces:
        raise Unreadable(Problem("read", "empty", "The page holds no text besides its menus."))
    return Reading(pieces, saved_from(data) | read_fields(root), (*problems, *cuts, *left_out(root, pieces)))


def _content(root: HtmlElement) -> tuple[HtmlElement, set[HtmlElement]]:
    """The element that holds the meeting, and what inside it is the site's."""
    for element in root.iter():
        if element.get("id") in ("modgov", "mgContent", "modernGov") and words_of(element):
            return element, set()
    body = root.find("body")
    body = root if body is None else body
    around = find_furniture(body) - set(_find_parts(body))
    return find_main(body, around), around


def _is_furniture(element: HtmlElement) -> bool:
    """Whether the element is furniture inside a text: file sizes, lists of files, links to maps and lists."""
    named = classes(element)
    if not _FURNITURE.isdisjoint(named):
        return True
    if element.tag in ("caption", "tr") and _heads_items(element):
        return True
    if element.tag == "a":
        return bool(_DIRECTIONS.fullmatch(words_of(element)))
    return element.tag == "ul" and "mgBulletList" in named and _holds_links(element)


def _heads_items(element: HtmlElement) -> bool:
    """Whether this is the caption, or "No." and "Item", over a meeting's table of items."""
    if element.tag == "tr" and any(cell.tag == "td" for cell in element):
        return False
    table = next((one for one in element.iterancestors() if one.tag == "table"), None)
    return table is not None and "mgItemTable" in classes(table)


def _holds_links(items: HtmlElement) -> bool:
    points = [point for point in items if point.tag == "li"]
    return bool(points) and all(point.find(".//a") is not None for point in points)


class _Page:
    """The page's parts in order, and what holds for the text that comes next."""

    def __init__(self, content: HtmlElement, around: set[HtmlElement]) -> None:
        self._content = content
        self._around = around
        self._parts = _find_parts(content)
        self._holders = _ancestors(self._parts, content)
        self._role: Role | None = None
        self._number = ""
        self._links = False
        self._level = 1
        self._table = 0
        self._has_items = any("mgItemNumberCell" in classes(part) for part in self._parts)
        self._subtitle = next((one for one in content.iter() if "mgSubTitleTxt" in classes(one)), None)

    def read(self) -> Iterator[Piece]:
        """The pieces of the page."""
        stack = [self._content]
        while stack:
            element = stack.pop()
            if is_hidden(element) or self._drop(element) or element.tag == "nav":
                continue
            if element in self._parts:
                yield from self._read_part(element)
            elif element in self._holders:
                stack.extend(reversed(element))
            else:
                yield from self._read_text(element)

    def _drop(self, element: HtmlElement) -> bool:
        return element in self._around or _is_furniture(element)

    def _read_part(self, part: HtmlElement) -> Iterator[Piece]:
        named = classes(part)
        if "mgItemNumberCell" in named:
            self._begin_item(part)
        elif "mgMainTitleTxt" in named:
            if self._subtitle is None:
                yield from self._title(part, "title")
        elif part is self._subtitle:
            of_meeting = self._has_items or names_meeting(words_of(part))
            yield from self._title(part, "title" if of_meeting else "item")
        elif "mgAiTitleTxt" in named:
            yield from self._item(part)
        elif not _HEADS.isdisjoint(named) or _role_of(words_of(part)):
            yield from self._section(part)
        elif words_of(part).endswith(":"):
            self._role = None  # a label without a value says nothing, but that what was decided is at its end
        else:
            yield from self._flow(part, "field")

    def _begin_item(self, cell: HtmlElement) -> None:
        self._number = words_of(cell)
        self._role, self._links = None, False

    def _title(self, part: HtmlElement, role: Role) -> Iterator[Piece]:
        for piece in self._flow(part, role):
            yield Piece("heading", piece.text, level=1, role=role)

    def _item(self, part: HtmlElement) -> Iterator[Piece]:
        number, self._number = self._number, ""
        title = _FILE_SIZE.sub(
            "", " ".join(word for piece in self._flow(part, None) for word in piece.text.split())
        )
        self._role, self._links, self._level = None, False, 2
        if not title:
            return
        bare = number.strip("() .")
        if not _NUMBER.fullmatch(bare) or bare == "0":
            yield Piece("heading", title, level=2, role=None if self._has_items else "item")
        else:
            yield Piece("heading", f"{number} {title}", level=2, label=number, role="item")

    def _section(self, part: HtmlElement) -> Iterator[Piece]:
        title = words_of(part)
        self._links = bool(_LINKS.fullmatch(title))
        self._role = _role_of(title)
        self._level = 3
        if title and not self._links:
            yield Piece("heading", title, level=3)

    def _read_text(self, element: HtmlElement) -> Iterator[Piece]:
        if self._links:
            return
        for piece in self._flow(element, self._role):
            if self._role == "decision" and _ends_decision(piece.text):
                self._role = None
            yield piece if self._role else replace(piece, role=None)

    def _flow(self, element: HtmlElement, role: Role | None) -> Iterator[Piece]:
        for piece in read_flow(element, role, self._drop, max(self._level, 2), self._table):
            self._table = piece.table or self._table
            yield piece


def _role_of(title: str) -> Role | None:
    """What stands under a title, or under a label that has nothing beside it: "Decision made (unanimously):"."""
    bare = re.sub(r"\s*\([^()]{0,40}\)", "", title).strip(" :").lower()
    return (
        _ROLES.get(bare.removesuffix(" made").removesuffix(" taken"))
        if len(bare) < _LONGEST_SECTION
        else None
    )


def _ends_decision(text: str) -> bool:
    """Whether a heading inside a decision's text opens something else: "Reasons for decision:"."""
    return _PARTS.get(text.strip(" :").lower(), "decision") != "decision"


def _find_parts(content: HtmlElement) -> set[HtmlElement]:
    """The elements that the class names tell: titles, number cells, and the blocks around a field's label."""
    parts = set()
    for element in content.iter():
        named = classes(element)
        if "mgItemNumberCell" in named or not _HEADS.isdisjoint(named):
            parts.add(element)
        elif "mgLabel" in named:
            block = next((one for one in element.iterancestors() if one.tag in BLOCKS), None)
            if block is not None and block is not content:
                parts.add(block)
    return parts


def _ancestors(parts: set[HtmlElement], content: HtmlElement) -> set[HtmlElement]:
    holders: set[HtmlElement] = {content}
    for part in parts:
        for ancestor in part.iterancestors():
            if ancestor in holders:
                break
            holders.add(ancestor)
    return holders


LAYOUT = Layout("moderngov", "html", accepts, read)
