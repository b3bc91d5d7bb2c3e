"""Databases for tests: made from small corpora, compared as dumps."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.ingest import Summary, ingest
from pipeline.store import open_for_writing


def minutes(number: int, extra: str = "") -> str:
    """Invented minutes; each number gives another document."""
    return (
        f"LEYFORD BOROUGH COUNCIL\n\nTRANSPORT PANEL\n\nMinutes of the meeting held on {number % 27 + 1} May 2024\n\n"
        "Present: Councillors Brook (Chair) and Dale\n\n"
        f"{number}. BUS SERVICES\n\nCouncillor Dale asked why route {number} was late. "
        "The Head of Transport said that the driver shortage went on and undertook to circulate a note.\n\n"
        f"RESOLVED – That the report be noted.\n\n{extra}\n"
    )


def write_corpus(folder: Path, numbers: range) -> Path:
    """A folder of invented minutes, some of them in folders of their own."""
    for number in numbers:
        path = folder / f"part-{number % 3}" / f"minutes-{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(minutes(number), encoding="utf-8")
    return folder


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The database, closed afterwards."""
    connection = open_for_writing(path)
    try:
        yield connection
    finally:
        connection.close()


def run(database: Path, *paths: Path, workers: int | None = 0) -> Summary:
    """Ingest the paths into the database."""
    with opened(database) as connection:
        return ingest(connection, database.parent, paths, workers=workers)


def dump(database: Path) -> list[str]:
    """Everything the database says, the times and what this machine saw (`files`) aside. The index of the
    full-text search is left out too: it is made from `passages`, in the order of writing."""
    copy = sqlite3.connect(":memory:")
    with opened(database) as connection:
        connection.backup(copy)
    copy.execute("update documents set ingested_at = ''")
    copy.execute("update problems set seen_at = ''")
    copy.execute("delete from files")
    copy.commit()
    index = ('INSERT INTO "passages_fts_', 'INSERT INTO "records_fts_')
    lines = sorted(line for line in copy.iterdump() if not line.startswith(index))
    copy.close()
    return lines
