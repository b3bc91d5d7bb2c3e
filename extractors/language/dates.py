"""Dates as minutes write them: "Thursday, 9th January, 2025", "12/11/2019" (day first), "2024-05-14"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
# A superscript "th" comes out of scans as a quotation mark, and out of PDF with a space before it.
_ORDINAL = r"\s?(?:st|nd|rd|th|[\"”“'’°*])?"
_WRITTEN = re.compile(
    rf"(?:\b{_WEEKDAY}(?:the\s+)?|(?<!\d))(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:day\s+of\s+|of\s+)?"
    rf"(?P<month>{MONTH}),?\s*(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b{_WEEKDAY}(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\d/-])"
)
_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_EARLIEST, _LATEST = 1835, 2100
"""The Municipal Corporations Act made councils that minute; a later year is a misprint."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """`text[start:end]`, weekday included, names the day `iso` (YYYY-MM-DD)."""

    start: int
    end: int
    iso: str


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[WrittenDate]:
    """The whole dates (day, month and year) of `text[start:end]`, in order, none overlapping.

    Numbers are read day first, as Britain and Ireland write them. An impossible day is no date.
    """
    stop = len(text) if end is None else end
    found = sorted(_matches(text, start, stop), key=lambda each: (each.start, -each.end))
    kept: list[WrittenDate] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def parse_date(text: str) -> str | None:
    """The first whole date in `text` as ISO, or None."""
    found = find_dates(text)
    return found[0].iso if found else None


def month_number(name: str) -> int:
    """1 to 12 for an English month's name or its first three letters."""
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _matches(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    for pattern in (_WRITTEN, _MONTH_FIRST, _NUMERIC, _ISO):
        for match in pattern.finditer(text, start, end):
            month = match["month"]
            number = int(month) if month.isdigit() else month_number(month)
            iso = _iso(int(match["year"]), number, int(match["day"]))
            if iso:
                yield WrittenDate(*match.span(), iso)


def _iso(year: int, month: int, day: int) -> str | None:
    if year < 100:
        year += 2000 if year < 70 else 1900
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
