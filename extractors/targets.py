"""Targets: what a measure should stand at, and whether it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.language.target_statements import judged_for
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
    """The measure that it is the target of, where the text tells."""


def find(parsed: Parsed) -> Iterator[Target]:
    """Every statement about a target; a heading, and a list of who was there, states none."""
    yield from _in_tables(parsed)
    for found in parsed.target_statements:
        sentence = parsed.sentence_at(found.start)
        if sentence is None or not parsed.tells(sentence):
            continue
        indicator = parsed.measure_for(found.start, found.end)
        known = parsed.registry.by_id.get(indicator or "")
        yield Target(
            start_char=found.start,
            end_char=found.end,
            rule=found.rule,
            value=found.quantity.value if found.quantity else None,
            unit=found.quantity.unit if found.quantity else None,
            status=judged_for(found, known.polarity if known else None),
            setter=found.setter,
            indicator_id=indicator,
        )


def _in_tables(parsed: Parsed) -> Iterator[Target]:
    for row in parsed.scorecards.rows:
        for target in row.targets:
            yield Target(
                start_char=target.start,
                end_char=target.end,
                rule="target.table",
                value=target.value,
                unit=target.unit,
                status=None,
                setter=None,
                indicator_id=row.indicator_id,
            )


EXTRACTOR = Extractor(Target, find)
