"""Agenda items: what was on the agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.item_periods import item_period
from extractors.language.outline import first_printed
from extractors.language.parsed import Parsed
from extractors.model import Extractor, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaItem(Record):
    """The span is the title as printed, without its number."""

    table: ClassVar[str] = "agenda_items"
    number: str | None
    """As printed, bare: "(Item 4)" and "4." are `4`."""
    title: str
    period: str | None
    """The period that the item reports on: `2012/13 Q2` or `2012/13`."""
    period_start: str | None
    period_end: str | None
    """ISO dates, both inclusive."""


def find(parsed: Parsed) -> Iterator[AgendaItem]:
    """The agenda items of the outline, each with the period that it reports on."""
    items = parsed.outline.items
    for item in items:
        body = parsed.outline.extent(item, len(parsed.text))
        period = item_period(parsed, (item.start, item.end), (item.end, body[1]))
        start, end = first_printed(parsed.document, item) if len(items) == 1 else (item.start, item.end)
        yield AgendaItem(
            start_char=start,
            end_char=end,
            rule=item.rule,
            number=item.number,
            title=parsed.text[start:end],
            period=period.label if period else None,
            period_start=period.start if period else None,
            period_end=period.end if period else None,
        )


EXTRACTOR = Extractor(AgendaItem, find)
