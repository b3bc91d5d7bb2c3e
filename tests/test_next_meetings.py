"""Promises for "the next meeting" fall due on the day of the next one that is in the database."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.databases import run


def _write(folder: Path, month: str, said: str, committee: str = "HARBOUR PANEL") -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{committee}-{month}.txt").write_text(
        f"LEYFORD BOROUGH COUNCIL\n\n{committee}\n\nMinutes of the meeting held on 7 {month} 2031\n\n"
        f"Present: Councillors Brook (Chair) and Dale\n\n1. SLIPWAYS\n\n{said}\n",
        encoding="utf-8",
    )


def _promised(base: Path) -> list[tuple[str | None, str]]:
    with closing(sqlite3.connect(base / "minutes.db")) as connection:
        query = "select due_date, status from promises where promise like '%dredging%' order by date"
        return connection.execute(query).fetchall()


def test_the_next_meeting_of_the_committee_is_the_due_date(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    promised = "The Head of Harbours undertook to bring a note on dredging to the next meeting."
    _write(corpus, "January", promised)
    _write(corpus, "February", "Roads were spoken of.", committee="ROADS PANEL")
    run(tmp_path / "minutes.db", corpus)
    assert _promised(tmp_path) == [(None, "open")]
    _write(corpus, "March", "Fares were spoken of.")
    run(tmp_path / "minutes.db", corpus)
    assert _promised(tmp_path) == [("2031-03-07", "open")]
    _write(corpus, "May", "Pilots were spoken of.")
    run(tmp_path / "minutes.db", corpus)
    assert _promised(tmp_path) == [("2031-03-07", "overdue")]
    (corpus / "HARBOUR PANEL-March.txt").unlink()
    run(tmp_path / "minutes.db", corpus)
    assert _promised(tmp_path) == [("2031-05-07", "open")]
