"""Everything that the documents say of a measure, in the order of their dates."""

import sqlite3
from collections.abc import Sequence

from pipeline.queries.scope import WHOLE, Row, Scope, placeholders

VALUES = ("figures", "targets")


def timeline(
    connection: sqlite3.Connection, ids: Sequence[str], scope: Scope = WHOLE, *, tables: Sequence[str] = ()
) -> list[Row]:
    """Values, targets, questions, promises and decisions on the measures `ids`, oldest first, each with its place."""
    condition, values = scope.condition("indicator_timeline")
    kinds = f"and indicator_timeline.record_table in ({placeholders(tables)})" if tables else ""
    rows = connection.execute(
        f"""
        select indicator_timeline.*, documents.source, documents.url, passages.page,
          passages.text as passage, questions.asker, questions.answer, questions.answered_by
        from indicator_timeline
        join documents on documents.id = indicator_timeline.document_id
        left join records on records.id = indicator_timeline.record_id
        left join passages on passages.id = records.passage_id
        left join questions on questions.id = indicator_timeline.record_id
        where indicator_timeline.indicator_id in ({placeholders(ids)}) and {condition} {kinds}
        order by coalesce(indicator_timeline.date, ''), indicator_timeline.document_id, indicator_timeline.start_char
        """,
        [*ids, *values, *tables],
    )
    return [dict(row) for row in rows]
