"""Search by words: passages of the documents, best first, and the records that hold the words."""

import sqlite3
from collections.abc import Sequence

from pipeline.queries.scope import WHOLE, Row, Scope, placeholders
from pipeline.queries.words import match_query

OPEN, CLOSE = "\x02", "\x03"
"""Stand around a found word in a snippet. Documents cannot forge them: text holds no control characters."""

_SEARCHED = {
    "passages": "passages_fts",
    "records": "records_fts",
}


def search_passages(
    connection: sqlite3.Connection, words: str, scope: Scope = WHOLE, *, limit: int = 20, offset: int = 0
) -> list[Row]:
    """The passages that hold `words` (see `match_query`), best first, each with a snippet and its meeting."""
    match = match_query(words)
    if match is None:
        return []
    condition, values = scope.condition("documents")
    rows = connection.execute(
        f"""
        select passages.id as passage_id, documents.id as document_id, documents.source, documents.council,
          documents.committee, documents.date, documents.title, agenda_items.title as agenda_item, passages.page,
          passages.kind, passages.start_char, passages.text,
          snippet(passages_fts, 0, '{OPEN}', '{CLOSE}', ' … ', 40) as snippet
        from passages_fts
        join passages on passages.rowid = passages_fts.rowid
        join documents on documents.id = passages.document_id
        left join agenda_items on agenda_items.id = passages.agenda_item_id
        where passages_fts match ? and {condition}
        order by passages_fts.rank, documents.date desc, passages.id
        limit ? offset ?
        """,
        [match, *values, limit, offset],
    )
    return [dict(row) for row in rows]


def search_records(
    connection: sqlite3.Connection,
    words: str,
    scope: Scope = WHOLE,
    *,
    tables: Sequence[str] = (),
    limit: int = 50,
    offset: int = 0,
) -> list[Row]:
    """The records whose words (a question's with its answer's) hold `words`, best first; of `tables` only, if any."""
    match = match_query(words)
    if match is None:
        return []
    condition, values = scope.condition("documents")
    kinds = f"and records.record_table in ({placeholders(tables)})" if tables else ""
    rows = connection.execute(
        f"""
        select records.id, records.record_table, documents.id as document_id, documents.source, documents.council,
          documents.committee, documents.date, records.start_char, records.text, passages.page,
          snippet(records_fts, 0, '{OPEN}', '{CLOSE}', ' … ', 40) as snippet
        from records_fts
        join records on records.rowid = records_fts.rowid
        join documents on documents.id = records.document_id
        left join passages on passages.id = records.passage_id
        where records_fts match ? and {condition} {kinds}
        order by records_fts.rank, documents.date desc, records.id
        limit ? offset ?
        """,
        [match, *values, *tables, limit, offset],
    )
    return [dict(row) for row in rows]


def count_hits(
    connection: sqlite3.Connection, words: str, scope: Scope = WHOLE, searched: str = "passages"
) -> int:
    """How many passages (or `records`) hold `words`."""
    match = match_query(words)
    return count_matches(connection, match, scope, searched) if match else 0


def count_matches(
    connection: sqlite3.Connection, match: str, scope: Scope = WHOLE, searched: str = "passages"
) -> int:
    """How many of them a full-text query finds."""
    index = _SEARCHED[searched]
    condition, values = scope.condition("documents")
    row = connection.execute(
        f"""
        select count(*) from {index}
        join {searched} on {searched}.rowid = {index}.rowid
        join documents on documents.id = {searched}.document_id
        where {index} match ? and {condition}
        """,
        [match, *values],
    ).fetchone()
    return int(row[0])
