"""Tables with rules or filled cells: the grid that the lines draw."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from extractors.model import Box
from pipeline.layouts.pdf_cells import Slot
from pipeline.layouts.pdf_colours import as_hex
from pipeline.layouts.pdf_ink import is_small

_RULE = 3.0
_SNAP = 3.0
"""Points within which two edges are one."""
_SETTINGS = {"snap_tolerance": _SNAP, "join_tolerance": _SNAP, "intersection_tolerance": _SNAP}


Grid = tuple[Box, list[list[Slot]]]


def find_grids(page: Any) -> list[Grid]:
    """Each ruled table of a pdfplumber page: its box and its rows of slots, top to bottom, left to right.

    Rules first; the edges of filled areas make a grid only where no rules do, because paragraphs inside a
    ruled cell may have a shade of their own.
    """
    ruled = _grids(page.filter(_is_rule))
    boxes = [box for box, _ in ruled]
    rest = [grid for grid in _grids(page.filter(_is_edge)) if not any(_meet(grid[0], box) for box in boxes)]
    return sorted((*ruled, *rest), key=lambda grid: (grid[0][1], grid[0][0]))


def _grids(page: Any) -> list[Grid]:
    grids: list[Grid] = []
    for table in sorted(page.find_tables(_SETTINGS), key=_area, reverse=True):
        box = tuple(map(float, table.bbox))
        if not any(_meet((box[0], box[1], box[2], box[3]), other) for other, _ in grids):
            grids.append(((box[0], box[1], box[2], box[3]), _slots(table)))
    return grids


def _slots(table: Any) -> list[list[Slot]]:
    boxes = [tuple(map(float, cell)) for cell in table.cells]
    edges = merge_edges([x for box in boxes for x in (box[0], box[2])])
    tops = merge_edges([box[1] for box in boxes])
    rows: dict[int, list[Slot]] = {}
    for box in boxes:
        first, last = nearest_edge(edges, box[0]), nearest_edge(edges, box[2])
        slot = Slot((box[0], box[1], box[2], box[3]), first, max(1, last - first))
        rows.setdefault(nearest_edge(tops, box[1]), []).append(slot)
    return [sorted(row, key=lambda slot: slot.column) for _, row in sorted(rows.items())]


def _area(table: Any) -> float:
    x0, top, x1, bottom = table.bbox
    return float((x1 - x0) * (bottom - top))


def _meet(one: Box, other: Box) -> bool:
    """Whether the middle of the first is in the second, or they overlap by half of the first."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    area = max(1.0, (one[2] - one[0]) * (one[3] - one[1]))
    return width > 0 and height > 0 and width * height > 0.5 * area


def merge_edges(values: Sequence[float]) -> list[float]:
    """Sorted positions, those closer together than the snap tolerance as one."""
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > _SNAP:
            merged.append(value)
    return merged


def column_edges(rows: Sequence[Sequence[Slot]]) -> list[float]:
    """The left edges of the columns and the right edge of the last."""
    return merge_edges([x for row in rows for slot in row for x in (slot.box[0], slot.box[2])])


def are_alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two tables have the same columns: the second goes on where the first ended."""
    return len(one) == len(other) and all(abs(a - b) < 2 * _SNAP for a, b in zip(one, other, strict=True))


def nearest_edge(edges: Sequence[float], value: float) -> int:
    """Which of the edges a position is nearest to."""
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def _is_rule(item: dict[str, Any]) -> bool:
    """Whether an object is a line, or an area with an outline: no symbol, no mere fill."""
    kind = item.get("object_type")
    if kind == "curve":
        return bool(item.get("stroke")) and not is_small(item) and _is_straight(item)
    if kind != "rect" or _is_thin(item):
        return True
    # The box of a tick or a rating is small; a table's row is higher than its type.
    return bool(item.get("stroke")) and (not is_small(item) or item["bottom"] - item["top"] > 9)


def _is_edge(item: dict[str, Any]) -> bool:
    """Whether an object may draw a grid: a rule, or a fill other than white paint behind text."""
    if item.get("object_type") == "rect" and not _is_thin(item):
        return _is_rule(item) or as_hex(item.get("non_stroking_color")) != "#ffffff"
    return _is_rule(item)


def _is_thin(item: dict[str, Any]) -> bool:
    return bool(item["x1"] - item["x0"] <= _RULE or item["bottom"] - item["top"] <= _RULE)


def _is_straight(item: dict[str, Any]) -> bool:
    """Whether a path runs along the axes only, as a box drawn by hand does."""
    points = item.get("pts") or []
    return all(abs(a[0] - b[0]) < 1 or abs(a[1] - b[1]) < 1 for a, b in pairwise(points))
