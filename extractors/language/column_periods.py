"""The periods that columns are headed with: quarters, years, months, "Oct – Dec 24", "12m to Dec 24"."""

import re
from dataclasses import dataclass

from extractors.language.dates import MONTH, month_number
from extractors.language.periods import Period, find_periods

_YEAR = r"['’]?(?P<{0}>(?:19|20)\d\d|\d\d)(?![\d/%])"
_DASH = r"\s*(?:-|–|—|to|until)\s*"
_RANGE = re.compile(
    rf"\b(?P<from>{MONTH})[\s-]*(?:{_YEAR.format('fy')})?{_DASH}(?P<to>{MONTH})[\s-]*{_YEAR.format('ty')}",
    re.IGNORECASE,
)
_LENGTHS = {"month": 1, "quarter": 3, "qtr": 3, "half": 6, "year": 12, "yr": 12}
_TO = re.compile(
    r"\b(?:(?P<count>\d{1,2}|twelve|three|six)\s*-?\s*(?:m|mths?|months?)|"
    r"(?P<word>quarter|qtr|half[ -]?year|year|yr|month))"
    rf"\s+(?:ended|ending|end|to)\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?P<to>{MONTH})[\s-]*{_YEAR.format('ty')}",
    re.IGNORECASE,
)
_DAY = r"(?:(?:as\s+)?(?:at|of|on)\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
_MONTH = re.compile(rf"\b{_DAY}(?P<to>{MONTH})[\s\-–/,]*{_YEAR.format('ty')}", re.IGNORECASE)
_WRITTEN = re.compile(
    r"(?<![\d/.-])\d{1,2}(?P<mark>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<y>(?:20)?\d\d)(?![\d/.-])"
)
_SHORT_YEARS = re.compile(r"(?<![\d/£.,-])(?P<a>\d\d)\s?[/–-]\s?(?P<b>\d\d)(?![\d/%.,-])")
_CALENDAR = re.compile(r"(?<![\d/£.,])(?P<y>(?:19|20)\d\d)(?![\d/.,%])")
_QUARTER = re.compile(r"\b(?:q|qtr|quarter)\.?\s?(?P<q>[1-4])\b", re.IGNORECASE)
_BARE_MONTHS = re.compile(rf"(?:(?P<from>{MONTH}){_DASH})?(?P<to>{MONTH})", re.IGNORECASE)
_COUNTS = {"twelve": 12, "three": 3, "six": 6}
_QUARTER_ENDS = (3, 6, 9, 12)


@dataclass(frozen=True, slots=True)
class ColumnPeriod:
    """`end`: the last month, counted from year 0 (of the year alone where no year is known); `months`: the
    length; `label`: as `figures.period` has it, or None for what that cannot say (a month, a rolling year)."""

    end: int
    months: int
    label: str | None
    start_char: int
    end_char: int

    @property
    def order(self) -> tuple[int, int]:
        """Sorts the latest last; of two that end together, the shorter last."""
        return self.end, -self.months


def read_period(heading: str, day: str | None) -> ColumnPeriod | None:
    """The period that a column's heading names, or None. `day` (ISO) dates a quarter without a year."""
    text = _SHORT_YEARS.sub(_long_years, heading)
    return _by_months(text) or _financial(text, day) or _single(text)


def strip_period(heading: str) -> str:
    """The heading's other words."""
    text = _SHORT_YEARS.sub(_long_years, heading)
    for pattern in (_TO, _RANGE, _MONTH, _WRITTEN):
        text = pattern.sub(" ", text)
    for period in reversed(find_periods(text, day="2000-04-01")):
        text = text[: period.start_char] + " " + text[period.end_char :]
    text = _CALENDAR.sub(" ", _QUARTER.sub(" ", text))
    return text if not _BARE_MONTHS.fullmatch(text.strip()) else ""


def _long_years(match: re.Match[str]) -> str:
    first, second = int(match["a"]), int(match["b"])
    return f"20{first:02d}/{second:02d}" if second == first + 1 else match[0]


