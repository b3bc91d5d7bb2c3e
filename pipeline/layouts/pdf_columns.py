"""The reading order of a page: text in columns, and what stands beside it in a column at the margin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Literal

from pipeline.layouts.pdf_lines import gather, print_line
from pipeline.layouts.pdf_model import Column, PrintedLine, Word

_GUTTER = 10.0
"""Points. Spaces of justified lines stay below; gutters of reports are 12 and more."""
_WIDE_GUTTER = 40.0
_LEAST_LINES = 4
_BESIDE = 0.15
"""Of a line's height, that two lines side by side have in common; lines one under the other have less."""
_MOST_LINES = 300
"""Lines of a page whose columns are looked for; more are no page of text."""
_MOST_RUNS = 5
"""Pieces that lines of text beside each other fall into; more are the cells of a table."""
_LINE_GAP = 0.9
"""Of a line's height, before what no longer belongs to the columns above it."""
_LONE_LABEL = re.compile(r"\W?[\dA-Za-z]{1,3}(?:\.\d{1,3})*\W?|\W{1,3}")

Row = Sequence[Word]
ColumnMake = Literal["whole", "noted", "part"]


@dataclass(frozen=True, slots=True)
class _Band:
    """Lines `start` to `end` that the white space between `x0` and `x1` runs down through."""

    start: int
    end: int
    x0: float
    x1: float
    make: Literal["columns", "aside"]


def read_in_order(words: Sequence[Word], page: int, depth: int = 0, reach: float = 0.0) -> Iterator[Column]:
    """The lines of one page, or of a part of it that goes to the right as far as `reach`, column after
    column."""
    rows = gather(words)
    make: ColumnMake = "part" if depth else "whole"
    at = begun = 0
    while at < len(rows):
        band = _find_band(rows, begun, at) if len(rows) <= _MOST_LINES and depth < 3 else None
        if band is None:
            at += 1
            continue
        if band.start > begun:
            yield Column(make, _set(rows[begun : band.start], page, reach))
        yield from _read_band(rows[band.start : band.end], band, page, depth)
        at = begun = band.end
    if rows[begun:]:
        yield Column(make, _set(rows[begun:], page, reach))


def _read_band(rows: Sequence[Row], band: _Band, page: int, depth: int) -> Iterator[Column]:
    middle = (band.x0 + band.x1) / 2
    left = [word for row in rows for word in row if word.x1 <= middle]
    right = [word for row in rows for word in row if word.x1 > middle]
    if band.make == "columns":
        # Lines of text reach the gutter; where it is wide they are lists, which end before the margin.
        short = band.x1 - band.x0 > _WIDE_GUTTER
        width = band.x1 - min(row[0].x0 for row in rows) - _GUTTER
        yield from read_in_order(left, page, depth + 1, band.x1 - _GUTTER if short else 0.0)
        yield from read_in_order(right, page, depth + 1, band.x1 + width if short else 0.0)
    else:
        yield Column("noted", _set_beside(_set(gather(left), page), _set(gather(right), page)))


def _set(rows: Sequence[Row], page: int, reach: float = 0.0) -> tuple[PrintedLine, ...]:
    left = min(row[0].x0 for row in rows)
    right = max(reach, *(row[-1].x1 for row in rows))
    return tuple(print_line(row, left, right, page) for row in rows)


def _set_beside(lines: Sequence[PrintedLine], margin: Sequence[PrintedLine]) -> tuple[PrintedLine, ...]:
    """Each line of the margin is given to the line of text that it stands level with, or else to the one
    above it."""
    given: dict[int, list[PrintedLine]] = {}
    for note in margin:
        middle = (note.top + note.bottom) / 2
        above = [at for at, line in enumerate(lines) if line.top <= middle]
        given.setdefault(above[-1] if above else 0, []).append(note)
    return tuple(replace(line, beside=tuple(given.get(at, ()))) for at, line in enumerate(lines))


def _find_band(rows: Sequence[Row], begun: int, at: int) -> _Band | None:
    """The columns that begin at the row `at`, if any do. A margin may begin above its first word, down from
    the row `begun`."""
    runs = list(_runs(_level_words(rows, at)))
    if len(runs) > _MOST_RUNS:
        return None
    gaps = [(x0, x1) for (_, x0), (x1, _) in pairwise(runs)]
    bands = [band for gap in gaps if (band := _follow(rows, begun, at, gap))]
    return max(bands, key=lambda band: band.end, default=None)


def _level_words(rows: Sequence[Row], at: int) -> Row:
    """The words of a row and, where columns do not stand level, of the next if it reaches up beside it."""
    row = rows[at]
    if at + 1 == len(rows) or _gap_above(rows, at + 1) > -_BESIDE:
        return row
    following = rows[at + 1]
    if row[-1].x1 < following[0].x0 or following[-1].x1 < row[0].x0:
        return sorted([*row, *following], key=lambda word: word.x0)
    return row


def _follow(rows: Sequence[Row], begun: int, at: int, gap: tuple[float, float]) -> _Band | None:
    """The band around the row `at`, up and down as far as the gap stays open."""
    end = at
    while end < len(rows) and (narrower := _narrow(rows[end], gap)):
        gap, end = narrower, end + 1
    start = at
    while start > begun and (narrower := _narrow(rows[start - 1], gap)):
        gap, start = narrower, start - 1
    return _judge(rows, start, at, end, gap)


