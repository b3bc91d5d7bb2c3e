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


def find_grids(page: Any) -> list[tuple[Box, list[list[Slot]]]]:
    """Each ruled table of a pdfplumber page: its box and its rows of slots, top to bottom, left to right."""
    grids = []
    for table in page.filter(_is_edge).find_tables(_SETTINGS):
        boxes = [tuple(map(float, cell)) for cell in table.cells]
        edges = merge_edges([x for box in boxes for x in (box[0], box[2])])
        rows: dict[int, list[Slot]] = {}
        tops = merge_edges([box[1] for box in boxes])
        for box in boxes:
            first, last = _nearest(edges, box[0]), _nearest(edges, box[2])
            slot = Slot((box[0], box[1], box[2], box[3]), first, max(1, last - first))
            rows.setdefault(_nearest(tops, box[1]), []).append(slot)
        ordered = [sorted(row, key=lambda slot: slot.column) for _, row in sorted(rows.items())]
        grids.append((tuple(map(float, table.bbox)), ordered))
    return grids  # type: ignore[return-value]


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


def is_regular(edges: Sequence[float]) -> bool:
    return all(after - before > 0 for before, after in pairwise(edges))


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def _is_edge(item: dict[str, Any]) -> bool:
    """Whether an object may draw a grid: white paint behind text does not, nor do symbols."""
    kind = item.get("object_type")
    if kind == "curve":
        return not is_small(item) and _is_straight(item)
    if kind != "rect":
        return True
    if item["x1"] - item["x0"] <= _RULE or item["bottom"] - item["top"] <= _RULE:
        return True
    if item.get("stroke"):
        return not is_small(item) or item["bottom"] - item["top"] > 9
    return as_hex(item.get("non_stroking_color")) != "#ffffff"


def _is_straight(item: dict[str, Any]) -> bool:
    """Whether a path runs along the axes only, as a box drawn by hand does."""
    points = item.get("pts") or []
    return all(abs(a[0] - b[0]) < 1 or abs(a[1] - b[1]) < 1 for a, b in pairwise(points))
