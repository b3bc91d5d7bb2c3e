"""Minutes against reports: what is listed, and what only looks like a difference. All is invented."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli.group import matters
from pipeline.queries.discrepancies import VIEWS, discrepancies
from pipeline.queries.scope import Scope
from pipeline.store import open_for_reading
from pipeline.store.schema import create_schema

COMMITTEE = "Homes Panel"


class Maker:
    """Writes documents with their records, links unchecked; ids count up."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.count = 0
        self.insert("indicators", id="relets", code="H1", name="Days to re-let a home", unit="days")

    def insert(self, table: str, **values: Any) -> str:
        self.count += 1
        values.setdefault("id", f"{self.count:04}")
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self.connection.execute(f"insert into {table} ({names}) values ({marks})", list(values.values()))
        return str(values["id"])

    def document(
        self, date: str, kind: str, committee: str | None = COMMITTEE, council: str = "Aldermoor"
    ) -> str:
        return self.insert(
            "documents", source=f"{kind}-{date}", sha256="", format="text", kind=kind, council=council,
            committee=committee, date=date, text="", ingested_at="",
        )  # fmt: skip

    def record(self, table: str, document: str, text: str, **values: Any) -> str:
        self.count += 1
        return self.insert(
            table, document_id=document, text=text, rule="", start_char=self.count, end_char=self.count,
            **values,
        )  # fmt: skip

    def minutes(self, text: str, value: float, *, period: str | None = "2023/24 Q2", **values: Any) -> str:
        """Minutes with one value, in an item on a report of `period`."""
        where = {name: values.pop(name) for name in ("committee", "council") if name in values}
        document = self.document("2024-02-01", "minutes", **where)
        item = self.record("agenda_items", document, "Performance", period=period)
        given = {"value": value, "unit": "days", "role": "actual", "indicator_id": "relets"} | values
        self.record("figures", document, text, agenda_item_id=item, **given)
        return document

    def report(
        self, text: str, value: float, *, period: str = "2023/24 Q2", date: str = "2024-02-01", **row: Any
    ) -> str:
        """A report with one row."""
        where = {name: row.pop(name) for name in ("committee", "council") if name in row}
        document = self.document(date, "report", **where)
        given = {"indicator": "Days to re-let a home", "indicator_id": "relets", "unit": "days"} | row
        held = self.record("scorecard_rows", document, text, latest=value, latest_text=text, **given)
        self.record(
            "figures", document, text, value=value, unit=given["unit"], role="actual", period=period,
            indicator_id="relets", scorecard_row_id=held,
        )  # fmt: skip
        return document


@pytest.fixture
def made() -> Iterator[Maker]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        create_schema(connection)
        yield Maker(connection)


def found(made: Maker, only: str) -> list[str]:
    return [f"{row['text']} / {row['other_text']}" for row in discrepancies(made.connection, only=[only])]


def test_another_value_than_the_report_is_listed(made: Maker) -> None:
    made.minutes("36 days", 36)
    made.report("34", 34)
    assert found(made, "values") == ["36 days / 34"]


def test_the_council_decides_where_a_committee_is_unknown(made: Maker) -> None:
    made.minutes("36 days", 36)
    made.report("34", 34, committee=None)
    assert found(made, "values") == ["36 days / 34"]


@pytest.mark.parametrize(
    ("said", "value", "printed", "other", "differ"),
    [
        ("41", 41, "41.3", 41.3, False),
        ("41.0", 41, "41.3", 41.3, True),
        ("42", 42, "41.3", 41.3, True),
        ("1.2 million", 1_200_000, "1,214,873", 1_214_873, False),
        ("1.3 million", 1_300_000, "1,214,873", 1_214_873, True),
        ("87 thousand", 87_000, "86,914", 86_914, False),
        ("41 min", 41, "42", 42, True),
    ],
)
def test_rounding_is_no_discrepancy(
    made: Maker, said: str, value: float, printed: str, other: float, differ: bool
) -> None:
    made.minutes(said, value)
    made.report(printed, other)
    assert bool(found(made, "values")) is differ


@pytest.mark.parametrize(
    "minutes",
    [
        {"period": "2023/24 Q1"},
        {"period": None},
        {"unit": "%"},
        {"role": "benchmark"},
        {"role": "target"},
        {"comparator": "over"},
        {"out_of": 61},
        {"committee": "Roads Panel"},
        {"council": "Leyford"},
    ],
)
def test_what_cannot_be_compared_is_not(made: Maker, minutes: dict[str, Any]) -> None:
    made.minutes("36 days", 36, **minutes)
    made.report("34", 34)
    assert found(made, "values") == []


