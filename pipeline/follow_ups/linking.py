"""Finds the follow-ups of all promises in the database, and which are told twice, council by council, and writes them
down."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from extractors.model import digest
from pipeline.follow_ups.deeds import reference_of
from pipeline.follow_ups.matching import find_follow_ups
from pipeline.follow_ups.model import FollowUp, Passage, Promise
from pipeline.follow_ups.next_meetings import date_next_meetings
from pipeline.follow_ups.twice import led_by, told_again, told_in_logs

_BEFORE = 400
"""Characters before a promise in its passage that may say what it is about."""

_PROMISES = """
select actions.id, actions.text, actions.kind, actions.owner, actions.due, actions.commitment,
  actions.start_char, actions.document_id, documents.date, documents.council, documents.committee,
  passages.text as passage, passages.start_char as passage_start, agenda_items.title as item
from actions
join documents on documents.id = actions.document_id
left join passages on passages.id = actions.passage_id
left join agenda_items on agenda_items.id = actions.agenda_item_id
where documents.council is ? and documents.date is not null
order by actions.document_id, actions.start_char, actions.id
"""
_PASSAGES = """
select passages.id, passages.document_id, passages.text, passages.start_char, passages.end_char, passages.kind,
  documents.date, documents.council, documents.committee, agenda_items.title as item
from passages
join documents on documents.id = passages.document_id
left join agenda_items on agenda_items.id = passages.agenda_item_id
where documents.council is ? and documents.date is not null and passages.kind <> 'heading'
order by passages.id
"""


def refresh_follow_ups(connection: sqlite3.Connection, councils: Iterable[str | None] | None = None) -> None:
    """Find the follow-ups of these councils anew, and the days of their next meetings; of all where they are None.
    Needs a transaction; holds one council's passages in memory at a time.

    A council is the least that can be found anew: how much a word tells depends on all its minutes, and one committee
    may report on another's promise.
    """
    before = connection.row_factory
    connection.row_factory = sqlite3.Row
    try:
        if councils is None:
            connection.execute("delete from follow_ups")
            connection.execute("delete from same_promises")
            councils = [row[0] for row in connection.execute("select distinct council from documents")]
        for council in councils:
            for table in ("follow_ups", "same_promises"):
                connection.execute(_DELETE.format(table=table), [council])
            date_next_meetings(connection, council)
            promises = list(promises_of(connection, council))
            found = find_follow_ups(promises, passages_of(connection, council))
            connection.executemany(_INSERT, map(_row, found))
            same = led_by(told_again(promises), told_in_logs(promises, found))
            connection.executemany(_INSERT_SAME, same.items())
    finally:
        connection.row_factory = before


_DELETE = """
delete from {table} where action_id in (
  select actions.id from actions join documents on documents.id = actions.document_id where documents.council is ?
)
"""
_INSERT = """
insert or ignore into follow_ups
  (id, action_id, document_id, passage_id, relation, score, text, start_char, end_char, reason)
values (:id, :action_id, :document_id, :passage_id, :relation, :score, :text, :start_char, :end_char, :reason)
"""
_INSERT_SAME = "insert into same_promises (action_id, same_as) values (?, ?)"


def _row(found: FollowUp) -> dict[str, object]:
    passage = found.passage
    return {
        "id": digest("follow_ups", found.promise.id, passage.id, found.start, found.end),
        "action_id": found.promise.id,
        "document_id": passage.document_id,
        "passage_id": passage.id,
        "relation": found.relation,
        "score": found.score,
        "text": passage.text[found.start - passage.start : found.end - passage.start],
        "start_char": found.start,
        "end_char": found.end,
        "reason": found.reason,
    }


def promises_of(connection: sqlite3.Connection, council: str | None) -> Iterator[Promise]:
    measures = _ids_by(
        connection,
        "select action_id, indicator_id from action_indicators join actions on actions.id = action_id"
        " join documents on documents.id = actions.document_id where documents.council is ?",
        council,
    )
    for row in connection.execute(_PROMISES, [council]).fetchall():
        passage = row["passage"] or ""
        offset = max(0, row["start_char"] - (row["passage_start"] or 0))
        yield Promise(
            id=row["id"],
            text=row["text"],
            context=f"{row['item'] or ''}. {passage[max(0, offset - _BEFORE) : offset]}",
            kind=row["kind"],
            owner=row["owner"],
            date=row["date"],
            council=row["council"],
            committee=row["committee"],
            indicators=measures[row["id"]],
            reference=reference_of(passage),
            document_id=row["document_id"],
            due=row["due"],
            commitment=row["commitment"],
        )


def passages_of(connection: sqlite3.Connection, council: str | None) -> Iterator[Passage]:
    actions = defaultdict(list)
    for row in connection.execute(
        "select actions.passage_id, actions.start_char, actions.end_char from actions"
        " join documents on documents.id = actions.document_id where documents.council is ? order by 1, 2",
        [council],
    ):
        actions[row[0]].append((row[1], row[2]))
    measures = _ids_by(
        connection,
        "select passage_id, indicator_id from indicator_mentions"
        " join documents on documents.id = indicator_mentions.document_id"
        " where documents.council is ? and indicator_id is not null",
        council,
    )
    for row in connection.execute(_PASSAGES, [council]):
        yield Passage(
            id=row["id"],
            document_id=row["document_id"],
            text=row["text"],
            start=row["start_char"],
            date=row["date"],
            council=row["council"],
            committee=row["committee"],
            item=row["item"] or "",
            is_row=row["kind"] == "table_row",
            indicators=measures[row["id"]],
            actions=tuple(actions[row["id"]]),
        )


def _ids_by(
    connection: sqlite3.Connection, query: str, council: str | None
) -> defaultdict[str, frozenset[str]]:
    """The second column's values by the first."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for key, value in connection.execute(query, [council]):
        found[key] |= {value}
    return found
