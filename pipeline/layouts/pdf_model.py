"""What the parts of the PDF layout tell one another. Lengths are in points, from the page's top left corner."""

from dataclasses import dataclass
from typing import Literal

from extractors.model import Box, Piece
from pipeline.layouts.text_lines import Line


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on one page. Words inside `box` are not read as text; `rows`, pieces of kind `table_row`, stand
    in the reading order at the box's place."""

    box: Box
    rows: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word; `top` and `bottom` are those of its font, not of its letters."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    spaced: bool = True
    """Whether white space was typed before it: "th" set high after "29" has none."""

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page's words, in the file's order. `legible` is False where they do not tell what is on it: a
    picture of a page, or a font that keeps its letters to itself."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    legible: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine(Line):
    """A line with its place. `left` and `right` are the margins of the column it stands in, `first` the width
    of its first word."""

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    left: float
    right: float
    first: float
    column: int = 0
    """Counts the columns of text through the document."""
    beside: tuple["PrintedLine", ...] = ()
    """What stands level with it in a column at the margin: the owner of an action."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that stand one under the other: over the whole width, beside a margin with notes of its own, or
    in one of several columns."""

    make: Literal["whole", "noted", "part"]
    lines: tuple[PrintedLine, ...]


Entry = PrintedLine | PageTable
"""What stands next in the reading order."""
