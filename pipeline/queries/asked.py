"""What members asked: about a measure, or by words, with what they were told."""

import sqlite3
from collections.abc import Sequence

from extractors.language.lineage import kin_of
from pipeline.queries.indicators import find_indicators, words_of
from pipeline.queries.own_codes import owners_of
from pipeline.queries.scope import WHOLE, Row, Scope, placeholders
from pipeline.queries.words import HOLDING_WORDS

MOST = 200
"""Questions that an answer has, unless more are asked for."""
_SHORT = 600
"""Characters of a passage that is about one thing."""
_COLUMNS = """
  questions.id, documents.date, documents.council, documents.committee, agenda_items.title as agenda_item,
  questions.asker, questions.text as question, questions.answer, questions.answered_by, questions.outcome,
  questions.rule, questions.confidence, documents.source, documents.url, passages.page, documents.id as document_id,
  questions.start_char, questions.end_char
"""
_FROM = """
  from questions
  join documents on documents.id = questions.document_id
  left join agenda_items on agenda_items.id = questions.agenda_item_id
  left join passages on passages.id = questions.passage_id
"""


def questions_about(
    connection: sqlite3.Connection,
    subject: str,
    scope: Scope = WHOLE,
    *,
    sure: float = 0.0,
    limit: int = MOST,
) -> list[Row]:
    """Questions on the measure that `subject` names, its predecessors and successors under other codes included,
    those whose words, or answer's, hold `subject`, and those that stand under it: in a short passage that holds it, as
    behind "Care leavers –", or in an agenda item of that title. Newest first; where `subject` names no measure, those
    that hold its words best come first."""
    if _about(connection, subject) is None:
        return []
    found = questions(connection, scope, words=subject, sure=sure)
    match = words_of(subject)
    if match and not find_indicators(connection, subject):
        ranks = dict(connection.execute(_RANKS, [match]).fetchall())
        found.sort(key=lambda row: ranks.get(row["id"], 0.0))
    return found[:limit]


def unanswered(connection: sqlite3.Connection, scope: Scope = WHOLE, *, sure: float = 0.0) -> list[Row]:
    """Questions that minutes tell of, mere comments aside, to which no reply was minuted, or only one promised; newest
    first."""
    condition, values = scope.condition("documents")
    open_ones = """
      questions.outcome <> 'answered' and questions.rule like 'question.%'
      and coalesce(documents.kind, 'minutes') in ('minutes', 'decision') and coalesce(questions.confidence, 1) >= ?
    """
    return _newest_first(connection, f"{condition} and {open_ones}", [*values, sure])


def questions(
    connection: sqlite3.Connection,
    scope: Scope = WHOLE,
    *,
    words: str = "",
    asker: str | None = None,
    outcome: str | None = None,
    sure: float = 0.0,
    limit: int = -1,
    offset: int = 0,
) -> list[Row]:
    """Questions and comments, newest first: those about `words` as `questions_about` means it, of someone with `asker`
    in the name. All with a negative `limit`."""
    condition, values = _wanted(connection, scope, words, asker, sure)
    if outcome:
        condition += " and questions.outcome = ?"
        values.append(outcome)
    return _newest_first(connection, condition, values, limit, offset)


def _newest_first(
    connection: sqlite3.Connection,
    condition: str,
    values: Sequence[str | int | float],
    limit: int = -1,
    offset: int = 0,
) -> list[Row]:
    rows = connection.execute(
        f"""
        select {_COLUMNS} {_FROM}
        where {condition}
        order by documents.date desc, documents.id, questions.start_char
        limit ? offset ?
        """,
        [*values, limit, offset],
    )
    return [dict(row) for row in rows]


def count_questions(
    connection: sqlite3.Connection,
    scope: Scope = WHOLE,
    *,
    words: str = "",
    asker: str | None = None,
    sure: float = 0.0,
) -> dict[str, int]:
    """How many questions have each outcome."""
    condition, values = _wanted(connection, scope, words, asker, sure)
    rows = connection.execute(
        f"""
        select questions.outcome, count(*) from questions join documents on documents.id = questions.document_id
        where {condition} group by 1
        """,
        values,
    )
    return {row[0]: row[1] for row in rows}


def _wanted(
    connection: sqlite3.Connection, scope: Scope, words: str, asker: str | None, sure: float
) -> tuple[str, list[str | int | float]]:
    condition, scoped = scope.condition("documents")
    values: list[str | int | float] = [*scoped]
    if about := _about(connection, words):
        condition += f" and ({about[0]})"
        values += about[1]
    if asker:
        condition += " and instr(lower(coalesce(questions.asker, '')), lower(?))"
        values.append(asker)
    return f"{condition} and coalesce(questions.confidence, 1) >= ?", [*values, sure]


def _about(connection: sqlite3.Connection, subject: str) -> tuple[str, list[str]] | None:
    """The condition that a question is about `subject`; None where that says nothing."""
    parts: list[str] = []
    values: list[str] = []
    if match := words_of(subject):
        held = f"(questions.id in ({HOLDING_WORDS}) or questions.id in ({_STANDING_UNDER}))"
        values += [match, match, match]
        if owners := owners_of(connection, subject):  # the same code means something else elsewhere
            held += f" and documents.council in ({placeholders(owners)})"
            values += owners
        parts.append(f"({held})")
    if subject.strip() and (meant := find_indicators(connection, subject)):
        family = sorted({kin for each in meant.ids for kin in (each, *kin_of(each))})
        on_them = (
            f"select question_id from question_indicators where indicator_id in ({placeholders(family)})"
        )
        parts.append(f"questions.id in ({on_them})")
        values += family
    return (" or ".join(parts), values) if parts else None


_RANKS = """
select records.id, records_fts.rank from records_fts join records on records.rowid = records_fts.rowid
where records_fts match ? and records.record_table = 'questions'
"""
"""How well each question that holds the words holds them: the less, the better, and all below nought."""
_STANDING_UNDER = f"""
select standing.id from questions as standing
join passages as around on around.id = standing.passage_id
where length(around.text) <= {_SHORT}
  and around.rowid in (select rowid from passages_fts where passages_fts match ?)
union select id from questions where agenda_item_id in ({HOLDING_WORDS})
"""


def questions_by_id(
    connection: sqlite3.Connection, ids: Sequence[str], scope: Scope = WHOLE, *, sure: float = 0.0
) -> list[Row]:
    """Those of the questions that lie in `scope`, newest first."""
    condition, values = scope.condition("documents")
    those = f"questions.id in ({placeholders(ids)}) and coalesce(questions.confidence, 1) >= ?"
    return _newest_first(connection, f"{condition} and {those}", [*values, *ids, sure])
