"""Colours as PDF gives them: grey, RGB or CMYK shares from 0 to 1."""

from collections.abc import Sequence
from typing import Any


def as_hex(colour: Any) -> str | None:
    """`#rrggbb`, or None for a pattern or a colour space that only the file's own profile explains."""
    parts = list(colour) if isinstance(colour, Sequence) and not isinstance(colour, str) else [colour]
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return None
    shares = [min(1.0, max(0.0, float(part))) for part in parts]
    match shares:
        case [grey]:
            rgb = [grey] * 3
        case [_, _, _]:
            rgb = shares
        case [cyan, magenta, yellow, black]:
            rgb = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
        case _:
            return None
    return "#" + "".join(f"{round(share * 255):02x}" for share in rgb)
