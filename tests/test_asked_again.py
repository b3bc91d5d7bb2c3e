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
from pipeline.follow_ups.terms import Weights, terms
from pipeline.queries.asked import questions_about
from pipeline.queries.asked_again import LEAST_ALIKE, add_asked_again, alike
from pipeline.store import open_for_reading
from tests.databases import run

_PAIRS = json.loads((Path(__file__).parent / "asked_again" / "pairs.json").read_text(encoding="utf-8"))


def test_the_same_matter_is_told_from_lookalikes() -> None:
    weights = Weights(terms(pair[which]) for pair in _PAIRS for which in ("one", "other"))
    found = [pair for pair in _PAIRS if alike(pair["one"], pair["other"], weights) >= LEAST_ALIKE]
    right = [pair for pair in found if pair["same"]]
    assert len(right) / len(found) >= 0.85, found
    assert len(right) / sum(pair["same"] for pair in _PAIRS) >= 0.85


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


def test_the_same_matter_is_found_in_other_years_of_its_council_only(connection: sqlite3.Connection) -> None:
    rows = add_asked_again(connection, questions_about(connection, "dredging"))
    again = {row["date"]: [other["date"] for other in row["asked_again"]] for row in rows}
    assert again == {"2025-07-05": [], "2025-06-04": ["2024-05-03"], "2024-05-03": ["2025-06-04"]}


def test_a_question_has_the_promise_in_its_answer_and_fate(connection: sqlite3.Connection) -> None:
    (row,) = [
        row
        for row in add_asked_again(connection, questions_about(connection, "dredging"))
        if row["date"] == "2024-05-03"
    ]
    assert "written answer" in row["promise"]["promise"]
    assert row["promise"]["status"] != "delivered"


def test_the_command_says_it(database: Path) -> None:
    def asked(*words: str) -> str:
        result = CliRunner().invoke(matters, ["asked", "dredging", "--db", str(database), *words])
        assert result.exit_code == 0, result.output
        return result.stdout

    assert "Asked before on 2024-05-03 (" in asked()
    assert "That promise, id " in asked()
    rows = json.loads(asked("--json"))
    table = list(csv.DictReader(io.StringIO(asked("--csv"))))
    assert [row["asked_again"] for row in table] == [
        " ".join(other["id"] for other in row["asked_again"]) for row in rows
    ]
    assert "asked_again" in rows[0] and "promise" in rows[0]


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
