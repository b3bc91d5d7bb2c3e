"""A filter for templates: rows under headings."""

from collections.abc import Iterable
from itertools import groupby

from pipeline.queries.scope import Row


def in_runs(rows: Iterable[Row], column: str) -> list[tuple[str | None, list[Row]]]:
    """The rows that follow one another with the same value, under that value; unlike Jinja's groupby it sorts nothing,
    and so knows what to do with None."""
    return [(value, list(run)) for value, run in groupby(rows, key=lambda row: row[column])]
