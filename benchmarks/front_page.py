"""How long the published site takes on a large database: `python -m benchmarks.front_page` makes one by multiplying the
sample corpus (other councils, committees and dates for each copy) and times what the front page asks, and searches."""

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from pipeline.ingest import ingest
from pipeline.queries.facets import count_facets
from pipeline.queries.off_target import off_target
from pipeline.queries.overview import holdings, newest_meetings, overdue
from pipeline.queries.search import search_passages
from pipeline.store import open_for_reading, open_for_writing
from pipeline.store.columns import Table, tables
from tests.make_corpus import CORPUS

PASSAGES = 100_000
COUNCILS, COMMITTEES = 12, 5
"""Whose names the copies are spread over."""
_SHARED = ("indicators", "indicator_aliases", "settings", "files", "closings")
_TIMES = 9


def multiply(connection: sqlite3.Connection, passages: int) -> int:
    """Copy all documents under other ids until there are so many passages; how many there are then."""
    (sample,) = connection.execute("select count(*) from passages").fetchone()
    statements = [_copying(table) for table in tables() if table.name not in _SHARED]
    connection.execute("begin immediate")
    with connection:
        connection.execute("pragma defer_foreign_keys = on")
        connection.execute("create temp table original as select id from documents")
        for number in range(1, -(-passages // sample)):
            for statement in statements:
                connection.execute(statement, {"n": number})
    connection.execute("analyze")
    return int(connection.execute("select count(*) from passages").fetchone()[0])


def _copying(table: Table) -> str:
    """Ids get the copy's number; each round over all councils and committees is some months
    later; a round takes so many days that no two meetings of a committee fall together."""
    shift = f"'+' || (:n / {COUNCILS * COMMITTEES} * 101) || ' days'"
    changed = {
        "council": f"council || ' ' || (:n % {COUNCILS})",
        "committee": f"committee || ' ' || (:n % {COUNCILS * COMMITTEES} / {COUNCILS})",
        "date": f"date(date, {shift})",
        "due_date": f"date(due_date, {shift})",
    }
    for column in table.columns:
        other = table.links.get(column)
        if (column == "id" or other) and other != "indicators":
            changed[column] = f":n || '-' || {column}"
    chosen = ", ".join(changed.get(column, column) for column in table.columns)
    originals = (
        "id glob '????????????????'" if "id" in table.columns else f"{table.key[0]} glob '????????????????'"
    )
    return f"insert into {table.name} ({', '.join(table.columns)}) select {chosen} from {table.name} where {originals}"


def timings(connection: sqlite3.Connection) -> Iterator[tuple[str, float]]:
    """What is asked, and its median time in milliseconds."""
    asked: dict[str, Callable[[], object]] = {
        "front: what is in the database": lambda: holdings(connection),
        "front: newest meetings": lambda: newest_meetings(connection, limit=8),
        "front: promises overdue": lambda: overdue(connection, limit=5),
        "front: off target": lambda: off_target(connection, limit=5),
        "search: damp, a page": lambda: search_passages(connection, "damp"),
        "search: damp, facets": lambda: count_facets(connection, "damp"),
        "search: the, a page": lambda: search_passages(connection, "the"),
        "search: the, facets": lambda: count_facets(connection, "the"),
    }
    for name, ask in asked.items():
        yield name, 1000 * median(_seconds(ask) for _ in range(_TIMES))


def _seconds(ask: Callable[[], object]) -> float:
    started = perf_counter()
    ask()
    return perf_counter() - started


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "large.db"
        if not path.exists():
            with closing(open_for_writing(path)) as connection:
                ingest(connection, path.parent, [CORPUS], workers=0)
                print(f"{multiply(connection, PASSAGES):,} passages")
        front = 0.0
        with closing(open_for_reading(path)) as connection:
            for name, milliseconds in timings(connection):
                front += milliseconds if name.startswith("front") else 0
                print(f"{milliseconds:8.1f} ms  {name}")
        print(f"{front:8.1f} ms  front page in all")


if __name__ == "__main__":
    main()
