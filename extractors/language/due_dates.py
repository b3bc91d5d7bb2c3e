"""When a promise falls due: "by the end of March", "within two weeks", "at the next meeting" as a day."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from extractors.language.dates import MONTH, WEEKDAYS, find_dates, month_number
from extractors.language.periods import financial_year, find_periods, year_of
from extractors.vocabulary import rows

_COUNTS = {row["word"]: int(row["count"]) for row in rows("due_counts.csv")}
_QUARTERS = {row["word"]: int(row["quarter"]) for row in rows("quarters.csv")}
_QUARTER = (
    rf"(?:(?:quarter|q)\s?(?P<q>[1-4]|one|two|three|four)\b|\b(?P<o>{'|'.join(_QUARTERS)})\s+quarter\b)"
)
_NO_SPAN = r"(?!\s?[/–—-]\s?\d)"
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11}
"""The last month of each; winter lies in two years."""

_REPEATED = re.compile(
    r"\b(?:every|each|annual\w*|quarterly|monthly|regular\w*|ongoing|previous|ago|once an?|twice an?)\b",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    r"(?:with\s+effect\s+)?from\b(?=.{0,60}\b(?:quarters?|q[1-4]|half|years?|20\d\d|terms?|spring|summer|autumn|winter|cycle|"
    r"meetings?|reports?)\b)|.{1,60}\bonwards?$",
    re.IGNORECASE,
)
"""What begins then and goes on ("from Quarter 4", shown in the report on it): no day says that it is late."""
_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})|"
    rf"(?P<month_first>{MONTH})\s+(?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?\b)"
)
_MONTH = re.compile(rf"\b(?P<before>[Bb]efore\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>20\d\d))?(?![\w'’])")
_SEASON = re.compile(r"\b(?P<season>spring|summer|autumn)\b(?:\s+(?:of\s+)?(?P<year>20\d\d))?", re.IGNORECASE)
_YEAR_QUARTER = re.compile(rf"\b{_QUARTER}\s+(?:of\s+|in\s+)?(?P<year>20\d\d)\b{_NO_SPAN}", re.IGNORECASE)
_BARE_QUARTER = re.compile(rf"\b{_QUARTER}", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(?P<when>in|by|during|of|for|until|late|mid|early|before|beginning\s+of|start\s+of)[\s-]+(?:in\s+)?"
    rf"(?P<year>20\d\d)\b{_NO_SPAN}",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\b(?:in|within|after|over|for|next|following|another)\s+(?:(?:the|about|around|approximately|next|coming|"
    r"following|further|period|of)\s+)*(?:[\w-]+\s+(?:to|or)\s+|\d+\s?[-–]\s?)?"
    rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})\s+(?:more\s+)?"
    r"(?P<working>(?:working|clear)\s+)?(?P<unit>hour|day|week|fortnight|month|year)s?\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?P<which>this|next|coming|current|end\s+of(?:\s+the)?)\s+"
    r"(?P<unit>week|month|quarter|year|financial\s+year|calendar\s+year)\b",
    re.IGNORECASE,
)
_NEW_YEAR = re.compile(r"\b(?P<before>before\s+)?(?:the\s+)?new\s+year\b(?![’'])", re.IGNORECASE)
_NEAR = re.compile(rf"\b(?P<word>today|tomorrow|Christmas|{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def due_date(phrase: str, meeting_date: str | None) -> str | None:
    """The last day that `phrase` allows, ISO, or None where it names no day ("shortly", "at the next meeting"), or only
    when something begins ("from Quarter 4").

    `meeting_date` is ISO. What is said without a year falls on its first occurrence from
    the meeting on; without a meeting's date only what gives its own year is resolved. Quarters are those of
    the financial year unless a calendar year is given ("the first quarter of 2022"). Working days leave out
    Saturdays and Sundays, not public holidays.
    """
    if _REPEATED.search(phrase):
        return None
    whole = find_dates(phrase)
    if whole:
        return whole[-1].iso
    if _BEGINNING.match(phrase):
        return None
    meeting = date.fromisoformat(meeting_date) if meeting_date else None
    found = next(filter(None, (rule(phrase) for rule in _DATED)), None)
    if not found and meeting:
        found = next(filter(None, (rule(phrase, meeting) for rule in _FROM_MEETING)), None)
    return found.isoformat() if found else None


def _last(year: int, month: int) -> date:
    """The last day of a month; month 13 is next year's January."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def _dated_quarter(phrase: str) -> date | None:
    match = _YEAR_QUARTER.search(phrase)
    return _last(int(match["year"]), 3 * _quarter(match)) if match else None


def _dated_period(phrase: str) -> date | None:
    periods = find_periods(phrase)
    return date.fromisoformat(periods[-1].end) if periods else None


def _dated_month(phrase: str) -> date | None:
    match = _MONTH.search(phrase)
    return _month_end(match, int(match["year"])) if match and match["year"] else None