def _by_months(text: str) -> ColumnPeriod | None:
    if match := _TO.search(text):
        count = (match["count"] or "").lower()
        word = (match["word"] or "").lower().split("-")[0].split(" ")[0]
        months = _COUNTS.get(count) or (int(count) if count else _LENGTHS.get(word, 12))
        return _ending(match, months)
    if match := _RANGE.search(text):
        months = (month_number(match["to"]) - month_number(match["from"])) % 12 + 1
        if match["fy"] and _year(match["ty"]) - _year(match["fy"]) > 1:
            return None
        return _ending(match, months)
    return None


def _ending(match: re.Match[str], months: int) -> ColumnPeriod:
    year, month = _year(match["ty"]), month_number(match["to"])
    return ColumnPeriod(year * 12 + month, months, label_of(year, month, months), *match.span())


def label_of(year: int, month: int, months: int) -> str | None:
    """The financial quarter, half or year that ends with the month; None where none does."""
    first = year if month > 3 else year - 1
    part = {3: {6: " Q1", 9: " Q2", 12: " Q3", 3: " Q4"}, 6: {9: " H1", 3: " H2"}, 12: {3: ""}}
    ending = part.get(months, {}).get(month)
    return None if ending is None else f"{first}/{(first + 1) % 100:02d}{ending}"


def _financial(text: str, day: str | None) -> ColumnPeriod | None:
    found = find_periods(text, day=day)
    quarter = _QUARTER.search(text)
    whole = next((period for period in found if period.part), None)
    year = next((period for period in found if not period.part), None)
    if whole is None and year is not None and quarter is not None:
        return _quarter_of(year.year, int(quarter["q"]), (year.start_char, quarter.end()))
    if whole is None and quarter is not None and (calendar := _CALENDAR.search(text)):
        # "Q3 2024" may be either year's: enough to order columns by, not to name the period.
        end = int(calendar["y"]) * 12 + 3 * int(quarter["q"])
        return ColumnPeriod(
            end, 3, None, min(quarter.start(), calendar.start()), max(quarter.end(), calendar.end())
        )
    best = whole or year
    if best is not None:
        return _from(best)
    if quarter is not None:
        return ColumnPeriod(3 * int(quarter["q"]), 3, None, *quarter.span())
    return None


def _quarter_of(first: int, quarter: int, span: tuple[int, int]) -> ColumnPeriod:
    end = first * 12 + 3 + 3 * quarter
    return ColumnPeriod(end, 3, f"{first}/{(first + 1) % 100:02d} Q{quarter}", min(span), max(span))


def _from(period: Period) -> ColumnPeriod:
    months = {"Q": 3, "H": 6}.get(period.part[:1], 12)
    end = int(period.end[:4]) * 12 + int(period.end[5:7])
    return ColumnPeriod(end, months, period.label, period.start_char, period.end_char)


def _single(text: str) -> ColumnPeriod | None:
    """A month, the month of a day, a calendar year, or months without a year."""
    if match := _MONTH.search(text):
        return ColumnPeriod(_year(match["ty"]) * 12 + month_number(match["to"]), 1, None, *match.span())
    if match := _WRITTEN.search(text):
        return ColumnPeriod(_year(match["y"]) * 12 + int(match["month"]), 1, None, *match.span())
    if match := _CALENDAR.search(text):
        return ColumnPeriod(int(match["y"]) * 12 + 12, 12, None, *match.span())
    if match := _BARE_MONTHS.fullmatch(text.strip()):
        last = month_number(match["to"])
        first = month_number(match["from"]) if match["from"] else last
        return ColumnPeriod((last - 4) % 12 + 4, (last - first) % 12 + 1, None, 0, len(text))
    return None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def quarter_ends(periods: list[ColumnPeriod]) -> bool:
    """Whether months are printed for the quarters they end: "Sep-24", "Dec-24"."""
    months = [period for period in periods if period.months == 1]
    return len(months) > 1 and all((period.end - 1) % 12 + 1 in _QUARTER_ENDS for period in months)
