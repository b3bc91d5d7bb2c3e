"""An item's title on a ModernGov page saved as text: its number before it, the file and the reference behind it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.model import Piece

NUMBER = re.compile(r"(?!(?:19|20)\d\d\b)(?:[A-Z]{1,4}[ ./-]?)?\d{1,4}(?:[./]\d{1,4}(?:/\d{1,4})?)?[a-z]?\.?")
NUMBERED = re.compile(rf"(?P<number>{NUMBER.pattern})\s+(?=[A-Z“‘\"'(])")
_FILE = r"(?:\b(?:pdf|word|excel|document)\s+icon\s*)?(?:\(|\b)(?:PDF|DOCX?|XLSX?|PPTX?),?\s+[\d.,]+\s?[KMG]?B\b\)?"
FILE_ALONE = re.compile(_FILE)
FILE = re.compile(rf"\s{_FILE}(?:\s*\S.{{0,40}})?$")
"""The size of the file behind a title."""
TAIL = re.compile(rf"\s*(?:\(\d{{1,2}}[-:.]\d{{2}}(?:[-:.]\d{{2}})?\)|{_FILE})(?:\s*\S.{{0,40}})?$")
"""Behind a title: the recording's time, the size of its file."""
_CODE = re.compile(r"\s+[-–—]\s+[A-Z]{2,6}(?:[/.-]\d{1,4}){1,3}$")
"""The report's reference behind a title: "Salt barns - ROA/21/045"."""


def make_item(piece: Piece, number: str | None = None) -> Iterator[Piece]:
    """The title as an item's heading, its number (on the line before it, or its own) as its label;
    what stands behind it on its line apart."""
    title = piece.text
    tail = TAIL.search(title)
    tail = _CODE.search(title, 0, tail.start() if tail else len(title)) or tail
    rest = title[tail.start() :].strip() if tail else ""
    title = title[: tail.start()].rstrip(" :") if tail else title
    own = NUMBERED.match(title)
    if number:
        title = f"{number} {title}"
    elif own:
        number = own["number"]
    yield replace(piece, kind="heading", text=title, level=2, label=number, role="item")
    if rest:
        yield replace(piece, kind="paragraph", text=rest, level=0, label=None, role="field")


def as_field(piece: Piece) -> Piece:
    return piece if piece.kind == "table_row" else replace(piece, kind="paragraph", level=0, role="field")
