"""Minutes that a ModernGov page cuts short, with a link to the whole."""

import re
from collections.abc import Iterable
from dataclasses import replace

from extractors.model import Piece, Problem

_CUT = re.compile(
    r"(?P<dots>(?:\s*(?:…|\.{3}))?)\s*[\[(]?view\s+the\s+full\s+(?P<what>\w+(?:\s+\w+)?)\s+text"
    r"(?:\s+for\s+item\s+(?P<item>[\w./-]{1,12}?))?\s*[\])]?\.?\s*$",
    re.IGNORECASE,
)


def without_cuts(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], tuple[Problem, ...]]:
    """The pieces without "view the full minutes text", and a problem for each place where it stood."""
    kept: list[Piece] = []
    problems: list[Problem] = []
    item = ""
    for piece in pieces:
        if piece.role == "item":
            item = (piece.label or piece.text).strip(" .")
        cut = None
        if "full" in piece.text.lower():
            piece = replace(piece, text=" ".join(piece.text.split()))
            cut = _CUT.search(piece.text)
        if cut:
            problems.append(_problem(cut["item"] or item, cut["what"].lower()))
            piece = replace(piece, text=piece.text[: cut.start()].rstrip() + cut["dots"].strip())
        if piece.text.strip(" …") or piece.cells:
            kept.append(piece)
    return tuple(kept), tuple(dict.fromkeys(problems))


def _problem(item: str, what: str) -> Problem:
    where = f"item {item}" if item else "an item"
    detail = f"The page cuts the {what} of {where} short. Add the item's own page (mgAi.aspx), which holds them whole."
    return Problem("read", "partly read", detail)
