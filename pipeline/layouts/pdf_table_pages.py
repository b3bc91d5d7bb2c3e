"""Which pages of a PDF may hold tables: told from what is drawn and how lines end, without laying out the page.

Reading a page with pdfplumber takes some fifty times as long as this look at it.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

_VALUE = (
    r"[£€]?[-−+]?\d[\d,.]*\s?(?:%|[mk])?(?:\s?\((?:[RAG]|red|amber|green)\))?|"
    r"n/?a|tbc|[-–—]|red|amber|green|(?-i:[RAG])|[↑↓→↔▲▼►]"
)
_TWO_VALUES, _THREE_VALUES = (
    re.compile(rf"(?:^|\s)(?:{_VALUE})[*†]?(?:\s+(?:{_VALUE})[*†]?){{{more}}}(?=\s|$)", re.IGNORECASE)
    for more in (1, 2)
)
_ONLY_VALUE = re.compile(rf"(?:{_VALUE})[*†]?", re.IGNORECASE)
Stretch = tuple[float, float]
_RULE = 3.0
"""Points up to which a path is a line."""


@dataclass(frozen=True, slots=True)
class Look:
    """Whether a page has what a ruled table is made of, and what an unruled one is."""

    ruled: bool
    aligned: bool


def look_at(page: pypdfium2.PdfPage) -> Look:
    """A first look at a page."""
    return Look(_has_rules(page), _has_aligned_values(page))


def _has_rules(page: pypdfium2.PdfPage) -> bool:
    """Lines both ways, filled boxes, or level lines as tables have them: those under words differ in length."""
    level: list[Stretch] = []
    upright = boxes = 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        width, height = right - left, top - bottom
        if width > 8 and height <= _RULE:
            level.append((left, right))
        upright += height > 5 and width <= _RULE
        boxes += width > 8 and height > 5 and not _is_white(item)
    return (len(level) >= 2 and upright >= 2) or boxes >= 2 or _repeats(level)


def _repeats(level: Sequence[Stretch]) -> bool:
    """Whether three lines have one length, that of a table: a hundred points or more; or three stretches,
    the borders of cells, stand three times over."""
    lengths = Counter(round(right - left) for left, right in level if right - left > 100)
    cells = Counter((round(left), round(right)) for left, right in level)
    return any(count >= 3 for count in lengths.values()) or sum(count >= 3 for count in cells.values()) >= 3


def _is_white(item: pypdfium2.PdfObject) -> bool:
    """Whether a path is paint in white and nothing else, as put behind text."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPath_GetDrawMode(item, mode, stroke) or stroke.value:
        return False
    known = pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return bool(known) and red.value == green.value == blue.value == 255


def _has_aligned_values(page: pypdfium2.PdfPage) -> bool:
    text = page.get_textpage()
    try:
        lines = [line.strip() for line in text.get_text_range().splitlines() if line.strip()]
    finally:
        text.close()
    beside = [line for line in lines if _TWO_VALUES.search(line[:300])]
    many = sum(bool(_THREE_VALUES.search(line[:300])) for line in beside)
    alone = sum(bool(_ONLY_VALUE.fullmatch(line)) for line in lines)
    return len(beside) >= 3 or many >= 2 or alone >= 6
