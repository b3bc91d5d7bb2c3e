"""What the parts of the PDF layout tell one another."""

from dataclasses import dataclass

from extractors.model import Box, Piece


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on one page. Words inside `box` are not read as text; `rows`, pieces of kind `table_row`, stand
    in the reading order at the box's place."""

    box: Box
    rows: tuple[Piece, ...]
