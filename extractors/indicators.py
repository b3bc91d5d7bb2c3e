"""Indicator mentions: where a specific measure is spoken of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import Extractor, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorMention(Record):
    """The span is the code, the name, or both where they stand together."""

    table: ClassVar[str] = "indicator_mentions"
    indicator_id: str | None
    """Slug of the measure (`ni-117`); within one document the same measure has the same slug."""
    code: str | None = None
    """The code as printed there; None where there is only a name."""
    name: str | None = None
    """The name as printed there; None where there is only a code."""


def find(parsed: Parsed) -> Iterator[IndicatorMention]:
    """Every mention of a measure."""
    for mention in parsed.measures.mentions:
        yield IndicatorMention(
            start_char=mention.start,
            end_char=mention.end,
            rule=mention.rule,
            indicator_id=mention.indicator_id,
            code=mention.code,
            name=mention.name,
        )


EXTRACTOR = Extractor(IndicatorMention, find)
