"""The database's contract: evidence, stable ids, links that hold."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extractors.kinds import EXTRACTORS
from pipeline.ingest import ingest
from pipeline.store import open_for_writing
from tests.make_corpus import CORPUS

RECORDS = [extractor.record.table for extractor in EXTRACTORS]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("store")
    with closing(open_for_writing(folder / "minutes.db")) as connection:
        ingest(connection, folder, [CORPUS], workers=0)
        yield connection


@pytest.mark.parametrize("table", [*RECORDS, "passages"])
def test_text_is_the_slice_of_the_documents_text(database: sqlite3.Connection, table: str) -> None:
    rows = database.execute(
        f"select r.text, r.start_char, r.end_char, d.text from {table} r join documents d on d.id = r.document_id"
    )
    assert all(text == whole[start:end] for text, start, end, whole in rows)


def test_every_link_leads_to_a_row(database: sqlite3.Connection) -> None:
    assert database.execute("pragma foreign_key_check").fetchall() == []
    assert database.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("table", RECORDS)
def test_records_stand_in_a_passage_that_holds_their_beginning(
    database: sqlite3.Connection, table: str
) -> None:
    astray = database.execute(
        f"select count(*) from {table} r left join passages p on p.id = r.passage_id "
        "where p.id is null or not (p.start_char <= r.start_char and r.start_char < p.end_char)"
    ).fetchone()[0]
    assert astray == 0


def test_search_finds_other_forms_of_a_word_and_leaves_accents_aside(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Unauthorised absences rose at Ysgol Siân.", encoding="utf-8")
    with closing(open_for_writing(tmp_path / "minutes.db")) as connection:
        ingest(connection, tmp_path, [corpus], workers=0)
        for words in ("absence", "sian", "rise OR rose"):
            found = connection.execute(
                "select passages.text from passages_fts join passages on passages.rowid = passages_fts.rowid "
                "where passages_fts match ?",
                [words],
            ).fetchall()
            assert len(found) == 1, words


def test_search_outlives_a_vacuum(database: sqlite3.Connection) -> None:
    query = (
        "select passages.id from passages_fts join passages on passages.rowid = passages_fts.rowid "
        "where passages_fts match 'councillor' order by passages.id"
    )
    before = database.execute(query).fetchall()
    database.execute("vacuum")
    assert before and database.execute(query).fetchall() == before
