"""How sure a record is: the share of its rule's records that marked documents confirmed.

`confidence.csv` holds the counts, made by `make calibrate`. A rule seen seldom leans on its family ("question" of
"question.asked"), and a family seen seldom on its table. What documents say that rules were written from counts less
than what others say: it flatters.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from extractors.model import Record
from extractors.vocabulary import rows

_LEAN = 10
"""How many records of experience the wider group's share counts for."""
_READ = 0.1
"""What a record counts for, of a document that rules were written from; of 1, 0.3, 0.1, 0.05, 0.02 and 0 the one with
the least log loss on 54 other bodies, each judged without its own records."""


Group = tuple[str, ...]
Count = tuple[str, str, float, float]
"""Table, rule, how many of the rule's records were confirmed, of how many."""


class Calibration:
    """Counts of confirmed and found records per table and rule."""

    def __init__(self, counts: Iterable[Count]) -> None:
        self._right: dict[Group, float] = defaultdict(float)
        self._found: dict[Group, float] = defaultdict(float)
        for table, rule, right, found in counts:
            for group in _groups(table, rule):
                self._right[group] += right
                self._found[group] += found

    def confidence(self, table: str, rule: str) -> float | None:
        """0 to 1, two decimals; None for a table that no marked document has records of."""
        if not self._found.get((table,)):
            return None
        share = 0.5
        for group in _groups(table, rule):
            share = (self._right.get(group, 0) + _LEAN * share) / (self._found.get(group, 0) + _LEAN)
        return round(share, 2)


def _groups(table: str, rule: str) -> tuple[Group, ...]:
    """From the widest to the rule itself."""
    return (table,), (table, rule.split(".")[0]), (table, rule.split(".")[0], rule)


def discounted(read: Iterable[Count]) -> Iterator[Count]:
    """What documents that rules were written from are worth."""
    return ((table, rule, _READ * right, _READ * found) for table, rule, right, found in read)


@cache
def shipped() -> Calibration:
    """The calibration that the project ships."""
    table = rows("confidence.csv")
    read = ((row["table"], row["rule"], int(row["right"]), int(row["found"])) for row in table)
    unread = (
        (row["table"], row["rule"], int(row["unread_right"]), int(row["unread_found"])) for row in table
    )
    return Calibration([*discounted(read), *unread])


def with_confidence(record: Record) -> Record:
    """The record with the confidence that its rule has earned."""
    return dataclasses.replace(record, confidence=shipped().confidence(record.table, record.rule))
