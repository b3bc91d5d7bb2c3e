"""Agenda items: what was on the agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

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
    """The agenda items of the outline."""
    for item in parsed.outline.items:
        title = parsed.text[item.start : item.end]
        yield AgendaItem(
            start_char=item.start,
            end_char=item.end,
            rule=item.rule,
            number=item.number,
            title=title,
            period=None,
            period_start=None,
            period_end=None,
        )


EXTRACTOR = Extractor(AgendaItem, find)
