"""What was promised and what was decided."""

import sqlite3

from pipeline.queries.scope import WHOLE, Row, Scope
from pipeline.queries.words import match_query

STATUSES = ("overdue", "silent", "open", "repeated", "reported", "delivered", "closed")
"""The fates of a promise, the most pressing first."""


def promises(
    connection: sqlite3.Connection,
    scope: Scope = WHOLE,
    *,
    statuses: tuple[str, ...] = (),
    owner: str | None = None,
    sure: float = 0.0,
) -> list[Row]:
    """Every action with its age, due date, evidence and status, the most pressing and oldest first."""
    condition, values = scope.condition("promises")
    if statuses:
        condition += f" and promises.status in ({', '.join('?' * len(statuses))})"
        values += statuses
    if owner:
        condition += " and instr(lower(coalesce(promises.owner, '')), lower(?))"
        values.append(owner)
    order = " ".join(f"when '{status}' then {at}" for at, status in enumerate(STATUSES))
    rows = connection.execute(
        f"""
        select promises.*, actions.confidence, actions.end_char, documents.source, documents.url
        from promises
        join actions on actions.id = promises.action_id
        join documents on documents.id = promises.document_id
        where {condition} and coalesce(actions.confidence, 1) >= ?
        order by case promises.status {order} else 9 end, promises.date, promises.document_id, promises.start_char
        """,
        [*values, sure],
    )
    return [dict(row) for row in rows]


def decisions(
    connection: sqlite3.Connection,
    scope: Scope = WHOLE,
    *,
    words: str = "",
    outcome: str | None = None,
    sure: float = 0.0,
) -> list[Row]:
    """The limbs of decisions, newest first; those that hold `words` if any are given."""
    condition, values = scope.condition("documents")
    match = match_query(words)
    if match:
        condition += (
            " and decisions.id in (select records.id from records_fts join records"
            " on records.rowid = records_fts.rowid where records_fts match ?)"
        )
        values.append(match)
    if outcome:
        condition += " and decisions.outcome = ?"
        values.append(outcome)
    rows = connection.execute(
        f"""
        select decisions.id, documents.date, documents.council, documents.committee,
          agenda_items.title as agenda_item, decisions.label, decisions.outcome, decisions.text as decision,
          decisions.confidence, documents.source, documents.url, passages.page, documents.id as document_id,
          decisions.start_char
        from decisions
        join documents on documents.id = decisions.document_id
        left join agenda_items on agenda_items.id = decisions.agenda_item_id
        left join passages on passages.id = decisions.passage_id
        where {condition} and coalesce(decisions.confidence, 1) >= ?
        order by documents.date desc, documents.id, decisions.start_char
        """,
        [*values, sure],
    )
    return [dict(row) for row in rows]
