"""The numbers that logs and lists give to their entries: EH/05 of an action log is no measure's code."""

from collections.abc import Iterator
from itertools import groupby

from extractors.language.action_tables import log_entries
from extractors.language.measure_codes import LOCAL_CODE
from extractors.model import CELL_SEPARATOR, Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("reference_numbers.grammar")
_LEAD = 3
"""Characters of an entry in which its own number begins."""
Span = tuple[int, int]


def find_numbers(document: Document) -> list[Span]:
    """Where an entry of an action log, a register of risks, a list of reports or papers begins with its number."""
    entries = {*log_entries(document), *_listed_rows(document), *_listed_lines(document)}
    found = (_number(document, start, end) for start, end in sorted(entries))
    return [span for span in found if span]


def _number(document: Document, start: int, end: int) -> Span | None:
    """The number that `text[start:end]` begins with."""
    match = LOCAL_CODE.search(document.text, start, min(end, start + _LEAD + 20))
    return match.span() if match and match.start() < start + _LEAD else None


def _listed_rows(document: Document) -> Iterator[Span]:
    """The rows of tables whose heading says that they list things with a number each, and measures none."""
    for _, rows in groupby(document.blocks, key=lambda block: (block.kind, block.table)):
        table = [row for row in rows if row.kind == "table_row"]
        if len(table) > 1 and _lists(document, table[0]):
            yield from ((row.start, row.end) for row in table[1:])


def _lists(document: Document, header: Block) -> bool:
    heads = [head.strip() for head in document.text[header.start : header.end].split(CELL_SEPARATOR)]
    if any(_GRAMMAR["measuring_column"].search(head) for head in heads):
        return False
    numbered = bool(_GRAMMAR["number_column"].fullmatch(heads[0]))
    return numbered and any(_GRAMMAR["listing_column"].search(head) for head in heads)


def _listed_lines(document: Document) -> Iterator[Span]:
    """The lines under a heading such as "Action log", as far as the next heading."""
    listing = False
    for block in document.blocks:
        words = document.words(block).strip()
        if block.kind == "table_row":
            continue
        if _GRAMMAR["listing_heading"].fullmatch(words):
            listing = True
        elif block.kind == "heading" and not _number(document, block.start, block.end):
            listing = False
        elif listing:
            yield block.start, block.end
