"""Figures: numbers that report performance or service volume."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from extractors.language.dated import dated_otherwise
from extractors.language.figure_roles import Role, reports, roles_of
from extractors.language.parsed import Parsed
from extractors.language.periods import Period, find_periods
from extractors.language.quantity import Quantity
from extractors.language.sentences import Sentence
from extractors.language.target_statement import TargetStatement
from extractors.model import Extractor, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure(Record):
    """The span is the number with its unit."""

    table: ClassVar[str] = "figures"
    value: float
    unit: str
    """`%`, `count`, `days`, `working days`, `weeks`, `months`, `years`, `£`, `€`, `per 10,000`, `points`, `tonnes`,
    `kg` or `mph`."""
    out_of: float | None
    role: str
    """`actual`, `target`, `benchmark` or `change`."""
    comparator: str | None
    """`over`, `under` or `about`, where the text says so."""
    period: str | None
    dated_by: str
    """`words` where the text gives the period; `otherwise` where it says another time, as "last year"; `item` where it
    says none, so that the figure is of the period that its agenda item, or the whole report, is on."""
    indicator_id: str | None = None
    """The measure that it is a figure of, where the text tells."""


def find(parsed: Parsed) -> Iterator[Figure]:
    """Every figure that talk, a decision or a performance table gives, or a short line that a layout took for a
    heading.

    Titles of items, other table rows, lists of who was there and page furniture give none.
    """
    yield from _in_tables(parsed)
    targets = _target_values(parsed)
    for sentence, group in groupby(_quantities(parsed), lambda each: parsed.sentence_at(each.start)):
        if sentence is None or not _may_tell(parsed, sentence):
            continue
        start, end = sentence.start, sentence.end
        numbers = _before_title(parsed, sentence)
        told = [
            each
            for each in group
            if each.start >= numbers and (each.start in targets or reports(parsed.text, start, end, each))
        ]
        periods = find_periods(parsed.text, start, end, parsed.document.date) if told else []
        for quantity, role in zip(told, roles_of(parsed.text, start, end, told), strict=True):
            role = "target" if quantity.start in targets and role != "change" else role
            yield _figure(parsed, sentence, quantity, role, _nearest(periods, quantity))


def _quantities(parsed: Parsed) -> list[Quantity]:
    """The quantities of the text, with the times that are aimed at ("to respond within ten minutes") in their order."""
    aims = [each.quantity for each in _aims(parsed) if each.quantity]
    known = {each.start for each in parsed.quantities}
    return sorted(
        (*parsed.quantities, *(each for each in aims if each.start not in known)), key=lambda each: each.start
    )


def _aims(parsed: Parsed) -> Iterator[TargetStatement]:
    return (each for each in parsed.target_statements if each.rule == "target.aim")


def _target_values(parsed: Parsed) -> set[int]:
    """Where numbers start that the text says are targets; a sum "on budget" is a level, and so is "26/52"."""
    values = {
        each.quantity.start
        for each in parsed.target_statements
        if each.quantity and each.quantity.kind != "ratio" and each.rule != "target.status"
    }
    aims = list(_aims(parsed))  # "… by noon in nine cases of ten"
    return values | {
        each.start for each in parsed.quantities if any(aim.start < each.start < aim.end for aim in aims)
    }


def _may_tell(parsed: Parsed, sentence: Sentence) -> bool:
    if parsed.tells(sentence):
        return True
    is_heading = parsed.document.blocks[sentence.block].kind == "heading"
    if not is_heading or parsed.outline.parts[sentence.block] != "heading":
        return False
    return sentence.block not in parsed.outline.titled


def _before_title(parsed: Parsed, sentence: Sentence) -> int:
    """Where the title begins of an item that has its talk behind it on its line: its number stands before."""
    item = parsed.outline.titled.get(sentence.block)
    return item.start if item else 0


def _figure(parsed: Parsed, sentence: Sentence, quantity: Quantity, role: Role, period: str | None) -> Figure:
    span = quantity.start, quantity.end
    otherwise = not period and dated_otherwise(parsed.text, sentence.start, sentence.end, span)
    return Figure(
        start_char=quantity.start,
        end_char=quantity.end,
        rule=f"figure.{quantity.kind}",
        value=quantity.value,
        unit=quantity.unit,
        out_of=quantity.out_of,
        role=role,
        comparator=quantity.comparator,
        period=period,
        dated_by="words" if period else "otherwise" if otherwise else "item",
        indicator_id=parsed.measure_for(quantity.start, quantity.end),
    )


def _in_tables(parsed: Parsed) -> Iterator[Figure]:
    for row in parsed.scorecards.rows:
        for value in row.figures:
            newest = value.role == "target" or value.value == row.latest
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
                dated_by="words" if value.period else "item" if newest else "otherwise",
                indicator_id=row.indicator_id,
            )


def _nearest(periods: Sequence[Period], quantity: Quantity) -> str | None:
    """The label of the period of the sentence that is named nearest to the figure."""
    nearest = min(
        periods,
        key=lambda each: max(each.start_char - quantity.end, quantity.start - each.end_char),
        default=None,
    )
    return nearest.label if nearest else None


EXTRACTOR = Extractor(Figure, find)
