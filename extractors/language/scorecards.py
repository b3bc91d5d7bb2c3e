"""The performance tables of a document: their rows, and the columns that were not understood."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.language.registry import Registry
from extractors.language.scorecard_cards import has_cards, read_cards, read_charts
from extractors.language.scorecard_columns import Columns, read_columns
from extractors.language.scorecard_model import TableRow
from extractors.language.scorecard_rows import read_rows, setting_of
from extractors.language.scorecard_sheets import Sheet, read_sheets
from extractors.language.tables import Grid, nearest_heading, read_grids
from extractors.model import Document, Problem


@dataclass(frozen=True, slots=True)
class Scorecards:
    """All rows in the order of the text, each span once."""

    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...]


def read_scorecards(document: Document, registry: Registry) -> Scorecards:
    """The performance tables of a document, whatever its format."""
    rows: list[TableRow] = []
    charts: list[TableRow] = []
    problems: list[Problem] = []
    for grid in read_grids(document):
        before = len(rows)
        rows.extend(_read_grid(document, grid, problems))
        if len(rows) == before:
            charts.extend(read_charts(grid, _heading(document, grid)))
    if rows:  # a chart belongs to a performance report only where there are results
        rows.extend(charts)
    kept = {(row.start, row.end): row for row in reversed(rows)}
    named = (kept[span] for span in sorted(kept))
    return Scorecards(tuple(_identified(row, registry, document.council) for row in named), tuple(problems))


def _identified(row: TableRow, registry: Registry, council: str | None) -> TableRow:
    known = registry.find_code(row.code, council) if row.code else None
    known = known or registry.named(row.indicator) or registry.resolve(row.indicator)
    return replace(row, indicator_id=known.id) if known else row


def _read_grid(document: Document, grid: Grid, problems: list[Problem]) -> Iterator[TableRow]:
    heading = _heading(document, grid)
    if has_cards(grid):
        yield from read_cards(grid, heading)
        return
    for sheet in read_sheets(grid, document.date):
        columns = read_columns(sheet)
        if columns is not None:
            problems.extend(_not_understood(sheet, columns))
            yield from read_rows(sheet, columns, setting_of(heading), document.text)


def _heading(document: Document, grid: Grid) -> str | None:
    block = nearest_heading(document.blocks, grid.rows[0].index)
    return document.words(block) if block else None


def _not_understood(sheet: Sheet, columns: Columns) -> Iterator[Problem]:
    place = f" on page {sheet.lines[0].page}" if sheet.lines and sheet.lines[0].page else ""
    for at in columns.unknown:
        name = sheet.headings[at].text or f"number {at + 1}, without a heading"
        yield Problem(
            "extract",
            "not understood",
            f"Table{place}: what the column {name!r} holds is not known; its values were left out.",
        )
