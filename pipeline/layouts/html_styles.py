"""A page's own style sheet, as far as it says what the words are: bold, underlined, coloured, and what lists print.

Google Docs and Word put into classes what other writers put into elements. The few properties that the layouts read
are written into the elements' `style`, before what stands there, so that nothing else need know of style sheets.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.layouts.html_names import classes

_SELECTOR = re.compile(
    r"(?P<tag>[a-z][a-z0-9]*)?\.(?P<name>[\w-]{1,100})(?P<point>>li:before)?", re.IGNORECASE
)
"""One class, alone or of one element; the drawing before the points of a list."""
_KEPT = re.compile(
    r"(?:^|;)\s*((?:font-weight|list-style-type|white-space)\s*:\s*[\w-]{1,30}|background(?:-color)?\s*:[^;]{1,60}|text-decoration(?:-line)?\s*:\s*underline)(?=\s*(?:!important\s*)?(?:;|$))",
    re.IGNORECASE,
)
_UNDERLINE = re.compile(r"text-decoration(?:-line)?\s*:\s*underline", re.IGNORECASE)
_DRAWN = re.compile(
    r"content\s*:\s*(?P<before>\"[^\"]{0,20}\")?\s*counter\(\s*[\w-]{1,100}\s*,\s*(?P<style>[\w-]{1,30})\s*\)\s*"
    r"(?P<after>\"[^\"]{0,20}\")?\s*(?:;|$)",
    re.IGNORECASE,
)
_DRAWN_BULLET = re.compile(r"content\s*:\s*\"[^\"]{1,20}\"\s*(?:;|$)", re.IGNORECASE)
_MOST_RULES = 5_000
_LONGEST_RULE = 4_000
_LONGEST = 2_000_000
"""Characters of style sheets in one page; Word writes some 20,000."""


def inline_styles(root: HtmlElement) -> None:
    """Write what the page's style sheets say of classes into the elements that have them."""
    said = dict(_read_sheets(root))
    if not said:
        return
    for element in root.iter():
        if not isinstance(element.tag, str) or not element.get("class"):
            continue
        found = [
            said[key] for name in classes(element) for key in (("", name), (element.tag, name)) if key in said
        ]
        if found:
            style = ";".join(found)
            if element.tag == "a" or any(child.tag == "a" for child in element):
                style = _UNDERLINE.sub("", style)  # links are underlined everywhere
            element.set("style", f"{style};{element.get('style', '')}")


def _read_sheets(root: HtmlElement) -> Iterator[tuple[tuple[str, str], str]]:
    """What is said of each element name ("" for any) and class; what is said later of the same comes on top."""
    said: dict[tuple[str, str], str] = {}
    for selectors, declarations in _rules(root):
        for selector in selectors.split(","):
            match = _SELECTOR.fullmatch(selector.strip())
            kept = _kept(declarations, point=bool(match["point"])) if match else ""
            if match and kept:
                key = ((match["tag"] or "").lower(), match["name"])
                said[key] = f"{said[key]};{kept}" if key in said else kept
    yield from said.items()


def _rules(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Selectors and declarations, those for print and for small windows too."""
    sheets = "\n".join(sheet.text or "" for sheet in root.iter("style"))[:_LONGEST]
    first, *others = sheets.replace("<!--", " ").replace("-->", " ").split("/*")
    bare = " ".join((first, *(part.partition("*/")[2] for part in others)))
    for rule in bare.split("}", _MOST_RULES)[:_MOST_RULES]:
        selectors, _, declarations = rule.rpartition("{")
        if len(rule) <= _LONGEST_RULE:
            yield selectors.rpartition("{")[2], declarations


def _kept(declarations: str, *, point: bool) -> str:
    if not point:
        return ";".join(found[1] for found in _KEPT.finditer(declarations))
    drawn = _DRAWN.search(declarations)
    if drawn:
        before, after = (drawn[name] or '""' for name in ("before", "after"))
        return f"--point:{before} {drawn['style']} {after}"
    return '--point:"•" none ""' if _DRAWN_BULLET.search(declarations) else ""
