"""What was promised and what was decided."""

import sqlite3
from collections.abc import Sequence

from pipeline.queries.places import told_together, with_places
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
    """Every promise with its age, due date, evidence and status, the most pressing and oldest first; `also` holds the
    other places where its document records it. `older_than` is in days, `due_by` an ISO date: what is due then or
    before."""
    condition, values = _promised(scope, owner, words, older_than, due_by, sure)
    if statuses:
        condition += f" and promises.status in ({placeholders(statuses)})"
        values += statuses
    rows = connection.execute(f"{_PROMISES} where {condition} {_PRESSING_FIRST}", values)
    return with_places(connection, [dict(row) for row in rows])


def fates(
    connection: sqlite3.Connection,
    scope: Scope = WHOLE,
    *,
    owner: str | None = None,
    words: str = "",
    older_than: int | None = None,
    due_by: str | None = None,
    sure: float = 0.0,
) -> list[tuple[str, str]]:
    """Id and status of every action, in the order of `promises`: quick, as nothing else of them is read."""
    condition, values = _promised(scope, owner, words, older_than, due_by, sure)
    rows = connection.execute(
        f"select promises.action_id, promises.status {_FROM} where {condition} {_PRESSING_FIRST}", values
    )
    return [(row[0], row[1]) for row in rows]


def promises_by_id(connection: sqlite3.Connection, action_ids: Sequence[str]) -> list[Row]:
    """These actions as `promises` gives them, in the order of the ids."""
    rows = connection.execute(
        f"{_PROMISES} where promises.action_id in ({placeholders(action_ids)})", action_ids
    )
    by_id = {row["action_id"]: dict(row) for row in rows}
    return with_places(connection, [by_id[each] for each in action_ids if each in by_id])


_FROM = """
from promises
join actions on actions.id = promises.action_id
join documents on documents.id = promises.document_id
"""
_PROMISES = (
    f"select promises.*, actions.confidence, actions.end_char, documents.source, documents.url {_FROM}"
)
_PRESSING_FIRST = f"""
order by case promises.status {" ".join(f"when '{status}' then {at}" for at, status in enumerate(STATUSES))} else 9 end,
  promises.date, promises.document_id, promises.start_char
"""


def _promised(
    scope: Scope, owner: str | None, words: str, older_than: int | None, due_by: str | None, sure: float
) -> tuple[str, list[str | int | float]]:
    condition, values = _scope_and_words("promises", "promises.action_id", scope, words, together=True)
    for asked, value in (
        ("instr(lower(coalesce(promises.owner, '')), lower(?))", owner),
        ("promises.age_days > ?", older_than),
        ("promises.due_date <= ?", due_by),
    ):
        if value not in (None, ""):
            condition += f" and {asked}"
            values.append(value)
    if sure > 0:
        condition += f" and promises.action_id in ({told_together(_SURE)})"
        values.append(sure)
    return f"{condition} and promises.same_as is null", values


_SURE = "select id from actions where coalesce(confidence, 1) >= ?"


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
    table: str, id_column: str, scope: Scope, words: str, *, together: bool = False
) -> tuple[str, list[str | int | float]]:
    """Where any record of a promise may hold the words (`together`), the fullest is what is found."""
    condition, scoped = scope.condition(table)
    values: list[str | int | float] = [*scoped]
    match = match_query(words)
    if match:
        holding = told_together(HOLDING_WORDS) if together else HOLDING_WORDS
        condition += f" and {id_column} in ({holding})"
        values.append(match)
    return condition, values
