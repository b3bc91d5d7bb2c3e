"""Minutes that a ModernGov page cuts short, or leaves out, with a link to the whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from extractors.model import Piece, Problem

_CUT = re.compile(
    r"(?P<dots>(?:\s*(?:…|\.{3}))?)\s*[\[(]?view\s+the\s+full\s+(?P<what>\w{1,40}(?:\s+\w{1,40})?)\s+text"
    r"(?:\s+for\s+item\s+(?P<item>[\w./-]{1,12}?))?\s*[\])]?\.?[\s\x00-\x1f\x7f-\x9f]*$",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"printed (?:draft )?minutes|minutes of the meeting|(?:draft|signed|full) minutes", re.IGNORECASE
)
_LONGEST = 160
"""Characters of one such link with the dots before it: no more than these are looked at for each."""


def without_cuts(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], tuple[Problem, ...]]:
    """The pieces without "view the full minutes text", and a problem for each place where it stood."""
    kept: list[Piece] = []
    problems: list[Problem] = []
    item = ""
    for piece in pieces:
        if piece.role == "item":
            item = (piece.label or piece.text).strip(" .")
        cuts = []
        if "full" in piece.text.lower():
            piece = replace(piece, text=" ".join(piece.text.split()))
            cuts = list(_cuts(piece.text))
        if cuts:
            problems += (_problem(cut["item"] or item, cut["what"].lower()) for cut in reversed(cuts))
            first = cuts[-1]
            piece = replace(piece, text=piece.text[: first.start()].rstrip() + first["dots"].strip())
        if piece.text.strip(" …") or piece.cells:
            kept.append(piece)
    return tuple(kept), tuple(dict.fromkeys(problems))


def _cuts(text: str) -> Iterator[re.Match[str]]:
    """The links that the text ends in, the last first: a page may give the same one twice in a row."""
    end = len(text)
    while cut := _CUT.search(text, max(0, end - _LONGEST), end):
        yield cut
        end = cut.start()


def _problem(item: str, what: str) -> Problem:
    where = f"item {item}" if item else "an item"
    detail = f"The page cuts the {what} of {where} short. Add the item's own page (mgAi.aspx), which holds them whole."
    return Problem("read", "partly read", detail)


def left_out(root: HtmlElement, pieces: Sequence[Piece]) -> tuple[Problem, ...]:
    """The problem of a meeting's page that shows its agenda and links to the printed minutes."""
    if any(piece.role in ("minutes", "decision") for piece in pieces):
        return ()
    if not any(_PRINTED.match(" ".join(link.text_content().split())) for link in root.iter("a")):
        return ()
    detail = "The page holds the agenda only; the minutes are in its file “Printed minutes”. Add that file."
    return (Problem("read", "partly read", detail),)
