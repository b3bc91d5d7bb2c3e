"""Indicator mentions: where a specific measure is spoken of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import CELL_SEPARATOR, Block, Extractor, Record

_VALUE = re.compile(r"[£€]?[+-]?\d[\d,.]*\s?(?:%|[a-z/]{1,12})?|n/?a|-|–", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorMention(Record):
    """The span is the code, the name, or both where they stand together."""

    table: ClassVar[str] = "indicator_mentions"
    indicator_id: str | None
    """Slug of the measure (`ni-117`); within one document the same measure has the same slug. None where a short form
    stands for several measures and nothing decides which."""
    code: str | None = None
    """The code as printed there; None where there is only a name."""
    name: str | None = None
    """The name as printed there; None where there is only a code."""
    note: str | None = None
    """What a reader must be told: that code and title disagree, and which of them was believed."""


def find(parsed: Parsed) -> Iterator[IndicatorMention]:
    """Every mention of a measure in running text; the rows of a table of values are records of their own."""
    for mention in parsed.measures.mentions:
        block = parsed.block_at(mention.start)
        if block and block.kind == "table_row" and _holds_values(parsed, block):
            continue
        yield IndicatorMention(
            start_char=mention.start,
            end_char=mention.end,
            rule=mention.rule,
            indicator_id=mention.indicator_id,
            code=mention.code,
            name=mention.name,
            note=mention.note,
        )


def _holds_values(parsed: Parsed, block: Block) -> bool:
    """Whether two or more cells of the row are numbers."""
    cells = parsed.document.words(block).split(CELL_SEPARATOR)
    return sum(bool(_VALUE.fullmatch(cell.strip())) for cell in cells) >= 2


EXTRACTOR = Extractor(IndicatorMention, find)
