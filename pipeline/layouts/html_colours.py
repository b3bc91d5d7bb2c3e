"""The fill colour of a table cell, as `#rrggbb`."""

import re

from lxml.html import HtmlElement

_FILL = re.compile(r"background(?:-color)?\s*:\s*([^;]{1,200})", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]{1,6}))?", re.IGNORECASE)
_NAMES = {
    "red": "#ff0000", "green": "#008000", "lime": "#00ff00", "orange": "#ffa500", "yellow": "#ffff00",
    "gold": "#ffd700", "darkgreen": "#006400", "lightgreen": "#90ee90", "limegreen": "#32cd32",
    "darkred": "#8b0000", "tomato": "#ff6347", "crimson": "#dc143c", "darkorange": "#ff8c00", "blue": "#0000ff",
    "lightblue": "#add8e6", "grey": "#808080", "gray": "#808080", "silver": "#c0c0c0", "lightgrey": "#d3d3d3",
    "lightgray": "#d3d3d3", "black": "#000000", "purple": "#800080", "pink": "#ffc0cb",
}  # fmt: skip
_PAPER = "#ffffff"


def fill_of(element: HtmlElement) -> str | None:
    """The colour behind the element's words, from its style or `bgcolor`; None for none and for white."""
    styles = _FILL.findall(element.get("style", ""))
    colour = read_colour(styles[-1]) if styles else None
    colour = colour or read_colour(element.get("bgcolor", ""))
    return colour if colour != _PAPER else None


def read_colour(text: str) -> str | None:
    """A colour as CSS or HTML writes it, as `#rrggbb`; None for what is not understood or lets all through."""
    match = _HEX.search(text)
    if match:
        digits = match[1].lower()
        return f"#{digits}" if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)
    match = _RGB.search(text)
    if match:
        if match[4] and re.fullmatch(r"0*\.?0*", match[4]):
            return None
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in match.group(1, 2, 3))
    bare = text.strip().lower()
    if re.fullmatch(r"[0-9a-f]{6}", bare):
        return f"#{bare}"
    return next((_NAMES[word] for word in re.findall(r"[a-z]+", bare) if word in _NAMES), None)
