"""Rows of an action table that lost its columns: "2a Poster to be printed JS Completed"."""

import re
from collections.abc import Iterator

from extractors.language.deeds import first_deed
from extractors.language.turns import trimmed_end
from extractors.language.undertaken import Undertaking
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_LINES = grammar("action_lines.grammar")
_PATIENCE = 2
"""Blocks that hold no row, after which the table is over: a remark may stand between two rows."""


def find_in_rows(document: Document) -> Iterator[Undertaking]:
    """The rows of every such table, in order."""
    pattern: re.Pattern[str] | None = None
    idle = 0
    for block in document.blocks:
        opened = _opened(document, block)
        if opened:
            pattern, idle = opened, 0
            continue
        rows = list(_rows(document, block, pattern)) if pattern else []
        yield from rows
        idle = 0 if rows else idle + 1
        if idle >= _PATIENCE:
            pattern = None


def _opened(document: Document, block: Block) -> re.Pattern[str] | None:
    """How rows look below a line of heads, or below a sentence that leads to a list of actions; None elsewhere."""
    words = document.words(block)
    if block.kind == "table_row":
        return None
    if _LINES["row_head"].fullmatch(words):
        return (
            _LINES["row"]
            if re.search(r"(?:status|rag|progress|update|completed?|outcome)$", words, re.I)
            else (_LINES["row_due"])
        )
    return _LINES["row"] if _LINES["row_lead"].fullmatch(words) else None


def _rows(document: Document, block: Block, pattern: re.Pattern[str]) -> Iterator[Undertaking]:
    text = document.text
    for row in pattern.finditer(text, block.start, block.end):
        role = _LINES["row_role"].fullmatch(row["who"])
        owner = role["who"] if role else row["who"]
        stop = row.start("who") + role.start("who") if role else row.end("action")
        start, end = row.start("action"), trimmed_end(text, row.start("action"), stop)
        due, status = row["due"], row.groupdict().get("status")
        yield Undertaking(
            start, end, first_deed(text, start, end), "agreed", "action.log", " ".join(owner.split()),
            " ".join(due.split()) if due else None, status,
        )  # fmt: skip
