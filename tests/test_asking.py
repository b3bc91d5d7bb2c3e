"""The commands that ask, as a person runs them."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.group import COMMANDS, matters
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
        (["asked", "zebra crossings"], "none has an answer"),
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


def test_evaluate_prints_scores_and_lists_what_is_wrong() -> None:
    said = run("evaluate", str(GOLD), "--documents", str(CORPUS), "--errors", "--folds")
    assert "agenda_items" in said and "Mean F1" in said and "F1 of each council" in said


def test_evaluate_from_the_database_and_from_the_files_agree(sample_database: Path) -> None:
    from_files = json.loads(run("evaluate", str(GOLD), "--documents", str(CORPUS), "--json"))
    from_database = json.loads(run("evaluate", str(GOLD), "--db", str(sample_database), "--json"))
    assert from_files["records"] == from_database["records"]


def test_evaluate_says_what_is_wrong_with_a_gold_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"document": "a.txt", "actions": [{}]}')
    assert 'actions, record 1: "quote" is missing' in run("evaluate", str(tmp_path), code=1)
