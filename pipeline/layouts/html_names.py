"""The elements of HTML by what they do to text, and small questions about one element."""

import re

from lxml.html import HtmlElement

DROPPED = frozenset({
    "head", "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "audio",
    "video", "map", "button", "select", "option", "textarea", "input", "dialog", "del", "datalist",
    "progress", "meter",
})  # fmt: skip
"""Never words of the document."""
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
    "optgroup", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
})  # fmt: skip
"""Where one begins or ends, a paragraph ends."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SOURCE_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?|offscreen|hide|mgHide)(?:$|\s)"
)
_TYPED = frozenset({"div", "p"})
_PRE = re.compile(r"white-space\s*:\s*(?:pre\b|pre-wrap|pre-line|break-spaces)", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(?:(bold|[6-9]00)|normal|[1-5]00)", re.IGNORECASE)
_UNDERLINED = re.compile(r"text-decoration(?:-line)?\s*:\s*underline", re.IGNORECASE)


def classes(element: HtmlElement) -> list[str]:
    """The element's class names."""
    return (element.get("class") or "").split()


def is_hidden(element: HtmlElement) -> bool:
    """Whether a reader of the page does not see the element, or it is no text."""
    if element.tag in DROPPED or not isinstance(element.tag, str):
        return True
    if not element.attrib:
        return False
    return (
        element.get("hidden") is not None
        or (element.get("aria-hidden") == "true" and element.tag not in BLOCKS)
        or bool(_HIDDEN.search(element.get("style", "")))
        or bool(_HIDDEN_CLASS.search(element.get("class", "")))
    )


def sets_strong(element: HtmlElement) -> bool | None:
    """True where the element sets its words bold or underlined, False where plain, None where as they were."""
    style = element.get("style", "")
    weights = _WEIGHT.findall(style) if style else []
    if weights and not weights[-1]:
        return False
    if element.tag in ("b", "strong", "u") or weights or (style and _UNDERLINED.search(style)):
        return True
    return None


def sets_lines(element: HtmlElement) -> bool:
    """Whether the line ends of the source are printed inside the element."""
    return element.tag == "pre" or (element.tag in _TYPED and bool(_PRE.search(element.get("style", ""))))


def words_of(element: HtmlElement) -> str:
    """All words of the element, white space folded; for short elements."""
    return " ".join("".join(element.itertext()).split())


def visible_lines(element: HtmlElement) -> list[str]:
    """The words that a reader of the page sees, line by line; file sizes are none."""
    parts: list[str] = []
    stack: list[tuple[HtmlElement, bool]] = [(element, False)]
    while stack:
        one, left = stack.pop()
        if left:
            parts.append("\n" if one.tag in BLOCKS else "")
            parts.append(_SOURCE_BLANKS.sub(" ", one.tail or "") if one is not element else "")
            continue
        stack.append((one, True))
        if one is not element and (is_hidden(one) or "mgFileSize" in classes(one)):
            continue
        parts.append("\n" if one.tag in BLOCKS or one.tag == "br" else "")
        parts.append(_SOURCE_BLANKS.sub(" ", one.text or ""))
        stack.extend((child, False) for child in reversed(one))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return [line for line in lines if line]


def visible_text(element: HtmlElement) -> str:
    """The words that a reader of the page sees, paragraphs and lines parted by a space."""
    return " ".join(visible_lines(element))
