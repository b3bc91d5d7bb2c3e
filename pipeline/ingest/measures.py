"""Reads indicators.csv: a council's own measures, beside its documents."""

import csv
import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from extractors.language.registry import Registry, shipped
from extractors.model import Problem

MEASURES = "indicators.csv"
_COLUMNS = ("code", "name", "aliases", "unit", "polarity", "council")
_MOST_BYTES = 20_000_000

Measures = tuple[tuple[str, ...], ...]
"""The rows, their cells in the order of `_COLUMNS`: hashable, and small enough to go to every worker."""


def read_measures(folder: Path) -> tuple[Measures, tuple[Problem, ...]]:
    """The measures of a corpus folder, and what is wrong with their file. None where there is no file.

    Columns: `code`, `name` (one of them may be empty), `aliases` (";" between them), `unit`, `polarity` (`higher`
    or `lower` is better) and `council`.
    """
    path = folder / MEASURES
    if not path.is_file():
        return (), ()
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError("it is larger than any list of measures")
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    except (OSError, ValueError, csv.Error) as error:
        return (), (_problem(f"It was not read: {error}. Save it as CSV in UTF-8."),)
    if rows and not {"code", "name"} & rows[0].keys():
        return (), (_problem("It has no column named code or name, so nothing in it was used."),)
    wrong = [
        number
        for number, row in enumerate(rows, 2)
        if not ((row.get("code") or row.get("name") or "").strip())
    ]
    problems = tuple(_problem(f"Line {number} has neither code nor name.") for number in wrong)
    return tuple(tuple((row.get(name) or "").strip() for name in _COLUMNS) for row in rows), problems


@cache
def registry_with(measures: Measures) -> Registry:
    """The shipped registry with these measures before its own."""
    return (
        shipped().with_rows([dict(zip(_COLUMNS, row, strict=True)) for row in measures])
        if measures
        else shipped()
    )


def all_measures(folders: Sequence[Path]) -> Measures:
    """The measures of several corpora together."""
    return tuple(row for folder in folders for row in read_measures(folder)[0])


def _problem(detail: str) -> Problem:
    return Problem("read", "indicators", detail)
