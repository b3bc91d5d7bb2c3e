"""Pieces to document: the one place where `Document.text` is written and offsets are given."""

import re
from collections.abc import Iterable, Sequence

from extractors.model import CELL_SEPARATOR, Block, CellSpan, Piece

_BLANK = re.compile(r"\s+")
_UNSEEN = dict.fromkeys([*range(0x09), *range(0x0E, 0x1C), 0x7F, 0xAD, 0x200B, 0xFEFF])
"""Dropped from every text. Without control characters, no document can forge the marks that a search puts into its
snippets, nor move the cursor of a terminal."""


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Join the pieces, one block a line, and give each its offsets.

    White space inside a piece is folded to single spaces, so that a quote reads as the document does
    whatever its line ends; a piece without words is dropped.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        text = fold(
            CELL_SEPARATOR.join(fold(cell.text) for cell in piece.cells) if piece.cells else piece.text
        )
        if not text.strip(" |"):
            continue
        label = fold(piece.label) if piece.label else None
        body = len(label) if label and text.startswith(label) else 0
        body += len(text[body:]) - len(text[body:].lstrip()) if body else 0
        blocks.append(
            Block(
                kind=piece.kind,
                start=at,
                end=at + len(text),
                body=at + body,
                page=piece.page,
                level=piece.level,
                label=label if body else None,
                role=piece.role,
                box=piece.box,
                table=piece.table,
                header=piece.header,
                cells=_cell_spans(piece, at),
            )
        )
        parts.append(text)
        at += len(text) + 1
    return "\n".join(parts), tuple(blocks)


def fold(text: str) -> str:
    """White space of every kind as single spaces, soft hyphens, zero-width marks and control characters gone, ends
    trimmed."""
    return _BLANK.sub(" ", text.translate(_UNSEEN)).strip()


def _cell_spans(piece: Piece, start: int) -> tuple[CellSpan, ...]:
    """Where the cells stand in a row that begins at `start`.

    The row's text is folded: of the two blanks around an empty cell one is gone, and those at the row's ends.
    """
    texts = [fold(cell.text) for cell in piece.cells]
    last = start + len(fold(CELL_SEPARATOR.join(texts)))
    at = start
    spans: list[CellSpan] = []
    for cell, text in zip(piece.cells, texts, strict=True):
        spans.append(CellSpan(min(at, last), min(at + len(text), last), cell))
        at += len(text) + len(CELL_SEPARATOR) - (not text)
    return tuple(spans)


def plain(text: str, blocks: Sequence[Block]) -> list[str]:
    """The blocks' texts: what tests and people look at."""
    return [text[block.start : block.end] for block in blocks]
