"""Asked again: the same matter is told from its lookalikes, councils stay apart, and the commands say it."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.group import matters
from pipeline.follow_ups.terms import Weights
from pipeline.publish import site as open_site
from pipeline.queries.asked import count_questions, questions_about
from pipeline.queries.asked_again import LEAST_ALIKE, alike, group_by_matter, matter
from pipeline.store import open_for_reading
from tests.databases import run
from tests.site_pages import soup

_FOLDER = Path(__file__).parent / "asked_again"
_PAIRS = json.loads((_FOLDER / "pairs.json").read_text(encoding="utf-8"))
_UNSEEN = json.loads((_FOLDER / "unseen_pairs.json").read_text(encoding="utf-8"))


def test_the_same_matter_is_told_from_lookalikes() -> None:
    weights = Weights(matter(pair[which]) for pair in _PAIRS for which in ("one", "other"))
    found = [pair for pair in _PAIRS if alike(pair["one"], pair["other"], weights) >= LEAST_ALIKE]
    right = [pair for pair in found if pair["same"]]
    assert len(right) / len(found) >= 0.85, found
    assert len(right) / sum(pair["same"] for pair in _PAIRS) >= 0.85


def test_lookalikes_worded_by_somebody_else_are_kept_apart() -> None:
    weights = Weights(matter(pair[which]) for pair in _UNSEEN for which in ("one", "other"))
    alike_ones = [pair for pair in _UNSEEN if alike(pair["one"], pair["other"], weights) >= LEAST_ALIKE]
    assert sum(pair["same"] for pair in alike_ones) >= 7
    assert sum(not pair["same"] for pair in alike_ones) <= 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Members asked why empty homes had increased.", "The growth in vacant homes was queried.", True),
        ("Members asked why empty homes had increased.", "Members asked why rents had increased.", False),
        ("Whether the Marl bridge closure would end.", "Members asked why the Marl bridge was shut.", True),
        ("Whether the Marl bridge closure would end.", "Members asked who painted the Marl bridge.", False),
    ],
)
def test_everyday_words_that_say_the_same_are_one(one: str, other: str, same: bool) -> None:
    weights = Weights(matter(pair[which]) for pair in _PAIRS for which in ("one", "other"))
    assert (alike(one, other, weights) >= LEAST_ALIKE) is same


def test_a_question_is_found_by_what_it_stands_under(sample_database: Path) -> None:
    with closing(open_for_reading(sample_database)) as opened:
        under = questions_about(opened, "care leavers")
        counted = count_questions(opened, words="care leavers")
    assert any("55 per cent" in row["question"] for row in under)
    assert sum(counted.values()) == len(under)


def _minutes(council: str, date: str, said: str) -> str:
    return (
        f"{council}\n\nHARBOUR PANEL\n\nMinutes of the meeting held on {date}\n\nPresent: Councillor Brook (Chair)\n\n"
        f"1. HARBOUR\n\n{said}\n\nRESOLVED – That the report be noted.\n"
    )


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("again")
    asked = "Councillor Brook asked why the dredging of the inner basin was late."
    later = "Councillor Dale asked when the dredging of the inner basin would begin. "
    later += "The Harbour Master said it had begun."
    promise = " The Harbour Master would provide a written answer on dredging after the meeting."
    other = (
        "Councillor Dale asked who owned the fish market. The Harbour Master replied that the council did."
    )
    for name, council, date, said in (
        ("1", "LEYFORD BOROUGH COUNCIL", "3 May 2024", asked + promise),
        ("2", "LEYFORD BOROUGH COUNCIL", "4 June 2025", later),
        ("3", "TARNWICK BOROUGH COUNCIL", "5 July 2025", later),
        ("4", "LEYFORD BOROUGH COUNCIL", "6 August 2025", other),
    ):
        (folder / f"{name}.txt").write_text(_minutes(council, date, said), encoding="utf-8")
    path = folder / "minutes.db"
    run(path, folder)
    return path


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(database)) as opened:
        yield opened


def test_askings_of_one_matter_stand_together_in_time_councils_apart(connection: sqlite3.Connection) -> None:
    found = questions_about(connection, "dredging")
    rows = group_by_matter(connection, found)
    leyford = [row for row in rows if row["askings"] == 2]
    assert [(row["date"], row["asking"]) for row in leyford] == [("2024-05-03", 1), ("2025-06-04", 2)]
    assert [row["date"] for row in rows if row["askings"] == 1] == ["2025-07-05"]
    assert rows[0]["matter"] == next(row["matter"] for row in rows if row["id"] == found[0]["id"])
    assert leyford[0]["matter"] == leyford[1]["matter"] == leyford[0]["id"]
    assert "begun" in leyford[1]["answer"] and "dredg" in leyford[0]["because"]


def test_an_asking_that_the_words_do_not_find_is_found_by_its_matter(connection: sqlite3.Connection) -> None:
    found = [row for row in questions_about(connection, "dredging") if row["date"] == "2025-06-04"]
    assert [row["date"] for row in group_by_matter(connection, found)] == ["2024-05-03", "2025-06-04"]


def test_a_question_has_the_promise_in_its_answer_and_fate(connection: sqlite3.Connection) -> None:
    (row,) = [
        row
        for row in group_by_matter(connection, questions_about(connection, "dredging"))
        if row["date"] == "2024-05-03"
    ]
    assert "written answer" in row["promise"]["promise"]
    assert row["promise"]["status"] != "delivered"


def test_the_command_says_it(database: Path) -> None:
    def asked(*words: str) -> str:
        result = CliRunner().invoke(matters, ["asked", "dredging", "--db", str(database), *words])
        assert result.exit_code == 0, result.output
        return result.stdout

    assert "Asked 2 times, one matter (words shared: " in asked()
    assert "Asked again, 2 of 2" in asked()
    assert "That promise, id " in asked()
    rows = json.loads(asked("--json"))
    table = list(csv.DictReader(io.StringIO(asked("--csv"))))
    assert [(row["matter"], row["asking"]) for row in table] == [
        (row["matter"], str(row["asking"])) for row in rows
    ]
    assert {"matter", "asking", "askings", "because", "promise"} <= set(rows[0])


def test_the_site_shows_the_other_askings_with_their_answers(database: Path) -> None:
    page = soup(open_site(database), "/questions?q=dredging&council=Leyford+Borough+Council")
    said = [each.get_text(" ", strip=True) for each in page.select("details ol.findings li")]
    assert len(said) == 2
    assert "Asked again" in said[1] and "Asked before" in said[0]
    assert "dredging of the inner basin" in said[0] and page.select("details ol.findings a[href^='/record/']")


def test_a_code_says_where_it_was_met_with_its_title(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "1.txt").write_text(
        _minutes(
            "LEYFORD BOROUGH COUNCIL",
            "3 May 2024",
            "QH7: Percentage of moorings let within ten days was 81%.",
        ),
        encoding="utf-8",
    )
    result = CliRunner().invoke(
        matters, ["ingest", str(tmp_path / "corpus"), "--db", str(tmp_path / "minutes.db")]
    )
    said = "registered as a code of Leyford Borough Council’s own, met with this title in 1.txt"
    assert said in result.output
    result = CliRunner().invoke(matters, ["indicator", "QH7", "--db", str(tmp_path / "minutes.db")])
    assert said in result.output
