"""Why nothing was found: no such document, one read only in part, or read whole and truly no mention."""

import sqlite3

from pipeline.queries.indicators import suggest
from pipeline.queries.scope import WHOLE, Scope

_MOST_NAMED = 8


def why_not(connection: sqlite3.Connection, subject: str, scope: Scope = WHOLE) -> list[str]:
    """Sentences that say why there is no answer on `subject`, the deciding reason first."""
    held = connection.execute("select count(*) from documents").fetchone()[0]
    if not held:
        return ["The database holds no documents. Read some in with: matters ingest FOLDER"]
    missing = _no_documents(connection, scope)
    if missing:
        return missing
    said = _partly_read(connection, scope)
    said.append(_read_whole(connection, subject, scope))
    near = [each["name"] or each["id"] for each in suggest(connection, subject)]
    if near:
        said.append(f"Measures with names like it: {'; '.join(near)}.")
    return said


def _no_documents(connection: sqlite3.Connection, scope: Scope) -> list[str]:
    """What is said where no document lies in `scope`: which part of it leaves none, and what there is."""
    if _count(connection, scope):
        return []
    whose = Scope(scope.council, scope.committee)
    if not _count(connection, whose):
        rows = connection.execute(
            "select distinct committee from documents where committee is not null order by 1 limit ?",
            [_MOST_NAMED + 1],
        ).fetchall()
        names = "; ".join(row[0] for row in rows[:_MOST_NAMED]) + (" …" if len(rows) > _MOST_NAMED else "")
        return [
            f"No document {whose.in_words()} is in the database. It has: {names or 'no committee by name'}."
        ]
    first, last = _span(connection, whose)
    return [
        f"No document {scope.in_words()} is in the database. Those {whose.in_words() or 'in it'} are from "
        f"{first or 'unknown dates'} to {last or 'unknown dates'}."
    ]


def _partly_read(connection: sqlite3.Connection, scope: Scope) -> list[str]:
    condition, values = scope.condition("documents")
    rows = connection.execute(
        f"""
        select documents.source, problems.error from problems
        join documents on documents.id = problems.document_id
        where {condition} order by 1, 2
        """,
        values,
    ).fetchall()
    said = [
        f"{row['source']} was read only in part ({row['error']}): it may stand there."
        for row in rows[:_MOST_NAMED]
    ]
    unread = connection.execute("select count(*) from problems where document_id is null").fetchone()[0]
    if unread:
        said.append(f"{unread} files could not be read at all: matters problems lists them.")
    return said


def _read_whole(connection: sqlite3.Connection, subject: str, scope: Scope) -> str:
    first, last = _span(connection, scope)
    dates = f", {first} to {last}" if first else ""
    count = _count(connection, scope)
    documents = "document" if count == 1 else "documents"
    where = f" {scope.in_words()}" if not scope.is_whole else ""
    return f"{count} {documents}{where} in the database{dates}: none has an answer on “{subject}”."


def _count(connection: sqlite3.Connection, scope: Scope) -> int:
    condition, values = scope.condition("documents")
    return int(connection.execute(f"select count(*) from documents where {condition}", values).fetchone()[0])


def _span(connection: sqlite3.Connection, scope: Scope) -> tuple[str | None, str | None]:
    condition, values = scope.condition("documents")
    row = connection.execute(
        f"select min(date), max(date) from documents where {condition}", values
    ).fetchone()
    return row[0], row[1]
