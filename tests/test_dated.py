"""A value without a printed period is of the period that its item reports on, unless its sentence says another time."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.figures import find
from extractors.language.dated import dated_otherwise
from extractors.language.report_periods import report_period
from pipeline.dossier import chart_of, headlines, table_of, to_html
from pipeline.queries.dossier import make_dossier
from pipeline.store import open_for_reading
from tests.documents import document, parsed
from tests.test_asking import run

OF_THE_ITEM = [
    "Lettings within the week stood at 71%.",
    "Lettings within the week stood at 71%, against 64% last year.",
    "Lettings were 71%, compared with 68% in the previous quarter.",
    "Lettings had risen to 71% from 60% in May.",
    "The rate was 71%, 55% having been usual in 2011.",
    "In the quarter 71% of lettings were on time.",
    "At the end of the quarter, 71% of lettings were on time.",
    "Members may wish to note that 71% of lettings were on time.",
    "Lettings stood at 71% for the year to date.",
    "Lettings fell to 71% (64% last summer).",
    "It was reported that lettings were at 71%; last year they had not been counted.",
    "71% of lettings were on time, whereas next year a new standard would apply.",
    "Of the lettings, 71% were on time, and the Chair thanked the team.",
    "The target of 70% was met, with 71% of lettings on time.",
    "Mrs May said that 71% of lettings were on time.",
    "Lettings reached 71%, up from 66% a year ago.",
]
OTHERWISE = [
    "Last year 71% of lettings were on time.",
    "Lettings had been 71% in May.",
    "In September, 71% of lettings were on time.",
    "71% of lettings were on time (last year).",
    "Lettings are currently 71%.",
    "It was now 71%.",
    "The previous quarter had ended at 71%.",
    "A year earlier the rate was 71%.",
    "In 2019, 71% of lettings were on time.",
    "Before the merger 71% of lettings were on time.",
    "As at 3 May 2024 lettings stood at 71%.",
    "Lettings on 14/02/24 stood at 71%.",
    "At present, lettings stood at 71%.",
    "Lettings were expected to reach 71%.",
    "Lettings would rise to 71% by the end of the year.",
    "The forecast was 71%.",
    "The figure two years ago was 71%.",
    "Historically 71% of lettings were on time.",
    "This month 71% of lettings were on time.",
    "Lettings stood at 71%, in May, the team being new.",
    "Since then 71% of lettings had been on time.",
]


def dated_by(words: str) -> str:
    (dated,) = {figure.dated_by for figure in find(parsed(f"# 1. Homes\n{words}")) if figure.value == 71}
    return dated


@pytest.mark.parametrize("words", OF_THE_ITEM)
def test_a_time_that_is_said_of_something_else_does_not_date_it(words: str) -> None:
    assert dated_by(words) == "item"


@pytest.mark.parametrize("words", OTHERWISE)
def test_a_time_that_is_said_of_it_does(words: str) -> None:
    assert dated_by(words) == "otherwise"


def test_a_printed_period_goes_first() -> None:
    assert dated_by("Lettings stood at 71% in Quarter 2 2023/24.") == "words"


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 20))
def test_any_text_is_taken(text: str, first: int, length: int) -> None:
    first = min(first, len(text))
    assert dated_otherwise(text, 0, len(text), (first, min(len(text), first + length))) in (True, False)


MINUTES = """Marsh Overy Town Council
Homes Panel
Minutes of the meeting held on {day}

1. {item}
{words}

