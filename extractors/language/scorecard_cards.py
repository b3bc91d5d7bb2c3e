"""Measures that have a small table each: a title with its rating, and under it cells such as "Latest: 97%" and
"Target: 97%, Floor: 90%"; and charts, of which only the title can be read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.language.column_roles import strict_role
from extractors.language.scorecard_model import TableFigure, TableRow, TableTarget
from extractors.language.scorecard_rows import figure, located
from extractors.language.table_values import (
    Value,
    direction_of,
    is_average,
    rating_in,
    rating_of,
    read_value,
    unit_in,
)
from extractors.language.tables import Grid, Row
from extractors.model import CellSpan

_LABEL = re.compile(
    r"(?P<label>[A-Za-z][A-Za-z ]{2,30}?)\s*[:=–-]?\s*(?=[£€<>≤≥~]?\s?[-−]?\d|n/?a\b|tbc\b|(?<=[:=])\s*[A-Za-z↑↓→↔▲▼])",
    re.IGNORECASE,
)
_RESULTS = frozenset(["actual", "target", "floor", "previous"])
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class _Entry:
    """A label and what it says, in a cell."""

    role: str
    span: CellSpan
    said: str
    value: Value | None


def read_cards(grid: Grid, section: str | None) -> Iterator[TableRow]:
    """The cards of a table."""
    titles: list[Row] = []
    for row in grid.rows:
        entries = [entry for span in row.cells for entry in _entries(span)]
        if _is_card(entries) and titles:
            yield _card(titles, row, entries, section)
            titles = []
        else:
            titles.append(row)


def has_cards(grid: Grid) -> bool:
    return any(_is_card([entry for span in row.cells for entry in _entries(span)]) for row in grid.rows[1:])


def _is_card(entries: Sequence[_Entry]) -> bool:
    """Whether a row's labels are those of a measure's results, two at least."""
    roles = {entry.role for entry in entries if entry.role in _RESULTS}
    return len(roles) > 1 and bool(roles & {"actual", "target"})


def read_charts(grid: Grid, section: str | None) -> Iterator[TableRow]:
    """The titles of charts: measures whose values are only drawn."""
    for row in grid.rows:
        for span in row.cells:
            name = " ".join(span.cell.text.split())
            if span.cell.mark == "chart" and 8 <= len(name) <= _LONGEST_TITLE:
                yield TableRow(
                    start=row.block.start,
                    end=row.block.end,
                    rule="scorecard.chart",
                    page=row.block.page,
                    box=row.block.box,
                    section=section,
                    code=None,
                    indicator=name,
                    unit=unit_in(name) or (None if is_average(name) else "count"),
                )


def _entries(span: CellSpan) -> Iterator[_Entry]:
    text = span.cell.text
    matches = [match for match in _LABEL.finditer(text) if _role(match["label"])]
    ends = [*(match.start() for match in matches[1:]), len(text)]
    for match, end in zip(matches, ends, strict=False):
        said = text[match.end() : end]
        found = read_value(text[:end], match.end())
        yield _Entry(_role(match["label"]) or "", span, said, found)


def _role(label: str) -> str | None:
    return strict_role(label.strip())


def _card(titles: Sequence[Row], row: Row, entries: Sequence[_Entry], section: str | None) -> TableRow:
    title = max((span for each in titles for span in each.cells), key=lambda span: len(span.cell.text))
    beside = [span for each in (*titles, row) for span in each.cells if span is not title]
    name = " ".join(title.cell.text.split())
    first = {
        role: next((e for e in entries if e.role == role), None)
        for role in (*_RESULTS, "rating", "direction")
    }
    latest, target, floor = (_value(first[role]) for role in ("actual", "target", "floor"))
    unit = next((v.unit for v in (latest, target) if v and v.unit), None) or unit_in(name)
    unit = unit or ("count" if latest or target else None)
    previous = first["previous"]
    boxes = [r.block.box for r in (*titles, row) if r.block.box]
    return TableRow(
        start=titles[0].block.start,
        end=row.block.end,
        rule="scorecard.card",
        page=row.block.page,
        box=(min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[-1][3])
        if boxes
        else None,
        section=section,
        code=None,
        indicator=name,
        latest=latest.value if latest else None,
        latest_text=_said(first["actual"]) if latest else None,
        unit=unit,
        target=target.value if target else None,
        target_text=_said(first["target"]) if target else None,
        floor=floor.value if floor else None,
        rag=_rating(first["rating"], first["actual"], beside),
        rag_previous=rating_in(previous.said) if previous else None,
        direction=next((found for span in beside if (found := direction_of(span.cell))), None),
        figures=tuple(_figures(entries, unit)),
        targets=tuple(_targets(entries, unit)),
    )


def _value(entry: _Entry | None) -> Value | None:
    return entry.value if entry else None


def _said(entry: _Entry | None) -> str | None:
    if entry is None or entry.value is None:
        return None
    return entry.span.cell.text[entry.value.start : entry.value.end]


def _rating(rating: _Entry | None, latest: _Entry | None, beside: Sequence[CellSpan]) -> str | None:
    said = rating_in(rating.said) if rating else None
    said = said or next((found for span in beside if (found := rating_of(span.cell, by_fill=False))), None)
    said = said or (rating_in(latest.said) if latest else None)
    return said or next((found for span in beside if (found := rating_of(span.cell))), None)


def _figures(entries: Sequence[_Entry], unit: str | None) -> Iterator[TableFigure]:
    roles = {"actual": "actual", "previous": "actual", "target": "target"}
    for entry in entries:
        if entry.value and entry.role in roles:
            yield figure(entry.span, entry.value, unit, roles[entry.role], None)


def _targets(entries: Sequence[_Entry], unit: str | None) -> Iterator[TableTarget]:
    for entry in entries:
        if entry.value and entry.role == "target":
            yield TableTarget(
                *located(entry.span, entry.value), entry.value.value, entry.value.unit or unit or "count"
            )
