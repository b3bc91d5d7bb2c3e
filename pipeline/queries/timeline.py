"""Everything that the documents say of a measure, in the order of their dates."""

import sqlite3
from collections.abc import Sequence

from pipeline.queries.scope import WHOLE, Row, Scope, placeholders

VALUES = ("figures", "targets")
_BECAME = """
  case
    when targets.status is not null then targets.status
    when scorecard_rows.rag = 'red' then 'missed'
    when scorecard_rows.rag = 'amber' then 'nearly met'
    when scorecard_rows.rag = 'green' then 'met'
    when scorecard_rows.latest is null or scorecard_rows.target is null then null
    when indicators.polarity = 'higher' then iif(scorecard_rows.latest >= scorecard_rows.target, 'met', 'missed')
    when indicators.polarity = 'lower' then iif(scorecard_rows.latest <= scorecard_rows.target, 'met', 'missed')
  end
"""


def timeline(
    connection: sqlite3.Connection, ids: Sequence[str], scope: Scope = WHOLE, *, tables: Sequence[str] = ()
) -> list[Row]:
    """Values, targets, questions, promises and decisions on the measures `ids`, oldest first, each with its place. What
    `became` of a target in a table ("met", "nearly met", "missed") is as the row is rated, else by which is better."""
    condition, values = scope.condition("indicator_timeline")
    kinds = f"and indicator_timeline.record_table in ({placeholders(tables)})" if tables else ""
    rows = connection.execute(
        f"""
        select indicator_timeline.*, documents.source, documents.url, passages.page,
          passages.id as passage_id, passages.text as passage, agenda_items.title as agenda_item, questions.asker,
          questions.answer, questions.answered_by, questions.outcome, {_BECAME} as became
        from indicator_timeline
        join documents on documents.id = indicator_timeline.document_id
        left join records on records.id = indicator_timeline.record_id
        left join passages on passages.id = records.passage_id
        left join agenda_items on agenda_items.id = passages.agenda_item_id
        left join questions on questions.id = indicator_timeline.record_id
        left join targets on targets.id = indicator_timeline.record_id
        left join scorecard_rows
          on scorecard_rows.id = targets.scorecard_row_id and scorecard_rows.target_text = targets.text
        left join indicators on indicators.id = indicator_timeline.indicator_id
        where indicator_timeline.indicator_id in ({placeholders(ids)}) and {condition} {kinds}
        order by coalesce(indicator_timeline.date, ''), indicator_timeline.document_id, indicator_timeline.start_char
        """,
        [*ids, *values, *tables],
    )
    return [dict(row) for row in rows]
