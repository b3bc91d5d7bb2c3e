"""Tables without a grid: columns told from numbers that stand under one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pdfplumber.utils.text import extract_words

from extractors.model import Box
from pipeline.layouts.pdf_aligned_rows import RowLines, group_rows, is_band
from pipeline.layouts.pdf_cells import Item, Slot, box_of, is_inside
from pipeline.layouts.pdf_ruled import Grid
from pipeline.layouts.pdf_segments import Interval, Line, Segment, join_staggered, overlap, read_segments

_LEAST_ROWS = 3
_LEAST_VALUES = 3
"""Values in each of two rows that make a table of them alone."""
_GAP = 3.5
"""Heights of a line between two lines with values, beyond which another table begins."""
_HEAD_GAP = 2.4
_MOST_HEADS = 7


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines of the page from `first` up to `last`, and those of them that have values in columns."""

    first: int
    last: int
    anchors: tuple[int, ...]


def find_aligned(page: Any, chars: Sequence[Item], taken: Sequence[Box]) -> Iterator[Grid]:
    """The tables of a pdfplumber page that no rules draw, outside of the boxes that are taken."""
    free = [dict(char) for char in chars if not any(is_inside(box_of(char), box) for box in taken)]
    words = extract_words(free, x_tolerance=1.5, y_tolerance=3, extra_attrs=["fontname"])
    lines = join_staggered(read_segments(words))
    rules = [box_of(item) for item in (*page.lines, *page.rects) if _is_level(item)]
    end = 0
    for region in _regions(lines):
        if grid := _grid(lines, region, end, rules):
            yield grid
        end = region.last + 1


def _is_level(item: Item) -> bool:
    return bool(item["x1"] - item["x0"] > 60 and item["bottom"] - item["top"] < 3)


def _regions(lines: Sequence[Line]) -> Iterator[_Region]:
    """Runs of lines with values, with no more than wrapped text between them."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if not line.has_values:
            continue
        if run and line.top - lines[run[-1]].bottom > _GAP * line.height:
            yield from _region(lines, run)
            run = []
        run.append(at)
    yield from _region(lines, run)


def _region(lines: Sequence[Line], run: Sequence[int]) -> Iterator[_Region]:
    anchors = [lines[at] for at in run]
    full = sum(sum(segment.is_value for segment in line.segments) >= _LEAST_VALUES for line in anchors)
    if (len(run) < _LEAST_ROWS and full < 2) or not _share_columns(anchors):
        return
    last = run[-1]
    # What is left of the last name may stand below its values.
    while last + 1 < len(lines) and _hangs(lines[last], lines[last + 1], lines[run[-1]]):
        last += 1
    yield _Region(run[0], last, tuple(run))


def _hangs(before: Line, line: Line, anchor: Line) -> bool:
    """Whether a line of one segment goes on with the name above it."""
    name = anchor.segments[0]
    return (
        len(line.segments) == 1
        and not line.has_values
        and line.top - before.bottom < 0.4 * line.height
        and abs(line.segments[0].x0 - name.x0) < 12
        and line.segments[0].x1 < min((s.x0 for s in anchor.segments if s.is_value), default=0)
    )


def _share_columns(lines: Sequence[Line]) -> bool:
    """Whether the values of most lines stand under values of others."""
    values = [[segment for segment in line.segments if segment.is_value] for line in lines]
    shared = sum(
        sum(any(overlap(one.interval, two.interval) > 0 for two in other) for one in line) >= 2
        for line, other in pairwise(values)
    )
    return shared >= 0.6 * (len(lines) - 1)


def _grid(lines: Sequence[Line], region: _Region, floor: int, rules: Sequence[Box]) -> Grid | None:
    columns = _columns([lines[at] for at in region.anchors])
    first = _head_begins(lines, region, floor, columns)
    columns = _widened(columns, lines[first : region.last + 1])
    if len(columns) < 3:
        return None
    edges = _edges(columns)
    head = sum(not is_band(line, columns) for line in lines[first : region.first])
    rows = group_rows(lines[first : region.last + 1], head, rules, columns)
    slots = [_slots(row, edges, columns) for row in rows]
    return (edges[0], rows[0].top, edges[-1], rows[-1].bottom), slots


def _columns(anchors: Sequence[Line]) -> list[Interval]:
    """The columns of the lines with values: first of values, then of words that stand clear of those."""
    columns: list[Interval] = []
    for line in anchors:
        for segment in line.segments:
            if segment.is_value:
                columns = _join(columns, segment.interval)
    values = list(columns)
    for line in anchors:
        for segment in line.segments:
            if not segment.is_value and sum(overlap(segment.interval, value) > 0 for value in values) < 2:
                columns = _join(columns, segment.interval)
    return columns


def _join(columns: Sequence[Interval], added: Interval) -> list[Interval]:
    apart = [column for column in columns if overlap(column, added) <= 0]
    meeting = [column for column in columns if overlap(column, added) > 0]
    low = min([added[0], *(column[0] for column in meeting)])
    high = max([added[1], *(column[1] for column in meeting)])
    return sorted([*apart, (low, high)])


def _head_begins(lines: Sequence[Line], region: _Region, floor: int, columns: Sequence[Interval]) -> int:
    """The first line of the headings above the values: lines of several segments, or of one that stands over
    a single column, or beside two others. A line of text over the whole width ends them; a band between the
    headings and the first values does not."""
    at = first = region.first
    while at > max(floor, region.first - _MOST_HEADS):
        line, below = lines[at - 1], lines[at]
        if below.top - line.bottom > _HEAD_GAP * line.height or line.has_sentence:
            break
        beside = at > 1 and lines[at - 2].bottom > line.top and line.bottom > below.top
        if len(line.segments) > 1 or beside or _over_one(line.segments[0], columns):
            first = at - 1
        elif first < region.first or not is_band(line, columns):
            break
        at -= 1
    return first


def _over_one(segment: Segment, columns: Sequence[Interval]) -> bool:
    covered = [column for column in columns if overlap(segment.interval, column) > 0]
    return len(covered) == 1 and covered[0] != columns[0]


def _widened(columns: Sequence[Interval], lines: Sequence[Line]) -> list[Interval]:
    """The columns with the headings and wrapped names that belong to one of them; a heading that stands over
    none is a column of its own, whose cells hold symbols or nothing."""
    widened = list(columns)
    for line in lines:
        for segment in line.segments:
            covered = [column for column in widened if overlap(segment.interval, column) > 0]
            if len(covered) < 2:
                widened = _join(widened, segment.interval)
    return widened


def _edges(columns: Sequence[Interval]) -> list[float]:
    between = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    return [columns[0][0] - 3, *between, columns[-1][1] + 3]


def _slots(row: RowLines, edges: Sequence[float], columns: Sequence[Interval]) -> list[Slot]:
    """A row's cells: one a column, but one for all columns that a segment stands across."""
    spans = [
        [at for at, column in enumerate(columns) if overlap(segment.interval, column) > 0]
        for line in row.lines
        for segment in line.segments
    ]
    slots: list[Slot] = []
    at = 0
    while at < len(columns):
        reach = max([at, *(span[-1] for span in spans if span and span[0] <= at <= span[-1])])
        slots.append(Slot((edges[at], row.top, edges[reach + 1], row.bottom), at, reach - at + 1))
        at = reach + 1
    return slots
