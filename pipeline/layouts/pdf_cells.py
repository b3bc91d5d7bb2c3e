"""Table cells of a page: their text, fill and marks, given their boxes."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pdfplumber.utils.text import extract_words

from extractors.model import Box, Cell
from pipeline.layouts.pdf_colours import as_hex
from pipeline.layouts.pdf_ink import Drawn, Picture, charts, is_shape, is_small, is_symbol

Item = Mapping[str, Any]
_CHART_PATHS = 15
_PROSE = 250
"""Characters from which a box is text, however much is drawn in it."""
_CHART_HEIGHT = 50.0
# fmt: off
_SHORT_WORDS = frozenset([
    "a", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of", "on", "or",
    "so", "to", "up", "us", "we",
])
# fmt: on


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a cell stands: its box and the grid columns it covers."""

    box: Box
    column: int
    span: int


@dataclass(frozen=True)
class Inventory:
    """What a page holds, by kind, for filling cells. `chars`: no clipped ones where that is known, and none of
    those that stand on their side, the `turned`."""

    chars: Sequence[Item]
    turned: Sequence[Item]
    fills: Sequence[tuple[Box, str]]
    symbols: Sequence[Box]
    charts: Sequence[Box]
    paths: Sequence[Box]
    picture: Picture = field(repr=False)


def take_inventory(page: Any, picture: Picture) -> Inventory:
    """Sort the objects of a pdfplumber page."""
    fills = [
        (box_of(rect), colour)
        for rect in (*page.rects, *page.curves)
        if rect.get("fill") and (colour := as_hex(rect.get("non_stroking_color"))) and not is_small(rect)
    ]
    drawn = [item for item in (*page.curves, *page.images) if is_small(item)]
    return Inventory(
        chars=[char for char in page.chars if char.get("upright", True)],
        turned=[char for char in page.chars if not char.get("upright", True)],
        fills=fills,
        symbols=[box_of(item) for item in drawn],
        charts=charts(page.images),
        paths=[box_of(item) for item in (*page.curves, *page.lines, *page.rects)],
        picture=picture,
    )


def fill_cells(rows: Sequence[Sequence[Slot]], inventory: Inventory) -> list[tuple[Cell, ...]]:
    """The cells of each row. A row that only holds a chart is left out, and the title above it marked `chart`."""
    filled: list[tuple[Cell, ...]] = []
    chars, turned = _by_slot(rows, inventory.chars), _by_slot(rows, inventory.turned)
    for row in rows:
        held = chars.get(row[0], []) if row else []
        if len(row) == 1 and len(held) < _PROSE and _is_chart(row[0].box, held, inventory):
            if filled:
                filled[-1] = (replace(filled[-1][0], mark=filled[-1][0].mark or "chart"), *filled[-1][1:])
            continue
        filled.append(tuple(_cell(slot, chars.get(slot) or turned.get(slot, []), inventory) for slot in row))
    return filled


def box_of(item: Item) -> Box:
    return float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"])


def is_inside(inner: Box, outer: Box) -> bool:
    """Whether the middle of `inner` is in `outer`."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def read_lines(chars: Sequence[Item], width: float) -> str:
    """The text of a cell: its lines joined, a word that the cell's wall broke mended. `width` in points."""
    # Tight tolerances: a space in small type is narrower than pdfplumber's default three points.
    if not chars[0].get("upright", True):
        return _read_turned(chars)
    words = extract_words(
        [dict(char) for char in chars], x_tolerance=1.5, y_tolerance=3, keep_blank_chars=False
    )
    lines: list[list[Item]] = []
    for word in words:
        if lines and abs(word["top"] - lines[-1][-1]["top"]) < 0.5 * (word["bottom"] - word["top"]):
            lines[-1].append(word)
        else:
            lines.append([word])
    text = ""
    for number, line in enumerate(lines):
        line.sort(key=lambda word: word["x0"])
        joint = "" if not number or _is_broken(lines[number - 1], line, width) else " "
        text += joint + " ".join(str(word["text"]) for word in line)
    return text


