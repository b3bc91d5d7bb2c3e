"""Reporting periods: quarters, half-years and financial years (1 April to 31 March) as reports name them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.language.dates import MONTH, month_number
from extractors.vocabulary import rows

_QUARTERS = {row["word"]: int(row["quarter"]) for row in rows("quarters.csv")}
_QUARTER = (
    r"(?:(?:quarter|qtr|q)\.?\s?(?P<q{0}>[1-4]|one|two|three|four)\b|"
    r"(?P<o{0}>first|second|third|fourth|final|1st|2nd|3rd|4th)\s+quarter\b)"
)
_HALF = (
    r"(?:\bH(?P<h>[12])\b|(?P<half>first|second)\s+half(?:[- ]year)?|"
    r"(?P<mid>half[- ]year(?:ly)?|mid[- ]year))"
)
_YEAR = r"(?P<y{0}>(?:19|20)\d\d)\s?[/\\–—-]\s?(?P<z{0}>(?:(?:19|20)\d\d|\d\d))(?![\d/]|[–—-]\d)"
_BEFORE_YEAR = r"(?<![\d/–—-])"
_RANGE = (
    rf"(?P<from>{MONTH})(?:\s+20\d\d)?\s*(?:to|until|[-–—])\s*(?:the\s+)?(?:end\s+(?:of\s+)?)?(?P<to>{MONTH})"
)
# What may stand between a quarter and its year: brackets with months or the quarter again, "of", "for".
_BETWEEN = (
    r"(?:[\s,:;()\[\]–—-]|of\b|for\b|in\b|the\b|financial\s+year\b|(?:and\s+)?year(?:[\s-]end)?\b|ended\b|ending\b|"
    rf"{MONTH}|to\b|q[1-4]\b|quarter\s+(?:[1-4]|one|two|three|four)\b){{1,24}}?"
)
_SPAN_AND_YEAR = re.compile(
    rf"\b(?:{_QUARTER.format('a')}|{_HALF}){_BETWEEN}{_BEFORE_YEAR}{_YEAR.format('a')}", re.IGNORECASE
)
_YEAR_AND_SPAN = re.compile(
    rf"{_BEFORE_YEAR}\b{_YEAR.format('a')}[\s,:()–—-]{{1,4}}(?:the\s+)?(?:{_QUARTER.format('a')}|{_HALF})",
    re.IGNORECASE,
)
# "Q3 2024" may mean the calendar's or the council's third quarter; "Quarter 2 last year" is another year's;
# "for a third quarter", "the third quarter running" count quarters.
_QUARTER_ALONE = re.compile(
    rf"\b(?!(?<=\ba\s)(?:first|second|third|fourth)\b){_QUARTER.format('a')}"
    r"(?!\s+(?:running|in\s+(?:a\s+row|succession|turn))\b)"
    r"(?!\W{0,3}(?:of\s+|in\s+)?(?:(?:19|20)\d\d\b|(?:last|the\s+previous|next|the\s+following)\s+(?:financial\s+)?year))",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(rf"{_BEFORE_YEAR}\b{_YEAR.format('a')}", re.IGNORECASE)
_MONTHS_YEAR = re.compile(
    rf"\b(?:{_QUARTER.format('b')}\W{{1,4}})?\b{_RANGE}\s*,?\s*(?P<cy>20\d\d)\b(?!\s?[/–—-]\s?\d)"
    rf"(?:\W{{1,4}}{_QUARTER.format('c')})?",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?P<length>quarter|three\s+months|half[- ]year|six\s+months|year|(?:twelve|12)\s+months)"
    r"\s+(?:ended|ending|to)\s+(?:the\s+end\s+of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    rf"(?P<month>{MONTH})\s+(?P<cy>20\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """`text[start_char:end_char]` names the period `label`: `2019/20 Q2`, `2019/20 H1` or `2012/13`.

    `start` and `end` are its first and last day, ISO.
    """

    start_char: int
    end_char: int
    label: str
    start: str
    end: str

    @property
    def year(self) -> int:
        """The calendar year that the financial year begins in."""
        return int(self.label[:4])

    @property
    def part(self) -> str:
        """`Q1` to `Q4`, `H1`, `H2`, or empty for a whole year."""
        return self.label[8:]


def find_periods(text: str, start: int = 0, end: int | None = None, day: str | None = None) -> list[Period]:
    """The periods that `text[start:end]` names, in order, none overlapping.

    A quarter without a year is read by `day` (ISO; the document's date): the last quarter of that number
    that had begun by then. Without `day` it is left out, as is a calendar year and a span of several years.
    """
    stop = len(text) if end is None else end
    kept: list[Period] = []
    # Longest first where two begin together; a pair beats the year or quarter inside it.
    for found in sorted(_candidates(text, start, stop, day), key=lambda p: (p.start_char, -p.end_char)):
        if not kept or found.start_char >= kept[-1].end_char:
            kept.append(found)
    return kept


def financial_year(first: int, start: int = 0, end: int = 0, part: str = "") -> Period:
    """The year from April `first`, or its `part` (`Q1` to `Q4`, `H1`, `H2`), named at `start:end`."""
    begin, months = {"": (0, 12), "H1": (0, 6), "H2": (6, 6)}.get(part) or (int(part[1]) * 3 - 3, 3)
    first_day = _month_start(first, 4 + begin)
    last_day = _month_start(first, 4 + begin + months) - timedelta(days=1)
    label = f"{first}/{(first + 1) % 100:02d}{' ' + part if part else ''}"
    return Period(start, end, label, first_day.isoformat(), last_day.isoformat())


def year_of(day: str) -> int:
    """The calendar year in which the financial year of `day` (ISO) begins."""
    return int(day[:4]) - (int(day[5:7]) < 4)


def _month_start(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _candidates(text: str, start: int, end: int, day: str | None) -> Iterator[Period]:
    for pattern in (_SPAN_AND_YEAR, _YEAR_AND_SPAN, _YEAR_ALONE):
        for match in pattern.finditer(text, start, end):
            first = _first_year(match)
            if first is not None:
                yield financial_year(first, *match.span(), _part(match))
    yield from _by_months(text, start, end)
    if day:
        for match in _QUARTER_ALONE.finditer(text, start, end):
            yield begun_by(day, _part(match), *match.span())


def begun_by(day: str, part: str, start: int = 0, end: int = 0) -> Period:
    """The last `part` of a financial year that had begun by `day` (ISO)."""
    period = financial_year(year_of(day), start, end, part)
    return period if period.start <= day else financial_year(year_of(day) - 1, start, end, part)


def _first_year(match: re.Match[str]) -> int | None:
    """The year's first half where the second is the next year; None for "2016/21" and "2013/15"."""
    first, second = int(match["ya"]), int(match["za"])
    second += first // 100 * 100 if second < 100 else 0
    return first if second in (first + 1, first + 1 - 100) else None


def _part(match: re.Match[str]) -> str:
    groups = match.groupdict()
    word = groups.get("qa") or groups.get("oa")
    if word:
        return f"Q{_QUARTERS[word.lower()]}"
    if groups.get("h"):
        return f"H{groups['h']}"
    if groups.get("half"):
        return "H1" if groups["half"].lower() == "first" else "H2"
    return "H1" if groups.get("mid") else ""


def _by_months(text: str, start: int, end: int) -> Iterator[Period]:
    """ "April to June 2024", "quarter ended 30 June 2024": months that are a quarter, half or whole year."""
    for match in _MONTHS_YEAR.finditer(text, start, end):
        last = int(match["cy"]) * 12 + month_number(match["to"]) - 1
        length = (last - month_number(match["from"]) + 1) % 12 + 1
        period = _ending(last, length, *match.span())
        if period:
            yield period
    for match in _ENDED.finditer(text, start, end):
        last = int(match["cy"]) * 12 + month_number(match["month"]) - 1
        word = match["length"].lower()
        length = 3 if word.startswith(("quarter", "three")) else 6 if word.startswith(("half", "six")) else 12
        period = _ending(last, length, *match.span())
        if period:
            yield period


def _ending(last: int, length: int, start: int, end: int) -> Period | None:
    """The period of `length` months whose last is `last` (months since year 0), where one ends there."""
    first = last - length + 1
    year, month = divmod(first - 3, 12)  # month 0 is April
    part = {3: f"Q{month // 3 + 1}", 6: f"H{month // 6 + 1}", 12: ""}.get(length)
    if part is None or month % length:
        return None
    return financial_year(year, start, end, part)
