"""Scorecard rows: the measures of performance tables, with their values, targets and ratings."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import UNSTORED, Extractor, Problem, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class ScorecardRow(Record):
    """The span is the row; of a table that is turned or folded, the measure's name or its latest value."""

    table: ClassVar[str] = "scorecard_rows"
    page: int | None
    box: str | None
    """JSON `[x0, top, x1, bottom]` in points from the page's top left corner."""
    section: str | None
    """The heading, or the band between the rows, that the row stands under."""
    code: str | None
    indicator: str
    """The measure's name as printed."""
    indicator_id: str | None
    latest: float | None
    latest_text: str | None
    unit: str | None
    target: float | None
    target_text: str | None
    floor: float | None
    """The floor standard: the least that is acceptable where the target is not met."""
    rag: str | None
    """`red`, `amber` or `green`."""
    rag_previous: str | None
    direction: str | None
    """`up`, `down` or `same`, as the arrow or word is printed; most reports print "up" for what improves."""
    values: tuple[tuple[int, int], ...] = field(metadata=UNSTORED)
    """Spans of the figures and targets of the row, which in a turned table stand outside the row's own span."""


def find(parsed: Parsed) -> Iterator[ScorecardRow]:
    """Every measure of every performance table."""
    for row in parsed.scorecards.rows:
        yield ScorecardRow(
            start_char=row.start,
            end_char=row.end,
            rule=row.rule,
            page=row.page,
            box=json.dumps([round(value, 1) for value in row.box]) if row.box else None,
            section=row.section,
            code=row.code,
            indicator=row.indicator,
            indicator_id=row.indicator_id,
            latest=row.latest,
            latest_text=row.latest_text,
            unit=row.unit,
            target=row.target,
            target_text=row.target_text,
            floor=row.floor,
            rag=row.rag,
            rag_previous=row.rag_previous,
            direction=row.direction,
            values=(
                *((each.start, each.end) for each in row.figures),
                *((each.start, each.end) for each in row.targets),
            ),
        )


def problems(parsed: Parsed) -> Iterable[Problem]:
    """The columns that were not understood."""
    return parsed.scorecards.problems


EXTRACTOR = Extractor(ScorecardRow, find, problems)
