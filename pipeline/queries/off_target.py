"""Measures off target: where minutes say so, and where a performance table shows it. The latest word counts."""

import sqlite3
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice

from pipeline.queries.scope import WHOLE, Row, Scope

_PLACED = """
  indicators.code, indicators.name as indicator, indicators.polarity, documents.id as document_id, documents.date,
  documents.council, documents.committee, documents.source, documents.url, passages.page
"""


def off_target(
    connection: sqlite3.Connection, scope: Scope = WHOLE, *, limit: int | None = None
) -> list[Row]:
    """The measures of each council whose latest value or statement misses the target, newest first: rows of performance
    tables (`latest_text`, `target_text`) and sentences (`text`); of the same day, the table counts, and
    what has no date does not."""
    return list(islice((row for row in _newest(connection, scope) if row["missed"]), limit))


def latest_words(connection: sqlite3.Connection, scope: Scope = WHOLE) -> list[Row]:
    """Each council's latest word on each measure, newest first: as `off_target`, but what met its target (`missed` is
    0) and what cannot be told (None), too."""
    return list(_newest(connection, scope))


def _newest(connection: sqlite3.Connection, scope: Scope) -> Iterator[Row]:
    words = merge(
        _in_tables(connection, scope),
        _stated(connection, scope),
        key=lambda row: row["date"] or "",
        reverse=True,
    )
    return _first_words(row for row in words if row["date"])


def _first_words(words: Iterable[Row]) -> Iterator[Row]:
    """Of words on measures, newest first: each council's first on each measure."""
    heard: set[tuple[str | None, str]] = set()
    for row in words:
        about = (row["council"], row["indicator_id"])
        if about not in heard:
            yield row
        heard.add(about)


def _stated(connection: sqlite3.Connection, scope: Scope) -> Iterator[Row]:
    """What sentences say of targets, newest first. Documents are walked by their date, and no further than asked."""
    condition, values = scope.condition("documents")
    rows = connection.execute(
        f"""
        select targets.id, targets.indicator_id, targets.status, targets.value, targets.unit, targets.text,
          targets.start_char, targets.status = 'missed' as missed, {_PLACED}
        from documents
        cross join targets on targets.document_id = documents.id
        join indicators on indicators.id = targets.indicator_id
        left join passages on passages.id = targets.passage_id
        where targets.status is not null and {condition}
        order by documents.date desc, targets.start_char desc, targets.id
        """,
        values,
    )
    return map(dict, rows)


def _in_tables(connection: sqlite3.Connection, scope: Scope) -> Iterator[Row]:
    """Rows with value and target, newest first. Rated red, or not rated and on the wrong side of the target, is a
    miss; where it is not known which side that is, nothing is said."""
    condition, values = scope.condition("documents")
    rows = connection.execute(
        f"""
        select scorecard_rows.id, scorecard_rows.indicator_id, scorecard_rows.latest_text, scorecard_rows.target_text,
          scorecard_rows.text, scorecard_rows.start_char, scorecard_rows.rag, {_PLACED},
          case
            when scorecard_rows.rag is not null then scorecard_rows.rag = 'red'
            when indicators.polarity = 'higher' then scorecard_rows.latest < scorecard_rows.target
            when indicators.polarity = 'lower' then scorecard_rows.latest > scorecard_rows.target
          end as missed
        from documents
        cross join scorecard_rows on scorecard_rows.document_id = documents.id
        join indicators on indicators.id = scorecard_rows.indicator_id
        left join passages on passages.id = scorecard_rows.passage_id
        where scorecard_rows.latest_text is not null and scorecard_rows.target_text is not null and {condition}
        order by documents.date desc, scorecard_rows.start_char, scorecard_rows.id
        """,
        values,
    )
    return map(dict, rows)
