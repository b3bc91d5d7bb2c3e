"""`matters ingest` and `matters problems` as a person runs them."""

import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.group import COMMANDS, matters
from pipeline.exports.tables import to_csv
from tests.databases import minutes, write_corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = write_corpus(tmp_path / "corpus", range(2))
    (folder / "empty.txt").touch()
    return folder


def invoke(*words: object) -> Result:
    return CliRunner().invoke(matters, [str(word) for word in words])


def test_a_first_and_a_second_run_say_what_they_did(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "output" / "minutes.db"
    first = invoke("ingest", corpus, "--db", database)
    assert first.exit_code == 0, first.output
    assert "2 new, 0 changed, 0 unchanged, 0 removed, 1 failed" in first.output
    assert "empty.txt: empty. The file holds no text." in first.output
    assert "\x1b" not in first.output
    second = invoke("ingest", corpus, "--db", database)
    assert "0 new, 0 changed, 3 unchanged, 0 removed, 1 failed" in second.output


def test_the_summary_as_json(tmp_path: Path, corpus: Path) -> None:
    result = invoke("ingest", corpus, "--db", tmp_path / "minutes.db", "--json")
    summary = json.loads(result.output)
    assert (summary["new"], summary["failed"], summary["records"]["decisions"]) == (2, 1, 2)


def test_strict_fails_as_long_as_a_file_cannot_be_read(tmp_path: Path, corpus: Path) -> None:
    words = ("ingest", corpus, "--db", tmp_path / "minutes.db", "--strict")
    assert [invoke(*words).exit_code for _ in range(2)] == [1, 1]
    (corpus / "empty.txt").unlink()
    assert invoke(*words).exit_code == 0


def test_problems_as_table_json_and_csv(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    invoke("ingest", corpus, "--db", database)
    assert "empty.txt" in invoke("problems", "--db", database).output
    assert json.loads(invoke("problems", "--db", database, "--json").output)[0]["error"] == "empty"
    rows = list(csv.DictReader(invoke("problems", "--db", database, "--csv").output.splitlines()))
    assert rows[0]["source"] == "empty.txt"


def test_what_is_wrong_is_said_in_plain_words(tmp_path: Path, corpus: Path) -> None:
    other, broken = tmp_path / "other.db", tmp_path / "broken.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("create table songs (name)")
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    cases = [
        (("ingest", tmp_path / "nowhere"), 2, "There is no file or folder"),
        (("ingest", corpus, "--db", other), 1, "belongs to another program"),
        (("ingest", corpus, "--db", broken), 1, "is damaged, or no database"),
        (("ingest", corpus, "--db", corpus), 2, "is a directory"),
        (("problems", "--db", tmp_path / "none.db"), 1, "matters ingest"),
        (("problems", "--db", other), 1, "belongs to another program"),
        (("ingest",), 2, "Missing argument"),
    ]
    for words, code, said in cases:
        result = invoke(*words)
        assert (result.exit_code, said in result.output) == (code, True), (words, result.output)
        assert "Traceback" not in result.output
    with closing(sqlite3.connect(other)) as connection:
        assert connection.execute("select name from sqlite_master").fetchall() == [("songs",)]


def test_a_database_of_another_version_is_refused(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    invoke("ingest", corpus, "--db", database)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("pragma user_version = 999")
    result = invoke("ingest", corpus, "--db", database)
    assert (result.exit_code, "a newer version of Matters Arising" in result.output) == (1, True)


def test_a_locked_database_is_said_to_be_in_use(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "minutes.db"
    invoke("ingest", corpus, "--db", database)
    (corpus / "more.txt").write_text(minutes(7), encoding="utf-8")
    monkeypatch.setattr("pipeline.store.database.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("begin immediate")
        result = invoke("ingest", corpus, "--db", database)
    assert (result.exit_code, "in use by another program" in result.output) == (1, True)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    result = invoke(name, "--help")
    assert result.exit_code == 0
    assert f"matters {name}" in result.output


def test_help_loads_nothing_that_takes_long() -> None:
    heavy = "{'spacy', 'pandas', 'sqlite_utils', 'pdfplumber', 'lxml', 'bs4'}"
    code = f"import sys, pipeline.cli.group; from importlib import import_module as load; " \
           f"[load(m) for m in pipeline.cli.group.COMMANDS.values()]; print({heavy} & set(sys.modules))"  # fmt: skip
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set()"


def test_a_cell_that_a_spreadsheet_would_run_is_guarded() -> None:
    rows = [{"text": "=HYPERLINK(1)", "value": -2.5}]
    assert to_csv(rows, ["text", "value"]) == "text,value\n'=HYPERLINK(1),-2.5\n"


def test_how_long_a_promise_is_waited_for_is_kept_and_said(tmp_path: Path, corpus: Path) -> None:
    database = tmp_path / "minutes.db"
    (corpus / "later.txt").write_text(
        "LEYFORD BOROUGH COUNCIL\n\nTRANSPORT PANEL\n\nMinutes of the meeting held on 4 June 2025\n\n"
        "Present: Councillor Brook (Chair)\n\n1. FERRIES\n\nThe tide tables were displayed on the wall.\n"
    )
    invoke("ingest", corpus, "--db", database, "--silent-after", 1)
    invoke("ingest", corpus, "--db", database)
    assert "Silent: 1 or more later meetings" in invoke("promises", "--db", database).output
    assert "silent after 1 later meeting " in invoke("pack", "Transport", "--db", database).output
    assert invoke("ingest", corpus, "--db", database, "--silent-after", 0).exit_code == 2
    invoke("ingest", corpus, "--db", database, "--silent-after", 4)
    assert not json.loads(invoke("promises", "--status", "silent", "--db", database, "--json").stdout)
