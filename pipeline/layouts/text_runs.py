"""A whole document that a copy has run together into one line: parted where its items' numbers count on."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.model import Piece
from extractors.vocabulary import words

_NUMBER = re.compile(r"(?:(?<=^)|(?<=[.!?:)’”\"]\s)|(?<=[a-z\d]\s))(?P<number>\d{1,3})\.?\)?\s+(?=[A-Z])")
_LEAST = 120
"""Characters: a shorter paragraph is none, whatever numbers are in it."""
_FEWEST = 3
"""Items, two of them with usual titles."""


def part_items(piece: Piece) -> Iterator[Piece]:
    """The paragraph parted before "1. Apologies", "2. Minutes" and so on; itself where it holds no such run."""
    starts = list(_item_starts(piece.text)) if piece.kind == "paragraph" and len(piece.text) >= _LEAST else []
    usual = sum(_is_usual(piece.text[start:]) for start in starts)
    if len(starts) < _FEWEST or usual < 2:
        yield piece
        return
    bounds = [0, *starts, len(piece.text)] if starts[0] else [*starts, len(piece.text)]
    for start, end in pairwise(bounds):
        yield replace(piece, text=piece.text[start:end].strip())


def _item_starts(text: str) -> Iterator[int]:
    """Where the numbers stand that count on from the first one before a usual title, none left out."""
    last: int | None = None
    for match in _NUMBER.finditer(text):
        number = int(match["number"])
        if number == last + 1 if last is not None else _is_usual(text[match.start() :]):
            last = number
            yield match.start()


def _is_usual(text: str) -> bool:
    title = re.sub(
        r"^\d{1,3}\.?\)?\s+(?:to (?:receive|approve|note|confirm) (?:the )?)?", "", text[:80].lower()
    )
    return title.startswith(words("item_titles.txt"))
