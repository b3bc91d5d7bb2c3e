"""Puts documents into the database and takes them out, each in one transaction."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from extractors.model import Problem, digest
from pipeline.store.rows import DocumentRows, Row


@dataclass(frozen=True)
class FileState:
    """What was seen of one file when it was last read; `None` where that did not come to pass."""

    source: str
    folder: str
    """The corpus that it stands in, and below its path: relative to the database's folder."""
    path: str
    size: int
    mtime_ns: int
    sha256: str
    described: str
    """Digest of what the manifest said of it."""
    version: str
    """The extraction code that read it."""
    outcome: Literal["read", "duplicate", "failed", "skipped"]
    document_id: str | None
    """Its document; of a failed file, the last version that could be read."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: a kill inside leaves the database as it was before."""
    connection.execute("begin immediate")
    with connection:
        yield


def write_document(connection: sqlite3.Connection, rows: DocumentRows, now: str) -> None:
    """Put a document in, in place of the one with the same id. `now` is an ISO time. Needs a transaction."""
    _remove_document(connection, rows.document_id)
    _note_change(connection, rows.tables["documents"][0]["council"])
    for table, every in rows.tables.items():
        if table == "documents":
            every = [row | {"ingested_at": now} for row in every]
        _add_indicators(connection, every)
        _insert(connection, table, every, ignore=table == "meetings")


def rewrite_document(connection: sqlite3.Connection, rows: DocumentRows) -> None:
    """Put what was found anew in a document in place of what was; its files, their problems and when it came in stay.
    Needs a transaction."""
    held = [rows.document_id]
    (came,) = connection.execute("select ingested_at from documents where id = ?", held).fetchone()
    files = connection.execute("select source from files where document_id = ?", held).fetchall()
    problems = connection.execute("select * from problems where document_id = ?", held).fetchall()
    write_document(connection, rows, came)
    connection.executemany(
        "update files set document_id = ? where source = ?",
        [(rows.document_id, source) for (source,) in files],
    )
    connection.executemany("insert into problems values (?, ?, ?, ?, ?, ?, ?)", problems)


def _remove_document(connection: sqlite3.Connection, document_id: str) -> None:
    """Take a document out with everything that was found in it; what links documents must be made anew."""
    held = connection.execute("select council from documents where id = ?", [document_id]).fetchone()
    if held:
        _note_change(connection, held[0])
        connection.execute("delete from documents where id = ?", [document_id])


def remove_unused(connection: sqlite3.Connection, document_id: str | None) -> None:
    """Take a document out if no file holds it any more."""
    held = connection.execute("select 1 from files where document_id = ? limit 1", [document_id]).fetchone()
    if document_id and not held:
        _remove_document(connection, document_id)


def write_problems(
    connection: sqlite3.Connection,
    source: str,
    document_id: str | None,
    problems: Iterable[Problem],
    now: str,
) -> None:
    """The problems of one file, in place of what was said of it before; the same again is left as it is."""
    rows = [
        {
            "id": digest("problems", source, problem.stage, problem.error, problem.detail),
            "source": source,
            "document_id": document_id,
            "stage": problem.stage,
            "error": problem.error,
            "detail": problem.detail,
            "seen_at": now,
        }
        for problem in problems
    ]
    stored = connection.execute("select id, document_id from problems where source = ?", [source]).fetchall()
    if sorted(stored) != sorted({(row["id"], row["document_id"]) for row in rows}):
        connection.execute("delete from problems where source = ?", [source])
        _insert(connection, "problems", rows, ignore=True)


def write_file(connection: sqlite3.Connection, state: FileState) -> None:
    """Remember what was seen of a file."""
    names = list(vars(state))
    connection.execute(
        f"insert or replace into files ({', '.join(names)}) values ({', '.join('?' * len(names))})",
        [getattr(state, name) for name in names],
    )


def forget_file(connection: sqlite3.Connection, source: str) -> None:
    """Take a file out of `files` and `problems`."""
    connection.execute("delete from files where source = ?", [source])
    connection.execute("delete from problems where source = ?", [source])


def read_files(connection: sqlite3.Connection) -> list[FileState]:
    """Every file that was seen, in the order of their sources."""
    names = list(FileState.__dataclass_fields__)
    return [
        FileState(*row) for row in connection.execute(f"select {', '.join(names)} from files order by source")
    ]


def mark_linked(connection: sqlite3.Connection, version: str) -> None:
    """Note which code made the links between documents, and that they are up to date."""
    connection.execute("update settings set value = ? where name = 'linked_by'", [version])


def changed_since_linked(connection: sqlite3.Connection, version: str) -> set[str | None] | None:
    """The councils of which documents have changed since this code made the links between them; None where it has
    not made them, so that all are out of date."""
    linked_by, changed = _linked(connection)
    return changed if linked_by == version else None


def _note_change(connection: sqlite3.Connection, council: str | None) -> None:
    """Note that the links between documents of the council are out of date."""
    linked_by, changed = _linked(connection)
    if linked_by and council not in changed:
        listed = json.dumps(sorted({*changed, council}, key=lambda name: name or ""))
        mark_linked(connection, f"{linked_by} {listed}")


def _linked(connection: sqlite3.Connection) -> tuple[str, set[str | None]]:
    """Which code made the links, and the councils that have changed since."""
    (value,) = connection.execute("select value from settings where name = 'linked_by'").fetchone()
    linked_by, _, changed = value.partition(" ")
    return linked_by, set(json.loads(changed or "[]"))


def remove_orphans(connection: sqlite3.Connection) -> None:
    """Take out the meetings that no document belongs to."""
    connection.execute(
        "delete from meetings where id not in (select meeting_id from documents where meeting_id is not null)"
    )


def _add_indicators(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
    slugs = {row["indicator_id"] for row in rows if row.get("indicator_id")}
    connection.executemany(
        "insert or ignore into indicators (id) values (?)", [(slug,) for slug in sorted(slugs)]
    )


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row], ignore: bool = False) -> None:
    if not rows:
        return
    names = list(rows[0])
    connection.executemany(
        f"insert {'or ignore ' if ignore else ''}into {table} ({', '.join(names)}) "
        f"values ({', '.join(f':{name}' for name in names)})",
        rows,
    )
