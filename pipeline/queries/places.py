"""Where a promise stands that is recorded more than once: one record leads, the others are its places."""

import json
import sqlite3
from collections.abc import Sequence

from pipeline.queries.scope import Row

_OTHER_PLACES = """
select same_promises.same_as, actions.id as action_id, actions.text as promise, agenda_items.title as agenda_item,
  passages.page, documents.date, actions.document_id, actions.start_char
from same_promises
join actions on actions.id = same_promises.action_id
join documents on documents.id = actions.document_id
left join agenda_items on agenda_items.id = actions.agenda_item_id
left join passages on passages.id = actions.passage_id
where same_promises.same_as in (select value from json_each(?))
order by documents.date, actions.document_id, actions.start_char, actions.id
"""


def told_together(ids: str) -> str:
    """A query of the records that lead those which the query `ids` gives."""
    return (
        f"select coalesce(same_promises.same_as, told.id) from ({ids}) as told"
        " left join same_promises on same_promises.action_id = told.id"
    )


def records_of(connection: sqlite3.Connection, action_id: str) -> list[str]:
    """The ids of all records of a promise, the fullest first."""
    row = connection.execute("select same_as from same_promises where action_id = ?", [action_id]).fetchone()
    fullest = str(row[0]) if row else action_id
    others = connection.execute("select action_id from same_promises where same_as = ? order by 1", [fullest])
    return [fullest, *(each[0] for each in others)]


def with_places(connection: sqlite3.Connection, rows: Sequence[Row]) -> list[Row]:
    """The promises with the other places of each as `also`, in the order of the text."""
    also: dict[str, list[Row]] = {row["action_id"]: [] for row in rows}
    for found in connection.execute(_OTHER_PLACES, [json.dumps(list(also))]):
        place = dict(found)
        also[place.pop("same_as")].append(place)
    return [row | {"also": also[row["action_id"]]} for row in rows]
