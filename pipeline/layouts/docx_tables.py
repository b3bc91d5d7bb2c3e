"""Word tables: rows with their cells in grid columns, fills and pictures, and which tables are no tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from extractors.model import Cell, Piece
from pipeline.layouts.docx_names import W, child, chosen, is_on, value
from pipeline.layouts.docx_styles import Styles
from pipeline.layouts.docx_text import read_runs
from pipeline.layouts.html_colours import read_colour
from pipeline.layouts.html_marks import mark_in_words
from pipeline.layouts.paragraphs import Run
from pipeline.layouts.tables import MOST_PARAGRAPHS, holds_talk, names_columns, numbers_text

_INSIDE = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
Label = Callable[[Element], str]
_MOST_COLUMNS = 200
_PAPER = "#ffffff"


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell as Word has it: `element` is its `w:tc`."""

    element: Element
    cell: Cell
    strong: bool
    """Whether all its words are bold."""


def _no_label(_: Element) -> str:
    return ""


def _unwrapped(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, those inside content controls and tracked insertions too."""
    stack = list(reversed(list(chosen(element))))
    while stack:
        one = stack.pop()
        if one.tag == W + name:
            yield one
        elif one.tag in _INSIDE:
            stack.extend(reversed(list(one)))


def read_grid(table: Element, styles: Styles, label: Label = _no_label) -> list[list[WordCell]]:
    """The table's rows; a cell that continues the one above is left out. `label` gives the automatic number that a
    paragraph prints, and is asked once for each, in order."""
    rows = (row for row in _unwrapped(table, "tr") if child(row, "trPr", "del") is None)
    return [list(_read_row(row, styles, label)) for row in rows]


def _read_row(row: Element, styles: Styles, label: Label) -> Iterator[WordCell]:
    column = _count(value(child(row, "trPr", "gridBefore")), least=0)
    for element in _unwrapped(row, "tc"):
        span = _count(value(child(element, "tcPr", "gridSpan")))
        merge = child(element, "tcPr", "vMerge")
        if column < _MOST_COLUMNS and (merge is None or value(merge) == "restart"):
            runs = _runs(element, styles, label)
            strong = any(text.strip() for text, _ in runs) and all(
                bold for text, bold in runs if text.strip()
            )
            cell = Cell(
                " ".join("".join(text for text, _ in runs).split()), fill=_fill(element), mark=_mark(element),
                column=column, span=span,
            )  # fmt: skip
            yield WordCell(element, cell, strong)
        column += span


def _runs(cell: Element, styles: Styles, label: Label) -> list[Run]:
    runs: list[Run] = []
    for paragraph in cell.iter(W + "p"):
        runs += [(f"{label(paragraph)} ", True), *read_runs(paragraph, styles), (" ", True)]
    return runs


def _count(text: str | None, least: int = 1) -> int:
    return min(max(int(text), least), _MOST_COLUMNS) if text and text.isascii() and text.isdigit() else least


def _fill(cell: Element) -> str | None:
    fill = value(child(cell, "tcPr", "shd"), "fill")
    colour = read_colour(fill) if fill and fill != "auto" else None
    return colour if colour != _PAPER else None


def _mark(cell: Element) -> str | None:
    """What a picture in the cell stands for, by its alternative text or its name."""
    for picture in cell.iter(_PICTURE):
        mark = mark_in_words(f"{picture.get('descr', '')} {picture.get('title', '')}")
        if mark:
            return mark
    return None


def only_arranges(grid: Sequence[Sequence[WordCell]]) -> bool:
    """Whether the table only arranges the page: one column, or cells that hold running text."""
    if max(map(len, grid), default=0) < 2:
        return True
    texts = [[cell.cell.text for cell in row] for row in grid]
    if holds_talk(texts) or numbers_text(texts):
        return True
    cells = [cell for row in grid for cell in row]
    flowing = sum(len(cell.cell.text) for cell in cells if _flows(cell.element))
    return flowing * 2 > sum(len(cell.cell.text) for cell in cells)


def _flows(cell: Element) -> bool:
    if next(cell.iter(W + "tbl"), None) is not None:
        return True
    paragraphs = [one for one in cell.iter(W + "p") if any(text.text for text in one.iter(W + "t"))]
    listed = sum(child(one, "pPr", "numPr") is not None for one in paragraphs)
    return len(paragraphs) > MOST_PARAGRAPHS or listed > 1


def read_rows(table: Element, grid: Sequence[Sequence[WordCell]], number: int) -> Iterator[Piece]:
    """The table's rows as pieces."""
    rows = (row for row in _unwrapped(table, "tr") if child(row, "trPr", "del") is None)
    for at, (row, cells) in enumerate(zip(rows, grid, strict=True)):
        worded = [cell for cell in cells if cell.cell.text]
        header = bool(is_on(child(row, "trPr", "tblHeader")))
        if at == 0 and len(worded) > 1 and not header:
            header = all(cell.strong for cell in worded) or names_columns([cell.cell.text for cell in worded])
        if cells:
            yield Piece(
                "table_row", "", table=number, header=header, cells=tuple(cell.cell for cell in cells)
            )
