"""Tables and columns in plain words, from tables.csv and columns.csv in `output`: for the site and docs/schema.md."""

import csv
from collections.abc import Iterator
from pathlib import Path

from pipeline.queries.documents import RECORD_TABLES

EACH_RECORD = "each record"
"""Stands in columns.csv for every table of records."""


def described_tables(output: Path) -> dict[str, str]:
    """What each table and view holds. Raises OSError where the file is missing."""
    return {row["table"]: row["description"] for row in _rows(output / "tables.csv")}


def described_columns(output: Path) -> dict[str, dict[str, str]]:
    """What each column of each table and view holds. Raises OSError where the file is missing."""
    found: dict[str, dict[str, str]] = {}
    for row in _rows(output / "columns.csv"):
        for table in _tables(row["table"]):
            found.setdefault(table, {})[row["column"]] = row["description"]
    return found


def _tables(named: str) -> tuple[str, ...]:
    """A view that shows all columns of `figures` shows those of each record, too."""
    return (*RECORD_TABLES, "percentages") if named == EACH_RECORD else tuple(named.split())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    lines = [line for line in path.read_text("utf-8").splitlines() if line[:1] != "#"]
    yield from csv.DictReader(lines)
