"""What is drawn in a table cell besides its text: arrows, coloured symbols, charts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from extractors.model import Box
from pipeline.layouts.pdf_arrows import Mask, ink, read_arrow

_SCALE = 3
"""Pixels a point: enough for the arrows of eight-point tables."""
_CHART_HEIGHT = 50.0
"""Points from which a picture in a cell is a chart, not a symbol."""
_SYMBOL_SIZE = 40.0
_SYMBOL_FONT = re.compile(r"wingding|webding|dingbat|symbol|awesome|icon", re.IGNORECASE)
_SHAPES = frozenset("●■◆▲▼△▽►◄⬤★☆⚫🔴🟠🟡🟢○◯⬆⬇⮕➔")


@dataclass(frozen=True, slots=True)
class Drawn:
    """`mark`: `up`, `down`, `same` or None; `colour`: of the symbol, `#rrggbb`, where it is no shade of grey."""

    mark: str | None = None
    colour: str | None = None


def is_symbol(glyph: Mapping[str, Any]) -> bool:
    """Whether a character is a picture: of a symbol font or a private code, whose text means nothing."""
    text = str(glyph["text"])
    if _SYMBOL_FONT.search(str(glyph.get("fontname", ""))):
        return not text.isdigit() and text not in ("•", "\uf0b7", "·", " ")
    return any("\ue000" <= char <= "\uf8ff" and char != "\uf0b7" for char in text)


def is_shape(glyph: Mapping[str, Any]) -> bool:
    """Whether a character is a shape whose colour may say more than the character."""
    return str(glyph["text"]) in _SHAPES


class Picture:
    """The page as an image, drawn when first asked for. Boxes are in points from the page's top left corner."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page

    @cached_property
    def _pixels(self) -> NDArray[np.uint8]:
        bitmap = self._page.render(scale=_SCALE, rev_byteorder=True, no_smoothtext=True, no_smoothpath=True)
        return np.array(bitmap.to_numpy()[:, :, :3], dtype=np.uint8)

    def read(self, cell: Box, symbols: Iterable[Box], words: Iterable[Box]) -> Drawn:
        """What the symbols in a cell are; `words` are blotted out."""
        boxes = list(symbols)
        # One point around the symbols, for the background; the cell's rules are no part of it.
        x0 = max(cell[0] + 1, min(box[0] for box in boxes) - 1)
        top = max(cell[1] + 1, min(box[1] for box in boxes) - 1)
        x1 = min(cell[2] - 1, max(box[2] for box in boxes) + 1)
        bottom = min(cell[3] - 1, max(box[3] for box in boxes) + 1)
        left, upper = max(0, int(x0 * _SCALE)), max(0, int(top * _SCALE))
        part = self._pixels[upper : int(bottom * _SCALE) + 1, left : int(x1 * _SCALE) + 1]
        if not part.size:
            return Drawn()
        inked = ink(part, _commonest(_edge(part)))
        for box in words:
            a, b, c, d = (int(value * _SCALE) for value in box)
            inked[max(0, b - upper) : max(0, d - upper + 1), max(0, a - left) : max(0, c - left + 1)] = False
        return Drawn(read_arrow(inked), _colour(part, inked))


def charts(images: Iterable[Mapping[str, Any]]) -> list[Box]:
    """The boxes of pictures big enough to be charts."""
    return [
        (image["x0"], image["top"], image["x1"], image["bottom"])
        for image in images
        if image["bottom"] - image["top"] >= _CHART_HEIGHT and image["x1"] - image["x0"] >= 2 * _CHART_HEIGHT
    ]


def is_small(item: Mapping[str, Any]) -> bool:
    """Whether a path or an image is of a symbol's size."""
    width, height = item["x1"] - item["x0"], item["bottom"] - item["top"]
    return bool(2.0 < max(width, height) <= _SYMBOL_SIZE and min(width, height) > 1.0)


def _edge(part: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]])


def _commonest(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    colours, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_counts=True)
    return np.asarray(colours[counts.argmax()], dtype=np.uint8)


def _colour(part: NDArray[np.uint8], inked: Mask) -> str | None:
    """The commonest colour of the ink that is no grey."""
    pixels = part[inked].astype(int)
    vivid = pixels[pixels.max(axis=1) - pixels.min(axis=1) > 60] if len(pixels) else pixels
    if len(vivid) < max(12, len(pixels) // 5):
        return None
    red, green, blue = (int(value) for value in np.median(vivid, axis=0))
    return f"#{red:02x}{green:02x}{blue:02x}"
