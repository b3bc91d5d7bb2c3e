"""Minutes against reports, and reports against each other: what a careful reader would ask about."""

import sqlite3
from collections.abc import Sequence

from pipeline.queries.scope import WHOLE, Row, Scope

VIEWS = {"values": "discrepancies", "targets": "target_drift", "red": "red_unasked"}
"""What may be asked for, and the view that finds it. The views have the same columns."""


def discrepancies(
    connection: sqlite3.Connection, scope: Scope = WHOLE, *, only: Sequence[str] = ()
) -> list[Row]:
    """Values that minutes and report give otherwise, targets and names that changed from report to report, and
    measures red for three quarters that nobody asked about; in this order, newest first. `only`: of `VIEWS`."""
    condition, values = scope.condition("found")
    rows: list[Row] = []
    for name, view in VIEWS.items():
        if only and name not in only:
            continue
        found = connection.execute(
            f"""
            select found.*, documents.source, others.source as other_source
            from {view} as found
            join documents on documents.id = found.document_id
            join documents as others on others.id = found.other_document_id
            where {condition}
            order by found.date desc, found.document_id, found.start_char, found.other_document_id
            """,
            values,
        )
        rows += map(dict, found)
    return rows


def compared(connection: sqlite3.Connection, scope: Scope = WHOLE) -> tuple[int, int]:
    """How many minutes and how many reports there are to compare."""
    condition, values = scope.condition("documents")
    row = connection.execute(
        f"""
        select count(*) filter (where coalesce(kind, 'minutes') <> 'report'), count(*) filter (where kind = 'report')
        from documents where {condition}
        """,
        values,
    ).fetchone()
    return int(row[0]), int(row[1])
