"""What was not read, or only in part, and why."""

import sqlite3

from pipeline.queries.scope import Row


def problems(connection: sqlite3.Connection) -> list[Row]:
    """Every problem with its file: `document_id` is None where nothing of it was read."""
    rows = connection.execute(
        "select source, stage, error, detail, seen_at, document_id from problems order by source, stage, error"
    )
    return [dict(row) for row in rows]
