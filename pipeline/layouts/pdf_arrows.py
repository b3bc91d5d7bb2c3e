"""Arrows in table cells, told by their outline: how a drawn path, a picture or a symbol font points."""

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
_LEAST = 6
"""Pixels each way below which a shape is a speck or a rule."""
_ALIKE = 0.75
"""Overlap with its own mirror image from which a shape counts as symmetrical."""
_CLEAR = 0.06
"""How much better one axis of symmetry must be than the other before the shape points anywhere."""


def read_arrow(mask: Mask) -> str | None:
    """`up`, `down` or `same` (an arrow that points sideways, an equals sign), or None for any other shape.

    `mask` is true where there is ink. Only the outline counts: an arrow may be filled, hollow or drawn as lines.
    """
    shape = _trim(mask)
    if min(shape.shape) < _LEAST or max(shape.shape) > 5 * min(shape.shape):
        return None
    upright = _overlap(_filled(shape), _filled(shape)[:, ::-1])
    level = _overlap(_filled(shape), _filled(shape)[::-1, :])
    if max(upright, level) < _ALIKE:
        return _diagonal(_filled(shape))
    if upright - level > _CLEAR:
        return _pointing(_widths(shape), "up", "down")
    if level - upright > _CLEAR:
        return "same" if _pointing(_widths(shape.T), "left", "right") else None
    return "same" if _is_double(shape) else None


def ink(pixels: NDArray[np.uint8], background: NDArray[np.uint8]) -> Mask:
    """Where `pixels` (height x width x 3) differ clearly from the background colour."""
    distance = np.abs(pixels.astype(int) - background.astype(int)).max(axis=2)
    return np.asarray(distance > 60, dtype=np.bool_)


def _trim(mask: Mask) -> Mask:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return mask[:0, :0]
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _filled(mask: Mask) -> Mask:
    """Each row filled between its outermost inked pixels."""
    from_left = np.maximum.accumulate(mask, axis=1)
    from_right = np.maximum.accumulate(mask[:, ::-1], axis=1)[:, ::-1]
    return np.asarray(from_left & from_right, dtype=np.bool_)


def _widths(mask: Mask) -> NDArray[np.float64]:
    """The extent of each row, as a share of the widest."""
    widths = _filled(mask).sum(axis=1).astype(float)
    return np.asarray(widths / max(1.0, widths.max()))


def _overlap(one: Mask, other: Mask) -> float:
    union = np.logical_or(one, other).sum()
    return float(np.logical_and(one, other).sum() / union) if union else 0.0


def _pointing(widths: NDArray[np.float64], first: str, last: str) -> str | None:
    """Whether the tip is at the first or the last row.

    From its tip an arrow's head widens little by little; at the head's other end the width falls at once, to
    the shaft's or to nothing. That holds for triangles, hollow arrows and arrows drawn as lines alike.
    """
    step = max(1, len(widths) // 12)
    padded = np.concatenate([np.zeros(step), widths, np.zeros(step)])
    change = padded[step:] - padded[:-step]
    opens, closes = float(change.max()), float(-change.min())
    if max(opens, closes) < 1.3 * min(opens, closes):
        return None
    return first if closes > opens else last


def _diagonal(filled: Mask) -> str | None:
    """An arrow to a corner: rising or falling, where it has that one axis of symmetry."""
    side = min(filled.shape)
    if max(filled.shape) > 1.35 * side:
        return None
    square = filled[
        np.ix_(
            np.linspace(0, filled.shape[0] - 1, side).astype(int),
            np.linspace(0, filled.shape[1] - 1, side).astype(int),
        )
    ]
    for turned, sign in ((square[::-1, :], "up"), (square, "down")):
        if _overlap(turned, turned.T) > _ALIKE and _overlap(turned, turned[::-1, ::-1]) < _ALIKE - _CLEAR:
            return sign
    return None


def _is_double(shape: Mask) -> bool:
    """Symmetrical both ways, wider than high, and no solid block or disc: a double arrow, an equals sign."""
    return bool(shape.shape[1] >= 1.25 * shape.shape[0] and shape.mean() < 0.72)
