"""The dossier of a measure: what is compared with what, the chart, and the command."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from pipeline.charts import Line, Point, draw_lines, sparkline
from pipeline.cli.group import matters
from pipeline.dossier import headlines, to_html, words_of
from pipeline.queries.dossier import Dossier, _series, make_dossier
from pipeline.queries.scope import Row
from pipeline.store.database import open_for_reading

SVG = "{http://www.w3.org/2000/svg}"


def entry(
    kind: str, value: float, unit: str = "%", date: str | None = "2024-03-07", **more: str | None
) -> Row:
    table = "targets" if kind.startswith("target ") else "figures"
    row: Row = {
        "kind": kind, "value": value, "unit": unit, "date": date, "period": None, "item_period": None, "dated_by": None,
        "council": "Salt",
        "indicator_id": "salt", "record_table": table, "document_id": "d1", "text": str(value), "source": "a.txt",
        "page": None, "start_char": 1, "committee": None, "passage": None, "passage_id": None, "record_id": kind,
        "agenda_item": None,
        "asker": None, "answer": None, "answered_by": None, "outcome": None, "fate": None, "became": None,
    }  # fmt: skip
    return row | more


def test_values_of_one_unit_and_council_are_a_series_by_their_periods() -> None:
    (salt, wells) = _series(
        [
            entry("actual", 41.0, period="2023/24 Q3"),
            entry("actual", 39.0, period="2023/24 Q1", date="2024-06-01"),
            entry("actual", 12.0, unit="count"),
            entry("benchmark", 50.0),
            entry("actual", 8.0, council="Wells"),
            entry("actual", 7.0, date=None),
        ],
        "%",
    )
    assert [(value.when, value.value) for value in salt.values] == [
        ("2023-06-30", 39.0),
        ("2023-12-31", 41.0),
    ]
    assert (wells.council, [value.value for value in wells.values]) == ("Wells", [8.0])


def test_a_value_reported_twice_is_one_with_two_places() -> None:
    (series,) = _series([entry("actual", 41.0, source="a"), entry("actual", 41.0, source="b")], "%")
    assert [row["source"] for row in series.values[0].places] == ["a", "b"]


def test_the_target_that_held_is_the_latest_known_or_else_the_first() -> None:
    (series,) = _series(
        [
            entry("actual", 41.0),
            entry("target", 45.0, date="2023-01-01"),
            entry("target missed", 45.0, date="2023-01-01"),
            entry("target", 50.0, date="2024-01-01"),
        ],
        "%",
    )
    assert [target.value for target in series.targets] == [45.0, 50.0]
    assert [series.target_at(day) for day in ("2022-05-05", "2023-05-05", "2024-05-05")] == [45.0, 45.0, 50.0]


@pytest.mark.parametrize("text", ["NI 117", "NEET", "ni117"])
def test_any_name_opens_the_same_dossier(sample_database: Path, text: str) -> None:
    dossier = made(sample_database, text)
    assert [row["id"] for row in dossier.measures] == ["ni-117"]
    assert dossier.polarity == "lower" and dossier.unit == "%"
    assert {"actual", "question", "promise"} <= {row["kind"] for row in dossier.entries}
    assert dossier.series[0].values and all(row["source"] for row in dossier.entries)
    assert "Lower is better." in headlines(dossier)[1]


def test_earlier_and_later_codes_are_said() -> None:
    measure = {"code": "NI 192", "name": "Recycling", "polarity": None}
    earlier = {"code": "BV 82", "name": "Household waste recycled", "polarity": None}
    assert headlines(Dossier([measure], [earlier], None, [], [])) == [
        "NI 192 Recycling", "Also counted as BV 82 Household waste recycled.",
    ]  # fmt: skip


def made(database: Path, text: str) -> Dossier:
    connection = open_for_reading(database)
    try:
        dossier = make_dossier(connection, text)
    finally:
        connection.close()
    assert dossier is not None
    return dossier


def test_the_chart_has_every_point_with_its_words() -> None:
    points = [Point("2023-06-30", 39.0, "39%, Q1"), Point("2023-12-31", 41.5, "41.5%, Q3")]
    root = Xml.fromstring(
        draw_lines([Line("Salt & <b>", points), Line("Target", points[:1], target=True)], "T", "D", "%")
    )
    assert [mark.findtext(f"{SVG}title") for mark in root.iter(f"{SVG}circle")] == [
        "Salt & <b>: 39%, Q1", "Salt & <b>: 41.5%, Q3", "Target: 39%, Q1",
    ]  # fmt: skip
    assert root.findtext(f"{SVG}desc") == "D" and root.get("role") == "img"
    assert not any("style" in each.attrib or each.tag.endswith("script") for each in root.iter())


DAYS = st.dates(date(1950, 1, 1), date(2050, 1, 1)).map(lambda day: day.isoformat())
VALUES = st.floats(-1e9, 1e9, allow_nan=False)


@given(st.lists(st.tuples(DAYS, VALUES), max_size=6))
def test_any_values_are_drawn_inside_the_frame(values: list[tuple[str, float]]) -> None:
    drawn = draw_lines([Line("x", [Point(day, value, "") for day, value in sorted(values)])], "", "")
    if not values:
        assert drawn == ""
        return
    marks = list(Xml.fromstring(drawn).iter(f"{SVG}circle"))
    assert len(marks) == len(values)
    assert all(
        0 <= float(mark.get("cx", "-1")) <= 720 and 0 <= float(mark.get("cy", "-1")) <= 320 for mark in marks
    )


@given(st.lists(VALUES, max_size=20))
def test_a_sparkline_has_a_bar_for_each_value_and_the_highest_is_no_lower(values: list[float]) -> None:
    bars = sparkline(values)
    assert len(bars) == len(values)
    assert not values or bars[values.index(max(values))] == max(bars)


def run(*words: str) -> str:
    result = CliRunner().invoke(matters, ["indicator", *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_command_for_people_and_for_programs(sample_database: Path, tmp_path: Path) -> None:
    database = ["--db", str(sample_database)]
    said = run("NI", "117", *database)
    assert (
        "4.6%" in said
        and "Ms Marchbanks answered:" in said
        and "Promised (delivered):" in said
        and "character" in said
        and "▁" in said
    )
    rows = json.loads(run("NI 117", "--json", *database))
    table = list(csv.DictReader(io.StringIO(run("NI 117", "--csv", *database))))
    assert len(rows) == len(table) > 5
    page = tmp_path / "neet.html"
    assert "Wrote" in run("NEET", "--html", str(page), *database)
    assert "<svg" in page.read_text("utf-8") and "<script" not in page.read_text("utf-8")


def test_what_one_passage_says_of_values_is_one_entry(sample_database: Path) -> None:
    said = run("NI 148", "--db", str(sample_database))
    assert (
        "Actual: 2023/24 Q1: 53.9%; 2023/24 Q2: 54.7%; 2023/24 Q3: 56.2%\n  Target met: 55%\n  In: NI 148 |"
        in said
    )
    assert said.count("In: NI 148 |") == 1
    assert "On target: 56.2% against a target of 55% (7 March 2024, " in said


def test_a_target_in_a_table_is_met_as_it_is_rated(sample_database: Path) -> None:
    became = {
        (row["became"], row["text"])
        for name in ("NI 117", "NI 148", "NI 87")
        for row in made(sample_database, name).entries
        if row["kind"] == "target" and row["became"]
    }
    assert became == {("missed", "4.0%"), ("met", "55%"), ("nearly met", "27%")}


def test_a_question_without_a_reply_says_so() -> None:
    asked = entry("question", 1.0) | {"record_table": "questions", "asker": "Cllr Reed", "text": "why"}
    assert words_of([asked]) == [("Cllr Reed asked", "why"), ("Reply", "none minuted")]
    promised = asked | {"answer": "later", "outcome": "deferred"}
    assert words_of([promised])[1] == ("Answered (an answer was promised)", "later")


def test_notes_on_codes_stand_on_the_page(sample_database: Path) -> None:
    page = to_html(made(sample_database, "NI 148"), ["Code & title disagree"])
    assert "<p>Code &amp; title disagree</p>" in page and "<p>On target: 56.2% against" in page
    assert '<th scope="col">Council</th>' not in page


def test_a_few_councils_share_a_chart_and_many_have_one_each() -> None:
    for councils, charts in ((3, 1), (4, 4)):
        values = [entry("actual", 4.0, council=f"Salt {at}") for at in range(councils)]
        page = to_html(
            Dossier([{"code": None, "name": "Salt", "polarity": None}], [], "%", _series(values, "%"), [])
        )
        assert page.count("<svg") == charts and page.count("<h2>Salt") == charts - (charts == 1)


def test_words_in_the_names_of_one_indicator_alone_open_it(sample_database: Path) -> None:
    said = run("care leavers", "--db", str(sample_database))
    assert said.startswith("The one indicator with “care leavers” in its names:\nNI 148 ")
    assert "Indicators with names like it: " in run("children", "--db", str(sample_database))


def test_what_is_not_found_is_explained(sample_database: Path) -> None:
    said = run("zebra crossings", "--db", str(sample_database))
    assert said.strip() and "Traceback" not in said


def test_what_documents_say_stands_as_text_on_the_page() -> None:
    hostile = entry(
        "question",
        1.0,
        text="<script>alert(1)</script>",
        council="<b>Salt</b>",
        committee="<i>",
        answer="<img>",
    )
    page = to_html(
        Dossier(
            [{"code": None, "name": "<u>Salt</u>", "polarity": None}],
            [],
            "%",
            _series([entry("actual", 4.0)], "%"),
            [hostile],
        )
    )
    assert not any(tag in page for tag in ("<script>", "<b>Salt", "<i>", "<img>", "<u>"))
