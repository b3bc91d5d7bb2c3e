"""Tables of a PDF, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2

from extractors.model import Box, Cell
from pipeline.layouts.pdf_cells import fill_cells, take_inventory
from pipeline.layouts.pdf_ink import Picture
from pipeline.layouts.pdf_model import PageTable
from pipeline.layouts.pdf_ruled import are_alike, column_edges, find_grids
from pipeline.layouts.pdf_table_pages import Look, look_at
from pipeline.layouts.pdf_table_rows import count_headings, is_data, make_rows

_NEAR_TOP = 0.3
"""Share of the page's height within which a table may go on from the page before."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A table before it is numbered."""

    page: int
    box: Box
    rows: Sequence[tuple[Cell, ...]]
    edges: Sequence[float]
    begins: float
    """Where its top is, as a share of the page's height."""


def read_tables(data: bytes) -> Mapping[int, Sequence[PageTable]]:
    """The tables of each page that has any, by page number from 1.

    Tables are numbered through the document; one that goes on over a page end keeps its number. Raises what
    pypdfium2 raises where `data` is no PDF.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        looks = {
            number: look for number in range(len(document)) if any_table(look := look_at(document[number]))
        }
        if not looks:
            return {}
        with pdfplumber.open(BytesIO(data), pages=[number + 1 for number in looks]) as plumber:
            found = [
                table
                for (number, look), page in zip(looks.items(), plumber.pages, strict=True)
                for table in _read_page(page, Picture(document[number]), number + 1, look)
            ]
        return _number(found)
    finally:
        document.close()


def any_table(look: Look) -> bool:
    """Whether the page is worth laying out."""
    return look.ruled or look.aligned


def _read_page(page: Any, picture: Picture, number: int, look: Look) -> Iterator[_Found]:
    inventory = take_inventory(page, picture)
    for box, slots in find_grids(page) if look.ruled else []:
        rows = fill_cells(slots, inventory)
        if rows and is_data(rows):
            yield _Found(number, box, rows, column_edges(slots), box[1] / float(page.height))


def _number(found: Sequence[_Found]) -> dict[int, list[PageTable]]:
    tables: dict[int, list[PageTable]] = {}
    before: _Found | None = None
    count = 0
    for table in found:
        goes_on = before is not None and _goes_on(before, table)
        if not goes_on and len(table.rows) < 2 and table.rows[0][0].mark != "chart":
            continue  # one row alone is a banner, or words with a colour behind them
        count += not goes_on
        rows = make_rows(table.rows, table.page, count, table.box)
        if rows:
            tables.setdefault(table.page, []).append(PageTable(table.box, rows))
        before = table
    return tables


def _goes_on(before: _Found, table: _Found) -> bool:
    """Whether a table is the rest of the last one on the page before: the same columns, and either the same
    headings again or none."""
    if before.page != table.page - 1 or table.begins > _NEAR_TOP or table.rows[0][0].mark == "chart":
        return False
    headings = count_headings(table.rows)
    return are_alike(before.edges, table.edges) and all(
        [cell.text for cell in one] == [cell.text for cell in other]
        for one, other in zip(table.rows[:headings], before.rows[:headings], strict=False)
    )