2. Any other business
None.
"""


def ingested(folder: Path, *meetings: tuple[str, str, str]) -> Path:
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, (day, item, words) in enumerate(meetings):
        (corpus / f"{number}.txt").write_text(MINUTES.format(day=day, item=item, words=words))
    run("ingest", str(corpus), "--db", str(folder / "x.db"))
    return folder / "x.db"


RENT = "Rent collected (BVPI 66a) stood at {value}%, against a target of {aim}%."
YEAR = (
    ("6 September 2023", "Performance report, Quarter 1 2023/24", RENT.format(value=96, aim=97)),
    ("6 December 2023", "Performance report, Quarter 2 2023/24", RENT.format(value=95, aim=97)),
    ("6 March 2024", "Performance report, Quarter 3 2023/24", RENT.format(value=98, aim=98)),
)


def test_the_chart_table_and_page_say_how_a_value_is_dated(tmp_path: Path) -> None:
    with closing(open_for_reading(ingested(tmp_path, *YEAR))) as connection:
        dossier = make_dossier(connection, "BVPI 66a")
    assert dossier
    (series,) = dossier.series
    assert [value.when for value in series.values] == ["2023-06-30", "2023-09-30", "2023-12-31"]
    assert [(row["when"], row["dated"], row["target"]) for row in table_of(dossier)] == [
        ("2023/24 Q1", "by its item’s period", "97%"),
        ("2023/24 Q2", "by its item’s period", "97%"),
        ("2023/24 Q3", "by its item’s period", "98%"),
    ]
    assert "96%, 2023/24 Q1, by its item’s period" in chart_of(dossier)
    assert "<td>2023/24 Q1, by its item’s period</td>" in to_html(dossier)
    assert any("2023/24 Q1 to 2023/24 Q3, by its item’s period" in line for line in headlines(dossier))


def test_commands_say_it(tmp_path: Path) -> None:
    database = str(ingested(tmp_path, *YEAR))
    assert "Actual: 2023/24 Q2, by its item’s period: 95%" in run("indicator", "BVPI 66a", "--db", database)
    rows = json.loads(run("indicator", "BVPI 66a", "--json", "--db", database))
    assert [(row["period"], row["item_period"]) for row in rows if row["kind"] == "actual"] == [
        (None, "2023/24 Q1"),
        (None, "2023/24 Q2"),
        (None, "2023/24 Q3"),
    ]
    assert ",item_period," in run("indicator", "BVPI 66a", "--csv", "--db", database).splitlines()[0]


def test_a_period_that_was_not_over_dates_nothing(tmp_path: Path) -> None:
    """The year's report in the middle of the year, and the sentence about another year."""
    database = ingested(
        tmp_path,
        ("6 December 2023", "Performance report 2023/24", RENT.format(value=96, aim=97)),
        (
            "6 March 2024",
            "Performance report, Quarter 3 2023/24",
            "Last year rent collected (BVPI 66a) was 94%.",
        ),
    )
    with closing(open_for_reading(database)) as connection:
        dossier = make_dossier(connection, "BVPI 66a")
    assert dossier and [value.when for value in dossier.series[0].values] == ["2023-12-06", "2024-03-06"]
    assert {row["dated"] for row in table_of(dossier)} == {"by the date of the meeting"}


def test_a_target_for_another_time_is_not_the_items(tmp_path: Path) -> None:
    words = "Rent collected (BVPI 66a) stood at 96%. The target of 99% by 2026 was noted for rent collected."
    database = ingested(tmp_path, ("6 March 2024", "Performance report, Quarter 3 2023/24", words))
    with closing(open_for_reading(database)) as connection:
        dossier = make_dossier(connection, "BVPI 66a")
    assert dossier and [target.when for target in dossier.series[0].targets] in ([], ["2024-03-06"])


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("# Performance report\n# Quarter 3\n2024/25", "2024/25 Q3"),
        ("# Performance report for Quarter 1 2023/24, compared with 2022/23", "2023/24 Q1"),
        ("# Annual performance report 2022/23", "2022/23"),
        ("# Performance in Quarter 1 2023/24 and Quarter 2 2023/24", None),
        ("# Strategy 2022/23 to 2026/27 and 2027/28", None),
        (
            "# Performance report\n"
            + "The work of the team went on as before. " * 6
            + "Quarter 2 2023/24 was wet.",
            None,
        ),
    ],
)
def test_the_period_of_a_whole_report(head: str, period: str | None) -> None:
    found = report_period(document(head, kind="report"))
    assert (found.label if found else None) == period
    assert report_period(document(head, kind="minutes")) is None


def test_the_newest_value_of_a_report_is_of_its_period_and_the_one_before_is_not(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "report.html").write_text(
        "<html><body><h1>Marsh Overy Town Council</h1><h2>Performance report</h2><h2>Quarter 3</h2><p>2023/24</p>"
        "<table><tr><th>Indicator</th><th>Latest</th><th>Previous</th><th>Target</th></tr>"
        "<tr><td>Toads weighed on the day</td><td>81%</td><td>77%</td><td>90%</td></tr>"
        "<tr><td>Newts weighed on the day</td><td>61%</td><td>57%</td><td>70%</td></tr></table></body></html>"
    )
    run("ingest", str(corpus), "--db", str(tmp_path / "x.db"))
    with closing(open_for_reading(tmp_path / "x.db")) as connection:
        dossier = make_dossier(connection, "Toads weighed on the day")
    assert dossier and [(row["when"], row["dated"], row["value"]) for row in table_of(dossier)] == [
        ("2023/24 Q3", "by its report’s period", "81%")
    ]
