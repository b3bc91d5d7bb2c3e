"""The kinds of pages that there are, an example of each, the one with the most on it."""

import sqlite3

FIXED = (
    "/", "/search", "/search?q=damp", "/search?q=xyzzy", "/meetings", "/promises", "/questions", "/decisions",
    "/indicators", "/pack", "/pack?committee=Cabinet", "/problems", "/accuracy", "/no-such-page",
)  # fmt: skip
STOCK = ("/minutes", "/minutes/promises?_size=5", "/minutes/asked_about?indicator=NI+117")
_FOUND = (
    "select '/document/' || document_id from records group by document_id order by count(distinct record_table) desc",
    "select '/document/' || id from documents where format = 'pdf'",
    "select '/meeting/' || meeting_id from documents group by meeting_id order by count(*) desc",
    "select '/record/' || action_id from follow_ups",
    "select '/indicator/' || indicator_id from figures where indicator_id > '' group by 1 order by count(*) desc",
)


def addresses(connection: sqlite3.Connection) -> list[str]:
    """Paths of our own pages."""
    return [*FIXED, *(connection.execute(query).fetchone()[0] for query in _FOUND)]
