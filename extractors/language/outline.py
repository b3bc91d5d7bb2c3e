"""The outline of a document: its agenda items, and which part of an item each block is."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from extractors.model import Document

Part = Literal["head", "attendance", "heading", "discussion", "decision", "recommendation", "furniture"]
"""What a block is for: the document's head (title lines, "Label: value" fields); who was there; a heading;
talk; under a decision label or opener; under an officer's "Recommendation"; links and page furniture."""


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: `text[start:end]` is its title as printed, without its number."""

    start: int
    end: int
    block: int
    """Index of the block that the title begins in."""
    number: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Outline:
    """`parts` has one entry for each block; `items` are in the order of the text."""

    items: tuple[Item, ...]
    parts: tuple[Part, ...]

    def item_at(self, offset: int) -> Item | None:
        """The agenda item whose matter `text[offset]` belongs to: the last one that began before it."""
        index = bisect_right([item.start for item in self.items], offset) - 1
        return self.items[index] if index >= 0 else None


def read_outline(document: Document) -> Outline:
    """Find the items and parts of `document`."""
    return Outline((), tuple("discussion" for _ in document.blocks))
