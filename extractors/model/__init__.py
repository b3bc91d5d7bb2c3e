"""The vocabulary that both sides share. Standard library only."""

from extractors.model.document import (
    CELL_SEPARATOR,
    Block,
    BlockKind,
    Box,
    Cell,
    CellSpan,
    Document,
    DocumentKind,
    Format,
    Piece,
    Problem,
    Role,
)
from extractors.model.record import UNSTORED, Extractor, Record, digest, record_id

__all__ = [
    "CELL_SEPARATOR",
    "UNSTORED",
    "Block",
    "BlockKind",
    "Box",
    "Cell",
    "CellSpan",
    "Document",
    "DocumentKind",
    "Extractor",
    "Format",
    "Piece",
    "Problem",
    "Record",
    "Role",
    "digest",
    "record_id",
]
