"""Parts of a page that a click opens: accordions, tabs, "read more". The reader finds their words, so they are kept."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.layouts.html_names import HEADINGS, classes

_BUTTONS = "//*[@aria-controls or @data-target or @data-bs-target or @aria-expanded]"
_HIDES = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!important)?", re.IGNORECASE)
_OPENS = re.compile(r"accordion|collaps|expand|toggle|panel|tab", re.IGNORECASE)
_PANEL = re.compile(r"(?:^|[\s_-])(?:accordion|collapse|panel|tab-?pane|tabpanel|toggle)", re.IGNORECASE)
_NO_TEXT = re.compile(r"(?:^|[\s_-])(?:modal|menu|nav\w*|search|cookie\w*|dropdown|lightbox)", re.IGNORECASE)
_HIDING_CLASSES = frozenset({"hide", "hidden", "collapse", "visually-hidden", "sr-only"})
_HEADS = frozenset({*HEADINGS, "summary", "dt"})


def open_panels(root: HtmlElement) -> None:
    """Show what the page's own buttons show, and let a heading that is a button be a heading."""
    opened = {name for button in root.xpath(_BUTTONS) for name in _opened_by(button)}
    named = (part for part in root.xpath("//*[@id]") if part.get("id") in opened) if opened else ()
    for panel in (*named, *filter(_is_panel, root.iter("div", "section"))):
        _show(panel)
    for button in list(root.iter("button")):
        beside = button.getnext()
        if any(parent.tag in _HEADS for parent in _near(button)):
            button.tag = "span"
        elif beside is not None and _OPENS.search(button.get("class", "")) and _is_panel(beside):
            button.tag = "h3"


def _opened_by(button: HtmlElement) -> Iterator[str]:
    """The ids of the parts that it opens."""
    yield from (button.get("aria-controls") or "").split()
    for name in ("data-target", "data-bs-target", "href"):
        target = button.get(name) or ""
        if target.startswith("#"):
            yield target[1:]


def _is_panel(element: HtmlElement) -> bool:
    """Whether the element calls itself what a click opens."""
    return element.get("role") == "tabpanel" or bool(_PANEL.search(element.get("class", "")))


def _show(panel: HtmlElement) -> None:
    """Take off what hides the part, unless it is a menu or a box above the page."""
    named = f"{panel.get('class', '')} {panel.get('id', '')}"
    if panel.tag in ("nav", "dialog", "form") or panel.get("role") == "dialog" or _NO_TEXT.search(named):
        return
    for name in ("hidden", "aria-hidden"):
        panel.attrib.pop(name, None)
    if panel.get("style"):
        panel.set("style", _HIDES.sub("", panel.get("style", "")))
    if not _HIDING_CLASSES.isdisjoint(classes(panel)):
        panel.set("class", " ".join(name for name in classes(panel) if name not in _HIDING_CLASSES))


def _near(element: HtmlElement) -> Iterator[HtmlElement]:
    """The three elements around."""
    for _ in range(3):
        parent = element.getparent()
        if parent is None:
            return
        yield parent
        element = parent
