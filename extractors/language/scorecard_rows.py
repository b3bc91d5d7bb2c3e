"""The rows of a sheet: each line's measure with its latest value, target, rating and direction."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.language.column_periods import label_of, quarter_ends
from extractors.language.scorecard_columns import Columns
from extractors.language.scorecard_model import TableFigure, TableRow, TableTarget
from extractors.language.scorecard_sheets import Line, Sheet
from extractors.language.table_values import (
    Value,
    direction_of,
    is_count,
    rating_in,
    rating_of,
    read_value,
    unit_in,
)
from extractors.model import CellSpan

_CODE = re.compile(
    r"(?P<code>[A-Z][A-Za-z&/]{0,7}[ ./-]{0,2}\d{1,4}(?:\.\d{1,3}){0,2}[a-z]{0,2})(?:\s*[:.–—-]\s+|\s+)(?=\S{2})"
)
_STATUTE = re.compile(r"(?:S|Section|Rule|Reg|Year|KS|Q|H|Age|Covid)[ -]?\d", re.IGNORECASE)
_CAPTION_UNIT = re.compile(r"\(([^()]{1,30})\)\s*$")


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a table: the heading over it, and the unit that it gives."""

    heading: str | None
    unit: str | None


def setting_of(heading: str | None) -> Setting:
    """The setting that a heading makes; its unit only where it stands in brackets at its end."""
    match = _CAPTION_UNIT.search(heading or "")
    return Setting(heading, unit_in(f"({match[1]})") if match else None)


def read_rows(sheet: Sheet, columns: Columns, setting: Setting) -> Iterator[TableRow]:
    """The rows of a performance sheet in order."""
    coded = _codes_lead(sheet.lines, columns)
    last: CellSpan | None = None
    section: str | None = None
    for line in sheet.lines:
        named = line.cells[columns.measure] or last
        last = named
        section = _text(line, columns.section) or section
        name = named.cell.text.strip() if named else setting.heading or ""
        if sum(char.isalpha() for char in name) < 2 or not _says_anything(line, columns):
            continue
        yield _row(sheet, columns, setting, replace(line, group=section or line.group), name, coded)


def _says_anything(line: Line, columns: Columns) -> bool:
    """Whether a line has more than a name: a printed "n/a" is something."""
    others = (*columns.values, columns.target, columns.rating, columns.direction, columns.floor)
    spans = [line.cells[at] for at in others if at is not None]
    return any(span and (span.cell.text.strip() or span.cell.mark or span.cell.fill) for span in spans)


def _row(sheet: Sheet, columns: Columns, setting: Setting, line: Line, name: str, coded: bool) -> TableRow:
    code, name = _split_code(_text(line, columns.code), name, coded)
    unit = _unit_of(sheet, columns, setting, line, name)
    latest, target, floor = (_value(line, at) for at in (columns.latest, columns.target, columns.floor))
    best = (latest and latest.unit) or unit or (target and target.unit)
    best = best or ("count" if latest or target or is_count(name) else None)
    return TableRow(
        start=line.start,
        end=line.end,
        rule="scorecard.activity" if columns.plain else "scorecard.table",
        page=line.page,
        box=line.box,
        section=line.group or setting.heading,
        code=code,
        indicator=name,
        latest=latest.value if latest else None,
        latest_text=_text(line, columns.latest) if latest else None,
        unit=best,
        target=target.value if target else None,
        target_text=_text(line, columns.target) if target else None,
        floor=floor.value if floor else None,
        rag=_rating(line, columns),
        rag_previous=_rating_at(line, columns.rating_previous),
        direction=_direction(line, columns),
        figures=tuple(_figures(sheet, columns, line, best)),
        targets=tuple(_targets(line, columns.target, best)),
    )


def _text(line: Line, at: int | None) -> str | None:
    span = line.cells[at] if at is not None else None
    return (" ".join(span.cell.text.split()) or None) if span else None


