"""Tables as sheets: one heading for each column, and below them lines of cells, one for each measure.

A sheet reads downwards whichever way its table was printed: a table whose first column says "Target",
"Actual" is turned, one with measures under each year is folded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.language.column_periods import read_period, strip_period
from extractors.language.column_roles import Heading, periods_carried, read_heading, strict_role
from extractors.language.table_values import rating_of, read_value
from extractors.language.tables import Grid, Row
from extractors.model import Box, Cell, CellSpan

_MOST_HEADINGS = 5
_LONGEST_BAND = 120
_BARE_VALUE = re.compile(
    r"(?!(?:19|20)\d\d$)[<>≤≥~+]{0,2}\s?[£€]?\s?[-−]?\d[\d,]*(?:\.\d+)?\s?(?:%|[mkbn]{1,2}|days?|weeks?)?[*†]?|n/?a|[-–—]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one measure, a place for each column of the sheet (None: no cell there), and where it stands."""

    cells: tuple[CellSpan | None, ...]
    start: int
    end: int
    page: int | None
    box: Box | None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`index`: the place of the table's first block among the document's. `banner`: words above all columns."""

    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    index: int
    banner: str


def read_sheets(grid: Grid, day: str | None) -> Iterator[Sheet]:
    """The sheets of a table: one, or several where headings stand again between its rows."""
    for head, body in _split(grid):
        if body:
            sheet = _sheet(grid, head, body, day)
            yield _folded(sheet) or _turned(sheet, head, day) or sheet


def _split(grid: Grid) -> Iterator[tuple[list[Row], list[Row]]]:
    """Heading rows and the rows under them."""
    count = _leading(grid.rows)
    head, body = list(grid.rows[:count]), list[Row]()
    texts = [row.texts for row in head]
    for row in grid.rows[count:]:
        if row.texts in texts:
            continue  # the headings again, on the next page
        if is_heading(row):
            if body:
                yield head, body
                head, body = [], []
            head.append(row)
        else:
            body.append(row)
    yield head, body


def _leading(rows: Sequence[Row]) -> int:
    """How many rows at the top are headings: those that the markup says, or those before the first value."""
    marked = 0
    while marked < len(rows) and rows[marked].block.header and not _has_values(rows[marked]):
        marked += 1
    count = marked
    while count < min(len(rows) - 1, _MOST_HEADINGS) and not _has_values(rows[count]):
        filled = [text for text in rows[count].texts if text]
        if marked and not is_heading(rows[count]):
            break
        if len(filled) < 2 and count and not marked:
            break
        count += 1
    return count


def is_heading(row: Row) -> bool:
    """Whether every cell with text is the name of a column or a period."""
    texts = [text for text in row.texts if text]
    return len(texts) > 1 and not _has_values(row) and all(_names_column(text) for text in texts)


def _names_column(text: str) -> bool:
    return len(text) < 60 and (strict_role(text) is not None or read_period(text, None) is not None)


def _has_values(row: Row) -> bool:
    return any(_is_value(span.cell) for span in row.cells)


def _is_value(cell: Cell) -> bool:
    text = cell.text.strip()
    if cell.mark in ("up", "down", "same"):
        return True
    if _BARE_VALUE.fullmatch(text):
        return True
    return len(text) < 12 and rating_of(cell, by_fill=False) is not None and strict_role(text) is None


def _sheet(grid: Grid, head: Sequence[Row], body: Sequence[Row], day: str | None) -> Sheet:
    banner = " ".join(
        span.cell.text
        for row in head
        for span in row.cells
        if span.cell.text and _spans_table(span.cell, grid)
    )
    parts = periods_carried([_parts(head, column, grid) for column in grid.columns])
    headings = tuple(read_heading(each, day) for each in parts)
    return Sheet(headings, tuple(_lines(grid, body)), (head or body)[0].index, banner)


def _parts(head: Sequence[Row], column: int, grid: Grid) -> list[str]:
    """The texts above a column, from the top; a title over the whole table counts only for its period."""
    parts: list[str] = []
    for row in head:
        span = row.at(column)
        text = span.cell.text.strip() if span else ""
        if span is None or not text or (parts and parts[-1] == text):
            continue
        if _spans_table(span.cell, grid) and read_heading([text], None).period is None:
            continue
        parts.append(text)
    return parts


def _spans_table(cell: Cell, grid: Grid) -> bool:
    return grid.width > 2 and cell.span >= max(3, grid.columns[-1] - grid.columns[0])


def _lines(grid: Grid, rows: Sequence[Row]) -> Iterator[Line]:
    group: str | None = None
    for row in rows:
        if row.is_band(grid.width):
            text = next(text for text in row.texts if text) if any(row.texts) else ""
            group = text if 0 < len(text) <= _LONGEST_BAND else group
            continue
        cells = tuple(_once(row, column, grid) for column in grid.columns)
        yield Line(cells, row.block.start, row.block.end, row.block.page, row.block.box, group)


def _once(row: Row, column: int, grid: Grid) -> CellSpan | None:
    """The cell, in the first of the columns it covers."""
    span = row.at(column)
    if span is None:
        return None
    first = next((c for c in grid.columns if c >= span.cell.column), column)
    return span if first == column else None


def _turned(sheet: Sheet, head: Sequence[Row], day: str | None) -> Sheet | None:
    """A sheet whose first column names what its rows hold, turned over; None for any other."""
    if len(sheet.headings) < 2 or len(sheet.lines) < 2:
        return None
    names = [line.cells[0].cell.text if line.cells[0] else "" for line in sheet.lines]
    roles = [strict_role(name) for name in names]
    known = [
        role for role in roles if role in ("actual", "previous", "target", "floor", "rating", "direction")
    ]
    if (
        len(set(known)) < 2
        or len(known) < len(names) / 2
        or "measure" in {h.role for h in sheet.headings[1:]}
    ):
        return None
    headings = tuple(read_heading([name], day) for name in names)
    above = {column: _last_head(head, column) for column in range(1, len(sheet.headings))}
    title = _last_head(head, 0)
    lines = []
    for column in range(1, len(sheet.headings)):
        spans = tuple(line.cells[column] for line in sheet.lines)
        filled = [span for span in spans if span]
        if not any(span.cell.text or span.cell.mark for span in filled):
            continue
        named = above[column]
        place = named or next((span for span in filled if span.start < span.end), None)
        if place is None:  # marks alone, under no name: there are no words to point at
            continue
        lines.append(Line((named, *spans), place.start, place.end, sheet.lines[0].page, sheet.lines[0].box))
    first = Heading(title.cell.text if title else "", "measure", False, None)
    turned = Sheet((first, *headings), tuple(lines), sheet.index, sheet.banner)
    return _one_measure(turned, sheet, title, day)


def _one_measure(turned: Sheet, sheet: Sheet, title: CellSpan | None, day: str | None) -> Sheet:
    """Where the turned lines are periods of one measure, or there is only one: the last that has a value."""
    named = [line.cells[0] for line in turned.lines]
    periods = [read_heading([span.cell.text], day).period if span else None for span in named]
    single = len(turned.lines) == 1 and (named[0] is None or strict_role(named[0].cell.text) is not None)
    if not single and not all(periods):
        return turned
    start, end = sheet.lines[0].start, sheet.lines[-1].end
    valued = [
        (period.order if period else (0, 0), at)
        for at, (line, period) in enumerate(zip(turned.lines, periods, strict=True))
        if any(span and read_value(span.cell.text) for span in line.cells[1:])
    ]
    if not valued:
        return turned
    title = (
        title if title and strict_role(title.cell.text) is None and not title.cell.text.isspace() else None
    )
    last = turned.lines[max(valued)[1]]
    period = periods[max(valued)[1]]
    headings = tuple(replace(heading, period=heading.period or period) for heading in turned.headings)
    start = min(start, title.start) if title else start
    line = Line((title, *last.cells[1:]), start, end, last.page, last.box)
    return replace(turned, headings=headings, lines=(line,))


def _last_head(head: Sequence[Row], column: int) -> CellSpan | None:
    spans = [span for row in head if (span := row.at(column)) and span.cell.text.strip()]
    return spans[-1] if spans else None


def _folded(sheet: Sheet) -> Sheet | None:
    """One row of values under measures that stand again for each period: a line for each measure."""
    headings = sheet.headings
    if len(sheet.lines) != 1 or len(headings) < 4 or any(h.period is None for h in headings):
        return None
    line = sheet.lines[0]
    if any(span is None or read_value(span.cell.text) is None for span in line.cells):
        return None
    names = [_own_words(heading) for heading in headings]
    periods = list(dict.fromkeys(h.period.order for h in headings if h.period))
    if len(periods) < 2 or not all(names) or len(set(names)) * len(periods) != len(names):
        return None
    by_period = [next(h for h in headings if h.period and h.period.order == order) for order in periods]
    lines = []
    for name in dict.fromkeys(names):
        spans = [line.cells[at] for at, other in enumerate(names) if other == name]
        best = spans[periods.index(max(periods))]
        if best is not None:
            lines.append(
                replace(line, cells=(_replace_text(best, name), *spans), start=best.start, end=best.end)
            )
    actual = tuple(Heading("", "actual", False, heading.period) for heading in by_period)
    return replace(sheet, headings=(Heading("", None, False, None), *actual), lines=tuple(lines))


def _replace_text(span: CellSpan, text: str) -> CellSpan:
    """A cell that stands where another does and says `text`: a measure named above its values."""
    return CellSpan(span.start, span.start, Cell(text, span.cell.box))


def _own_words(heading: Heading) -> str:
    """The part of a heading that is no period."""
    return " ".join(strip_period(heading.text).split())


def ratings_among(headings: Sequence[Heading]) -> int:
    """How many different ratings the headings themselves are: a table of counts has them."""
    found = {rating_of(Cell(heading.text), by_fill=False) for heading in headings if len(heading.text) < 12}
    return len(found - {None})
