"""Files that no layout reads: what they are, and what to do with them."""

from extractors.model import Problem
from extractors.vocabulary import rows

_FORMATS = rows("unread_formats.csv")


def tell_format(data: bytes, suffix: str) -> Problem | None:
    """What to tell of a file of a known kind that is not read; None for an unknown one.

    What it holds says more than what it is called. `suffix` has its dot and is lower case.
    """
    by_bytes = (row for row in _FORMATS if row["start"] and _is_of(data, row))
    by_name = (row for row in _FORMATS if suffix.removeprefix(".") in row["suffixes"].split())
    row = next(by_bytes, None) or next(by_name, None)
    if row is None:
        return None
    return Problem("read", "unread format", f"This is {row['what']}, which is not read. {row['advice']}")


def _is_of(data: bytes, row: dict[str, str]) -> bool:
    return data.startswith(bytes.fromhex(row["start"])) and row["holds"].encode() in data
