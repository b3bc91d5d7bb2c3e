"""What the images of a table cell stand for: traffic lights and arrows, by what is said of them."""

import re

from lxml.html import HtmlElement

_MARKS = (
    ("red", re.compile(r"\bred\b")),
    ("amber", re.compile(r"\b(?:amber|yellow|orange)\b")),
    ("green", re.compile(r"\bgreen\b")),
    (
        "same",
        re.compile(
            r"\b(?:no change|unchanged|same|steady|static|stable|level|sideways|right arrow|arrow right)\b"
        ),
    ),
    (
        "up",
        re.compile(
            r"\b(?:up|upwards?|increas(?:e|ed|ing)|ris(?:en|ing)|higher|improv(?:e|ed|ing|ement)|better)\b"
        ),
    ),
    (
        "down",
        re.compile(
            r"\b(?:down|downwards?|decreas(?:e|ed|ing)|fall(?:en|ing)|lower|worse|worsen(?:ed|ing)|declin(?:e|ed|ing)|deteriorat(?:e|ed|ing))\b"
        ),
    ),
)
_ICON = re.compile(r"(?:^|[\s_-])(?:fa|icon|glyphicon|rag|status|arrow|trend|bi)(?:$|[\s_-])")


def mark_of(cell: HtmlElement) -> str | None:
    """The mark that the cell shows, or None: by an image's words, its file's name, or the class of an icon."""
    for element in cell.iter("img", "i", "span", "td", "th"):
        mark = _read(element)
        if mark:
            return mark
    return None


def _read(element: HtmlElement) -> str | None:
    if element.tag == "img":
        said = element.get("alt") or element.get("title") or element.get("src", "").rsplit("/", 1)[-1]
    else:
        named = element.get("class", "")
        if not _ICON.search(named.lower()):
            return None
        said = named
    return mark_in_words(said)


def mark_in_words(said: str) -> str | None:
    """The mark that a picture's description or file name tells: "Green traffic light" is `green`."""
    words = re.sub(r"[^a-z]+", " ", said[:200].lower())
    return next((name for name, pattern in _MARKS if pattern.search(words)), None)
