"""Words and patterns as data. Each file begins with `#` lines that say what it holds and why."""

import csv
import re
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


@cache
def grammar(name: str) -> dict[str, re.Pattern[str]]:
    """The named patterns of a grammar file: `name = regular expression` on each line.

    `{other}` stands for an earlier line's pattern, as a group, `{list.txt}` for any entry of that file with its own
    capitals; a space stands for any white space, ` ?` for one or none.
    A name that ends in `?` is matched without case.
    """
    parts: dict[str, str] = {}
    compiled: dict[str, re.Pattern[str]] = {}
    for line in _lines(name):
        key, _, pattern = (part.strip() for part in line.partition(" = "))
        key, loose = key.removesuffix("?"), key.endswith("?")
        pattern = re.sub(r"\{([a-z_]\w*)\}", lambda match: f"(?:{parts[match.group(1)]})", pattern)
        pattern = re.sub(r"\{(\w+\.txt)\}", lambda match: f"(?-i:{'|'.join(words(match.group(1)))})", pattern)
        parts[key] = re.sub(" (?![?*])", r"\\s+", pattern).replace(" ", r"\s")
        compiled[key] = re.compile(parts[key], re.IGNORECASE if loose else 0)
    return compiled
