"""Targets: what a measure should stand at, and whether it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import Extractor, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Target(Record):
    """The span is the phrase that states the target or its being met or missed."""

    table: ClassVar[str] = "targets"
    value: float | None
    unit: str | None
    status: str | None
    """`met`, `missed` or None where the text says neither."""
    setter: str | None
    """Who sets it, as printed: "nationally", "internally"."""
    indicator_id: str | None = None
    """Filled by the link stage, from spans."""


def find(parsed: Parsed) -> Iterator[Target]:
    """Every statement about a target."""
    yield from ()


EXTRACTOR = Extractor(Target, find)
