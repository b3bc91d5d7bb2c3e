"""Where the found records come from: a database, or the marked documents read on the spot."""

import dataclasses
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from extractors.model import Document, Record
from pipeline.documents import read_document
from pipeline.evaluation.gold import KINDS, GoldDocument
from pipeline.evaluation.tables import GoldTables
from pipeline.extract import extract


@dataclass(frozen=True)
class FoundDocument:
    """One document's text and its records, table by table, as rows."""

    text: str
    rows: Mapping[str, Sequence[Mapping[str, Any]]]


def find_in_database(database: sqlite3.Connection, gold: GoldDocument | GoldTables) -> FoundDocument | None:
    """The document whose source ends in the gold's file name (its suffix aside), or None.

    Raises sqlite3.OperationalError where the database is not one of ours.
    """
    database.row_factory = sqlite3.Row
    sources = database.execute("select id, source, text from documents order by rowid").fetchall()
    match = [row for row in sources if PurePosixPath(row["source"]).stem == gold.stem]
    if not match:
        return None
    document = match[-1]
    rows = {
        table: [
            dict(row)
            for row in database.execute(f"select * from {table} where document_id = ?", [document["id"]])
        ]
        for table in (*(table for table, _ in KINDS.values()), "scorecard_rows")
    }
    return FoundDocument(document["text"], rows)


def find_in_files(folders: Iterable[Path], gold: GoldDocument | GoldTables) -> FoundDocument | None:
    """The document read and its records found on the spot; None where no folder holds it.

    Raises `pipeline.layouts.base.Unreadable` where the file cannot be read.
    """
    name = PurePosixPath(gold.document).name
    path = next(
        (found for folder in folders for found in sorted(folder.rglob(name)) if found.is_file()), None
    )
    if path is None:
        return None
    document = read_document(path.read_bytes(), path.name)
    return FoundDocument(document.text, as_rows(document, extract(document).records))


def as_rows(document: Document, records: Iterable[Record]) -> dict[str, list[dict[str, Any]]]:
    """The records as the database would give them."""
    rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        values = {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}
        rows[record.table].append(values | {"text": document.text[record.start_char : record.end_char]})
    return rows
