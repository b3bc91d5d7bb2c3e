"""Rows as a spreadsheet that can be filtered and read: columns as wide as they need, text wrapped, the head frozen, and
on paper as wide as a sheet on its side."""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties

from pipeline.exports.cells import guarded, without_controls

Columns = Sequence[tuple[str, int]]
"""Heading and width (in characters) of each column."""
_MOST = 32_767
"""Characters that a spreadsheet's cell can hold."""


def write_workbook(
    to: Path | io.BytesIO, title: str, columns: Columns, rows: Sequence[Iterable[str]],
    fills: Mapping[str, str] | None = None,
) -> None:  # fmt: skip
    """Write one sheet. Every cell is text; one whose text is in `fills` has that colour (hex). Raises OSError."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    last = get_column_letter(len(columns))
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.auto_filter.ref = f"A1:{last}{max(2, len(rows) + 1)}"
    for at, (_, width) in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.append([_cell(sheet, name, bold=True) for name, _ in columns])
    for row in rows:
        sheet.append([_cell(sheet, value, fill=(fills or {}).get(value)) for value in row])
    held = io.BytesIO()  # a workbook whose file cannot be opened would complain of itself
    book.save(held)
    if isinstance(to, Path):
        to.write_bytes(held.getvalue())
    else:
        to.write(held.getvalue())


def _cell(sheet: WriteOnlyWorksheet, value: str, *, bold: bool = False, fill: str | None = None) -> Cell:
    """Text as text: guarded as in CSV, too, as a sheet may be saved as that."""
    cell = WriteOnlyCell(sheet, guarded(without_controls(value))[:_MOST])
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    if fill:
        cell.fill = PatternFill("solid", start_color=fill)
    return cell