def _dated_season(phrase: str) -> date | None:
    match = _SEASON.search(phrase)
    return _last(int(match["year"]), _SEASONS[match["season"].lower()]) if match and match["year"] else None


def _dated_year(phrase: str) -> date | None:
    match = _YEAR.search(phrase)
    if not match:
        return None
    when, year = match["when"].lower(), int(match["year"])
    if when == "before":
        return _last(year - 1, 12)
    return _last(year, 6 if when.startswith(("early", "beginning", "start")) else 12)


def _day_of_month(phrase: str, meeting: date) -> date | None:
    match = _DAY.search(phrase)
    if not match:
        return None
    month = month_number(match["month"] or match["month_first"])
    day = int(match["day"] or match["day_last"])
    for year in (meeting.year, meeting.year + 1):
        if 1 <= day <= calendar.monthrange(year, month)[1] and date(year, month, day) >= meeting:
            return date(year, month, day)
    return None


def _quarter_end(phrase: str, meeting: date) -> date | None:
    match = _BARE_QUARTER.search(phrase)
    if not match:
        return None
    first = year_of(meeting.isoformat())
    ends = (
        date.fromisoformat(financial_year(year, part=f"Q{_quarter(match)}").end)
        for year in (first, first + 1)
    )
    return next((end for end in ends if end >= meeting), None)


def _quarter(match: re.Match[str]) -> int:
    return _QUARTERS[(match["q"] or match["o"]).lower()]


def _month_of_year(phrase: str, meeting: date) -> date | None:
    match = _MONTH.search(phrase)
    if not match:
        return None
    end = _month_end(match, meeting.year)
    return end if end >= meeting else _month_end(match, meeting.year + 1)


def _month_end(match: re.Match[str], year: int) -> date:
    month = month_number(match["month"])
    return date(year, month, 1) - timedelta(days=1) if match["before"] else _last(year, month)


def _season_end(phrase: str, meeting: date) -> date | None:
    match = _SEASON.search(phrase)
    if not match:
        return None
    end = _last(meeting.year, _SEASONS[match["season"].lower()])
    return end if end >= meeting else _last(meeting.year + 1, end.month)


def _after(phrase: str, meeting: date) -> date | None:
    match = _LENGTH.search(phrase)
    if not match:
        return None
    count = _COUNTS.get(match["count"].lower()) or int(match["count"])
    unit = match["unit"].lower()
    if unit in ("month", "year"):
        months = meeting.month + count * (12 if unit == "year" else 1)
        end = _last(meeting.year, months)
        return end.replace(day=min(end.day, meeting.day))
    if match["working"]:
        return _working_days(meeting, count)
    days = {"hour": -(-count // 24), "day": count, "week": 7 * count, "fortnight": 14 * count}[unit]
    return meeting + timedelta(days=days)


def _working_days(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _unit_end(phrase: str, meeting: date) -> date | None:
    match = _UNIT.search(phrase)
    if not match:
        return None
    which, unit = match["which"].lower(), " ".join(match["unit"].lower().split())
    later = which in ("next", "coming")
    if unit == "week":
        return meeting + timedelta(days=6 - meeting.weekday() + 7 * later)
    if unit == "month":
        return _last(meeting.year, meeting.month + later)
    if unit == "quarter":
        return _last(meeting.year, meeting.month + (-meeting.month) % 3 + 3 * later)
    if unit == "financial year":
        return _last(year_of(meeting.isoformat()) + 1 + later, 3)
    # "The end of the year" may be the council's or the calendar's.
    return None if unit == "year" and which.startswith("end") else _last(meeting.year + later, 12)


def _new_year(phrase: str, meeting: date) -> date | None:
    """The end of January; said in January, it may be this year or the next."""
    match = _NEW_YEAR.search(phrase)
    if not match or meeting.month == 1:
        return None
    return date(meeting.year, 12, 31) if match["before"] else date(meeting.year + 1, 1, 31)


def _near(phrase: str, meeting: date) -> date | None:
    match = _NEAR.search(phrase)
    if not match:
        return None
    word = match["word"].lower()
    if word in WEEKDAYS:
        return meeting + timedelta(days=(WEEKDAYS.index(word) - meeting.weekday() - 1) % 7 + 1)
    if word == "christmas":
        return date(meeting.year, 12, 24)
    return meeting + timedelta(days=word == "tomorrow")


_DATED: tuple[Callable[[str], date | None], ...] = (
    _dated_quarter,
    _dated_period,
    _dated_month,
    _dated_season,
    _dated_year,
)
_FROM_MEETING: tuple[Callable[[str, date], date | None], ...] = (
    _day_of_month,
    _quarter_end,
    _month_of_year,
    _season_end,
    _after,
    _unit_end,
    _new_year,
    _near,
)