def _narrow(row: Row, gap: tuple[float, float]) -> tuple[float, float] | None:
    """What the row leaves of the gap; None where that is no gutter."""
    x0, x1 = gap
    for start, end in _runs(row):
        if start < x0 or (end <= x1 and start - x0 < x1 - end):
            x0 = max(x0, end)
        else:
            x1 = min(x1, start)
    return (x0, x1) if x1 - x0 >= _GUTTER else None


def _runs(row: Row) -> Iterator[tuple[float, float]]:
    """Where the words stand that have no gutter between them."""
    start, end = row[0].x0, row[0].x1
    for word in row[1:]:
        if word.x0 - end >= _GUTTER:
            yield start, end
            start = word.x0
        end = max(end, word.x1)
    yield start, end


def _judge(rows: Sequence[Row], start: int, at: int, end: int, gap: tuple[float, float]) -> _Band | None:
    x0, x1 = gap
    left, right = _sides(rows[start:end], x0)
    whole = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    if _is_margin(left, right, gap, whole):
        return _Band(start, end, x0, x1, "aside")
    at, end = _first(rows, start, at, x0), _trim(rows, at, end, x0)
    left, right = _sides(rows[at:end], x0)
    if _are_columns(left, right, gap, whole):
        return _Band(at, end, x0, x1, "columns")
    return None


def _sides(rows: Sequence[Row], x0: float) -> tuple[list[Row], list[Row]]:
    """What stands left of the gap that begins at `x0`, and right of it, row by row."""
    left = [[word for word in row if word.x1 <= x0 + 0.1] for row in rows]
    right = [[word for word in row if word.x1 > x0 + 0.1] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _is_margin(left: Sequence[Row], right: Sequence[Row], gap: tuple[float, float], whole: float) -> bool:
    """A few words at the right of lines that are full without them, and begin at the same place."""
    left_width = gap[0] - min(row[0].x0 for row in left)
    right_width = max(row[-1].x1 for row in right) - gap[1]
    full = [row for row in left if row[-1].x1 - row[0].x0 > 0.8 * left_width]
    starts = [row[0].x0 for row in right]
    return (
        len(full) >= _LEAST_LINES
        and len(right) < 0.6 * len(left)
        and right_width < 0.35 * whole < left_width
        and max(starts) - min(starts) < 0.5 * right_width + 12
        and not _are_cells(left)
        and any(character.isalpha() for row in right for word in row for character in word.text)
    )


def _are_columns(left: Sequence[Row], right: Sequence[Row], gap: tuple[float, float], whole: float) -> bool:
    """Whether both sides read as text of one kind: no labels or numbers before their text, no "Label: value"."""
    if min(len(left), len(right)) < _LEAST_LINES or not 0.4 < len(left) / len(right) < 2.5:
        return False
    left_width = gap[0] - min(row[0].x0 for row in left)
    right_width = max(row[-1].x1 for row in right) - gap[1]
    if left_width + gap[1] - gap[0] < 0.25 * whole or right_width < 0.2 * whole:
        return False
    if _are_cells([*left, *right]):
        return False
    texts = [[" ".join(word.text for word in row) for row in side] for side in (left, right)]
    if any(sum(bool(_LONE_LABEL.fullmatch(text)) for text in side) * 3 > len(side) for side in texts):
        return False
    if sum(text.endswith(":") for text in texts[0]) * 3 > len(texts[0]):
        return False
    lengths = [median(map(len, side)) for side in texts]
    bold = [sum(row[0].bold for row in side) / len(side) for side in (left, right)]
    return abs(bold[0] - bold[1]) <= 0.6 and min(lengths) >= 8 and 0.4 < lengths[0] / lengths[1] < 2.5


def _are_cells(rows: Sequence[Row]) -> bool:
    """Whether the rows fall into short pieces, as the rows of a table do and lines of text do not."""
    pieces = [sum(1 for _ in _runs(row)) for row in rows]
    words = sum(map(len, rows)) / sum(pieces)
    return words < 4 and sum(count > 1 for count in pieces) * 4 > len(rows)


def _first(rows: Sequence[Row], start: int, at: int, x0: float) -> int:
    """The first row of columns of which `at` is the first with both sides: the right one may begin higher."""
    first = at
    while at > start and _gap_above(rows, at) < _LINE_GAP:
        at -= 1
        if rows[at][0].x0 > x0:
            first = at
    return first


def _trim(rows: Sequence[Row], start: int, end: int, x0: float) -> int:
    """The end of the columns: after the last line that has both sides, and what follows it closely."""
    level = ((at, _level_words(rows, at)) for at in range(start, end))
    both = [at for at, words in level if words[0].x0 < x0 < words[-1].x0]
    at = both[-1] + 1 if both else end
    while at < end and _gap_above(rows, at) < _LINE_GAP:
        at += 1
    return at


def _gap_above(rows: Sequence[Row], at: int) -> float:
    """The white between a row and the one above it, in line heights."""
    above, row = rows[at - 1], rows[at]
    return (row[0].top - above[0].bottom) / max(1.0, row[0].bottom - row[0].top)
