"""A person's word on a promise: kept beside the corpus, through rebuilds, and taken back."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.follow_ups.closings import CLOSINGS, Closing, read_closings, write_closings
from tests.make_corpus import CORPUS
from tests.test_asking import run


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("closings") / "corpus"
    shutil.copytree(CORPUS / "area", folder)
    return folder


def promises(database: Path, *options: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run("promises", "--json", "--db", str(database), *options))
    return found


def test_a_closing_outlives_the_database_and_can_be_taken_back(corpus: Path, tmp_path: Path) -> None:
    database = tmp_path / "minutes.db"
    run("ingest", str(corpus), "--db", str(database))
    chosen = next(row for row in promises(database) if row["status"] != "delivered")["action_id"]
    run("promises", "close", chosen[:8], "--because", "=Sent by mail", "--db", str(database))
    assert chosen in (corpus / CLOSINGS).read_text()
    database.unlink()
    run("ingest", str(corpus), "--db", str(database))
    (closed,) = promises(database, "--status", "closed")
    assert (closed["action_id"], closed["closed_because"]) == (chosen, "=Sent by mail")
    run("promises", "reopen", chosen, "--db", str(database))
    assert promises(database, "--status", "closed") == []


MINUTES = """Marsh Overy Town Council
Amenities Committee
Minutes of the meeting held on {day}

1. Ponds
The Clerk undertook to circulate a list of the ponds that had been dredged.
{more}
2. Any other business
None.
"""


def test_a_closing_outlives_a_document_published_anew(tmp_path: Path) -> None:
    """Its words lead to the promise again; where two promises have them, that is said, and neither is closed."""
    database, minutes = tmp_path / "minutes.db", tmp_path / "a.txt"
    minutes.write_text(MINUTES.format(day="4 March 2024", more=""))
    run("ingest", str(tmp_path), "--workers", "0", "--db", str(database))
    (promise,) = promises(database)
    run("promises", "close", promise["action_id"], "--because", "Sent", "--db", str(database))
    minutes.write_text(MINUTES.format(day="4 March 2024", more="Two frogs were seen."))
    run("ingest", str(tmp_path), "--workers", "0", "--db", str(database))
    (again,) = promises(database)
    assert again["status"] == "closed" and again["action_id"] != promise["action_id"]
    (tmp_path / "b.txt").write_text(MINUTES.format(day="4 June 2024", more=""))
    said = run("ingest", str(tmp_path), "--workers", "0", "--db", str(database))
    assert "closings.csv: closing without its promise" in said
    assert "closed" not in {row["status"] for row in promises(database)}
    (tmp_path / "b.txt").unlink()
    assert "closing without" not in run("ingest", str(tmp_path), "--workers", "0", "--db", str(database))
    run("promises", "reopen", again["action_id"], "--db", str(database))
    assert read_closings(tmp_path) == []


def test_what_cannot_be_closed_is_said(sample_database: Path) -> None:
    assert "too short" in run(
        "promises", "close", "12", "--because", "x", "--db", str(sample_database), code=1
    )
    assert "No promise has the id" in run(
        "promises", "close", "zzzzzzzz", "--because", "x", "--db", str(sample_database), code=1
    )


def test_a_closing_needs_a_reason(sample_database: Path) -> None:
    chosen = promises(sample_database)[0]["action_id"]
    said = run("promises", "close", chosen, "--because", " ", "--db", str(sample_database), code=1)
    assert "Say why it is closed" in said


def test_a_tracker_that_cannot_be_written_is_said(sample_database: Path, tmp_path: Path) -> None:
    for name, code, said in (
        ("tracker.csv", 2, "end it in .xlsx"),
        ("none/tracker.xlsx", 1, "cannot be written"),
    ):
        assert said in run(
            "promises", "--tracker", str(tmp_path / name), "--db", str(sample_database), code=code
        )


def test_the_tracker_says_how_long_nothing_was_said(sample_database: Path, tmp_path: Path) -> None:
    run("promises", "--status", "silent", "--tracker", str(tmp_path / "t.xlsx"), "--db", str(sample_database))
    sheet = load_workbook(tmp_path / "t.xlsx").active
    taken = [row[6] for row in sheet.values]
    assert taken[0] == "Action taken" and set(taken[1:]) == {"Not spoken of in 3 later meetings."}
    assert sheet.page_setup.orientation == "landscape" and sheet.print_title_rows == "$1:$1"


def test_cells_that_look_like_formulas_stay_text(tmp_path: Path) -> None:
    closing = Closing("a" * 16, "=1+1", "2024-01-01", "-done, “quoted”")
    write_closings(tmp_path, [closing])
    assert "'=1+1" in (tmp_path / CLOSINGS).read_text(encoding="utf-8")
    assert read_closings(tmp_path) == [closing]


def test_the_tracker_has_the_officers_columns(sample_database: Path, tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    run("promises", "--tracker", str(path), "--db", str(sample_database))
    rows = list(load_workbook(path).active.values)
    assert rows[0][:8] == (
        "Reference", "Origin", "Date", "Area", "Recommendation", "Lead Officer", "Action taken", "RAG status",
    )  # fmt: skip
    assert len(rows) == len(promises(sample_database)) + 1
    assert {row[7] for row in rows[1:]} <= {"Green", "Amber", "Red"}
