"""Tables with level rules alone, whose rules break where columns meet: every stretch is the bottom of a cell.

Word and browsers draw the borders of cells, not of tables, so that a table without upright rules still shows
its columns.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfplumber.utils.text import extract_words

from extractors.model import Box
from pipeline.layouts.pdf_cells import Item, Slot, box_of, is_inside
from pipeline.layouts.pdf_ruled import Grid, merge_edges, nearest_edge
from pipeline.layouts.pdf_segments import Interval, Line, overlap, read_segments

_THIN = 3.0
_SHORTEST = 8.0
"""Points below which a stretch is the corner of two borders, or a letter's underline."""
_MEETS = 6.0
"""Points that two stretches of one rule may stand apart."""
_LEAST_LEVELS, _LEAST_COLUMNS = 3, 3
_MOST_LEVELS = 400
"""Rules of a page from which they are a drawing: a plan's hatching, the lines of a chart."""
_MOST_HEIGHT = 250.0
"""Points that one row may be high."""
_CLOSE = 0.9
"""Heights of a line within which headings stand above their rule and one another."""


@dataclass
class _Level:
    """The stretches of a rule from left to right, at `y` points from the page's top."""

    y: float
    stretches: list[Interval] = field(default_factory=list)

    @property
    def extent(self) -> Interval:
        return self.stretches[0][0], self.stretches[-1][1]


def find_levelled(page: Any, chars: Sequence[Item], taken: Sequence[Box]) -> Iterator[Grid]:
    """The tables of a pdfplumber page that broken level rules draw, outside of the boxes that are taken."""
    thin = (box_of(item) for item in (*page.lines, *page.rects) if _is_stretch(item))
    levels = _levels([box for box in thin if not any(is_inside(box, other) for other in taken)])
    groups = [group for group in _groups(levels) if len(_edges(group)) > _LEAST_COLUMNS]
    if not groups:
        return
    # Tight: what is written in two narrow cells may stand a point and a half apart.
    words = extract_words([dict(char) for char in chars], x_tolerance=1, y_tolerance=3)
    lines = read_segments(words)
    for group, edges in _tables(groups, lines):
        top = _head_begins(lines, group[0], edges)
        across = list(_across(lines, [box_of(word) for word in words], edges))
        rows = [_joined(row, across) for row in _rows(group, edges, top)]
        yield (edges[0], top, edges[-1], group[-1].y), rows


def _tables(
    groups: Iterable[list[_Level]], lines: Sequence[Line]
) -> Iterator[tuple[list[_Level], list[float]]]:
    """The levels of each table and its edges: a heading between two levels, with headings of columns below it,
    opens another table of the same width."""
    for group in groups:
        edges, first = _edges(group), 0
        for at in range(1, len(group)):
            between = [
                line for line in lines if group[at - 1].y - 1 <= line.top and line.bottom <= group[at].y + 1
            ]
            top = _head_begins(between, group[at], edges)
            if between and _is_title(between[0], edges) and between[0].bottom < top < group[at].y:
                yield group[first:at], edges
                first = at
        yield group[first:], edges


def _is_title(line: Line, edges: Sequence[float]) -> bool:
    """Whether a line is one run of words at the left."""
    return len(line.segments) == 1 and line.segments[0].x0 < edges[1]


def _is_stretch(item: Item) -> bool:
    return bool(item["bottom"] - item["top"] <= _THIN and item["x1"] - item["x0"] >= _SHORTEST)


def _levels(boxes: Sequence[Box]) -> list[_Level]:
    """Stretches at one height that meet; what stands apart from them is a rule of its own."""
    levels: list[_Level] = []
    for box in sorted(boxes, key=lambda box: (round((box[1] + box[3]) / 2), box[0])):
        y = (box[1] + box[3]) / 2
        last = levels[-1] if levels else None
        if last and abs(last.y - y) < _THIN / 2 and -_THIN < box[0] - last.extent[1] < _MEETS:
            last.stretches.append((box[0], box[2]))
        else:
            levels.append(_Level(y, [(box[0], box[2])]))
    return levels


