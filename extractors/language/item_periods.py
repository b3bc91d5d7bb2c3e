"""The period that an agenda item reports on: as its title says, or else the words under it."""

import re
from itertools import pairwise

from extractors.language.parsed import Parsed
from extractors.language.periods import Period, begun_by, financial_year, find_periods
from extractors.vocabulary import words

_REPORTING = re.compile(rf"\b(?:{'|'.join(words('reporting_titles.txt'))})", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:previous|compar\w+|than|last|since|prior|next|forthcoming|coming|by|until|before|from)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:to|[-–—]|until|through\s+to)\s*", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:report|accounts|performance|outturn|statements?|figures|summary|position|update|information|review|"
    r"monitoring|results|scorecard|dashboard)\b",
    re.IGNORECASE,
)
_NO_DAY = "2000-04-01"
_FIRST_SENTENCES = 4
"""What an item reports on is said where it is introduced."""


def item_period(parsed: Parsed, title: tuple[int, int], body: tuple[int, int]) -> Period | None:
    """The period of the item whose title is `text[title]` and whose matter is `text[body]`, or None.

    The title's quarter or year comes first; a quarter without a year takes the body's year for it, or is
    read by the document's date. Where the title names none, an item that by its title is a report has the one
    quarter that its body speaks of, or the year that its first sentences say the report is for.
    """
    text, day = parsed.text, parsed.document.date
    named = find_periods(text, *title, day=day or _NO_DAY)
    quarter = next((period for period in reversed(named) if period.part), None)
    year = _single_year(text, named)
    within = day or (year.end if year else None)
    stated = [period for period in find_periods(text, *body, day=within) if not _is_compared(text, period)]
    if quarter:
        return _with_year(text, quarter, year, stated, day)
    if not _REPORTING.search(text, *title):
        return year
    spoken = {period.label: period for period in reversed(stated) if period.part}
    if len(spoken) == 1 and (not year or year.year == next(iter(spoken.values())).year):
        return next(iter(spoken.values()))
    return year or _introduced(parsed, stated, body)


def _with_year(
    text: str, quarter: Period, year: Period | None, stated: list[Period], day: str | None
) -> Period | None:
    """The title's quarter with the year that stands beside it, or elsewhere in the title, or beside the same
    quarter in the body, or that the document's date gives."""
    if _has_year(text, quarter):
        return quarter
    same = (period for period in stated if period.part == quarter.part and _has_year(text, period))
    known = year or next(same, None)
    span = quarter.start_char, quarter.end_char
    if known:
        return financial_year(known.year, *span, quarter.part)
    return begun_by(day, quarter.part, *span) if day else None


def _has_year(text: str, period: Period) -> bool:
    return bool(re.search(r"\d{4}", text[period.start_char : period.end_char]))


def _single_year(text: str, named: list[Period]) -> Period | None:
    """The one financial year of a title; a span such as "2024/25 to 2027/28" is none."""
    years = [period for period in named if not period.part]
    spans = {
        end
        for first, second in pairwise(years)
        if _RANGE.fullmatch(text, first.end_char, second.start_char)
        for end in (first, second)
    }
    labels = {period.label: period for period in years if period not in spans}
    return next(iter(labels.values())) if len(labels) == 1 else None


def _is_compared(text: str, period: Period) -> bool:
    """Whether the period is only what the reported one is compared with, or is still to come."""
    return bool(_COMPARED.search(text, max(0, period.start_char - 60), period.start_char))


def _introduced(parsed: Parsed, stated: list[Period], body: tuple[int, int]) -> Period | None:
    """The period of the first sentence that says what the report is of: "the annual report for 2023/24"."""
    sentences = [sentence for sentence in parsed.sentences if body[0] <= sentence.start < body[1]]
    for sentence in sentences[:_FIRST_SENTENCES]:
        inside = [period for period in stated if sentence.start <= period.start_char < sentence.end]
        if inside and _SUBJECT.search(parsed.text, sentence.start, inside[0].start_char):
            return inside[0]
    return None
