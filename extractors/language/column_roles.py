"""What a column of a performance table holds, by its heading."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.language.column_periods import ColumnPeriod, read_period, strip_period
from extractors.vocabulary import rows

_WORDS = re.compile(r"[^\W_]+|[%#]")
_PREVIOUS = re.compile(
    r"\b(?:prev(?:ious(?:ly)?|\b)|prior|preceding|last\s+(?:quarter|year|month|period|time))\b", re.IGNORECASE
)
_RESULTS = frozenset(["actual", "previous", "target", "floor", "rating", "direction", "change"])
_NO_YEAR = 15
"""The last month, counted from year 0, of a period whose year is not said: March of the year after."""
_WEAK = frozenset(["actual", "previous", "unit", "description", "section", "reference"])
"""Roles that a heading above may overrule: "Latest" under "RAG rating" is a rating."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading: its words, the role they give it (None: not understood), and its period."""

    text: str
    role: str | None
    is_previous: bool
    period: ColumnPeriod | None


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["role"], tuple(row["phrase"].split())) for row in rows("column_roles.csv"))


@cache
def _ranks() -> dict[str, int]:
    ranks: dict[str, int] = {}
    for role, _ in _phrases():
        ranks.setdefault(role, len(ranks))
    return ranks


def role_of(text: str) -> str | None:
    """The role of the longest phrase in `text`; of phrases as long, the one nearest the top of the list."""
    words = _terms(text)
    found = [(-len(phrase), _ranks()[role], role) for role, phrase in _phrases() if _holds(words, phrase)]
    return min(found)[2] if found else None


def strict_role(text: str) -> str | None:
    """The role of a text that is one of the phrases and nothing else, periods and "previous" aside."""
    words = _terms(_PREVIOUS.sub(" ", strip_period(text)))
    if not words:
        return "previous" if _PREVIOUS.search(text) else None
    found = {role for role, phrase in _phrases() if tuple(words) == phrase}
    return min(found, key=_ranks().__getitem__) if found else None


def read_heading(parts: Sequence[str], day: str | None) -> Heading:
    """The heading whose texts are `parts`, from the top row down. `day` (ISO) dates a quarter without a year."""
    leaf = parts[-1] if parts else ""
    joined = " ".join(parts)
    period = read_period(joined, day) or read_period(leaf, day)
    role = _leaf_role(leaf)
    if role is None or role in _WEAK:
        above = [strict for part in parts[:-1] if (strict := strict_role(part))]
        role = (
            next((over for over in reversed(above) if over not in _WEAK), None)
            or role
            or next(iter(above), None)
        )
    if role is None and period is not None and _is_only_period(leaf, parts):
        role = "actual"
    is_previous = bool(_PREVIOUS.search(joined)) or role == "previous"
    role = "actual" if role == "previous" else role
    return Heading(" ".join(joined.split()), role, is_previous, period)


def periods_carried(columns: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The heading parts of each column, with the period that is printed once over several columns.

    Without borders, a year over four quarters, or a quarter over "Target" and "Actual", stands above one or two
    of them. It holds for the others up to where they begin anew.
    """
    carried = list(columns)
    runs = list(_runs(columns))
    repeated = {
        role
        for role, count in Counter(strict_role(parts[-1]) for parts in columns if parts).items()
        if count > 1
    }
    for run in runs:
        again = repeated.issuperset(strict_role(columns[at][-1]) for at in run[:2])
        periods = [_period_above(columns[at], again) for at in run]
        above = set(filter(None, periods))
        for at, own in zip(run, periods, strict=True):
            if len(above) == 1 and own is None:
                carried[at] = (*above, *columns[at])
    return carried


def _period_above(parts: Sequence[str], again: bool) -> str | None:
    """The period that the words above a column's own give; or, of columns that come `again`, those beside them."""
    own = again and strict_role(parts[-1]) is not None
    above = " ".join(parts if own else parts[:-1])
    period = read_period(above, None)
    return above[period.start_char : period.end_char] if period else None


def _runs(columns: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Neighbouring columns whose lowest headings are periods without a year, each after the last, or else names
    of what columns hold, none of them twice."""
    run: list[int] = []
    held: list[tuple[int, str | None]] = []
    for at, parts in enumerate(columns):
        leaf = parts[-1] if parts else ""
        period = read_period(leaf, None)
        end = period.end if period and period.end <= _NO_YEAR else 0
        role = None if end else strict_role(leaf)
        fits = bool(end) or role in _RESULTS
        if run and (not fits or bool(end) != bool(held[-1][0]) or (end, role) in held or end < held[-1][0]):
            yield run
            run, held = [], []
        if fits:
            run.append(at)
            held.append((end, role))
    yield run


def _leaf_role(leaf: str) -> str | None:
    words = _terms(leaf)
    if len(words) > 12:
        return None
    rest = _PREVIOUS.sub(" ", strip_period(leaf))
    return role_of(rest) or ("previous" if _PREVIOUS.search(leaf) else None)


def _is_only_period(leaf: str, parts: Sequence[str]) -> bool:
    """Whether the heading is a period with at most a word or two ("Online Oct 24 – Dec 24")."""
    rest = _terms(strip_period(leaf)) if read_period(leaf, "2000-04-01") else _terms(leaf)
    return len(rest) <= 2 and (bool(read_period(leaf, "2000-04-01")) or (not rest and len(parts) > 1))


def _terms(text: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(text.replace("%", " % "))]


def _holds(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(words[at : at + size]) == phrase for at in range(len(words) - size + 1))
