"""Measures off target: where minutes say so, and where a performance table shows it. Latest word first."""

import sqlite3

from pipeline.queries.scope import WHOLE, Row, Scope

_PLACED = """
  indicators.code, indicators.name as indicator, indicators.polarity, documents.id as document_id, documents.date,
  documents.council, documents.committee, documents.source, documents.url, passages.page
"""


def stated_misses(connection: sqlite3.Connection, scope: Scope = WHOLE, *, limit: int = -1) -> list[Row]:
    """Measures whose latest statement in a council's documents of the scope is that the target was missed."""
    condition, values = scope.condition("documents")
    later, again = scope.condition("after_documents")
    rows = connection.execute(
        f"""
        select targets.id, targets.indicator_id, targets.status, targets.value, targets.unit, targets.text,
          targets.start_char, {_PLACED}
        from documents
        cross join targets on targets.document_id = documents.id
        join indicators on indicators.id = targets.indicator_id
        left join passages on passages.id = targets.passage_id
        where targets.status = 'missed' and {condition} and not exists (
          select 1 from targets as after
          join documents as after_documents on after_documents.id = after.document_id
          where after.indicator_id = targets.indicator_id and after.status is not null
            and after_documents.council is documents.council and {later}
            and (after_documents.date, after.start_char) > (documents.date, targets.start_char)
        )
        order by documents.date desc, documents.id, targets.start_char limit ?
        """,
        [*values, *again, limit],
    )
    return [dict(row) for row in rows]


def missed_in_tables(connection: sqlite3.Connection, scope: Scope = WHOLE, *, limit: int = -1) -> list[Row]:
    """Measures whose latest row in a performance table is rated red, or has no rating and a value on the wrong side
    of its target. Where it is not known which side that is, and there is no rating, nothing is said."""
    condition, values = scope.condition("documents")
    later, again = scope.condition("after_documents")
    rows = connection.execute(
        f"""
        select scorecard_rows.id, scorecard_rows.indicator_id, scorecard_rows.latest_text, scorecard_rows.target_text,
          scorecard_rows.rag, scorecard_rows.start_char, {_PLACED}
        from documents
        cross join scorecard_rows on scorecard_rows.document_id = documents.id
        join indicators on indicators.id = scorecard_rows.indicator_id
        left join passages on passages.id = scorecard_rows.passage_id
        where scorecard_rows.latest_text is not null and scorecard_rows.target_text is not null
          and (scorecard_rows.rag = 'red' or scorecard_rows.rag is null and (
            indicators.polarity = 'higher' and scorecard_rows.latest < scorecard_rows.target
            or indicators.polarity = 'lower' and scorecard_rows.latest > scorecard_rows.target
          ))
          and {condition} and not exists (
            select 1 from scorecard_rows as after
            join documents as after_documents on after_documents.id = after.document_id
            where after.indicator_id = scorecard_rows.indicator_id and after.latest_text is not null
              and after_documents.council is documents.council and {later}
              and after_documents.date > documents.date
          )
        order by documents.date desc, documents.id, scorecard_rows.start_char limit ?
        """,
        [*values, *again, limit],
    )
    return [dict(row) for row in rows]


def off_target(connection: sqlite3.Connection, *, limit: int) -> list[Row]:
    """Of both, each council's measure once by its latest word (a table's before a sentence's of the same day)."""
    stated = [
        row for row in stated_misses(connection, limit=2 * limit) if not _in_later_table(connection, row)
    ]
    found = missed_in_tables(connection, limit=limit) + stated
    found.sort(key=lambda row: row["date"] or "", reverse=True)
    once: dict[tuple[str | None, str], Row] = {}
    for row in found:
        once.setdefault((row["council"], row["indicator_id"]), row)
    return list(once.values())[:limit]


def _in_later_table(connection: sqlite3.Connection, row: Row) -> bool:
    """Whether a performance table of a later day has the last word on the measure."""
    found = connection.execute(
        """
        select 1 from scorecard_rows join documents on documents.id = scorecard_rows.document_id
        where scorecard_rows.indicator_id = ? and scorecard_rows.latest_text is not null
          and scorecard_rows.target_text is not null and documents.council is ? and documents.date > ? limit 1
        """,
        [row["indicator_id"], row["council"], row["date"]],
    ).fetchone()
    return found is not None
