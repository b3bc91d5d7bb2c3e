"""Dates and reporting periods as written, and the period of an agenda item."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.dates import find_dates, parse_date
from extractors.language.item_periods import item_period
from extractors.language.parsed import Parsed
from extractors.language.periods import find_periods
from extractors.model import Document, Piece
from pipeline.compose import compose


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("9 January 2025", "2025-01-09"),
        ("on Thursday, 9th January, 2025 at 6.30 pm", "2025-01-09"),
        ("the 14th  December, 2021", "2021-12-14"),
        ("Monday, 26” February 2018", "2018-02-26"),
        ("held on15th February 2023", "2023-02-15"),
        ("this 3rd day of May 2022", "2022-05-03"),
        ("January 9th, 2025", "2025-01-09"),
        ("12/11/2019", "2019-11-12"),
        ("30.1.14", "2014-01-30"),
        ("2024-05-14", "2024-05-14"),
        ("31/02/2020", None),
        ("2019/20", None),
        ("minute 12/11/2019/4", None),
        ("in May 2022", None),
    ],
)
def test_written_date(written: str, iso: str | None) -> None:
    assert parse_date(written) == iso


@pytest.mark.parametrize(
    ("text", "label", "start", "end"),
    [
        ("Quarter 2 2019/20", "2019/20 Q2", "2019-07-01", "2019-09-30"),
        ("Q1 (April to June) 2020/21", "2020/21 Q1", "2020-04-01", "2020-06-30"),
        ("July – September (Quarter 2) 2013/14", "2013/14 Q2", "2013-07-01", "2013-09-30"),
        ("the second quarter of 2012/2013", "2012/13 Q2", "2012-07-01", "2012-09-30"),
        ("Council Plan 2023/24 Quarter Four", "2023/24 Q4", "2024-01-01", "2024-03-31"),
        ("Quarter 4 and Year End 2018/19", "2018/19 Q4", "2019-01-01", "2019-03-31"),
        ("October to December 2024", "2024/25 Q3", "2024-10-01", "2024-12-31"),
        ("Q3 (October to December 2024)", "2024/25 Q3", "2024-10-01", "2024-12-31"),
        ("the quarter ended 31 March 2025", "2024/25 Q4", "2025-01-01", "2025-03-31"),
        ("the year ended 31 March 2024", "2023/24", "2023-04-01", "2024-03-31"),
        ("the first half of 2019/20", "2019/20 H1", "2019-04-01", "2019-09-30"),
        ("1999/2000", "1999/00", "1999-04-01", "2000-03-31"),
        ("2024-25", "2024/25", "2024-04-01", "2025-03-31"),
    ],
)
def test_named_period(text: str, label: str, start: str, end: str) -> None:
    (found,) = find_periods(text)
    assert (found.label, found.start, found.end) == (label, start, end)


@pytest.mark.parametrize(
    "text",
    ["Corporate Plan 2016/21", "Housing Strategy 2022-2027", "Annual Report 2024", "15 February 2023", "ref 2019/20/4",
     "the first quarter of 2022", "Quarter 3", "2024/26"],
)  # fmt: skip
def test_no_period(text: str) -> None:
    assert find_periods(text) == []


def test_quarter_without_year_is_read_by_the_document_date() -> None:
    assert [p.label for p in find_periods("in Quarter Two", day="2012-12-11")] == ["2012/13 Q2"]
    assert [p.label for p in find_periods("in Quarter 4", day="2024-05-02")] == ["2023/24 Q4"]
    assert [p.label for p in find_periods("a Quarter 4 report", day="2024-05-02")] == ["2023/24 Q4"]
    assert find_periods("Quarter 2 last year", day="2012-12-11") == []


@pytest.mark.parametrize(
    "text", ["below target for the third quarter running", "for a third quarter", "a second quarter in a row"]
)
def test_quarters_that_are_counted_are_no_period(text: str) -> None:
    assert find_periods(text, day="2012-12-11") == []


@given(st.text(alphabet="Qq1234 /–2019quarterofhalfyearMarch()-,", max_size=60))
def test_periods_and_dates_lie_inside_in_order(text: str) -> None:
    for found in (find_periods(text, day="2020-01-01"), find_dates(text)):
        spans = [(p.start_char, p.end_char) if hasattr(p, "label") else (p.start, p.end) for p in found]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))


def item(title: str, *body: str, date: str | None = None) -> str | None:
    text, blocks = compose([Piece("heading", title), *(Piece("paragraph", words) for words in body)])
    parsed = Parsed(replace(Document("1", "a.txt", "0", "text", text, blocks), date=date))
    found = item_period(parsed, (0, len(title)), (len(title), len(text)))
    return found.label if found else None


def test_title_gives_quarter_and_year_apart() -> None:
    assert item("2018/19 Corporate Plan: progress in Quarter 3") == "2018/19 Q3"


def test_title_quarter_takes_its_year_from_the_body_then_from_the_date() -> None:
    body = "Members received the Quarter 2 2021/22 figures, against Quarter 1 2021/22."
    assert item("Quarter 2 Performance", body, date="2023-11-02") == "2021/22 Q2"
    assert item("Quarter 2 Performance", date="2023-11-02") == "2023/24 Q2"
    assert item("Quarter 2 Performance") is None


def test_title_year_and_body_quarter_of_a_report() -> None:
    body = "The report covers Quarter 3. Sickness was lower than in Quarter 2."
    assert item("Council Plan Monitoring 2022/23", body) == "2022/23 Q3"
    assert item("Grants Programme 2022/23", body) == "2022/23"


def test_body_gives_the_period_of_a_report_without_one_in_its_title() -> None:
    assert item("Management Accounts", "Fees fell in Quarter 1.", date="2024-07-30") == "2024/25 Q1"
    assert item("Library Annual Report", "The Head presented the report for 2022/23.") == "2022/23"
    assert item("Play Areas", "Fees fell in Quarter 1.", date="2024-07-30") is None


def test_plans_over_years_are_no_period() -> None:
    assert item("Medium Term Financial Plan 2024/25 to 2027/28") is None
    assert item("Revenue Budget 2025/26 and Medium Term Plan 2025/26 – 2028/29") == "2025/26"
    assert item("Youth Strategy 2022-2027") is None
