"""The tracker: every promise with its fate, and the words that decide it beside the words that made it."""

import sqlite3
from collections import Counter

from pipeline.exports.feed import Entry
from pipeline.exports.tracker import write_tracker
from pipeline.plain import shortened
from pipeline.queries.outcomes import STATUSES, promises
from pipeline.queries.scope import Row
from pipeline.site.filters import Filters
from pipeline.site.lists import Found, List
from pipeline.site.rendering import Routes
from pipeline.store.settings import silent_after


def _gather(connection: sqlite3.Connection, filters: Filters, limit: int, offset: int) -> Found:
    """All are read, as a promise's status is found out by looking at what followed; then one page is cut out."""
    age = filters.said("age")
    rows = promises(
        connection, filters.scope,
        words=filters.said("q"), owner=filters.said("owner") or None, older_than=int(age) if age else None,
        due_by=filters.said("due_by") or None, sure=filters.at_least,
    )  # fmt: skip
    status = filters.said("status")
    wanted = [row for row in rows if status in ("", row["status"])]
    shown = wanted[offset : offset + limit] if limit >= 0 else wanted
    return Found(shown, Counter(row["status"] for row in rows), {"silent_after": silent_after(connection)})


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
