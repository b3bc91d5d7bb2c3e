"""Where a record belongs: its passage and agenda item, and the records of the same document that it names.

All of it follows from spans, so that a re-run changes nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from extractors.model import Block, Document, Record, digest, record_id

Span = tuple[int, int]
_Spanned = TypeVar("_Spanned", bound=Record | Block)


def passage_id(document_id: str, block: Block) -> str:
    """The id of the passage that a block is stored as."""
    return digest(document_id, "passages", block.start, block.end)


class Places:
    """The passages and records of one document by their place in its text."""

    def __init__(self, document: Document, records: Iterable[Record]) -> None:
        self._document_id = document.id
        self._blocks = _Ordered(document.blocks, [block.start for block in document.blocks])
        by_table: dict[str, list[Record]] = {}
        for record in records:
            by_table.setdefault(record.table, []).append(record)
        self._tables = {
            table: _Ordered(rows, [row.start_char for row in rows])
            for table, rows in ((t, sorted(r, key=lambda row: row.span)) for t, r in by_table.items())
        }
        self._rows_by_value: dict[Span, Record] = {
            span: row for row in self._of("scorecard_rows") for span in getattr(row, "values", ())
        }

    def passage_at(self, offset: int) -> str | None:
        """Id of the passage that holds `text[offset]`, or None between passages."""
        block = self._block_at(offset)
        return passage_id(self._document_id, block) if block else None

    def item_at(self, offset: int) -> str | None:
        """Id of the agenda item that `text[offset]` belongs to: the last that began before it, or at it."""
        return self._id(self._of("agenda_items").last_until(offset))

    def item_of(self, block: Block) -> str | None:
        """Id of the agenda item of a passage; a title's own passage belongs to the item that it opens."""
        opened = self._of("agenda_items").between(block.start, block.end)
        return self._id(opened[0]) if opened else self.item_at(block.start)

    def decision_for(self, vote: Record) -> str | None:
        """Id of the decision a vote was taken on: of the same agenda item, nearest before, else after."""
        decisions, item = self._of("decisions"), self.item_at(vote.start_char)
        for near in (decisions.last_until(vote.start_char), decisions.first_from(vote.end_char)):
            if near and self.item_at(near.start_char) == item:
                return self._id(near)
        return None

    def scorecard_row_for(self, value: Record) -> str | None:
        """Id of the row of a performance table that a figure or target is a value of, or else stands in."""
        row = self._rows_by_value.get(value.span)
        if not row:
            before = self._of("scorecard_rows").last_until(value.start_char)
            row = before if before and value.end_char <= before.end_char else None
        return self._id(row)

    def indicators_of(self, spans: Sequence[Span]) -> list[str]:
        """Slugs of the measures that a question or action is about: those named in its spans; where none is,
        the one named last before the first span in the same passage."""
        mentions = self._of("indicator_mentions")
        named = [
            each for start, end in spans for each in mentions.between(start, end) if each.end_char <= end
        ]
        if not named:
            block = self._block_at(spans[0][0])
            named = mentions.between(block.start, spans[0][0])[-1:] if block else []
        return list(dict.fromkeys(slug for each in named if (slug := getattr(each, "indicator_id", None))))

    def _block_at(self, offset: int) -> Block | None:
        block = self._blocks.last_until(offset)
        return block if block and offset < block.end else None

    def _of(self, table: str) -> "_Ordered[Record]":
        return self._tables.get(table) or _Ordered([], [])

    def _id(self, record: Record | None) -> str | None:
        return record_id(self._document_id, record) if record else None


class _Ordered(list[_Spanned]):
    """Spans in the order of the text, found by bisection."""

    def __init__(self, spans: Sequence[_Spanned], starts: list[int]) -> None:
        super().__init__(spans)
        self._starts = starts

    def last_until(self, offset: int) -> _Spanned | None:
        """The last that begins at `offset` or before."""
        index = bisect_right(self._starts, offset) - 1
        return self[index] if index >= 0 else None

    def first_from(self, offset: int) -> _Spanned | None:
        """The first that begins at `offset` or after."""
        index = bisect_left(self._starts, offset)
        return self[index] if index < len(self) else None

    def between(self, start: int, end: int) -> list[_Spanned]:
        """Those that begin in `[start, end)`."""
        return self[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
