"""Lines that only lead up to what was decided: who decided it ("The Board:"), or that it was ("AND AGREED")."""

import re
from collections.abc import Iterator

from extractors.language.labels import read_label
from extractors.language.limbs import Limb, outcome_of, trimmed
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("decisions.grammar")
_QUOTES = ("“", '"', "‘")
"""A motion stands in them as it was put."""


def leads_to_limbs(document: Document, index: int) -> bool:
    """Whether the block decides nothing itself, and what stands under it was decided: "The Board:" over a list of
    what it did, "AND AGREED" over the words that were proposed."""
    words = document.words(document.blocks[index])
    if index + 1 == len(document.blocks):
        return False
    below = document.words_below(index)
    if _GRAMMAR["only_body"].fullmatch(words):
        return bool(_GRAMMAR["firm_limb"].match(below))
    ordinal = read_label(document.blocks[index + 1].label)
    if ordinal and ordinal.first and _GRAMMAR["only_that"].fullmatch(words):
        return True
    return bool(_GRAMMAR["only_verb"].fullmatch(words) and _GRAMMAR["limb_start"].match(below))


def is_done(document: Document, index: int) -> bool:
    """Whether the block is a point of a list that says what was done: "(a) NOTED the report", or the motion itself."""
    block = document.blocks[index]
    if block.kind == "table_row" or (block.label and block.kind != "bullet" and not read_label(block.label)):
        return False
    words = document.words(block)
    quoted = words[:1] in _QUOTES and _GRAMMAR["limb_start"].match(words)
    return bool(quoted or _GRAMMAR["done_limb"].match(words))


def proposed_heading(document: Document, index: int) -> Iterator[Limb]:
    """A heading ("Confirm minutes of …") with "Proposed:" and "Seconded:" under it is what was decided."""
    block, below = document.blocks[index], document.words_below(index)
    title = re.search(
        r"\b(?:to\s+)?(?:confirm|approve|adopt|agree|accept)(?:ation|al|ion)?\b.*",
        document.words(block),
        re.IGNORECASE,
    )
    if title and re.match(r"proposed(?:\s+by)?\s*:", below, re.IGNORECASE):
        start = block.body + title.start()
        start, end = trimmed(document.text, start, block.end)
        yield Limb(
            start, end, None, outcome_of(document.text[start:end], "agreed"), "decision.proposed-heading"
        )
