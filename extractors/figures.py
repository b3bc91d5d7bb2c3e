"""Figures: numbers that report performance or service volume."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from extractors.language.figure_roles import Role, reports, roles_of
from extractors.language.parsed import Parsed
from extractors.language.periods import find_periods
from extractors.language.quantity import Quantity
from extractors.language.sentences import Sentence
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
    """The measure that it is a figure of, where the text tells."""


def find(parsed: Parsed) -> Iterator[Figure]:
    """Every figure that talk, a decision or a performance table gives, or a short line that a layout took for a
    heading.

    Titles of items, other table rows, lists of who was there and page furniture give none.
    """
    yield from _in_tables(parsed)
    for sentence, group in groupby(parsed.quantities, lambda each: parsed.sentence_at(each.start)):
        if sentence is None or not _may_tell(parsed, sentence):
            continue
        start, end = sentence.start, sentence.end
        told = [each for each in group if reports(parsed.text, start, end, each)]
        for quantity, role in zip(told, roles_of(parsed.text, start, end, told), strict=True):
            yield _figure(parsed, sentence, quantity, role)


def _may_tell(parsed: Parsed, sentence: Sentence) -> bool:
    if parsed.tells(sentence):
        return True
    is_heading = parsed.document.blocks[sentence.block].kind == "heading"
    titles = {item.block for item in parsed.outline.items}
    return is_heading and parsed.outline.parts[sentence.block] == "heading" and sentence.block not in titles


def _figure(parsed: Parsed, sentence: Sentence, quantity: Quantity, role: Role) -> Figure:
    return Figure(
        start_char=quantity.start,
        end_char=quantity.end,
        rule=f"figure.{quantity.kind}",
        value=quantity.value,
        unit=quantity.unit,
        out_of=quantity.out_of,
        role=role,
        comparator=quantity.comparator,
        period=_period(parsed, sentence, quantity),
        indicator_id=parsed.measure_for(quantity.start, quantity.end),
    )


def _in_tables(parsed: Parsed) -> Iterator[Figure]:
    for row in parsed.scorecards.rows:
        for value in row.figures:
            yield Figure(
                start_char=value.start,
                end_char=value.end,
                rule="figure.table",
                value=value.value,
                unit=value.unit,
                out_of=value.out_of,
                role=value.role,
                comparator=value.comparator,
                period=value.period,
                indicator_id=row.indicator_id,
            )


def _period(parsed: Parsed, sentence: Sentence, quantity: Quantity) -> str | None:
    """The period named nearest to the figure in its sentence."""
    periods = find_periods(parsed.text, sentence.start, sentence.end, parsed.document.date)
    if not periods:
        return None
    nearest = min(
        periods, key=lambda each: max(each.start_char - quantity.end, quantity.start - each.end_char)
    )
    return nearest.label


EXTRACTOR = Extractor(Figure, find)
