"""What members asked, and what they were told."""

import sqlite3

from pipeline.exports.feed import Entry
from pipeline.exports.tracker import write_questions
from pipeline.plain import shortened
from pipeline.queries.asked import count_questions, questions
from pipeline.queries.asked_again import Askings
from pipeline.queries.found_words import mark_words
from pipeline.queries.looked_for import looked_for
from pipeline.queries.scope import Row
from pipeline.site.filters import Filters
from pipeline.site.lists import Found, List
from pipeline.site.rendering import Routes

OUTCOMES = ("no reply minuted", "deferred", "answered")


def _gather(connection: sqlite3.Connection, filters: Filters, limit: int, offset: int) -> Found:
    scope, words, asker = filters.scope, filters.said("q"), filters.said("asker") or None
    sure = filters.at_least
    rows = questions(
        connection, scope,
        words=words, asker=asker, outcome=filters.said("outcome") or None, sure=sure, limit=limit, offset=offset,
    )  # fmt: skip
    counts = count_questions(connection, scope, words=words, asker=asker, sure=sure)
    if limit < 0:
        return Found(rows, counts)
    askings = Askings(connection)
    match = looked_for(connection, words)[1] if words else None
    marked = mark_words(rows, ("question", "answer"), match)
    again = {row["id"]: askings.again(row["id"]) for row in rows}
    return Found(rows, counts, {"asked_again": again, "marked": {row["id"]: row for row in marked}})


def _entry(row: Row) -> Entry:
    answer = f"{row['answered_by'] or 'Answer'}: “{row['answer']}”" if row["answer"] else "No reply minuted."
    return Entry(
        record_id=row["id"],
        title=f"{row['asker'] or 'Asked'}: {shortened(row['question'])}",
        text=f"“{row['question']}”\n\n{answer}",
        link=f"/record/{row['id']}",
        updated=row["date"],
        published=row["date"],
    )


QUESTIONS = List(
    path="/questions", one="question", many="Questions",
    names=("outcome", "council", "committee", "q", "asker", "year", "sure"),
    fate="outcome", fates=OUTCOMES, key="id", gather=_gather, write=write_questions, entry=_entry,
)  # fmt: skip
ROUTES: Routes = QUESTIONS.routes
