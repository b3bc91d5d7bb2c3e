"""Cuts a long document into leaves: no page of the site is too heavy for a phone. Most documents are one leaf."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.queries.scope import Row
from pipeline.site.marking import Mark

LONGEST = 40_000
"""Characters of text from which a leaf ends at the next heading or page."""
WHOLE = "all"
"""In place of a character: the document in one piece, however long."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One of `of` leaves, `number` from 1. `starts` are the characters that the leaves begin at."""

    passages: Sequence[Row]
    number: int
    starts: Sequence[int]

    @property
    def of(self) -> int:
        return len(self.starts)

    @property
    def pages(self) -> tuple[int, int] | None:
        """The first and last page of the source on this leaf, where there are pages."""
        pages = [row["page"] for row in self.passages if row["page"]]
        return (min(pages), max(pages)) if pages else None

    def only(self, marks: Sequence[Mark]) -> list[Mark]:
        """The marks that stand on this leaf, wholly or in part."""
        if not self.passages:
            return []
        start, end = self.passages[0]["start_char"], self.passages[-1]["end_char"]
        return [mark for mark in marks if mark.start < end and mark.end > start]


def leaf_at(passages: Sequence[Row], at: str, longest: int = LONGEST) -> Leaf:
    """The leaf on which the character `at` stands; the first for what is no number; all in one for "all"."""
    starts = _starts(passages, longest) if at != WHOLE else [0]
    place = int(at) if at.isascii() and at.isdigit() and len(at) < 12 else 0
    index = max(0, bisect_right(starts, place) - 1)
    end = starts[index + 1] if index + 1 < len(starts) else None
    on_it = [
        row
        for row in passages
        if row["start_char"] >= starts[index] and (end is None or row["start_char"] < end)
    ]
    return Leaf(on_it, index + 1, starts)


def _starts(passages: Sequence[Row], longest: int) -> list[int]:
    starts, page = [0], None
    for row in passages:
        begins = row["kind"] == "heading" or row["page"] != page
        length = row["start_char"] - starts[-1]
        if (length >= longest and begins) or length >= 2 * longest:
            starts.append(row["start_char"])
        page = row["page"]
    return starts
