"""Words and patterns as data. Each file begins with `#` lines that say what it holds and why."""

import csv
from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of a list file, one a line, in file order."""
    return tuple(line.strip() for line in _lines(name))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file with a header line; an absent cell is an empty string."""
    return tuple({key: value or "" for key, value in row.items()} for row in csv.DictReader(_lines(name)))
