"""Pages that hold no document: what a site shows in its place, and pages that only lead to a file."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from urllib.parse import unquote

from lxml.html import HtmlElement

from extractors.model import Piece, Problem
from extractors.vocabulary import grammar
from pipeline.layouts.html_names import visible_text, words_of
from pipeline.layouts.page_dates import read_date

_GRAMMAR = grammar("page_gates.grammar")
_MOST_OF_GATE = 1_500
"""Characters of a page that asks for something, or refuses."""
_MOST_BESIDE_FILE = 1_200
"""Characters of a page that leads to the file with the minutes."""
_MOST_FILES = 20
_LONGEST_LINK = 80
_LEAST_OF_SEVERAL = 2
_LONGEST_TITLE = 200
_LEAST_OF_LIST = 3
"""Files of meetings that a page links to, where it is about several meetings."""
_GATES = {
    "cookies": "asks for cookies. Open it in a browser, and save what is then shown",
    "script": "is drawn by a script. Open it in a browser, and save it when it shows the minutes",
    "check": "checks who asks for it. Open it in a browser, and save what is then shown",
    "login": "asks to sign in. Save it again when you have signed in",
    "refused": "refuses access. Ask the council for the document",
    "missing": "says that the document is not there, or has moved. Find where it is now, and save it again",
}


def find_nothing(root: HtmlElement) -> Problem:
    """Why a page has no words: it shows pictures of them, or has menus only."""
    body = root.find("body")
    if body is not None and sum(1 for image in body.iter("img") if not image.get("alt")) > 0:
        return Problem("read", "needs OCR", "The page shows pictures only. Make their text readable first.")
    return Problem("read", "empty", "The page holds no text besides its menus.")


def find_gate(root: HtmlElement, pieces: Sequence[Piece]) -> Problem | None:
    """The problem of a page that shows something else in place of its document."""
    title = root.find(".//title")
    said = " ".join(piece.text for piece in pieces) or _all_words(root)
    words = " ".join(f"{'' if title is None else words_of(title)} {said}".split())
    if len(words) > _MOST_OF_GATE or _GRAMMAR["told"].search(said):
        return None
    gate = next((name for name in _GATES if _GRAMMAR[name].search(words)), None)
    return Problem("read", "no document", f"The page {_GATES[gate]}.") if gate else None


def find_list(root: HtmlElement, pieces: Sequence[Piece]) -> Problem | None:
    """The problem of a page that tells of no meeting, and lists the files of several."""
    called = any(_GRAMMAR["minutes_list"].search(words_of(title)) for title in root.iter("title", "h1"))
    addresses = [*islice(chain(_linked(root), _dated(root) if called else ()), _MOST_FILES)]
    if len(addresses) < _LEAST_OF_LIST or _GRAMMAR["met"].search("\n".join(piece.text for piece in pieces)):
        return None
    count = f"{len(addresses)} or more" if len(addresses) == _MOST_FILES else str(len(addresses))
    detail = f"The page lists {count} files, {_name(addresses[0])} the first, and is no minutes. Add those."
    return Problem("read", "no document", detail)


def find_several(pieces: Sequence[Piece]) -> Problem | None:
    """The problem of a page that holds the minutes of several meetings, one below the other."""
    texts = [piece.text for piece in pieces]
    if sum(1 for text in texts if _GRAMMAR["attended"].match(text)) < _LEAST_OF_SEVERAL:
        return None
    days = {
        read_date(text) for text in texts if len(text) < _LONGEST_TITLE and _GRAMMAR["minuted_on"].match(text)
    }
    count = len(days - {None})
    if count < _LEAST_OF_SEVERAL:
        return None
    detail = f"The page holds the minutes of {count} meetings, and has the date of one. Save each as a file."
    return Problem("read", "several meetings", detail)


def find_file(root: HtmlElement, pieces: Sequence[Piece]) -> Problem | None:
    """The problem of a page that has few words of its own, and shows or links to a file with the minutes."""
    said = "\n".join(piece.text for piece in pieces)
    if len(said) > _MOST_BESIDE_FILE or _GRAMMAR["met"].search(said):
        return None
    addresses = [*islice(_shown(root), _MOST_FILES), *islice(_linked(root), _MOST_FILES)]
    if not addresses:
        return None
    name = _name(next(filter(_is_of_meeting, addresses), addresses[0]))
    detail = f"The page leads to a file, {name}, that is not part of it. Add that file to the corpus."
    return Problem("read", "partly read", detail)


def _all_words(root: HtmlElement) -> str:
    """All that the page may show, what it shows without scripts too."""
    body = root.find("body")
    without = " ".join(words_of(one) for one in root.iter("noscript"))
    return f"{'' if body is None else visible_text(body)} {without}"


def _shown(root: HtmlElement) -> Iterator[str]:
    for frame in root.iter("iframe", "embed", "object", "frame"):
        address = frame.get("src") or frame.get("data") or frame.get("data-src") or ""
        if _GRAMMAR["viewer"].fullmatch(address) or frame.tag == "frame":
            yield address


def _linked(root: HtmlElement) -> Iterator[str]:
    for link in root.iter("a"):
        address = link.get("href") or ""
        if _GRAMMAR["file"].fullmatch(address) and (
            _is_of_meeting(words_of(link)) or _is_of_meeting(address)
        ):
            yield address


def _dated(root: HtmlElement) -> Iterator[str]:
    """Pages that a list of minutes leads to, by the days that it calls them by."""
    for link in root.iter("a"):
        words = words_of(link)
        address = link.get("href") or ""
        if (
            address
            and len(words) < _LONGEST_LINK
            and read_date(words)
            and not _GRAMMAR["file"].fullmatch(address)
        ):
            yield address


def _is_of_meeting(said: str) -> bool:
    """Whether a link's words or address name the papers of a meeting."""
    return bool(_GRAMMAR["minutes_file"].search(re.sub(r"[_-]|%20", " ", said)))


def _name(address: str) -> str:
    """The file's name in an address, or the whole of it."""
    name = unquote(address.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2])
    return f"“{(name if '.' in name else address)[:100]}”"
