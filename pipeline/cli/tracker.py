"""The officers' own tracker as a spreadsheet: the columns that scrutiny teams keep by hand."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from pipeline.queries.scope import Row

_COLUMNS = (
    ("Reference", 12), ("Origin", 34), ("Date", 12), ("Area", 34), ("Recommendation", 60), ("Lead Officer", 28),
    ("Action taken", 60), ("RAG status", 12), ("Due", 14), ("Status", 12), ("Source", 40),
)  # fmt: skip
_RAG = {
    "delivered": "Green",
    "closed": "Green",
    "reported": "Amber",
    "repeated": "Amber",
    "open": "Amber",
    "silent": "Red",
    "overdue": "Red",
}
_FILLS = {"Green": "C6E0B4", "Amber": "FFE699", "Red": "F4B6B6"}


def write_tracker(rows: Sequence[Row], path: Path) -> None:
    """Write promises (rows of `queries.outcomes.promises`) to an .xlsx file. Raises OSError."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Recommendation tracker")
    last = get_column_letter(len(_COLUMNS))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{max(2, len(rows) + 1)}"
    for at, (_, width) in enumerate(_COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.append([_cell(sheet, name, bold=True) for name, _ in _COLUMNS])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in _cells(row)])
    book.save(path)


def _cells(row: Row) -> list[str]:
    taken = row["closed_because"] or row["evidence"] or ""
    if row["evidence_date"] and not row["closed_because"]:
        taken = f"{row['evidence_date']}: {taken}"
    page = f", page {row['page']}" if row["page"] else ""
    origin = ", ".join(filter(None, (row["committee"], row["council"])))
    return [
        row["action_id"][:8], origin, row["date"] or "", row["agenda_item"] or "", row["promise"],
        row["owner"] or "", taken, _RAG.get(row["status"], ""), row["due_date"] or row["due"] or "", row["status"],
        f"{row['source']}{page}",
    ]  # fmt: skip


def _cell(sheet: WriteOnlyWorksheet, value: str, *, bold: bool = False) -> Cell:
    """Text as text: what begins with "=" in minutes must not run in a spreadsheet."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", value))
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    if value in _FILLS:
        cell.fill = PatternFill("solid", start_color=_FILLS[value])
    return cell
