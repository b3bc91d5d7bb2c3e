"""Figures: numbers that report performance or service volume."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import Extractor, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure(Record):
    """The span is the number with its unit."""

    table: ClassVar[str] = "figures"
    value: float
    unit: str
    """`%`, `count`, `days`, `working days`, `weeks`, `months`, `years`, `£`, `€`, `per 10,000` or `points`."""
    out_of: float | None
    role: str
    """`actual`, `target`, `benchmark` or `change`."""
    comparator: str | None
    """`over`, `under` or `about`, where the text says so."""
    period: str | None
    indicator_id: str | None = None
    """Filled by the link stage, from spans."""


def find(parsed: Parsed) -> Iterator[Figure]:
    """Every figure in the text."""
    yield from ()


EXTRACTOR = Extractor(Figure, find)
