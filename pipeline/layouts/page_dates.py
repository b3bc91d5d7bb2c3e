"""Dates as the systems that publish minutes write them, read as ISO dates."""

import re
from datetime import date

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
]  # fmt: skip
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?=\b|T)")
_WORDED = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?("
    rf"{'|'.join(_MONTHS)}|{'|'.join(month[:3] for month in _MONTHS)}|sept)\.?,?\s+(\d{{4}})\b",
    re.IGNORECASE,
)


def find_date(text: str) -> tuple[str, int] | None:
    """The first date in `text` as an ISO date, day before month, and where it begins there."""
    found = []
    for match in (_WORDED.search(text), _SLASHED.search(text)):
        if match:
            found.append((match.start(), match[3], _month(match[2]), match[1]))
    match = _ISO.search(text)
    if match:
        found.append((match.start(), match[1], int(match[2]), match[3]))
    for start, year, month, day in sorted(found):
        try:
            return date(int(year), month, int(day)).isoformat(), start
        except ValueError:
            continue
    return None


def read_date(text: str) -> str | None:
    """The first date in `text` as an ISO date, or None."""
    found = find_date(text)
    return found[0] if found else None


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(at for at, month in enumerate(_MONTHS, 1) if month.startswith(word[:3].lower()))