def test_a_part_beside_the_reports_own_value_is_no_discrepancy(made: Maker) -> None:
    document = made.minutes("34 days", 34)
    item = made.connection.execute("select id from agenda_items").fetchone()[0]
    made.record(
        "figures", document, "52 days", agenda_item_id=item, value=52, unit="days", role="actual",
        indicator_id="relets",
    )  # fmt: skip
    made.report("34", 34)
    assert found(made, "values") == []


def test_targets_and_words_that_change_are_listed_with_both_places(made: Maker) -> None:
    made.report("34", 34, date="2023-11-01", target=26, target_text="26")
    made.report("33", 33, date="2024-02-01", target=26, target_text="26 days", period="2023/24 Q3")
    made.report("31", 31, date="2024-05-01", target=30, target_text="30", period="2023/24 Q4")
    made.report(
        "30", 30, date="2024-08-01", target=30, target_text="30", period="2024/25 Q1",
        indicator="Working days to re-let a home",
    )  # fmt: skip
    assert found(made, "targets") == [
        "Working days to re-let a home / Days to re-let a home",
        "30 / 26 days",
    ]


def test_another_unit_another_committee_and_another_case_are_no_drift(made: Maker) -> None:
    made.report("34", 34, date="2023-11-01", target=26, target_text="26")
    made.report("5", 5, date="2023-12-01", target=4, target_text="4 weeks", unit="weeks")
    made.report("34", 34, date="2024-01-01", target=20, target_text="20", committee="Roads Panel")
    made.report(
        "5", 5, date="2024-02-01", target=4, target_text="4", unit="weeks", indicator="days to Relet a home"
    )
    assert found(made, "targets") == []


def red_for_three(made: Maker) -> None:
    made.report("36", 36, period="2023/24 Q3", date="2024-02-01", rag="red")
    made.report("38", 38, period="2024/25 Q1", date="2024-08-01", rag="red", rag_previous="red")


def test_red_for_three_quarters_and_not_asked_about(made: Maker) -> None:
    red_for_three(made)
    assert found(made, "red") == ["38 / 36"]


@pytest.mark.parametrize(
    ("date", "listed"), [("2023-09-30", True), ("2023-10-01", False), ("2024-09-01", False)]
)
def test_a_question_since_the_first_red_quarter_began_takes_it_off(
    made: Maker, date: str, listed: bool
) -> None:
    red_for_three(made)
    document = made.document(date, "minutes")
    asked = made.record("questions", document, "why homes stood empty")
    made.connection.execute("insert into question_indicators values (?, 'relets')", [asked])
    assert bool(found(made, "red")) is listed


def test_two_quarters_or_a_gap_are_not_three_running(made: Maker) -> None:
    made.report("36", 36, period="2023/24 Q1", rag="red")
    made.report("36", 36, period="2023/24 Q2", rag="amber", rag_previous="red")
    made.report("38", 38, period="2023/24 Q4", rag="red", rag_previous="red")
    assert found(made, "red") == []


def test_each_finding_is_in_the_sample_corpus(sample_database: Path) -> None:
    with closing(open_for_reading(sample_database)) as connection:
        rows = discrepancies(connection)
        assert [row["finding"] for row in rows] == ["value", "value", "target", "red"]
        assert all(
            row["source"] != row["other_source"] and row["quote"] and row["other_quote"] for row in rows
        )
        assert discrepancies(connection, Scope(committee="Children")) == []


def test_views_have_the_same_columns(made: Maker) -> None:
    columns = {
        view: [row["name"] for row in made.connection.execute(f"pragma table_info({view})")]
        for view in VIEWS.values()
    }
    assert len({tuple(names) for names in columns.values()}) == 1


def test_the_command_prints_cards_json_and_says_why_there_is_nothing(sample_database: Path) -> None:
    def run(*words: str) -> str:
        result = CliRunner().invoke(matters, ["discrepancies", *words, "--db", str(sample_database)])
        assert result.exit_code == 0, result.output
        return result.stdout

    said = run()
    assert "Minutes and report differ" in said and "The target changed" in said and "4 findings." in said
    assert [row["finding"] for row in json.loads(run("--only", "red", "--json"))] == ["red"]
    assert run("--csv").startswith("finding,")
    said = run("--only", "red", "--committee", "Children")
    assert "Nothing found of Children, in" in said and "reports" in said
