"""The commands that ask, as a person runs them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pipeline.cli.group import COMMANDS, matters
from pipeline.cli.scope import Day
from tests.make_corpus import CORPUS

GOLD = Path(__file__).parent / "gold"


def run(*words: str, code: int = 0) -> str:
    """What the command prints; fails where it ends with another code than `code`."""
    result = CliRunner().invoke(matters, words)
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    said = run(name, "--help")
    assert f"matters {name}" in said.split("Example", 1)[1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["search", "damp"], "damp"),
        (["asked", "NI", "117"], "answered:"),
        (["promises", "--committee", "environment"], "Promised:"),
        (["decisions", "--outcome", "noted"], "Noted"),
        (["asked", "zebra crossings"], "No question on “zebra crossings” is in the 17 documents"),
        (["promises", "--owner", "Nobody"], "No promise of “Nobody” is in"),
        (["promises", "--status", "closed"], "No promise that is closed is in"),
        (["indicator", "NI 999"], "No value, question, promise or decision on “NI 999” is in"),
        (["figures", "zz"], "does not mention it"),
    ],
)
def test_answers_for_people(sample_database: Path, words: list[str], expected: str) -> None:
    said = run(*words, "--db", str(sample_database))
    assert expected.lower() in said.lower()
    assert "\x1b" not in said


@pytest.mark.parametrize("words", [["search", "report"], ["asked", "report"], ["promises"], ["decisions"]])
def test_json_and_csv_hold_the_same_rows(sample_database: Path, words: list[str]) -> None:
    rows = json.loads(run(*words, "--json", "--db", str(sample_database)))
    table = list(csv.DictReader(io.StringIO(run(*words, "--csv", "--db", str(sample_database)))))
    assert len(rows) == len(table) > 0
    assert list(rows[0]) == list(table[0])


@pytest.mark.parametrize(
    "words", [["search"], ["asked"], ["indicator"], ["figures"], ["decisions"], ["promises", "--owner"]]
)
def test_programs_are_given_no_rows_and_the_reason_beside_them(
    sample_database: Path, words: list[str]
) -> None:
    result = CliRunner().invoke(matters, [*words, "zebra", "--json", "--db", str(sample_database)])
    assert json.loads(result.stdout) == [] and "“zebra”" in result.stderr


@pytest.mark.parametrize(
    ("given", "last", "day"),
    [
        ("2024", False, "2024-01-01"), ("2024", True, "2024-12-31"), ("2024-02", False, "2024-02-01"),
        ("2024-02", True, "2024-02-29"), ("2024-03-07", True, "2024-03-07"),
    ],
)  # fmt: skip
def test_a_month_or_year_is_its_first_or_last_day(given: str, last: bool, day: str) -> None:
    assert Day(last=last).convert(given, None, None) == day


@pytest.mark.parametrize("given", ["March", "2024-13", "2024-02-30", "0000", "24"])
def test_what_is_no_day_is_refused(given: str) -> None:
    with pytest.raises(click.BadParameter, match="is not a date"):
        Day(last=True).convert(given, None, None)


def test_a_date_that_is_none_is_refused_in_plain_words(sample_database: Path) -> None:
    assert "2024-03-07" in run("search", "x", "--since", "March", "--db", str(sample_database), code=2)


def test_a_database_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    assert "matters ingest" in run("promises", "--db", str(tmp_path / "none.db"), code=1)


def test_explain_marks_records_in_brackets_where_there_are_no_colours() -> None:
    said = run("explain", str(CORPUS / "environment/env-2024-04-10-minutes.txt"))
    assert "⟦decision: " in said and "⟦agenda item: " in said
    assert said.count("⟦") == said.count("⟧")


def test_explain_marks_only_what_is_asked_for() -> None:
    said = run(
        "explain", str(CORPUS / "environment/env-2024-04-10-minutes.txt"), "--kind", "decisions", "--notes"
    )
    assert "⟦decision: " in said and "⟦agenda item: " not in said and "rule decision." in said


def test_explain_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    assert str(broken) in run("explain", str(broken), code=1)


def test_evaluate_prints_scores_and_lists_what_is_wrong(sample_database: Path) -> None:
    said = run("evaluate", str(GOLD), "--db", str(sample_database), "--errors", "--folds")
    assert "agenda_items" in said and "Mean F1" in said and "F1 of each council" in said


def test_evaluate_from_the_database_and_from_the_files_agree(sample_database: Path) -> None:
    from_files = json.loads(run("evaluate", str(GOLD), "--documents", str(CORPUS), "--json"))
    from_database = json.loads(run("evaluate", str(GOLD), "--db", str(sample_database), "--json"))
    assert from_files["records"] == from_database["records"]


def test_evaluate_says_what_is_wrong_with_a_gold_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"document": "a.txt", "actions": [{}]}')
    assert 'actions, record 1: "quote" is missing' in run("evaluate", str(tmp_path), code=1)


def test_asking_loads_nothing_that_only_reading_needs() -> None:
    """Half a second of imports is what a person would wait for, each time."""
    asking = "pipeline.cli.asked, pipeline.queries.asked_again, pipeline.queries.found_words, pipeline.queries.absence"
    code = f"import sys, {asking}, pipeline.queries.pack, pipeline.dossier; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "pandas", "sqlite_utils", "extractors.actions"} & set(done.stdout.split())
