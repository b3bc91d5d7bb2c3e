"""HTML tables: rows with their cells in grid columns, and which tables are no tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from extractors.model import Cell, Piece, Role
from pipeline.layouts.html_colours import fill_of
from pipeline.layouts.html_marks import mark_of
from pipeline.layouts.html_names import is_hidden, sets_strong, visible_lines, visible_text
from pipeline.layouts.tables import (
    MOST_PARAGRAPHS,
    as_list,
    holds_talk,
    is_lone_label,
    names_columns,
    numbers_text,
    task_note,
)

MOST_COLUMNS = 200
"""Wider tables, and spans that say so, are mistakes or attacks."""
_MOST_SHORT = 100
"""Characters, and elements, of a cell that may be a label or a column's name."""
_FLOWING = frozenset(["h1", "h2", "h3", "h4", "ul", "ol", "table"])


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell in its place; `rows` is how many rows down it covers, itself included."""

    element: HtmlElement
    cell: Cell
    rows: int


def _rows_of(table: HtmlElement) -> Iterator[HtmlElement]:
    """The table's own rows, those of tables inside it left out."""
    for child in table:
        for row in child if child.tag in ("thead", "tbody", "tfoot") else (child,):
            if row.tag == "tr" and not is_hidden(row):
                yield row


def _cells_of(row: HtmlElement) -> list[HtmlElement]:
    """The row's cells."""
    return [cell for cell in row if cell.tag in ("td", "th") and not is_hidden(cell)]


def texts_of(table: HtmlElement) -> list[list[str]]:
    """The words of the table's cells, row by row."""
    return [[visible_text(cell) for cell in _cells_of(row)] for row in _rows_of(table)]


def lists_of(table: HtmlElement) -> list[list[str]]:
    """As `texts_of`, the lines of a cell parted by commas: names below one another are a list."""
    return [[as_list(visible_lines(cell)) for cell in _cells_of(row)] for row in _rows_of(table)]


def only_arranges(table: HtmlElement, texts: Sequence[Sequence[str]]) -> bool:
    """Whether the table, which holds these texts, only arranges the page: said so, one column, or cells that hold
    sections of text."""
    if table.get("role") in ("presentation", "none"):
        return True
    if max(map(len, texts), default=0) < 2 or holds_talk(texts) or numbers_text(texts):
        return True
    cells = (cell for row in _rows_of(table) for cell in _cells_of(row))
    sizes = [len(text) for row in texts for text in row]
    flowing = sum(size for cell, size in zip(cells, sizes, strict=True) if size and _flows(cell))
    return flowing * 2 > sum(sizes)


def _flows(cell: HtmlElement) -> bool:
    """Whether the cell holds several paragraphs, headings, a list or a table."""
    paragraphs = 0
    for element in cell.iter():
        if element.tag in _FLOWING:
            return True
        paragraphs += element.tag == "p" and bool("".join(element.itertext()).strip())
    return paragraphs > MOST_PARAGRAPHS


def read_names(row: HtmlElement, number: int) -> Piece | None:
    """The names of the columns, in the first row of a table that arranges text; None where it holds none."""
    table = table_of(row)
    if table is None or next(_rows_of(table), None) is not row:
        return None
    if not all(map(_is_short, _cells_of(row))):
        return None
    texts = [visible_text(cell) for cell in _cells_of(row)]
    if not names_columns(texts):
        return None
    cells = tuple(Cell(text, column=column) for column, text in enumerate(texts))
    return Piece("table_row", "", table=number, header=True, cells=cells)


def table_of(element: HtmlElement) -> HtmlElement | None:
    """The table that a row or a cell stands in."""
    return next(element.iterancestors("table"), None)


def read_note(name: str, cell: HtmlElement) -> str | None:
    """What a short cell under a column's `name` says of who acts, and when."""
    return task_note(name, visible_text(cell)) if _is_short(cell) else None


def lone_label(cell: HtmlElement) -> str | None:
    """The cell's text where it is nothing but a number or letter of what stands beside it."""
    text = visible_text(cell) if _is_short(cell) else ""
    return text if is_lone_label(text) else None


def _is_short(cell: HtmlElement) -> bool:
    """Whether the cell holds a few words, found without reading all that may be nested in it."""
    size = 0
    for count, element in enumerate(cell.iter()):
        size += len((element.text or "").strip())
        if size > _MOST_SHORT or count > _MOST_SHORT:
            return False
    return True


def read_rows(table: HtmlElement, number: int, role: Role | None = None) -> Iterator[Piece]:
    """The table's rows as pieces; a cell that covers rows below stands in the first of them only."""
    taken: dict[int, int] = {}
    for at, row in enumerate(_rows_of(table)):
        placed = _place(row, taken)
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        for one in placed:
            for column in range(one.cell.column, one.cell.column + one.cell.span):
                if one.rows > 1:
                    taken[column] = one.rows - 1
        if placed:
            header = _is_header(row, placed, first=at == 0)
            cells = tuple(one.cell for one in placed)
            yield Piece("table_row", "", role=role, table=number, header=header, cells=cells)


def _place(row: HtmlElement, taken: dict[int, int]) -> list[_Placed]:
    placed = []
    column = 0
    for element in _cells_of(row):
        while column in taken:
            column += 1
        if column >= MOST_COLUMNS:
            break
        span = _count(element.get("colspan"), MOST_COLUMNS - column)
        cell = Cell(visible_text(element), fill=fill_of(element) or fill_of(row), mark=mark_of(element))
        placed.append(
            _Placed(element, replace(cell, column=column, span=span), _count(element.get("rowspan"), 1000))
        )
        column += span
    return placed


def _count(text: str | None, most: int) -> int:
    return max(1, min(int(text), most)) if text and re.fullmatch(r"\d{1,5}", text.strip()) else 1


def _is_header(row: HtmlElement, placed: Sequence[_Placed], first: bool) -> bool:
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    worded = [one.element for one in placed if one.cell.text]
    if not worded:
        return False
    if all(cell.tag == "th" for cell in worded):
        return True
    if not first or len(worded) < 2:
        return False
    return all(map(_is_strong, worded)) or names_columns([one.cell.text for one in placed])


def _is_strong(cell: HtmlElement) -> bool:
    """Whether every word of the cell is set bold."""
    if sets_strong(cell):
        return True
    stack: list[HtmlElement] = [cell]
    while stack:
        element = stack.pop()
        if (element.text or "").strip():
            return False
        for child in element:
            if (child.tail or "").strip():
                return False
            if not sets_strong(child):
                stack.append(child)
    return True
