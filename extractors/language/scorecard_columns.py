"""Which columns of a sheet hold the measure, its values, target, rating and direction; or that it is no
performance table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.language.column_periods import ColumnPeriod
from extractors.language.column_roles import Heading
from extractors.language.scorecard_sheets import Line, Sheet, ratings_among
from extractors.language.table_values import direction_of, hue_of, is_yes_or_no, rating_of, read_value
from extractors.model import CellSpan

_SUMMED = re.compile(r"\bytd\b|\byear[ -]to[ -]date\b|\bcumulative\b|\btotal\b|\baverage\b", re.IGNORECASE)
"""A column beside the periods that sums them up is not the latest."""
_WHO_CAME = frozenset({"present", "apologies", "apologies received", "absent", "in attendance"})
"""Headings of a table of those who came to the meeting."""
_NOTHING = frozenset(["", "-", "–", "—", "n/a", "na", "tbc", "tba", "."])


@dataclass(frozen=True, slots=True)
class Columns:
    """Column numbers by what they hold; None where the sheet has none. `values` are all columns of results, the
    oldest first; `latest` is one of them, or None."""

    measure: int
    code: int | None
    section: int | None
    unit: int | None
    latest: int | None
    values: tuple[int, ...]
    target: int | None
    floor: int | None
    rating: int | None
    rating_previous: int | None
    rating_by_fill: int | None
    """The column of values whose fills are the rating, where no column gives it."""
    direction: int | None
    benchmarks: tuple[int, ...]
    unknown: tuple[int, ...]
    """Columns with content that were not understood."""
    plain: bool
    """Whether nothing but values of several periods makes it a performance table: no heading says "measure",
    there is no target and no rating."""


def read_columns(sheet: Sheet) -> Columns | None:
    """The columns of a performance table; None for any other table."""
    if (
        sum(bool(heading.text or heading.role) for heading in sheet.headings) < 2
        or ratings_among(sheet.headings) > 1
        or any(heading.text.strip(" :").lower() in _WHO_CAME for heading in sheet.headings)
    ):
        return None
    roles = [_checked(heading, sheet.lines, at) for at, heading in enumerate(sheet.headings)]
    measure, code, said = _measure(sheet, roles)
    if measure is None:
        return None
    for at in (measure, code):
        if at is not None:
            roles[at] = "measure" if at == measure else "reference"
    values = _in_order(sheet, [at for at, role in enumerate(roles) if role == "actual"])
    values = [at for at in values if _has_values(sheet.lines, at)]
    if not _is_performance(sheet, roles, values, said):
        return None
    latest = _latest(sheet, values)
    rating, rating_previous = _ratings(sheet, roles)
    return Columns(
        measure=measure,
        code=code,
        section=next(_having(roles, "section"), None),
        unit=next(_having(roles, "unit"), None),
        latest=latest,
        values=tuple(values),
        target=_nearest(sheet, list(_having(roles, "target")), latest),
        floor=next(_having(roles, "floor"), None),
        rating=rating,
        rating_previous=rating_previous,
        rating_by_fill=_filled(sheet.lines, latest) if rating is None else None,
        direction=next(_having(roles, "direction"), None),
        benchmarks=tuple(_having(roles, "benchmark")),
        unknown=tuple(at for at, role in enumerate(roles) if role is None and _is_used(sheet.lines, at)),
        plain=not said and not {"target", "rating"} & set(roles),
    )


def _cells_in(lines: Sequence[Line], at: int) -> list[CellSpan]:
    """The cells of a column that hold anything."""
    spans = (line.cells[at] for line in lines)
    return [
        s for s in spans if s is not None and (s.cell.text.strip().lower() not in _NOTHING or s.cell.mark)
    ]


def _having(roles: Sequence[str | None], wanted: str) -> Iterator[int]:
    return (at for at, role in enumerate(roles) if role == wanted)


def _checked(heading: Heading, lines: Sequence[Line], at: int) -> str | None:
    """The heading's role, where what stands under it is of that kind."""
    cells = _cells_in(lines, at)
    if heading.role in (None, "change") and cells:
        # Under a heading that says something else, words alone count: a value may have any colour.
        rated = sum(rating_of(span.cell, by_fill=not heading.text) is not None for span in cells)
        if rated > 0.6 * len(cells):
            return "rating"
    if heading.role == "rating":
        coloured = [line.cells[at] for line in lines]
        rated = sum(span is not None and rating_of(span.cell) is not None for span in coloured)
        if rated >= max(1, 0.4 * len(cells)):
            return "rating"
        if cells and _are_values(cells):
            return "change"
        return None if cells and not all(is_yes_or_no(span.cell.text) for span in cells) else "rating"
    if heading.role == "direction" and cells:
        pointing = sum(direction_of(span.cell) is not None for span in cells)
        if pointing >= 0.4 * len(cells):
            return "direction"
        return "change" if _are_values(cells) else None
    if heading.role in (None, "actual", "change") and cells and not heading.period:
        pointing = sum(direction_of(s.cell) is not None and read_value(s.cell.text) is None for s in cells)
        if pointing > len(cells) / 2 and not _are_words(cells):
            return "direction"
        if heading.role == "actual" and _are_words(cells) and not _has_values(lines, at):
            return None
    return heading.role


