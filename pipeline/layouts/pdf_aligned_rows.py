"""Which lines of a table without a grid make one row: wrapped names, headings of several lines, bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.model import Box
from pipeline.layouts.pdf_segments import Interval, Line, overlap

_CLOSE = 0.45
"""Heights of a line between two lines of one wrapped name, at most."""


@dataclass(frozen=True, slots=True)
class RowLines:
    """The lines of one row, and where it begins and ends."""

    lines: tuple[Line, ...]
    top: float
    bottom: float


def group_rows(
    lines: Sequence[Line], headings: int, rules: Sequence[Box], columns: Sequence[Interval]
) -> list[RowLines]:
    """The rows of a table's lines, of which the first `headings` stand above the values.

    Rules between the lines part the rows; where there are none, each line with values is a row, and lines
    without go to the row they stand close to.
    """
    parted = _by_rules(lines, rules, columns)
    if parted is None:
        parted = _heads(lines[:headings], columns) + _bodies(lines[headings:])
    return _bounded(parted)


def _by_rules(
    lines: Sequence[Line], rules: Sequence[Box], columns: Sequence[Interval]
) -> list[list[Line]] | None:
    """Lines gathered between rules, where those part every two lines with values."""
    left, right = columns[0][0], columns[-1][1]
    levels = sorted(
        (rule[1] + rule[3]) / 2
        for rule in rules
        if overlap((rule[0], rule[2]), (left, right)) > 0.5 * (right - left)
        and lines[0].top < rule[1] < lines[-1].bottom
    )
    anchors = [line for line in lines if line.has_values]
    if not all(any(a.top < level < b.bottom for level in levels) for a, b in pairwise(anchors)):
        return None
    groups: dict[int, list[Line]] = {}
    for line in lines:
        middle = (line.top + line.bottom) / 2
        groups.setdefault(sum(level < middle for level in levels), []).append(line)
    return [group for _, group in sorted(groups.items())]


def is_band(line: Line, columns: Sequence[Interval]) -> bool:
    """Whether a line is one segment at the left: a heading between rows, or a name without values."""
    return len(line.segments) == 1 and line.segments[0].x0 < columns[0][1]


def _heads(lines: Sequence[Line], columns: Sequence[Interval]) -> list[list[Line]]:
    """Heading lines: those with a segment across columns are rows of their own, the others wrap."""
    groups: list[list[Line]] = []
    wraps = False
    for line in lines:
        across = any(sum(overlap(s.interval, column) > 0 for column in columns) > 1 for s in line.segments)
        if across or not wraps:
            groups.append([line])
        else:
            groups[-1].append(line)
        wraps = not across
    return groups


def _bodies(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for at, line in enumerate(lines):
        before, after = (lines[at - 1] if at else None), (lines[at + 1] if at + 1 < len(lines) else None)
        if line.has_values:
            if groups and not any(other.has_values for other in groups[-1]) and _opens(groups[-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        elif before is not None and _continues(before, line, after):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(before: Line, line: Line, after: Line | None) -> bool:
    """Whether a line without values goes on with the row above, not with the one below nor by itself."""
    gap = line.top - before.bottom
    to_next = after.top - line.bottom if after else 1e9
    if gap > _CLOSE * line.height or line.segments[0].bold != before.segments[0].bold:
        return False
    if abs(gap - to_next) > 0.1 * line.height:
        return gap < to_next
    text, above = line.segments[0].text, before.segments[0]
    return (
        text[:1].islower()
        or text[:1] in "(&–-"
        or above.x1 - above.x0 > 0.9 * (line.segments[0].x1 - above.x0) > 60
    )


def _opens(group: Sequence[Line], line: Line) -> bool:
    """Whether lines without values begin the name whose values follow: close, and not a band in bold."""
    last = group[-1]
    begun = last.segments[0]
    below = next((each for each in line.segments if overlap(each.interval, begun.interval) > 0), None)
    return (
        line.top - last.bottom <= _CLOSE * line.height
        and begun.bold == line.segments[0].bold
        and len(last.segments) == 1
        and (below is None or below.is_value or below.text[:1].islower())
    )


def _bounded(groups: Sequence[Sequence[Line]]) -> list[RowLines]:
    """Rows that meet half way between their lines."""
    tops = [min(line.top for line in group) for group in groups]
    bottoms = [max(line.bottom for line in group) for group in groups]
    between = [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
    begins, ends = [tops[0] - 1, *between], [*between, bottoms[-1] + 1]
    return [RowLines(tuple(group), top, end) for group, top, end in zip(groups, begins, ends, strict=True)]
