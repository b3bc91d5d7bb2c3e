"""What the database holds, what is new in it, what is late: quick enough for a front page."""

import sqlite3
from dataclasses import dataclass

from pipeline.queries.scope import WHOLE, Row, Scope


@dataclass(frozen=True, slots=True)
class Holdings:
    """Counts, and ISO dates of the first and the last meeting or report. `unread` files could not be read at all,
    `partly` documents only in part."""

    documents: int
    meetings: int
    first: str | None
    last: str | None
    updated: str | None
    unread: int
    partly: int
    councils: list[Row]
    """`council`, number of `committees`, of `documents`, `first` and `last` date, by name."""


def holdings(connection: sqlite3.Connection) -> Holdings:
    """What is in the database."""
    councils = _rows(
        connection,
        """
        select council, count(distinct committee) as committees, count(*) as documents,
          min(date) as first, max(date) as last
        from documents group by council order by council is null, council
        """,
    )
    problems = connection.execute(
        "select count(distinct iif(document_id is null, source, null)), count(distinct document_id) from problems"
    ).fetchone()
    return Holdings(
        documents=sum(row["documents"] for row in councils),
        meetings=connection.execute("select count(*) from meetings").fetchone()[0],
        first=min((row["first"] for row in councils if row["first"]), default=None),
        last=max((row["last"] for row in councils if row["last"]), default=None),
        updated=connection.execute("select max(ingested_at) from documents").fetchone()[0],
        unread=problems[0],
        partly=problems[1],
        councils=councils,
    )


def committees(connection: sqlite3.Connection) -> list[Row]:
    """Every committee with its council, the number of its meetings and the date of the last, by name."""
    return _rows(
        connection,
        """
        select council, committee, count(*) as meetings, max(date) as last from meetings
        group by council, committee order by council is null, council, committee
        """,
    )


def bodies(connection: sqlite3.Connection) -> list[Row]:
    """Every `council` and `committee` that a document is of, by name, for choosing from."""
    return _rows(
        connection,
        """
        select distinct council, committee from documents where council is not null or committee is not null
        order by council is null, council, committee
        """,
    )


def years(connection: sqlite3.Connection) -> list[str]:
    """The years that documents are of, newest first."""
    rows = connection.execute(
        "select distinct substr(date, 1, 4) from documents where date is not null order by 1 desc"
    )
    return [row[0] for row in rows]


def newest_meetings(
    connection: sqlite3.Connection, scope: Scope = WHOLE, *, limit: int = 10, offset: int = 0
) -> list[Row]:
    """The latest meetings, with how much was decided, promised and asked at each."""
    condition, values = scope.condition("meetings")
    return _rows(
        connection,
        f"""
        select meetings.*, {_COUNTS} from (
          select * from meetings where {condition} order by date desc, council, committee limit ? offset ?
        ) as meetings
        order by date desc, council, committee
        """,
        [*values, limit, offset],
    )


_COUNTS = ", ".join(
    f"(select count(*) from documents join {table} on {table}.document_id = documents.id"
    f" where documents.meeting_id = meetings.id) as {table}"
    for table in ("decisions", "actions", "questions")
)


def overdue(connection: sqlite3.Connection, *, limit: int = 5) -> list[Row]:
    """The promises that are overdue, those due last first. Only what has a date can be overdue: saying so spares the
    view all other promises."""
    return _rows(
        connection,
        """
        select * from promises where due_date is not null and status = 'overdue' and same_as is null
        order by due_date desc, action_id limit ?
        """,
        [limit],
    )


def _rows(connection: sqlite3.Connection, query: str, values: list[str | int] | None = None) -> list[Row]:
    return [dict(row) for row in connection.execute(query, values or [])]