def _measure(sheet: Sheet, roles: Sequence[str | None]) -> tuple[int | None, int | None, bool]:
    """The columns of the measure's name and of its code, and whether the headings say so."""
    named = list(_having(roles, "measure"))
    described = list(_having(roles, "description"))
    coded = list(_having(roles, "reference"))
    if named and len(sheet.lines) == 1 and sheet.lines[0].cells[named[0]] is None:
        return named[0], None, True  # a table of one measure, whose name is the heading above it
    words = [at for at in (*named, *described, *coded) if _are_names(sheet.lines, at)]
    if words:
        short = [at for at in (*coded, *named) if at != words[0] and not _are_names(sheet.lines, at)]
        return words[0], next(iter(short), None), True
    free = [at for at, role in enumerate(roles) if role in (None, "section", "rating", "foreign", "actual")]
    names = [at for at in free if _are_names(sheet.lines, at)]
    if not names:
        return None, None, False
    return names[0], next(iter(coded), None), False


def _are_names(lines: Sequence[Line], at: int) -> bool:
    """Whether most cells hold words: letters beyond a code's, no value, no rating."""
    cells = [span for line in lines if (span := line.cells[at]) is not None and span.cell.text.strip()]
    return bool(cells) and sum(_is_name(span) for span in cells) > len(cells) / 2


def _is_name(span: CellSpan) -> bool:
    text = span.cell.text
    letters = sum(char.isalpha() for char in text)
    is_code = len(text) <= 8 and any(char.isdigit() for char in text)
    return (
        letters >= 3
        and not is_code
        and rating_of(span.cell, by_fill=False) is None
        and direction_of(span.cell) is None
    )


def _are_words(cells: Sequence[CellSpan]) -> bool:
    return sum(_is_name(span) for span in cells) > len(cells) / 2


def _are_values(cells: Sequence[CellSpan]) -> bool:
    return sum(read_value(span.cell.text) is not None for span in cells) > len(cells) / 2


def _has_values(lines: Sequence[Line], at: int) -> bool:
    return any(read_value(span.cell.text) is not None for span in _cells_in(lines, at))


def _is_used(lines: Sequence[Line], at: int) -> bool:
    return bool(_cells_in(lines, at))


def _is_performance(sheet: Sheet, roles: Sequence[str | None], values: Sequence[int], said: bool) -> bool:
    """Whether the columns are those of a performance table. Where no heading says that measures stand below it,
    more is asked for: a target, a rating with a direction, or the same thing for several periods."""
    has = {role for role in roles if role}
    results = bool(values) or "target" in has
    if said:
        return results or "rating" in has
    if "foreign" in has or any("£" in heading.text for heading in sheet.headings):
        return False
    several = sum(sheet.headings[at].period is not None for at in values) > 1
    return (
        ("target" in has and bool(values))
        or ("rating" in has and bool({"direction", "target"} & has or values))
        or (several and _mostly_values(sheet.lines, values))
    )


def _mostly_values(lines: Sequence[Line], columns: Sequence[int]) -> bool:
    cells = [span for at in columns for span in _cells_in(lines, at)]
    return sum(read_value(span.cell.text) is not None for span in cells) > 0.7 * len(cells)


def _in_order(sheet: Sheet, columns: Sequence[int]) -> list[int]:
    """Columns of results, the oldest first: by period, "previous" before what has none."""

    def age(at: int) -> tuple[bool, bool, tuple[int, int]]:
        heading = sheet.headings[at]
        order = heading.period.order if heading.period else (0, 0)
        return not heading.is_previous, heading.period is None, order

    return sorted(columns, key=age)


def _latest(sheet: Sheet, values: Sequence[int]) -> int | None:
    """The column that is headed as the latest; or else of the columns of the shortest period (the quarters, not
    the years beside them) the last."""
    current = [at for at in values if not sheet.headings[at].is_previous]
    timeless = [at for at in current if sheet.headings[at].period is None]
    single = [at for at in timeless if not _SUMMED.search(sheet.headings[at].text)]
    dated = any(sheet.headings[at].period for at in current)
    if single or (timeless and not dated):
        return (single or timeless)[0]
    periods: dict[int, ColumnPeriod] = {
        at: p for at in current if (p := sheet.headings[at].period) is not None
    }
    if not periods:
        return None
    least = min(period.months for period in periods.values())
    return max((p.order, at) for at, p in periods.items() if p.months == least)[1]


def _nearest(sheet: Sheet, columns: Sequence[int], latest: int | None) -> int | None:
    """Of several columns of targets: the one for the latest value's period, or for the shortest that holds it;
    else one without a period."""
    candidates = [at for at in columns if not sheet.headings[at].is_previous] or list(columns)
    now = sheet.headings[latest].period if latest is not None else None
    if now is not None:
        holding = [
            (period.months, at)
            for at in candidates
            if (period := sheet.headings[at].period) and period.end - period.months < now.end <= period.end
        ]
        if holding:
            return min(holding)[1]
    timeless = [at for at in candidates if sheet.headings[at].period is None]
    return next(iter(timeless or candidates), None)


def _ratings(sheet: Sheet, roles: Sequence[str | None]) -> tuple[int | None, int | None]:
    """The columns of the rating and of the one before it."""
    rated = list(_having(roles, "rating"))
    before = [at for at in rated if sheet.headings[at].is_previous]
    now = [at for at in rated if at not in before]
    dated = [(period.order, at) for at in now if (period := sheet.headings[at].period)]
    if len(dated) > 1:
        ordered = [at for _, at in sorted(dated)]
        return ordered[-1], before[0] if before else ordered[-2]
    return next(iter(now), None), next(iter(before), None)


def _filled(lines: Sequence[Line], latest: int | None) -> int | None:
    """The latest values' column where their fills are ratings: of more than one hue, or strong."""
    if latest is None:
        return None
    fills = [span.cell.fill for line in lines if (span := line.cells[latest]) is not None]
    hues = {hue_of(fill) for fill in fills} - {None}
    strong = {hue_of(fill, least=0.5) for fill in fills} - {None}
    return (
        latest
        if len(hues) > 1 or (len(strong) == 1 and None not in {hue_of(fill) for fill in fills})
        else None
    )
