"""What a search could be narrowed to: how many passages or records each council, committee, year and kind has."""

import sqlite3
from collections import Counter
from dataclasses import dataclass

from pipeline.queries.scope import WHOLE, Scope, placeholders
from pipeline.queries.words import match_query

Counts = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Facets:
    """Values with their counts: names by count, years newest first. `total` counts what has no value, too. `kinds`
    counts the records by table."""

    total: int
    councils: Counts
    committees: Counts
    years: Counts
    kinds: dict[str, int]


def count_facets(
    connection: sqlite3.Connection, words: str, scope: Scope = WHOLE, *, table: str | None = None
) -> Facets:
    """The facets of the passages that hold `words`, or of the records of `table`."""
    match = match_query(words)
    if match is None:
        return Facets(0, [], [], [], {})
    by_document = (
        _records_by_document(connection, match, table) if table else _passages_by_document(connection, match)
    )
    condition, values = scope.condition("documents")
    ids = list(by_document)
    council, committee, year = Counter[str](), Counter[str](), Counter[str]()
    total = 0
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for row in connection.execute(
            f"select id, council, committee, substr(date, 1, 4) from documents "
            f"where id in ({placeholders(some)}) and {condition}",
            [*some, *values],
        ):
            count = by_document[row[0]]
            total += count
            for counter, value in ((council, row[1]), (committee, row[2]), (year, row[3])):
                if value:
                    counter[value] += count
    return Facets(
        total, _by_count(council), _by_count(committee), sorted(year.items(), reverse=True),
        _kinds(connection, match, scope),
    )  # fmt: skip


_AT_ONCE = 500
"""SQLite allows only so many parameters in one statement."""


def _passages_by_document(connection: sqlite3.Connection, match: str) -> dict[str, int]:
    rows = connection.execute(
        """
        select passages.document_id, count(*) from passages_fts
        join passages on passages.rowid = passages_fts.rowid
        where passages_fts match ? group by 1
        """,
        [match],
    )
    return {row[0]: row[1] for row in rows}


def _records_by_document(connection: sqlite3.Connection, match: str, table: str) -> dict[str, int]:
    rows = connection.execute(
        """
        select records.document_id, count(*) from records_fts
        join records on records.rowid = records_fts.rowid
        where records_fts match ? and records.record_table = ? group by 1
        """,
        [match, table],
    )
    return {row[0]: row[1] for row in rows}


def _kinds(connection: sqlite3.Connection, match: str, scope: Scope) -> dict[str, int]:
    condition, values = scope.condition("documents")
    rows = connection.execute(
        f"""
        select records.record_table, count(*) from records_fts
        join records on records.rowid = records_fts.rowid
        join documents on documents.id = records.document_id
        where records_fts match ? and {condition} group by 1
        """,
        [match, *values],
    )
    return {row[0]: row[1] for row in rows}


def _by_count(counter: Counter[str]) -> Counts:
    return sorted(counter.items(), key=lambda each: (-each[1], each[0]))
