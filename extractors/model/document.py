"""The canonical document: its text, written once, and the blocks that the text is made of.

A layout yields `Piece`s (what stands on the page, no offsets); `pipeline.compose` joins them into one
`Document`, and from there on everything is a span of `Document.text`. Offsets count Unicode code points,
from 0, end exclusive, as Python slices do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "bullet", "table_row"]
Format = Literal["html", "xml", "pdf", "docx", "text"]
DocumentKind = Literal["minutes", "report", "agenda", "decision"]
Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the page's top left corner."""

Role = Literal["title", "item", "field", "decision", "minutes", "attendance"]
"""What the markup itself says a piece is: the document's title; an agenda item's heading; a "Label: value"
line of the document's head; text under a "Decision:" or a "Minutes:" label; the list of who was there.
None where only the words can tell, as in PDF and plain text."""

CELL_SEPARATOR = " | "
"""Stands between the cells of a table row in `Document.text`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row as a layout found it."""

    text: str
    box: Box | None = None
    fill: str | None = None
    """Fill colour as `#rrggbb`, where the source gives one."""
    mark: str | None = None
    """What an image or a drawn path in the cell stands for: `up`, `down`, `same`, `red`, `amber`, `green`."""
    column: int = 0
    span: int = 1
    """First grid column that the cell stands in, from 0, and how many it covers."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, heading, point or table row as a layout found it, without offsets.

    `text` is what the reader sees, soft line ends already joined, and begins with `label` where the piece
    has a printed number, letter or bullet ("(a)", "12.", "•"). `level` is the depth: 1 is the top heading,
    0 a paragraph at the margin, 1 and more an indented point. `table` numbers the document's tables from 1.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    level: int = 0
    label: str | None = None
    role: Role | None = None
    box: Box | None = None
    table: int | None = None
    header: bool = False
    """Whether a table row holds column names."""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class CellSpan:
    """A cell of a table row, found again in `Document.text`."""

    start: int
    end: int
    cell: Cell


@dataclass(frozen=True, slots=True)
class Block:
    """A piece in its place in `Document.text`: `text[start:end]` is the whole, label included.

    `body` is where the words after the label begin (`start` where there is no label).
    """

    kind: BlockKind
    start: int
    end: int
    body: int
    page: int | None = None
    level: int = 0
    label: str | None = None
    role: Role | None = None
    box: Box | None = None
    table: int | None = None
    header: bool = False
    cells: tuple[CellSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was skipped or only partly understood, in words that say what to do about it."""

    stage: Literal["read", "parse", "extract", "store"]
    error: str
    """A short name that repeats: `needs OCR`, `partly read`, `encrypted`, `too large`, `not understood`."""
    detail: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document as the pipeline knows it. A field that neither manifest nor document gives is None."""

    id: str
    source: str
    """Path relative to the corpus, with forward slashes."""
    sha256: str
    format: Format
    text: str
    blocks: tuple[Block, ...]
    kind: DocumentKind | None = None
    council: str | None = None
    committee: str | None = None
    title: str | None = None
    date: str | None = None
    """ISO date of the meeting, or of the report where there is no meeting."""
    url: str | None = None
    problems: tuple[Problem, ...] = field(default=())

    def words(self, block: Block) -> str:
        """The block's text without its label."""
        return self.text[block.body : block.end]

    def words_above(self, index: int) -> str:
        """The text of the block before this one, without its label; empty where there is none."""
        return self.words(self.blocks[index - 1]) if index > 0 else ""

    def words_below(self, index: int) -> str:
        """The text of the block after this one, without its label; empty where there is none."""
        return self.words(self.blocks[index + 1]) if index + 1 < len(self.blocks) else ""

    def blocks_between(self, start: int, end: int) -> Iterator[Block]:
        """The blocks that overlap `text[start:end]`, in order."""
        return (block for block in self.blocks if block.start < end and start < block.end)
