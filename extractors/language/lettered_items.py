"""Agenda items that letters or Roman numbers count: "A. Apologies", "(b) Matters arising", "III. Road Safety"."""

import re

from extractors.language.headings import Heading
from extractors.language.labels import Ordinal, read_label
from extractors.language.run_in_titles import before_mark, without_talk
from extractors.language.title_words import count_usual, reads_as_title
from extractors.model import Document

_MARKED = re.compile(r"(?P<label>\(?(?P<number>[A-Za-z]|[IVX]{2,5}|[ivx]{2,5})[.)])\s+(?=[A-Z“‘\"'])")


def lettered_items(document: Document) -> list[Heading]:
    """The longest run that counts from the first letter or number on, where two of its titles, or one of three, are
    usual ones."""
    best: list[Heading] = []
    run: list[Heading] = []
    last: Ordinal | None = None
    for index in range(len(document.blocks)):
        found = _lettered(document, index)
        if found is None:
            continue
        heading, ordinal = found
        if last and ordinal.follows(last):
            run = [*run, heading]
        elif ordinal.first:
            run = [heading]
        else:
            continue
        last = ordinal
        best = max(best, run, key=lambda each: (count_usual(document.text, each), len(each)))
    usual = count_usual(document.text, best)
    return best if usual >= 2 or (usual and len(best) > 2) else []


def _lettered(document: Document, index: int) -> tuple[Heading, Ordinal] | None:
    block = document.blocks[index]
    text = document.text[block.start : block.end]
    mark = _MARKED.match(text)
    ordinal = read_label(mark["label"]) if mark else None
    if mark is None or ordinal is None or block.kind == "table_row":
        return None
    words = text[mark.end() :]
    title = before_mark(words, block) or without_talk(words, block).rstrip(" .:")
    if not reads_as_title(title, block):
        return None
    start = block.start + mark.end()
    return Heading(index, start, start + len(title), mark["number"]), ordinal
