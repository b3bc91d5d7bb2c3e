"""One record with all that a citation needs, and what it is bound up with."""

import json
import sqlite3
from dataclasses import dataclass

from pipeline.queries.documents import RECORD_TABLES
from pipeline.queries.places import records_of, with_places
from pipeline.queries.scope import Row, placeholders

_MEASURED = ("indicator_mentions", "figures", "targets", "scorecard_rows")
_ABOUT = {"questions": ("question_indicators", "question_id"), "actions": ("action_indicators", "action_id")}


@dataclass(frozen=True, slots=True)
class Found:
    """A record. `own` are the columns of its table; `place` is its document, agenda item and page; `measures` the
    indicators it is about; `fate` the row of `promises`, and `evidence` what later meetings say, of a promise."""

    table: str
    own: Row
    place: Row
    measures: list[Row]
    fate: Row | None
    evidence: list[Row]


def find_record(connection: sqlite3.Connection, record_id: str) -> Found | None:
    """The record with this id, of any kind, or None."""
    row = connection.execute("select record_table from records where id = ?", [record_id]).fetchone()
    if row is None or row[0] not in RECORD_TABLES:
        return None
    table = row[0]
    own = dict(connection.execute(f"select * from {table} where id = ?", [record_id]).fetchone())
    promised = table == "actions"
    return Found(
        table, own, _place(connection, own), _measures(connection, table, own),
        _fate(connection, record_id) if promised else None, _evidence(connection, record_id) if promised else [],
    )  # fmt: skip


def _place(connection: sqlite3.Connection, own: Row) -> Row:
    row = connection.execute(
        """
        select documents.id as document_id, documents.source, documents.url, documents.sha256, documents.format,
          documents.kind, documents.council, documents.committee, documents.title, documents.date,
          documents.meeting_id, agenda_items.number as item_number, agenda_items.title as agenda_item, passages.page,
          passages.start_char as passage_start, passages.text as passage
        from documents
        left join passages on passages.id = ?
        left join agenda_items on agenda_items.id = ?
        where documents.id = ?
        """,
        [own["passage_id"], own["agenda_item_id"], own["document_id"]],
    ).fetchone()
    return dict(row)


def _measures(connection: sqlite3.Connection, table: str, own: Row) -> list[Row]:
    if table in _MEASURED:
        ids = "select ?"
        value = own["indicator_id"]
    elif table in _ABOUT:
        link, column = _ABOUT[table]
        ids = f"select indicator_id from {link} where {column} = ?"
        value = own["id"]
    else:
        return []
    rows = connection.execute(
        f"select id, code, name, polarity from indicators where id in ({ids}) order by name, id", [value]
    )
    return [dict(row) for row in rows]


def _fate(connection: sqlite3.Connection, action_id: str) -> Row | None:
    """Of all records of the promise: its fate is one, and stands with the fullest."""
    fullest = records_of(connection, action_id)[0]
    row = connection.execute("select * from promises where action_id = ?", [fullest]).fetchone()
    return with_places(connection, [dict(row)])[0] if row else None


def _evidence(connection: sqlite3.Connection, action_id: str) -> list[Row]:
    rows = connection.execute(
        """
        select follow_ups.relation, follow_ups.text, follow_ups.reason, follow_ups.score, follow_ups.document_id,
          follow_ups.start_char, documents.date, documents.committee, documents.council
        from follow_ups join documents on documents.id = follow_ups.document_id
        where follow_ups.action_id in (select value from json_each(?))
        group by follow_ups.document_id, follow_ups.start_char
        order by documents.date, follow_ups.document_id, follow_ups.start_char
        """,
        [json.dumps(records_of(connection, action_id))],
    )
    return [dict(row) for row in rows]


def records_in(connection: sqlite3.Connection, passage_ids: list[str]) -> dict[str, list[Row]]:
    """Table and id of the decisions, promises and questions that begin in each of the passages."""
    rows = connection.execute(
        f"""
        select passage_id, record_table, id from records
        where passage_id in ({placeholders(passage_ids)}) and record_table in ('decisions', 'actions', 'questions')
        order by start_char
        """,
        passage_ids,
    )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["passage_id"], []).append(dict(row))
    return found
