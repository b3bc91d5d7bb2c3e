"""The period that a whole report is on, as its first lines say: "Performance Report / Quarter 3 / 2024/25"."""

from extractors.language.periods import Period, find_periods
from extractors.model import Document

_HEAD = 12
"""Blocks that may name it."""
_LINE = 160
"""Characters of a line of the head; what is longer is the report's first paragraph."""


def report_period(document: Document) -> Period | None:
    """The one quarter that the head of a report names, else the one year; None for what is no report. Offsets are those
    of the head, or of the title where that alone names it."""
    if document.kind != "report":
        return None
    end = 0
    for block in document.blocks[:_HEAD]:
        if block.kind == "table_row" or block.end - block.start > _LINE:
            break
        end = block.end
    return _one(find_periods(document.text, 0, end, document.date)) or _one(
        find_periods(document.title or "")
    )


def _one(named: list[Period]) -> Period | None:
    quarters = {period.label: period for period in named if period.part}
    years = {period.label: period for period in named if not period.part}
    for found in (quarters, years):
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None
