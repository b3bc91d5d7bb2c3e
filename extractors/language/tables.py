"""Tables as grids: the blocks of a table gathered, each cell in its column."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from extractors.model import CELL_SEPARATOR, Block, Cell, CellSpan, Document


@dataclass(frozen=True)
class Row:
    """One row: its block, the block's place in the document, and its cells from left to right."""

    block: Block
    index: int
    cells: tuple[CellSpan, ...]

    @cached_property
    def _columns(self) -> dict[int, CellSpan]:
        return {
            column: span
            for span in reversed(self.cells)
            for column in range(span.cell.column, span.cell.column + span.cell.span)
        }

    def at(self, column: int) -> CellSpan | None:
        """The cell that covers the column; None where a cell from a row above reaches down."""
        return self._columns.get(column)

    @property
    def columns(self) -> Iterable[int]:
        return self._columns.keys()

    @property
    def texts(self) -> list[str]:
        return [span.cell.text.strip() for span in self.cells]

    def is_band(self, width: int) -> bool:
        """Whether it is a heading between rows: words in one cell, which is the first or spans the table."""
        filled = [span for span in self.cells if span.cell.text.strip() or span.cell.mark]
        if len(filled) != 1 or width < 2:
            return False
        return filled[0].cell.column <= 1 or filled[0].cell.span >= width - 1


@dataclass(frozen=True)
class Grid:
    """A table of a document: at least one row."""

    rows: tuple[Row, ...]

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that hold anything."""
        return tuple(sorted({column for row in self.rows for column in row.columns}))

    @property
    def width(self) -> int:
        return len(self.columns)


def read_grids(document: Document) -> Iterator[Grid]:
    """The document's tables in order. Rows that follow one another and have one table number are one table."""
    numbered = [(index, block) for index, block in enumerate(document.blocks) if block.kind == "table_row"]
    # Rows without a number are one table while they stand together: index less rank is then the same.
    keyed = [
        (("n", block.table) if block.table is not None else ("i", index - rank), index, block)
        for rank, (index, block) in enumerate(numbered)
    ]
    for _, group in groupby(keyed, key=lambda each: each[0]):
        yield Grid(tuple(Row(block, index, _cells(document, block)) for _, index, block in group))


def _cells(document: Document, block: Block) -> tuple[CellSpan, ...]:
    """The block's cells, each with the text that stands in the document, so that offsets inside a cell are
    offsets in the document; where the layout gave none, those that the separators make."""
    if block.cells:
        return tuple(
            replace(span, cell=replace(span.cell, text=document.text[span.start : span.end]))
            for span in block.cells
        )
    spans: list[CellSpan] = []
    start = block.start
    for column, part in enumerate(document.text[block.start : block.end].split(CELL_SEPARATOR)):
        spans.append(CellSpan(start, start + len(part), Cell(part, column=column)))
        start += len(part) + len(CELL_SEPARATOR)
    return tuple(spans)
