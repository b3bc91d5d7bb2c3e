"""Queries: any words are a valid search, names in all their forms mean one measure, absence has a reason."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.queries.absence import why_not
from pipeline.queries.asked import questions_about
from pipeline.queries.indicators import find_indicators, suggest
from pipeline.queries.outcomes import decisions, fates, promises, promises_by_id
from pipeline.queries.scope import Scope
from pipeline.queries.search import CLOSE, OPEN, count_hits, search_passages, search_records
from pipeline.queries.timeline import timeline
from pipeline.queries.words import match_query
from pipeline.store import open_for_reading


@pytest.fixture(scope="module")
def database(sample_database: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(sample_database)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("care leavers", '"care" "leavers"'),
        ('"care leavers" NOT fostering', '"care leavers" NOT "fostering"'),
        ("absen*", '"absen"*'),
        ("OR roads OR", '"roads"'),
        ("roads AND NOT bins", '"roads" NOT "bins"'),
        ('roads "unfinished quote', '"roads" "unfinished quote"'),
        ('* () "" \'', None),
        ("NOT", None),
        ("col:umn ^start NEAR(a b)", '"col:umn" "^start" "NEAR(a" "b"'),
    ],
)
def test_match_query(words: str, expected: str | None) -> None:
    assert match_query(words) == expected


@given(st.text(alphabet=st.sampled_from("abé\"*()^:-+ \n\x00ANDORT~{}[];'ß雨"), max_size=40))
def test_whatever_is_typed_is_a_valid_query(words: str) -> None:
    match = match_query(words)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create virtual table t using fts5(x)")
        if match is not None:
            assert connection.execute("select * from t where t match ?", [match]).fetchall() == []


def test_snippets_mark_the_found_words(database: sqlite3.Connection) -> None:
    found = search_passages(database, "damp", limit=5)
    assert found
    assert all(OPEN in row["snippet"] and CLOSE in row["snippet"] for row in found)
    assert count_hits(database, "damp") >= len(found)


def test_records_are_searched_by_kind(database: sqlite3.Connection) -> None:
    assert {row["record_table"] for row in search_records(database, "note", tables=("actions",))} == {
        "actions"
    }


@pytest.mark.parametrize("name", ["ni-117", "NI 117", "ni117", "NI117"])
def test_forms_of_a_code_mean_the_same(database: sqlite3.Connection, name: str) -> None:
    meant = find_indicators(database, name)
    assert meant and meant.ids == ("ni-117",)


def test_a_name_finds_what_the_code_finds(database: sqlite3.Connection) -> None:
    meant = find_indicators(database, "NEETs")
    assert meant and meant.ids == ("ni-117",)
    assert find_indicators(database, "the colour of the moon") is None


def test_questions_on_a_measure_come_newest_first_with_their_answers(database: sqlite3.Connection) -> None:
    rows = questions_about(database, "NI 117")
    assert rows
    assert [row["date"] for row in rows] == sorted((row["date"] for row in rows), reverse=True)
    assert any(row["answer"] for row in rows)
    assert questions_about(database, "NEETs")[0]["id"] in {row["id"] for row in rows}


def test_scope_leaves_out_what_lies_outside(database: sqlite3.Connection) -> None:
    every = decisions(database)
    some = decisions(database, Scope(committee="environment", since="2024-01-01", until="2024-12-31"))
    assert 0 < len(some) < len(every)
    assert all("Environment" in row["committee"] and row["date"] >= "2024-01-01" for row in some)


def test_sure_leaves_out_what_is_less_sure(database: sqlite3.Connection) -> None:
    assert len(promises(database, sure=1.0)) <= len(promises(database))


def test_a_timeline_is_in_the_order_of_dates(database: sqlite3.Connection) -> None:
    dates = [row["date"] or "" for row in timeline(database, ["ni-117"])]
    assert dates and dates == sorted(dates)


@pytest.mark.parametrize(
    ("subject", "scope", "reason"),
    [
        ("roads", Scope(committee="Licensing"), "No document of Licensing is in the database. It has: "),
        (
            "roads",
            Scope(since="2030-01-01"),
            "No document since 2030-01-01 is in the database. Those in it are from ",
        ),
        ("roads", Scope(council="Kenton"), "No document of Kenton is in the database. It has: Aldermoor Borough "),
        ("***", Scope(), "“***” has no word to look for."),
        ("zebra crossings on Mars", Scope(), "What was read of them does not mention it."),
        ("NEET", Scope(committee="Housing"), "No question on “NEET” is in the 6 documents of Housing, 2023-07-12 to "),
        ("core assessments in 35 days", Scope(), "It is NI 60 “Percentage of core assessments for children"),
        ("Tanner’s Bridge", Scope(), " passages mention it: matters search Tanner’s Bridge"),
    ],
)  # fmt: skip
def test_absence_has_a_reason(database: sqlite3.Connection, subject: str, scope: Scope, reason: str) -> None:
    assert reason in " ".join(why_not(database, subject, scope, "question"))


def test_what_was_read_in_part_or_is_restricted_is_said(database: sqlite3.Connection) -> None:
    *_, restricted, partly = why_not(database, "zebra")
    assert restricted.endswith(
        ".xml: Item 8 is restricted and was not kept. It may have been spoken of there."
    )
    assert (
        "was read only in part, and it may stand in the rest. The page cuts the minutes of item 7 short"
        in partly
    )


def test_measures_with_like_names_are_suggested(database: sqlite3.Connection) -> None:
    assert "ni-117" in {row["id"] for row in suggest(database, "not in education employment")}


def test_fates_and_pages_of_promises_agree_with_the_whole_list(database: sqlite3.Connection) -> None:
    rows = promises(database, words="report")
    judged = fates(database, words="report")
    assert rows and judged == [(row["action_id"], row["status"]) for row in rows]
    some = [found for found, _ in judged[2:5]]
    assert promises_by_id(database, some) == rows[2:5]