def _value(line: Line, at: int | None) -> Value | None:
    span = line.cells[at] if at is not None else None
    return read_value(span.cell.text) if span else None


def _rating(line: Line, columns: Columns) -> str | None:
    found = _rating_at(line, columns.rating) or _rating_at(line, columns.rating_by_fill)
    span = line.cells[columns.latest] if columns.latest is not None else None
    return found or (rating_in(span.cell.text) if span and columns.rating is None else None)


def _rating_at(line: Line, at: int | None) -> str | None:
    span = line.cells[at] if at is not None else None
    return rating_of(span.cell) if span else None


def _direction(line: Line, columns: Columns) -> str | None:
    """The direction's own column, or an arrow beside the rating or the value."""
    for at in (columns.direction, columns.rating, columns.latest):
        span = line.cells[at] if at is not None else None
        found = direction_of(span.cell) if span else None
        if found or at == columns.direction is not None:
            return found
    return None


def _unit_of(sheet: Sheet, columns: Columns, setting: Setting, line: Line, name: str) -> str | None:
    headed = sheet.headings[columns.latest].text if columns.latest is not None else ""
    own = _text(line, columns.unit)
    if own:
        return unit_in(own) or unit_in(f"({own})") or ("count" if is_count(own) else None)
    over_names = _bracketed(sheet.headings[columns.measure].text)
    return (
        unit_in(name)
        or unit_in(headed)
        or unit_in(over_names)
        or setting.unit
        or unit_in(_bracketed(sheet.banner))
    )


def _bracketed(banner: str) -> str:
    match = _CAPTION_UNIT.search(banner)
    return match[0] if match else ""


def _codes_lead(lines: Sequence[Line], columns: Columns) -> bool:
    """Whether the names begin with codes, told by most of them doing so."""
    names = [text for line in lines if (text := _text(line, columns.measure))]
    begun = sum(bool(_CODE.match(name)) and not _STATUTE.match(name) for name in names)
    return columns.code is None and begun > 0.6 * len(names)


def _split_code(code: str | None, name: str, coded: bool) -> tuple[str | None, str]:
    match = _CODE.match(name) if coded else None
    if match is None or _STATUTE.match(name):
        return code, name
    return match["code"].strip(), name[match.end() :].strip()


def _figures(sheet: Sheet, columns: Columns, line: Line, unit: str | None) -> Iterator[TableFigure]:
    periods = [period for at in columns.values if (period := sheet.headings[at].period)]
    ends = quarter_ends(periods)
    roles = [(at, "actual") for at in columns.values] + [(at, "benchmark") for at in columns.benchmarks]
    for at, role in (*roles, *([(columns.target, "target")] if columns.target is not None else [])):
        span, value, period = line.cells[at], _value(line, at), sheet.headings[at].period
        if span is None or value is None:
            continue
        label = period.label if period else None
        if period and label is None and ends and period.months == 1:
            label = label_of((period.end - 1) // 12, (period.end - 1) % 12 + 1, 3)
        yield figure(span, value, unit, role, label)


def figure(span: CellSpan, value: Value, unit: str | None, role: str, period: str | None) -> TableFigure:
    """The figure of a value in a cell; a bare number takes the row's unit."""
    start, end = located(span, value)
    return TableFigure(
        start, end, value.value, value.unit or unit or "count", value.out_of, role, value.comparator, period
    )


def located(span: CellSpan, value: Value) -> tuple[int, int]:
    """Where a cell's value stands in the document. White space may have been folded: never beyond the cell."""
    return min(span.start + value.start, span.end - 1), min(span.start + value.end, span.end)


def _targets(line: Line, at: int | None, unit: str | None) -> Iterator[TableTarget]:
    span, value = (line.cells[at] if at is not None else None), _value(line, at)
    if span is not None and value is not None:
        yield TableTarget(*located(span, value), value.value, value.unit or unit or "count")
