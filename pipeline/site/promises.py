"""The tracker: every promise with its fate, and the words that decide it beside the words that made it."""

import sqlite3
from collections import Counter
from typing import TypedDict

from pipeline.exports.feed import Entry
from pipeline.exports.tracker import write_tracker
from pipeline.plain import shortened
from pipeline.queries.outcomes import STATUSES, fates, promises, promises_by_id
from pipeline.queries.scope import Row
from pipeline.site.filters import Filters
from pipeline.site.lists import Found, List
from pipeline.site.rendering import Routes
from pipeline.store.settings import silent_after


def _gather(connection: sqlite3.Connection, filters: Filters, limit: int, offset: int) -> Found:
    """A promise's status is found out by looking at what followed, so all are judged; only one page is read."""
    age, status = filters.said("age"), filters.said("status")
    asked: _Asked = {
        "words": filters.said("q"), "owner": filters.said("owner") or None, "older_than": int(age) if age else None,
        "due_by": filters.said("due_by") or None, "sure": filters.at_least,
    }  # fmt: skip
    judged = fates(connection, filters.scope, **asked)
    if limit < 0:
        rows = promises(connection, filters.scope, statuses=(status,) if status else (), **asked)
    else:
        wanted = [found for found, fate in judged if status in ("", fate)]
        rows = promises_by_id(connection, wanted[offset : offset + limit])
    counts = Counter(fate for _, fate in judged)
    return Found(rows, counts, {"silent_after": silent_after(connection)})


class _Asked(TypedDict):
    """What narrows the list, its fates aside."""

    words: str
    owner: str | None
    older_than: int | None
    due_by: str | None
    sure: float


def _entry(row: Row) -> Entry:
    said = [f"“{row['promise']}”"]
    said += [f"To be done by: {row['owner']}."] if row["owner"] else []
    said += [f"Due: {row['due_date'] or row['due']}."] if row["due"] else []
    said += [f"{row['evidence_date']}: “{row['evidence']}”"] if row["evidence"] else []
    return Entry(
        record_id=row["action_id"],
        title=f"{row['status'].capitalize()}: {shortened(row['promise'])}",
        text="\n\n".join(said),
        link=f"/record/{row['action_id']}",
        updated=row["evidence_date"] or row["date"],
        published=row["date"],
    )


PROMISES = List(
    path="/promises", one="promise", many="Promises",
    names=("status", "council", "committee", "q", "owner", "year", "age", "due_by", "sure"),
    fate="status", fates=STATUSES, key="action_id", gather=_gather, write=write_tracker, entry=_entry,
)  # fmt: skip
ROUTES: Routes = PROMISES.routes
