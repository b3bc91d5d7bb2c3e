"""What a run did, as numbers and as what people should look at."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from extractors.kinds import EXTRACTORS


@dataclass
class Summary:
    """Counts are of files, `records` of rows in the whole database after the run."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: int = 0
    """Files that give no document, or no longer do; those of earlier runs included."""
    partly_read: int = 0
    duplicates: int = 0
    documents: int = 0
    """Documents in the whole database after the run."""
    records: dict[str, int] = field(default_factory=dict)
    own_codes: list[dict[str, Any]] = field(default_factory=list)
    """The codes of councils' own in the whole database, with the place that each was first met at with its title."""
    problems: list[dict[str, str]] = field(default_factory=list)
    """`source`, `stage`, `error`, `detail` for the files that this run was about."""
    seconds: float = 0.0

    @property
    def read(self) -> int:
        return self.new + self.changed


def count_records(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows of each record table."""
    tables = [extractor.record.table for extractor in EXTRACTORS]
    return {table: connection.execute(f"select count(*) from {table}").fetchone()[0] for table in tables}


def problems_of(connection: sqlite3.Connection, sources: Collection[str]) -> list[dict[str, str]]:
    """The problems of these files, in the order of their sources."""
    columns = ("source", "stage", "error", "detail")
    found = connection.execute(
        f"select {', '.join(columns)} from problems order by source, stage, error, detail"
    )
    return [dict(zip(columns, row, strict=True)) for row in found if row[0] in sources]
