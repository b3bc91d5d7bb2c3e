"""Codes and names as people type them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.queries.asked import questions_about
from pipeline.queries.indicators import find_indicators
from pipeline.queries.search import search_passages
from pipeline.queries.spelling import is_code, key, spellings
from pipeline.queries.words import any_of
from pipeline.store import open_for_reading

NI_117 = [
    "NI 117", "NI117", "ni-117", "N.I.117", "N.I. 117", "n.i.117", "NI.117", "Ni/117", "NI_117", "NI 0117", "ni: 117",
    "National Indicator 117", "national indicator no. 117", "indicator NI 117", "Performance indicator NI117",
    "measure NI 117", "“NI 117”", " NI  117 ", "NI–117", "N.E.E.T.", "neet", "NEET?",
]  # fmt: skip
BV_161 = [
    "BV 161",
    "BVPI161",
    "bv-161",
    "B.V.P.I. 161",
    "BV.161",
    "Best Value Performance Indicator 161",
    "best value indicator 161",
]
EN09 = ["EN09", "en 9", "EN-09", "EN9", "en/09", "code EN09", "E.N.09"]


@pytest.mark.parametrize(
    ("typed", "measure"),
    [*((typed, "ni-117") for typed in NI_117), *((typed, "ni-148") for typed in BV_161)]
    + [(typed, "missed-bins") for typed in EN09],
)
def test_a_code_is_known_however_it_is_typed(sample_database: Path, typed: str, measure: str) -> None:
    with closing(open_for_reading(sample_database)) as connection:
        meant = find_indicators(connection, typed)
    assert meant and meant.ids == (measure,)


@pytest.mark.parametrize("typed", ["NI.117", "N.I.117", "ni-117", "national indicator 117"])
def test_the_same_questions_are_found(sample_database: Path, typed: str) -> None:
    with closing(open_for_reading(sample_database)) as connection:
        wanted = [row["id"] for row in questions_about(connection, "NI 117")]
        assert wanted and [row["id"] for row in questions_about(connection, typed)] == wanted


def test_a_search_takes_a_code_in_any_spelling(sample_database: Path) -> None:
    with closing(open_for_reading(sample_database)) as connection:
        found = [
            {row["passage_id"] for row in search_passages(connection, typed)} for typed in ("EN09", "en-9")
        ]
    assert found[0] and found[0] == found[1]


@pytest.mark.parametrize(
    "words",
    [
        "care leavers",
        "the target for 2024",
        "St. Mary’s",
        "U.S. trip",
        "A road",
        "indicators of need",
        "measure 7 things",
    ],
)
def test_words_are_no_codes(words: str) -> None:
    assert not is_code(words)


def test_codes_that_differ_have_other_keys() -> None:
    codes = ["NI 11", "NI 117", "NI 17", "EN09", "EN90", "EN9a", "HPS.3.2", "HPS.32", "M1.2", "M12"]
    assert len(set(map(key, codes))) == len(codes)


def test_spellings_of_a_code() -> None:
    assert {"EN9", "EN 9", "EN09", "EN 09"} <= set(spellings("en-9".upper()))
    assert spellings("recycling") == ["recycling"]


@given(st.text(max_size=60))
def test_anything_typed_can_be_searched_for(text: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create virtual table words using fts5(text)")
        if match := any_of(spellings(text)):
            assert connection.execute("select * from words where words match ?", [match]).fetchall() == []


def test_case_is_no_difference() -> None:
    assert {key(typed) for typed in ("en09", "EN09", "En 9")} == {"en9"}


def test_rows_of_a_table_are_measures_by_their_names(tmp_path: Path) -> None:
    from tests.test_asking import run

    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for quarter, month, value in ((1, "September", 71), (2, "December", 64)):
        (corpus / f"q{quarter}.html").write_text(
            "<html><body><h1>Marsh Overy Town Council</h1><p>Amenities Committee</p>"
            f"<h2>Performance report, Quarter {quarter} 2023/24</h2><p>6 {month} 2023</p>"
            "<table><tr><th>Indicator</th><th>Actual</th><th>Target</th><th>RAG</th></tr>"
            f"<tr><td>Hedgehog tunnels open by dusk</td><td>{value}%</td><td>70%</td><td>Red</td></tr>"
            "<tr><td>Toads weighed on the day</td><td>81%</td><td>90%</td><td>Red</td></tr></table></body></html>"
        )
    database = str(tmp_path / "x.db")
    run("ingest", str(corpus), "--db", database)
    said = run("indicator", "hedgehog tunnels open by dusk", "--db", database)
    assert "71%" in said and "64%" in said and "target 70%" in said
    assert "Hedgehog tunnels open by dusk" in said.splitlines()[0]
    assert "Off target: 64% against a target of 70%" in said
