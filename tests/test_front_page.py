"""The large database that the site is timed on: whole, linked, and with the sample's promises in every copy."""

import shutil
from contextlib import closing
from pathlib import Path

from benchmarks.front_page import multiply, timings
from pipeline.queries.overview import overdue
from pipeline.store import open_for_reading, open_for_writing


def test_a_multiplied_database_is_whole(sample_database: Path, tmp_path: Path) -> None:
    path = tmp_path / "large.db"
    shutil.copy(sample_database, path)
    with closing(open_for_writing(path)) as connection:
        assert multiply(connection, 1500) >= 1500
        assert not connection.execute("pragma foreign_key_check").fetchall()
        twice = "select 1 from meetings group by council, committee, date having count(*) > 1"
        assert not connection.execute(twice).fetchall()
    with closing(open_for_reading(path)) as connection:
        assert len(overdue(connection, limit=100)) > 12
        assert all(milliseconds > 0 for _, milliseconds in timings(connection))


def test_overdue_promises_are_looked_up_by_their_date(sample_database: Path) -> None:
    """The front page must not look at every promise: the plan begins with the index of due dates."""
    plan = (
        "explain query plan select * from promises where due_date is not null and status = 'overdue' "
        "order by due_date desc, action_id limit 5"
    )
    with closing(open_for_reading(sample_database)) as connection:
        first = connection.execute(plan).fetchone()
    assert "actions_due_date" in first["detail"]
