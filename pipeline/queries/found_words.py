"""Marks the found words in rows that are read whole, as full-text search marks them in its snippets."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from pipeline.queries.scope import Row, placeholders
from pipeline.queries.search import CLOSE, OPEN
from pipeline.store.file_format import TOKENIZER


def mark_words(rows: Sequence[Row], columns: Sequence[str], match: str | None) -> list[Row]:
    """The rows with the words of `match`, a full-text query, between `OPEN` and `CLOSE` in each of their `columns`; a
    row that does not hold them is as it was. Endings and accents count as they do in the search itself."""
    if match is None or not rows:
        return list(rows)
    marks = ", ".join(f"highlight(held, {at}, '{OPEN}', '{CLOSE}')" for at in range(len(columns)))
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f"create virtual table held using fts5({', '.join(columns)}, tokenize='{TOKENIZER}')")
        memory.executemany(
            f"insert into held (rowid, {', '.join(columns)}) values (?{', ?' * len(columns)})",
            [(at, *(row[column] for column in columns)) for at, row in enumerate(rows)],
        )
        found = {
            at: dict(zip(columns, marked, strict=True))
            for at, *marked in memory.execute(f"select rowid, {marks} from held where held match ?", [match])
        }
    return [row | found.get(at, {}) for at, row in enumerate(rows)]


def snippets_of(
    connection: sqlite3.Connection, question_ids: Sequence[str], match: str | None
) -> dict[str, str]:
    """Of those of the questions that stand in a passage which holds the words, its part with them, marked."""
    if match is None:
        return {}
    rows = connection.execute(
        f"""
        select questions.id, snippet(passages_fts, 0, '{OPEN}', '{CLOSE}', ' … ', 24)
        from passages_fts
        join passages on passages.rowid = passages_fts.rowid
        join questions on questions.passage_id = passages.id
        where passages_fts match ? and questions.id in ({placeholders(question_ids)})
        """,
        [match, *question_ids],
    )
    return dict(rows.fetchall())
