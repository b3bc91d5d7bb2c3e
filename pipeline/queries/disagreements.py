"""Where a document prints one measure's code beside another's title, and which of them was believed."""

import sqlite3
from collections.abc import Collection

from pipeline.queries.scope import Row, placeholders


def disagreements(connection: sqlite3.Connection, ids: Collection[str]) -> list[Row]:
    """Each mention, oldest first, whose code and title disagree and whose title, or whose code, is that of one of the
    measures `ids`: `id`, `note`, `text`, `document_id`, `source`, `date` and `start_char`."""
    wanted = list(ids)
    rows = connection.execute(
        f"""
        select indicator_mentions.id, indicator_mentions.note, indicator_mentions.text, documents.id as document_id,
          documents.source, documents.date, indicator_mentions.start_char
        from indicator_mentions
        join documents on documents.id = indicator_mentions.document_id
        where indicator_mentions.note is not null and (
          indicator_mentions.indicator_id in ({placeholders(wanted)})
          or replace(lower(indicator_mentions.code), ' ', '') in (
            select replace(lower(code), ' ', '') from indicators where id in ({placeholders(wanted)})
          )
        )
        order by coalesce(documents.date, '9999'), documents.source, indicator_mentions.start_char
        """,
        [*wanted, *wanted],
    )
    return [dict(row) for row in rows]


def said_of_disagreement(row: Row) -> str:
    """ "Code and title disagree: … (2024/report.txt)"."""
    return f"{row['note']} ({row['source']})"