def _groups(levels: Sequence[_Level]) -> Iterator[list[_Level]]:
    """Levels of one table: those as wide as the widest, and what stands between them within its width."""
    left = sorted(levels, key=lambda level: level.y) if len(levels) <= _MOST_LEVELS else []
    while left:
        widest = max(left, key=lambda level: level.extent[1] - level.extent[0]).extent
        within = [level for level in left if _is_within(level.extent, widest)]
        left = [level for level in left if not _is_within(level.extent, widest)]
        group: list[_Level] = []
        for level in within:
            if group and level.y - group[-1].y > _MOST_HEIGHT:
                yield from _whole(group, widest)
                group = []
            group.append(level)
        yield from _whole(group, widest)


def _whole(group: list[_Level], width: Interval) -> Iterator[list[_Level]]:
    as_wide = sum(overlap(level.extent, width) > width[1] - width[0] - _MEETS for level in group)
    if as_wide >= _LEAST_LEVELS:
        yield group


def _is_within(one: Interval, other: Interval) -> bool:
    return other[0] - _THIN <= one[0] and one[1] <= other[1] + _THIN


def _edges(group: Sequence[_Level]) -> list[float]:
    """Where columns begin and the last one ends: breaks that half of the broken rules share."""
    broken = [level for level in group if len(level.stretches) > 1]
    starts = [x for level in broken for x, _ in level.stretches]
    merged = merge_edges(starts)
    kept = [edge for edge in merged if 2 * sum(abs(x - edge) <= _THIN for x in starts) >= len(broken)]
    return [*kept, max(level.extent[1] for level in group)]


def _rows(group: Sequence[_Level], edges: Sequence[float], top: float) -> Iterator[list[Slot]]:
    """Each stretch closes a cell that begins where the last one in its columns ended."""
    begun = [top] * (len(edges) - 1)
    slots: list[Slot] = []
    for level in group:
        for x0, x1 in level.stretches:
            first = min(nearest_edge(edges, x0), len(begun) - 1)
            last = max(nearest_edge(edges, x1), first + 1)
            begins = max(begun[first:last])
            if level.y - begins > _THIN:
                slots.append(Slot((edges[first], begins, edges[last], level.y), first, last - first))
            begun[first:last] = [level.y] * (last - first)
    tops = merge_edges([slot.box[1] for slot in slots])
    rows: dict[int, list[Slot]] = {}
    for slot in slots:
        rows.setdefault(nearest_edge(tops, slot.box[1]), []).append(slot)
    for _, row in sorted(rows.items()):
        yield sorted(row, key=lambda slot: slot.column)


def _across(lines: Sequence[Line], words: Sequence[Box], edges: Sequence[float]) -> Iterator[Box]:
    """The runs of words that stand over several columns: one of their words lies across an edge."""
    crossing = [word for word in words if any(_crosses(word, edge) for edge in edges)]
    for line in lines:
        for segment in line.segments:
            box = (segment.x0, line.top, segment.x1, line.bottom)
            if any(is_inside(word, box) for word in crossing):
                yield box


def _joined(row: Sequence[Slot], across: Sequence[Box]) -> list[Slot]:
    """The cells of a row, those joined that words stand across: borders may part what a cell spans."""
    joined: list[Slot] = []
    for slot in row:
        last = joined[-1] if joined else None
        within = (box for box in across if slot.box[1] <= (box[1] + box[3]) / 2 <= slot.box[3])
        if last and last.box[1::2] == slot.box[1::2] and any(_crosses(box, slot.box[0]) for box in within):
            box = (last.box[0], last.box[1], slot.box[2], slot.box[3])
            joined[-1] = Slot(box, last.column, last.span + slot.span)
        else:
            joined.append(slot)
    return joined


def _crosses(words: Box, edge: float) -> bool:
    return words[0] + _THIN < edge < words[2] - _THIN


def _head_begins(lines: Sequence[Line], level: _Level, edges: Sequence[float]) -> float:
    """The top of the headings that stand above the first rule; the rule's own place where none do."""
    begins, headings, height = level.y, 0, math.inf
    for line in reversed([line for line in lines if line.bottom <= level.y + 1]):
        height = min(height, line.height)
        if begins - line.bottom > _CLOSE * height or _is_caption(line, edges):
            break
        begins = line.top - 1
        headings += len(line.segments) > 1
    return begins if headings else level.y


def _is_caption(line: Line, edges: Sequence[float]) -> bool:
    """Whether a line is one run of words from the first column on over others."""
    [first, *others] = line.segments
    return not others and first.x0 < edges[1] < first.x1
