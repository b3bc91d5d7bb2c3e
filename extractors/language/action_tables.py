"""Actions in tables: action logs, action plans, and minutes with an Action column.

Every row of a log is an action as printed, done or not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractors.language.assignments import Mark, assign, mark_end
from extractors.language.deeds import first_deed
from extractors.language.undertaken import Undertaking
from extractors.model import CELL_SEPARATOR, Block, Document
from extractors.vocabulary import grammar

_LINES = grammar("action_lines.grammar")
_COLUMNS = ("action", "owner", "due", "status", "progress", "talk")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row holds what; None where the table has no such column."""

    action: int
    owner: int | None = None
    due: int | None = None
    status: int | None = None
    progress: int | None = None
    talk: int | None = None

    @property
    def is_log(self) -> bool:
        return any(column is not None for column in (self.owner, self.due, self.status))


def find_in_tables(document: Document) -> tuple[list[Undertaking], list[Mark]]:
    """The actions of all tables that have an action column, and the owners that such a column names alone."""
    found: list[Undertaking] = []
    marks: list[Mark] = []
    for _, rows in groupby(document.blocks, key=lambda block: (block.kind, block.table)):
        table = [row for row in rows if row.kind == "table_row"]
        if len(table) < 2:
            continue
        columns: _Columns | None = None
        for row in table:
            cells = _cells(document, row)
            header = _header(document, cells)
            if header:
                columns = header
            elif columns and columns.action < len(cells):
                _read_row(document, columns, cells, found, marks)
    return found, marks


def log_entries(document: Document) -> list[Span]:
    """Where the rows of action logs stand: what is numbered in them is no measure."""
    found: list[Span] = []
    for _, rows in groupby(document.blocks, key=lambda block: (block.kind, block.table)):
        columns: _Columns | None = None
        for row in rows:
            if row.kind == "table_row":
                columns = _header(document, _cells(document, row)) or columns
                if columns and columns.is_log:
                    found.append((row.start, row.end))
    return found


def _cells(document: Document, row: Block) -> list[Span]:
    """The cells of a row, by grid column, each as a span of the text."""
    if row.cells:
        spans: list[Span] = []
        for cell in row.cells:
            spans += [(cell.start, cell.start)] * max(0, cell.cell.column - len(spans))
            spans.append((cell.start, cell.end))
        return spans
    at = row.start
    spans = []
    for words in document.text[row.start : row.end].split(CELL_SEPARATOR):
        spans.append((at, at + len(words)))
        at += len(words) + len(CELL_SEPARATOR)
    return spans


def _header(document: Document, cells: Sequence[Span]) -> _Columns | None:
    """The columns, where the row holds the heads of a table of actions."""
    heads = [document.text[slice(*cell)].strip() for cell in cells]
    if any(len(head) > 60 for head in heads):
        return None
    places: dict[str, int] = {}
    for index, head in enumerate(heads):
        for name in _COLUMNS:
            if head and name not in places and _LINES[f"column_{name}"].fullmatch(head):
                places[name] = index
                break
    if "action" not in places:
        return None
    columns = _Columns(**places)
    alone = sum(map(bool, heads)) == 1
    known = columns.is_log or columns.talk is not None or columns.progress is not None
    return columns if known or alone else None


def _read_row(
    document: Document, columns: _Columns, cells: Sequence[Span], found: list[Undertaking], marks: list[Mark]
) -> None:
    start, end = cells[columns.action]
    words = document.text[start:end].strip()
    if _LINES["nothing"].fullmatch(words):
        return
    if not columns.is_log and _LINES["only_owner"].fullmatch(words):
        marks += mark_end(document, *max(cells, key=lambda cell: cell[1] - cell[0]), words)
        return
    found += (
        _entry(document, columns, cells) if columns.is_log else assign(document, start, end, "action.column")
    )


def _entry(document: Document, columns: _Columns, cells: Sequence[Span]) -> Iterator[Undertaking]:
    start, end = cells[columns.action]
    while start < end and document.text[start].isspace():
        start += 1
    end = start + len(document.text[start:end].rstrip())
    if end - start < 6:
        return
    status = _cell(document, columns.status, cells) or _cell(document, columns.progress, cells)
    named = assign(document, start, end, "action.log")
    yield Undertaking(
        start, end, first_deed(document.text, start, end), "agreed", "action.log",
        owner=_cell(document, columns.owner, cells) or (named[0].owner if named else None),
        due=_cell(document, columns.due, cells), status=status,
    )  # fmt: skip


def _cell(document: Document, column: int | None, cells: Sequence[Span]) -> str | None:
    if column is None or column >= len(cells):
        return None
    words = " ".join(document.text[slice(*cells[column])].split())
    return None if re.fullmatch(r"\W*", words) else words
