"""What was promised and what was decided."""

import sqlite3
from collections.abc import Sequence

from pipeline.queries.scope import WHOLE, Row, Scope, placeholders
from pipeline.queries.words import HOLDING_WORDS, match_query

STATUSES = ("overdue", "silent", "open", "repeated", "reported", "delivered", "closed")
"""The fates of a promise, the most pressing first."""
OUTCOMES = ("agreed", "approved", "recommended", "noted", "deferred", "referred", "rejected", "other")
"""What a decision may have come to."""


def promises(
    connection: sqlite3.Connection,
    scope: Scope = WHOLE,
    *,
    statuses: tuple[str, ...] = (),
    owner: str | None = None,
    words: str = "",
    older_than: int | None = None,
    due_by: str | None = None,
    sure: float = 0.0,
) -> list[Row]:
    """Every action with its age, due date, evidence and status, the most pressing and oldest first. `older_than` is in
    days, `due_by` an ISO date: what is due then or before."""
    condition, values = _scope_and_words("promises", "promises.action_id", scope, words)
    if statuses:
        condition += f" and promises.status in ({', '.join('?' * len(statuses))})"
        values += statuses
    if owner:
        condition += " and instr(lower(coalesce(promises.owner, '')), lower(?))"
        values.append(owner)
    if older_than is not None:
        condition += " and promises.age_days > ?"
        values.append(older_than)
    if due_by:
        condition += " and promises.due_date <= ?"
        values.append(due_by)
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


def fates_of(connection: sqlite3.Connection, action_ids: Sequence[str]) -> dict[str, str]:
    """The status of each of these promises."""
    rows = connection.execute(
        f"select action_id, status from promises where action_id in ({placeholders(action_ids)})", action_ids
    )
    return {row[0]: row[1] for row in rows}


def decisions(
    connection: sqlite3.Connection,
    scope: Scope = WHOLE,
    *,
    words: str = "",
    outcome: str | None = None,
    sure: float = 0.0,
    limit: int = -1,
    offset: int = 0,
) -> list[Row]:
    """The limbs of decisions, newest first; those that hold `words` if any are given. All with a negative `limit`."""
    condition, values = _decided(scope, words, sure)
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
        where {condition}
        order by documents.date desc, documents.id, decisions.start_char
        limit ? offset ?
        """,
        [*values, limit, offset],
    )
    return [dict(row) for row in rows]


def count_decisions(
    connection: sqlite3.Connection, scope: Scope = WHOLE, *, words: str = "", sure: float = 0.0
) -> dict[str, int]:
    """How many decisions have each outcome."""
    condition, values = _decided(scope, words, sure)
    rows = connection.execute(
        f"""
        select decisions.outcome, count(*) from decisions join documents on documents.id = decisions.document_id
        where {condition} group by 1
        """,
        values,
    )
    return {row[0]: row[1] for row in rows}


def _decided(scope: Scope, words: str, sure: float) -> tuple[str, list[str | int | float]]:
    condition, values = _scope_and_words("documents", "decisions.id", scope, words)
    return f"{condition} and coalesce(decisions.confidence, 1) >= ?", [*values, sure]


def _scope_and_words(
    table: str, id_column: str, scope: Scope, words: str
) -> tuple[str, list[str | int | float]]:
    condition, scoped = scope.condition(table)
    values: list[str | int | float] = [*scoped]
    match = match_query(words)
    if match:
        condition += f" and {id_column} in ({HOLDING_WORDS})"
        values.append(match)
    return condition, values
