"""One document or meeting: its passages in the order of the text, and all that was found in it, with its place."""

import sqlite3
from collections.abc import Iterable

from pipeline.queries.scope import Row

RECORD_TABLES = (
    "agenda_items",
    "indicator_mentions",
    "figures",
    "targets",
    "questions",
    "actions",
    "decisions",
    "votes",
    "scorecard_rows",
)
"""Every table of records, in the order in which the database makes them."""


def find_document(connection: sqlite3.Connection, document_id: str) -> Row | None:
    """The document with its text, or None."""
    return _one(connection, "select * from documents where id = ?", document_id)


def find_meeting(connection: sqlite3.Connection, meeting_id: str) -> Row | None:
    """The meeting, or None."""
    return _one(connection, "select * from meetings where id = ?", meeting_id)


def documents_of(connection: sqlite3.Connection, meeting_id: str) -> list[Row]:
    """The documents of a meeting without their text, minutes first."""
    return _all(
        connection,
        """
        select id, source, format, kind, council, committee, title, date, url, pages from documents
        where meeting_id = ? order by coalesce(kind, 'minutes') <> 'minutes', kind, title, source
        """,
        meeting_id,
    )


def passages_of(connection: sqlite3.Connection, document_id: str) -> list[Row]:
    """Kind, page and span of each passage, in the order of the text."""
    return _all(
        connection,
        "select kind, page, start_char, end_char from passages where document_id = ? order by start_char",
        document_id,
    )


def spans_of(connection: sqlite3.Connection, document_id: str) -> list[Row]:
    """Every record's table (`found`), id, span and, of figures and the like, its measure; answers (`answers`) under
    their question's id, and what the document says of an earlier promise (`follow_ups`). In the order of the text."""
    about = ("indicator_mentions", "figures", "targets")
    parts = [
        f"select '{table}' as found, id, start_char, end_char, {'indicator_id' if table in about else 'null'} "
        f"as indicator_id from {table} where document_id = :id"
        for table in RECORD_TABLES
    ]
    parts.append(
        "select 'answers', id, answer_start_char, answer_end_char, null from questions "
        "where document_id = :id and answer_start_char is not null and answer_end_char is not null"
    )
    parts.append(
        "select 'follow_ups', min(id), start_char, end_char, null from follow_ups "
        "where document_id = :id and start_char is not null and end_char is not null group by start_char, end_char"
    )
    rows = connection.execute(
        f"{' union all '.join(parts)} order by start_char, end_char desc", {"id": document_id}
    )
    return [dict(row) for row in rows]


def items_of(connection: sqlite3.Connection, document_id: str) -> list[Row]:
    """The agenda items, in the order of the text."""
    return _all(
        connection,
        "select id, number, title, start_char, text from agenda_items where document_id = ? order by start_char",
        document_id,
    )


def matters_of(connection: sqlite3.Connection, document_ids: Iterable[str]) -> dict[str, list[Row]]:
    """What was decided, promised and asked in the documents, by table, in the order of the text. `who` is the owner of
    a promise or the asker; `how` the outcome, or how firmly it was promised."""
    columns = {
        "decisions": ("null", "outcome"),
        "actions": ("owner", "commitment"),
        "questions": ("asker", "outcome"),
    }
    return {
        table: [
            row
            for document_id in document_ids
            for row in _all(
                connection,
                f"select id, document_id, start_char, text, {who} as who, {how} as how, confidence from {table} "
                "where document_id = ? order by start_char",
                document_id,
            )
        ]
        for table, (who, how) in columns.items()
    }


def problems_of(connection: sqlite3.Connection, document_id: str) -> list[Row]:
    """What of the document could not be read, or not wholly understood."""
    return _all(
        connection,
        "select stage, error, detail from problems where document_id = ? order by stage, error, detail",
        document_id,
    )


def _one(connection: sqlite3.Connection, query: str, value: str) -> Row | None:
    row = connection.execute(query, [value]).fetchone()
    return dict(row) if row else None


def _all(connection: sqlite3.Connection, query: str, value: str) -> list[Row]:
    return [dict(row) for row in connection.execute(query, [value])]
