"""What a page prints of the agenda before its minutes: an item's own announcement, which promises nothing."""

import re

from extractors.language.outline import Outline
from extractors.model import Document

_MINUTES = re.compile(r"\W*minutes?\W*", re.IGNORECASE)
_OUTCOME = re.compile(r"\W*(?:decisions?|resolved|resolution|agreed|outcome)\b", re.IGNORECASE)


def agenda_words(document: Document, outline: Outline) -> list[tuple[int, int]]:
    """The spans between an item's title and the line "Minutes:", where no decision is printed between them."""
    found: list[tuple[int, int]] = []
    begin: int | None = 0
    item = None
    for block in document.blocks:
        words = document.words(block)
        here = outline.item_at(block.end - 1)
        if here is not item:
            item, begin = here, block.end
        elif begin is not None and _MINUTES.fullmatch(words):
            found.append((begin, block.start))
            begin = None
        elif _OUTCOME.match(words):
            begin = None
    return found
