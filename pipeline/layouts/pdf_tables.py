"""Tables of a PDF, row by row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, NamedTuple

import pdfplumber
import pypdfium2

from extractors.model import Box, Cell, Problem
from pipeline.layouts.pdf_aligned import find_aligned
from pipeline.layouts.pdf_cells import Inventory, Slot, fill_cells, take_inventory
from pipeline.layouts.pdf_ink import Picture
from pipeline.layouts.pdf_levels import find_levelled
from pipeline.layouts.pdf_model import PageTable
from pipeline.layouts.pdf_ruled import Grid, are_alike, column_edges, find_grids
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


class TablesRead(NamedTuple):
    """The tables of each page that has any, by page number from 1, and what could not be read."""

    pages: Mapping[int, Sequence[PageTable]]
    problems: tuple[Problem, ...]


def read_tables(data: bytes) -> TablesRead:
    """The tables of a file that pypdfium2 opens.

    Tables are numbered through the document; one that goes on over a page end keeps its number. On a page that
    pdfplumber cannot read no table is found, and its text is read as text.
    """
    found: list[_Found] = []
    failed: list[int] = []
    document = pypdfium2.PdfDocument(data)
    try:
        looks = dict(_looks(document))
        for number, page in _laid_out(data, looks):
            try:
                found.extend(_read_page(page, Picture(document[number - 1]), number, looks[number]))
            except Exception:  # pdfminer raises whatever a damaged page makes it; the other pages count
                failed.append(number)
    finally:
        document.close()
    return TablesRead(_number(found), tuple(_problems(failed)))


def _looks(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, Look]]:
    """The pages that are worth laying out, by number from 1."""
    for number in range(len(document)):
        try:
            look = look_at(document[number])
        except pypdfium2.PdfiumError:
            continue  # the page's text fails too, and is reported there
        if look.ruled or look.aligned:
            yield number + 1, look


def _laid_out(data: bytes, looks: Mapping[int, Look]) -> Iterator[tuple[int, Any]]:
    """Those pages as pdfplumber opens them; none where it cannot read the file at all."""
    if not looks:
        return
    try:
        plumber = pdfplumber.open(BytesIO(data), pages=list(looks))
        pages = plumber.pages
    except Exception:  # as above: a file that pdfium repairs may be beyond pdfminer
        return
    with plumber:
        for page in pages:
            yield page.page_number, page
            page.close()


def _problems(failed: Sequence[int]) -> Iterator[Problem]:
    if failed:
        named = ", ".join(map(str, failed[:12])) + (" and others" if len(failed) > 12 else "")
        detail = f"Tables on page {named} could not be read as tables; their words are in the text."
        yield Problem("read", "partly read", detail)


def _read_page(page: Any, picture: Picture, number: int, look: Look) -> Iterator[_Found]:
    inventory = take_inventory(page, picture)
    found = list(_kept(find_grids(page) if look.ruled else [], inventory))
    if look.ruled:
        taken = [box for box, _, _ in found]
        found += _kept(find_levelled(page, inventory.chars, taken), inventory)
    if look.aligned:
        taken = [box for box, _, _ in found]
        found += _kept(find_aligned(page, inventory.chars, taken), inventory)
    for box, slots, rows in sorted(found, key=lambda each: each[0][1]):
        yield _Found(number, box, rows, column_edges(slots), box[1] / float(page.height))


def _kept(
    grids: Iterable[Grid], inventory: Inventory
) -> Iterator[tuple[Box, list[list[Slot]], list[tuple[Cell, ...]]]]:
    for box, slots in grids:
        rows = fill_cells(slots, inventory)
        if rows and is_data(rows):
            yield box, slots, rows


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
