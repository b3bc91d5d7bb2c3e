"""What was decided, limb by limb."""

import sqlite3

from pipeline.exports.feed import Entry
from pipeline.exports.tracker import write_decisions
from pipeline.plain import shortened
from pipeline.queries.outcomes import OUTCOMES, count_decisions, decisions
from pipeline.queries.scope import Row
from pipeline.site.filters import Filters
from pipeline.site.lists import Found, List
from pipeline.site.rendering import Routes


def _gather(connection: sqlite3.Connection, filters: Filters, limit: int, offset: int) -> Found:
    scope, words, sure = filters.scope, filters.said("q"), filters.at_least
    rows = decisions(
        connection, scope,
        words=words, outcome=filters.said("outcome") or None, sure=sure, limit=limit, offset=offset,
    )  # fmt: skip
    return Found(rows, count_decisions(connection, scope, words=words, sure=sure))


def _entry(row: Row) -> Entry:
    return Entry(
        record_id=row["id"],
        title=f"{(row['outcome'] or 'decided').capitalize()}: {shortened(row['decision'])}",
        text=f"“{row['decision']}”",
        link=f"/record/{row['id']}",
        updated=row["date"],
        published=row["date"],
    )


DECISIONS = List(
    path="/decisions", one="decision", many="Decisions",
    names=("outcome", "council", "committee", "q", "year", "sure"),
    fate="outcome", fates=OUTCOMES, key="id", gather=_gather, write=write_decisions, entry=_entry,
)  # fmt: skip
ROUTES: Routes = DECISIONS.routes
