"""Agenda items of minutes kept as a table: a row for each, the title in its first cell or behind its number."""

import re

from extractors.language.headings import NUMBER, Heading
from extractors.language.run_in_titles import before_mark, without_talk
from extractors.language.title_words import count_usual, part_of_heading, reads_as_title
from extractors.model import Document

_NUMBER = re.compile(rf"(?:item\s+)?(?P<number>{NUMBER}|[a-z])[.):]*", re.IGNORECASE)
_OWN = re.compile(rf"(?P<number>{NUMBER})(?:[.):]+\s*|\s+[-–—]?\s*)(?=[A-Z“\"'])")
_LONGEST = 14
"""Words of a title that has no number."""


def table_items(document: Document) -> list[Heading]:
    """The rows with numbers before their titles, or else those that begin with a title, where two are usual ones."""
    rows = [index for index, block in enumerate(document.blocks) if len(block.cells) > 1 and not block.header]
    for find in (_numbered, _titled):
        found = [heading for index in rows if (heading := find(document, index))]
        if count_usual(document.text, found) >= 2:
            return found
    return []


def _numbered(document: Document, index: int) -> Heading | None:
    """ "12. | Ferry fares | They rose." and "12. Ferry fares | They rose."."""
    first, second = document.blocks[index].cells[:2]
    alone = _NUMBER.fullmatch(document.text, first.start, first.end)
    if alone:
        return _titles(document, index, second.start, second.end, alone["number"])
    own = _OWN.match(document.text, first.start, first.end)
    return _titles(document, index, own.end(), first.end, own["number"]) if own else None


def _titled(document: Document, index: int) -> Heading | None:
    first = document.blocks[index].cells[0]
    words = document.text[first.start : first.end]
    if part_of_heading(words) or len(words.split()) > _LONGEST:
        return None
    return _titles(document, index, first.start, first.end, None)


def _titles(document: Document, index: int, start: int, end: int, number: str | None) -> Heading | None:
    words, block = document.text[start:end], document.blocks[index]
    title = before_mark(words, block) or without_talk(words, block).rstrip(" :.")
    if not title[:1].isupper() or not reads_as_title(title, block):
        return None
    return Heading(index, start, start + len(title), number)
