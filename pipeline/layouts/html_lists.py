"""Printed labels of HTML lists: what a browser draws before a point, and what Word left in spans."""

import re

from lxml.html import HtmlElement

from pipeline.layouts.html_names import words_of

_STYLES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "lower-latin": "lower-alpha", "upper-latin": "upper-alpha",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(?:inside\s+|outside\s+)?([\w-]+)", re.IGNORECASE)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_SYMBOLS = frozenset("·§ØüqvàoòÞ¨Øu-–—•▪●○◦■□➢►✓*\uf0b7\uf0a7\uf0d8\uf0fc\uf02d")
"""A bullet in the letters of Word's symbol fonts: "§" is Wingdings' square."""
_POINT = re.compile(r'--point:"(?P<before>[^"]*)" (?P<style>[\w-]+) "(?P<after>[^"]*)"')
"""What the page's style sheet draws before a point."""
_WORD_LEVEL = re.compile(r"mso-list\s*:\s*\S+\s+level(\d)", re.IGNORECASE)
_WORD_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_LONGEST_MARK = 12


def point_labels(items: HtmlElement) -> list[str]:
    """The label that a browser draws before each `li` of a list, "" where the style says none."""
    style = _style(items)
    drawn = _POINT.search(items.get("style", ""))
    if items.tag != "ol":
        return ["" if style == "none" and not drawn else "•" for child in items if child.tag == "li"]
    points = [child for child in items if child.tag == "li"]
    back = items.get("reversed") is not None
    number = _number(items.get("start"), len(points) if back else 1)
    labels = []
    for point in points:
        number = _number(point.get("value"), number)
        labels.append(_drawn(number, drawn) if drawn else _printed(number, style))
        number += -1 if back else 1
    return labels


def _printed(number: int, style: str) -> str:
    return f"{count_label(number, _STYLES.get(style, style))}." if style != "none" else ""


def _drawn(number: int, drawn: re.Match[str]) -> str:
    style = drawn["style"].lower()
    return f"{drawn['before']}{count_label(number, _STYLES.get(style, style))}{drawn['after']}".strip()


def count_label(number: int, style: str) -> str:
    """`number` as the list style prints it: 3 is "3", "c" or "iii"."""
    if style.endswith("roman") and 0 < number < 4000:
        text = _roman(number)
    elif style.endswith("alpha") and number > 0:
        text = _letters(number)
    else:
        return f"{number:02d}" if style == "decimal-leading-zero" else str(number)
    return text.upper() if style.startswith("upper") else text


def is_word_mark(span: HtmlElement) -> bool:
    """Whether the span holds the number or bullet of a Word list: marked so, or a few characters followed
    by a span of hard spaces."""
    if span.tag != "span":
        return False
    if _WORD_MARK.search(span.get("style", "")):
        return True
    inner = list(span)
    return (
        len(inner) == 1
        and inner[0].tag == "span"
        and len(inner[0]) == 0
        and not (inner[0].text or "").strip()
        and "\xa0" in (inner[0].text or "")
        and 0 < len((span.text or "").strip()) <= _LONGEST_MARK
    )


def word_label(span: HtmlElement) -> str:
    """The mark as a reader sees it: a symbol font's letter is a bullet."""
    text = words_of(span)
    return "•" if text in _SYMBOLS else text[:_LONGEST_MARK]


def word_level(paragraph: HtmlElement) -> int:
    """The depth of a Word list paragraph, 1 for the outermost."""
    match = _WORD_LEVEL.search(paragraph.get("style", ""))
    return int(match[1]) if match else 1


def _style(items: HtmlElement) -> str:
    found = _STYLE.findall(items.get("style", ""))
    name = found[-1] if found else items.get("type", "")
    return _STYLES.get(name, name.lower()) or ("decimal" if items.tag == "ol" else "disc")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
