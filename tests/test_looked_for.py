"""What a subject is taken for, and that its words are marked where people read them."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.cli.cards import words
from pipeline.queries.asked import questions_about
from pipeline.queries.found_words import mark_words
from pipeline.queries.looked_for import looked_for
from pipeline.queries.search import CLOSE, OPEN
from pipeline.queries.words import any_of
from pipeline.store.database import open_for_reading
from tests.test_asking import run

MINUTES = """Marsh Overy Town Council
Youth Committee
Minutes of the meeting held on 4 March 2024

1. Ferry crossings
Councillor Reed asked whether the ticket office would open. The Clerk explained that it would.

2. Ponds
Councillor Dale asked when ferries had last crossed the pond. The Clerk replied that a ferry had crossed it in May.

3. Performance
ZX5 working days lost due to sickness absence stood at 8 days. Councillor Reed asked why. The Clerk blamed the flu.
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("looked")
    (folder / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    run("ingest", str(folder), "--db", str(folder / "minutes.db"))
    return folder / "minutes.db"


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(database)) as opened:
        yield opened


def test_questions_that_hold_the_words_come_before_those_that_stand_under_them(
    connection: sqlite3.Connection,
) -> None:
    found = [row["question"] for row in questions_about(connection, "ferry")]
    assert ["ferries" in each for each in found] == [True, False]


def test_the_words_are_marked_and_the_matter_is_said(database: Path) -> None:
    said = run("asked", "ferry", "--db", str(database))
    assert said.startswith("“ferry” names no indicator here")
    assert "when [ferries] had last crossed" in said and "–  [Ferry] crossings" in said
    rows = json.loads(run("asked", "ferry", "--json", "--db", str(database)))
    assert not any("[" in row["question"] for row in rows)


def test_a_code_is_said_to_be_a_measures_and_its_names_are_marked(database: Path) -> None:
    said = run("asked", "ZX5", "--db", str(database))
    assert said.startswith("ZX5 “working days lost due to sickness absence”: registered as a code of")
    assert "Under: [ZX5" in said


def test_a_measure_is_named_with_those_that_came_before_and_after_it(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(
        MINUTES.replace("ZX5 working days lost due to sickness absence", "BVPI 161 fell, and NI 148"),
        encoding="utf-8",
    )
    run("ingest", str(tmp_path), "--db", str(tmp_path / "x.db"))
    with closing(open_for_reading(tmp_path / "x.db")) as opened:
        said, match = looked_for(opened, "NI 148")
    assert said[0].startswith("NI 148 Care leavers") and said[1].startswith(
        "Under other codes, too: BVPI 161"
    )
    assert match and '"BVPI 161"' in match


def test_marks_stand_around_what_the_search_found_and_nowhere_else() -> None:
    rows = [{"a": "An absence", "b": None, "c": "absence"}, {"a": "Nothing", "b": "x", "c": "absence"}]
    marked = mark_words(rows, ("a", "b"), any_of(["absences", "***"]))
    assert marked == [{"a": f"An {OPEN}absence{CLOSE}", "b": None, "c": "absence"}, rows[1]]
    assert mark_words(rows, ("a",), None) == rows and any_of(["", "*"]) is None


def test_a_card_keeps_marks_and_drops_what_moves_the_cursor() -> None:
    assert words("Asked", f"why {OPEN}care{CLOSE} {OPEN}leavers{CLOSE}\x1b[2J") == [
        "  Asked: why [care leavers] [2J"
    ]


def test_a_code_is_looked_for_as_one_and_under_its_later_code(sample_database: Path) -> None:
    """Both "NI" and "60" stand in one passage of the sample, on NI 148 and 60 per cent; BVPI 161 became NI 148."""
    assert json.loads(run("asked", "NI 60", "--json", "--db", str(sample_database))) == []
    said = run("asked", "BVPI", "161", "--db", str(sample_database))
    assert said.startswith(
        "BVPI 161 Employment, education and training for care leavers (PAF A4) is spoken of under "
    )
    assert "why the target had been lowered" in said
    assert run("indicator", "BVPI 161", "--db", str(sample_database)).startswith("NI 148 Care leavers")
