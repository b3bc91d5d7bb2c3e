"""Decisions: each limb of what was resolved, agreed, noted, recommended or approved."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import Extractor, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision(Record):
    """The span is one limb, without its label or the words "RESOLVED that"."""

    table: ClassVar[str] = "decisions"
    label: str | None
    outcome: str
    """`noted`, `agreed`, `approved`, `recommended`, `deferred`, `referred`, `rejected` or `other`."""


def find(parsed: Parsed) -> Iterator[Decision]:
    """Every limb of every decision."""
    for limb in parsed.resolutions:
        yield Decision(
            start_char=limb.start, end_char=limb.end, rule=limb.rule, label=limb.label, outcome=limb.outcome
        )


EXTRACTOR = Extractor(Decision, find)