def _read_turned(chars: Sequence[Item]) -> str:
    """Words that run up the page, or down it, as headings of narrow columns do."""
    rises = chars[0]["matrix"][1] > 0
    words = extract_words(
        [dict(char) for char in chars],
        x_tolerance=3,
        y_tolerance=1.5,
        line_dir_rotated="ltr" if rises else "rtl",
        char_dir_rotated="btt" if rises else "ttb",
    )
    return " ".join(str(word["text"]) for word in words)


def _is_broken(line: Sequence[Item], following: Sequence[Item], width: float) -> bool:
    """Whether the wall of a narrow cell broke a word: "Tota" over "l"."""
    head, tail = str(line[-1]["text"]), str(following[0]["text"])
    if len(line) > 1 or len(following) > 1 or len(tail) > 2 or tail.lower() in _SHORT_WORDS:
        return False
    size = line[-1]["bottom"] - line[-1]["top"]
    full = line[-1]["x1"] - line[-1]["x0"] > width - 2.5 * size
    return full and head.isalpha() and tail.isalpha() and tail.islower()


def _by_slot(rows: Sequence[Sequence[Slot]], chars: Iterable[Item]) -> dict[Slot, list[Item]]:
    """The characters of each slot, by their middles."""
    slots = sorted((slot for row in rows for slot in row), key=lambda slot: slot.box[1])
    tops = [slot.box[1] for slot in slots]
    found: dict[Slot, list[Item]] = {}
    if not slots:
        return found
    left, right = min(slot.box[0] for slot in slots), max(slot.box[2] for slot in slots)
    bottom = max(slot.box[3] for slot in slots)
    for char in chars:
        box = box_of(char)
        if box[2] < left or box[0] > right or box[1] > bottom:
            continue
        for slot in reversed(slots[: bisect_right(tops, (box[1] + box[3]) / 2)]):
            if is_inside(box, slot.box):
                found.setdefault(slot, []).append(char)
                break
    return found


def _cell(slot: Slot, chars: Sequence[Item], inventory: Inventory) -> Cell:
    letters = [char for char in chars if not is_symbol(char)]
    symbols = [box_of(char) for char in chars if is_symbol(char) or is_shape(char)]
    symbols += [box for box in inventory.symbols if is_inside(box, slot.box)]
    text = read_lines(letters, slot.box[2] - slot.box[0]) if letters else ""
    plain = [box_of(char) for char in letters if not is_shape(char) and not str(char["text"]).isspace()]
    drawn = inventory.picture.read(slot.box, symbols, plain) if symbols and len(text) < 60 else Drawn()
    x0, top, x1, bottom = (round(value, 1) for value in slot.box)
    fill = _fill(slot.box, inventory.fills) or drawn.colour
    text = re.sub(r"\(cid:\d+\)", "", text)
    return Cell(text, (x0, top, x1, bottom), fill, drawn.mark, slot.column, slot.span)


def _fill(box: Box, fills: Sequence[tuple[Box, str]]) -> str | None:
    """The colour of the last fill that covers most of the cell; white is none."""
    area = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    for other, colour in reversed(fills):
        width = min(box[2], other[2]) - max(box[0], other[0])
        height = min(box[3], other[3]) - max(box[1], other[1])
        if width > 0 and height > 0 and width * height > 0.5 * area:
            return colour if colour != "#ffffff" else None
    return None


def _is_chart(box: Box, chars: Sequence[Item], inventory: Inventory) -> bool:
    if box[3] - box[1] < _CHART_HEIGHT:
        return False
    if any(is_inside(chart, box) for chart in inventory.charts):
        return True
    drawn = [path for path in inventory.paths if is_inside(path, box)]
    if len(drawn) < _CHART_PATHS:
        return False
    middles = [middle for char in chars if (middle := _middle(char))]
    return sum(not _shades(path, middles) for path in drawn) >= _CHART_PATHS


def _middle(char: Item) -> tuple[float, float] | None:
    if str(char["text"]).isspace():
        return None
    return (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2


def _shades(path: Box, middles: Iterable[tuple[float, float]]) -> bool:
    """Whether a path is the shading of a word or of a space between two: about as high as a line."""
    x0, top, x1, bottom = path
    height = bottom - top
    return 6 < height < 24 and any(
        top <= y <= bottom and x0 - height / 2 <= x <= x1 + height / 2 for x, y in middles
    )
