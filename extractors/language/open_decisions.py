"""Decisions still being read: which of the blocks under an opener are limbs of it, and which only stand between."""

import re
from dataclasses import dataclass

from extractors.language.labels import Ordinal, read_label
from extractors.language.limb_reading import ENDS_OPEN
from extractors.language.outline import Outline
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("decisions.grammar")
_ORDERS = re.compile(r"(?:that|to)\b", re.IGNORECASE)
_LONGEST = 600
"""Characters of a limb that has no label."""


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """A decision whose limbs are still being read."""

    rule: str
    outcome: str = "agreed"
    """What a limb becomes whose own words say nothing else."""
    outer: Ordinal | None = None
    """The label of the opener's own paragraph."""
    last: Ordinal | None = None
    listed: bool = False
    """Whether its limbs so far have bullets or numbers: then a paragraph without ends the list."""
    said: bool = False
    """Whether the opener's own sentence was whole: then the bullets under it are limbs only if they say so."""

    def has_limb(self, document: Document, block: Block) -> bool:
        """Whether the block is its next limb."""
        words = document.words(block)
        if block.kind == "table_row" or _GRAMMAR["no_limb"].match(words):
            return False
        ordinal = read_label(block.label)
        if ordinal:
            return self._counts(ordinal)
        if block.label:
            point = block.kind == "bullet" and not re.search(r"\d", block.label)
            return point and (not self.said or bool(_ORDERS.match(words)))
        if self.listed or (self.said and not _ORDERS.match(words)):
            return False
        return bool(_GRAMMAR["limb_start"].match(words)) and len(words) < _LONGEST

    def has_part(self, document: Document, block: Block) -> bool:
        """Whether the block is a bullet under its last numbered limb, which it only spells out ("… as follows:")."""
        bullet = block.kind == "bullet" and block.label is not None and read_label(block.label) is None
        return bullet and self.last is not None and not _ORDERS.match(document.words(block))

    def _counts(self, ordinal: Ordinal) -> bool:
        """Whether the label goes on its list, or begins it, and does not go on the opener's."""
        if self.last and ordinal.follows(self.last):
            return True
        if self.outer and ordinal.follows(self.outer):
            return False
        return self.last is None and ordinal.first

    def goes_on_behind(self, document: Document, outline: Outline, index: int) -> bool:
        """Whether the block is a heading, or a line that ends in a colon, with the next limb right under it."""
        block = document.blocks[index]
        if block.label or index in outline.titled:
            return False
        words = document.words(block)
        only_who = ENDS_OPEN.search(words) or _GRAMMAR["half_who"].fullmatch(words)
        if outline.parts[index] != "heading" and not (self.last is None and only_who):
            return False
        for following in document.blocks[index + 1 : index + 3]:
            if following.label:
                ordinal = read_label(following.label)
                return ordinal is not None and (ordinal.follows(self.last) if self.last else ordinal.first)
            if following.kind != "heading":
                return False
        return False
