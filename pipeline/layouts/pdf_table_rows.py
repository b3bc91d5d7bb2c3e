"""Rows of cells to pieces: what is a table of data, and which of its rows are headings."""

import re
from collections.abc import Sequence

from extractors.model import Box, Cell, Piece

_VALUE = re.compile(
    r"(?!(?:19|20)\d\d$)[<>≤≥~]?\s?[£€]?\s?[-−+]?\d[\d,]*(?:\.\d+)?\s?(?:%|[mkbn]{1,2}|days?|weeks?|hours?)?[*†]?"
    r"(?:\s?[(\[]?(?:red|amber|green|(?-i:[RAG])|[↑↓→↔▲▼►])[)\]]?)?|"
    r"n/?a|tbc|[-–—]",
    re.IGNORECASE,
)
_RATING = re.compile(r"red|amber|green|[RAG↑↓→↔▲▼►●]", re.IGNORECASE)
_LABELLED = re.compile(r"[A-Za-z ]{3,20}:\s*\S")
_LONG = 160
"""Characters from which a cell is prose."""
_MOST_HEADINGS = 4


def is_data(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the cells are a table: not a box around prose, nor a page laid out in columns, as minutes are
    that have a column for numbers and one for who acts."""
    texts = [cell.text for row in rows for cell in row if cell.text]
    if any(cell.mark == "chart" for row in rows for cell in row):
        return True
    if len(texts) < 2 or max(len([c for c in row if c.text or c.mark or c.fill]) for row in rows) < 2:
        return False
    prose = sum(len(text) for text in texts if len(text) > _LONG)
    values = sum(is_value_text(text) for text in texts)
    return prose <= sum(map(len, texts)) / 2 or values > len(texts) / 4


def make_rows(rows: Sequence[Sequence[Cell]], page: int, table: int, box: Box) -> tuple[Piece, ...]:
    """One piece a row; cells of columns that are empty throughout are left out."""
    kept = _used_columns(rows)
    trimmed = [tuple(c for c in row if _covered(c) & kept) for row in rows]
    trimmed = [row for row in trimmed if any(cell.text for cell in row)]
    headings = count_headings(trimmed)
    return tuple(
        Piece(
            kind="table_row",
            text="",
            page=page,
            box=_row_box(row) or box,
            table=table,
            header=number < headings,
            cells=row,
        )
        for number, row in enumerate(trimmed)
    )


def count_headings(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top hold column names: those before the first value, rating or mark."""
    for number, row in enumerate(rows[: _MOST_HEADINGS + 1]):
        if any(_is_value(cell) for cell in row) or (number and _is_band(row)):
            return number
    return min(1, max(0, len(rows) - 1))


def _is_band(row: Sequence[Cell]) -> bool:
    """One cell with text, the others without: a heading between rows, not above columns."""
    return len(row) > 1 and bool(row[0].text) and not any(cell.text or cell.mark for cell in row[1:])


def _is_value(cell: Cell) -> bool:
    text = cell.text.strip()
    return bool(cell.mark or is_value_text(text) or _LABELLED.match(text))


def is_value_text(text: str) -> bool:
    """Whether a text is a value or a rating and nothing else."""
    return bool(_VALUE.fullmatch(text.strip()) or _RATING.fullmatch(text.strip()))


def _used_columns(rows: Sequence[Sequence[Cell]]) -> set[int]:
    used: set[int] = set()
    for row in rows:
        for cell in row:
            if cell.text or cell.mark:
                used |= _covered(cell) if cell.span == 1 else {cell.column}
            elif cell.fill and not _is_grey(cell.fill):
                used.add(cell.column)
    return used


def _covered(cell: Cell) -> set[int]:
    return set(range(cell.column, cell.column + cell.span))


def _is_grey(colour: str) -> bool:
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return max(parts) - min(parts) < 24


def _row_box(row: Sequence[Cell]) -> Box | None:
    boxes = [cell.box for cell in row if cell.box]
    if not boxes:
        return None
    lows, highs = (
        [min(box[i] for box in boxes) for i in (0, 1)],
        [max(box[i] for box in boxes) for i in (2, 3)],
    )
    return lows[0], lows[1], highs[0], highs[1]
