"""The performance tables of a document: their rows, and the columns that were not understood."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.language.code_forms import is_generic
from extractors.language.code_titles import opens_title
from extractors.language.column_roles import strict_role
from extractors.language.council_codes import NO_CODES, CouncilCodes
from extractors.language.measure_codes import id_of_code
from extractors.language.measure_words import slug, terms_of
from extractors.language.periods import find_periods
from extractors.language.registry import Registry
from extractors.language.scorecard_cards import has_cards, read_cards, read_charts
from extractors.language.scorecard_columns import Columns, read_columns
from extractors.language.scorecard_model import TableRow
from extractors.language.scorecard_rows import read_rows, setting_of
from extractors.language.scorecard_sheets import Sheet, read_sheets
from extractors.language.tables import Grid, read_grids
from extractors.model import Document, Problem

_WEAK = frozenset(["scorecard.chart", "scorecard.activity"])
"""Rules for what only a performance report makes a measure: the title of a chart, numbers of several periods.
Electors by ward and year stand in the same kind of table."""

_WORD = re.compile(r"[A-Za-z]{3}")
_CAPTION = re.compile(r"\w.*\s(?:KPIs|PIs|indicators|measures)", re.IGNORECASE)
"""A heading over the names that says whose they are, not what they are: "Housing KPIs"."""

_RUNNING = 3
"""Pages that a running head opens, at least."""


@dataclass(frozen=True, slots=True)
class Scorecards:
    """All rows in the order of the text, each span once."""

    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...]


def read_scorecards(document: Document, registry: Registry, elsewhere: CouncilCodes = NO_CODES) -> Scorecards:
    """The performance tables of a document, whatever its format. `elsewhere` is what others of its council say of its
    codes."""
    rows: list[TableRow] = []
    problems: list[Problem] = []
    running, dates = _running_heads(document), _Dates(document)
    for grid in read_grids(document):
        rows.extend(_read_grid(document, grid, running, dates, problems))
    if all(row.rule in _WEAK for row in rows):
        return Scorecards((), ())
    kept = {(row.start, row.end): row for row in reversed(rows)}
    named = (kept[span] for span in sorted(kept))
    identified = (_identified(row, registry, document, elsewhere) for row in named)
    return Scorecards(tuple(identified), tuple(problems))


def _identified(row: TableRow, registry: Registry, document: Document, elsewhere: CouncilCodes) -> TableRow:
    """The row with its measure: a known one by code or name, else the council's own of that code, else the one that
    has this name; a single word names none."""
    known = registry.find_code(row.code, document.council) if row.code else None
    known = known or registry.named(row.indicator) or registry.resolve(row.indicator)
    if known:
        return replace(row, indicator_id=known.id)
    if row.code and not is_generic(row.code):
        own = elsewhere.measure_of(row.code) or id_of_code(row.code, document.council, document.id)
        return replace(row, indicator_id=own)
    return replace(row, indicator_id=slug(row.indicator)) if _names_measure(row) else row


def _names_measure(row: TableRow) -> bool:
    """Whether the row's name is one to know a measure by: of more than a word; in a table of numbers, whose rows may be
    departments or ages, one that says that something is counted."""
    if len(terms_of(row.indicator)) < 2 or not _WORD.search(row.indicator):
        return False
    return row.rule not in _WEAK or opens_title(row.indicator)


def _read_grid(
    document: Document, grid: Grid, running: frozenset[str], dates: "_Dates", problems: list[Problem]
) -> Iterator[TableRow]:
    heading = _heading(document, grid, running)
    if has_cards(grid):
        yield from read_cards(grid, heading)
        return
    found = False
    for sheet in read_sheets(grid, dates.above(grid.rows[0].index)):
        columns = read_columns(sheet)
        if columns is not None:
            found = True
            problems.extend(_not_understood(sheet, columns))
            yield from read_rows(sheet, columns, setting_of(_caption(sheet, columns) or heading))
    if not found:
        yield from read_charts(grid, heading)


def _caption(sheet: Sheet, columns: Columns) -> str | None:
    """The table's own name, where it stands over the names of the measures."""
    words = " ".join(sheet.headings[columns.measure].text.split())
    return words if _CAPTION.fullmatch(words) and strict_role(words) is None else None


def _heading(document: Document, grid: Grid, running: frozenset[str]) -> str | None:
    above = reversed(document.blocks[: grid.rows[0].index])
    named = (document.words(block) for block in above if block.kind == "heading")
    return next((words for words in named if words not in running), None)


class _Dates:
    """By which day columns without a year are dated, wherever in a document their table stands."""

    def __init__(self, document: Document) -> None:
        headings = [(at, block) for at, block in enumerate(document.blocks) if block.kind == "heading"]
        named = [(at, period) for at, block in headings for period in find_periods(document.words(block))]
        self._quarters = [(at, period.end) for at, period in named if period.part]
        self._years = [(at, period.end) for at, period in named if not period.part]
        self._day = document.date

    def above(self, index: int) -> str | None:
        """ISO: the end of the quarter that the nearest heading above block `index` names, or the document's date, or
        the end of the year that a heading names."""
        return _nearest(self._quarters, index) or self._day or _nearest(self._years, index)


def _nearest(ends: Sequence[tuple[int, str]], index: int) -> str | None:
    at = bisect_left(ends, (index, ""))
    return ends[at - 1][1] if at else None


def _running_heads(document: Document) -> frozenset[str]:
    """Headings that open several pages in the same words ("Appendix 1"): they say nothing of what stands below."""
    opening: dict[int, str] = {}
    for block in document.blocks:
        if block.page is not None:
            opening.setdefault(block.page, document.words(block) if block.kind == "heading" else "")
    counts = Counter(filter(None, opening.values()))
    return frozenset(words for words, count in counts.items() if count >= _RUNNING)


def _not_understood(sheet: Sheet, columns: Columns) -> Iterator[Problem]:
    place = f" on page {sheet.lines[0].page}" if sheet.lines and sheet.lines[0].page else ""
    for at in columns.unknown:
        name = sheet.headings[at].text or f"number {at + 1}, without a heading"
        yield Problem(
            "extract",
            "not understood",
            f"Table{place}: what the column {name!r} holds is not known; its values were left out.",
        )
