"""When a promise falls due, seen from a meeting on Tuesday 29 October 2024."""

import pytest

from extractors.language.due_dates import due_date

MEETING = "2024-10-29"


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        ("on 23rd January 2025", "2025-01-23"),
        ("by 12th February", "2025-02-12"),
        ("by 30 November", "2024-11-30"),
        ("by the end of March", "2025-03-31"),
        ("in October", "2024-10-31"),
        ("at the June meeting", "2025-06-30"),
        ("before March", "2025-02-28"),
        ("by the end of April 2026", "2026-04-30"),
        ("in six months", "2025-04-29"),
        ("in six months’ time", "2025-04-29"),
        ("within two weeks", "2024-11-12"),
        ("within the next two to three weeks", "2024-11-19"),
        ("within a fortnight", "2024-11-12"),
        ("within 10 working days", "2024-11-12"),
        ("within 48 hours", "2024-10-31"),
        ("over the next 12 months", "2025-10-29"),
        ("in 2025", "2025-12-31"),
        ("in early 2025", "2025-06-30"),
        ("in the first quarter of 2022", "2022-03-31"),
        ("in Quarter 3", "2024-12-31"),
        ("in Q1", "2025-06-30"),
        ("by the end of Q2 2025/26", "2025-09-30"),
        ("during 2025/26", "2026-03-31"),
        ("in the autumn", "2024-11-30"),
        ("in spring 2026", "2026-05-31"),
        ("tomorrow", "2024-10-30"),
        ("next week", "2024-11-10"),
        ("next month", "2024-11-30"),
        ("this year", "2024-12-31"),
        ("by the end of the financial year", "2025-03-31"),
        ("by Friday", "2024-11-01"),
        ("before Christmas", "2024-12-24"),
    ],
)
def test_phrase_gives_the_last_day_that_it_allows(phrase: str, due: str) -> None:
    assert due_date(phrase, MEETING) == due


@pytest.mark.parametrize(
    "phrase",
    ["shortly", "in due course", "at a future meeting", "at the next meeting", "annually",
     "every six months", "following the 2025 elections", "as soon as this may be possible",
     "by the end of the year", ""],
)  # fmt: skip
def test_phrase_without_a_day_is_unknown(phrase: str) -> None:
    assert due_date(phrase, MEETING) is None


def test_the_new_year_ends_with_its_january() -> None:
    assert due_date("in the New Year", "2031-11-04") == "2032-01-31"
    assert due_date("before the new year", "2031-11-04") == "2031-12-31"
    assert due_date("in the New Year", "2032-01-12") is None
    assert due_date("in the new financial year", "2031-11-04") is None


def test_without_a_meeting_date_only_whole_dates_resolve() -> None:
    assert due_date("by the end of March", None) is None
    assert due_date("by the end of March 2025", None) == "2025-03-31"


def test_29_february_does_not_break_a_year() -> None:
    assert due_date("in a year", "2024-02-29") == "2025-02-28"
