"""How sure a record is: the share of its rule's records that marked documents confirmed.

`confidence.csv` holds the counts, made by `make calibrate`. A rule seen seldom leans on its family ("question" of
"question.asked"), and a family seen seldom on its table.
"""

import dataclasses
from collections import Counter
from collections.abc import Iterable
from functools import cache

from extractors.model import Record
from extractors.vocabulary import rows

_LEAN = 5
"""How many records of experience the wider group's share counts for."""


class Calibration:
    """Counts of confirmed and found records per table and rule."""

    def __init__(self, counts: Iterable[tuple[str, str, int, int]]) -> None:
        """`counts` gives (table, rule, right, found)."""
        self._right: Counter[tuple[str, ...]] = Counter()
        self._found: Counter[tuple[str, ...]] = Counter()
        for table, rule, right, found in counts:
            for group in _groups(table, rule):
                self._right[group] += right
                self._found[group] += found

    def confidence(self, table: str, rule: str) -> float | None:
        """0 to 1, two decimals; None for a table that no marked document has records of."""
        if not self._found[(table,)]:
            return None
        share = 0.5
        for group in _groups(table, rule):
            share = (self._right[group] + _LEAN * share) / (self._found[group] + _LEAN)
        return round(share, 2)


def _groups(table: str, rule: str) -> tuple[tuple[str, ...], ...]:
    """From the widest to the rule itself."""
    return (table,), (table, rule.split(".")[0]), (table, rule.split(".")[0], rule)


@cache
def shipped() -> Calibration:
    """The calibration that the project ships."""
    return Calibration(
        (row["table"], row["rule"], int(row["right"]), int(row["found"])) for row in rows("confidence.csv")
    )


def with_confidence(record: Record) -> Record:
    """The record with the confidence that its rule has earned."""
    return dataclasses.replace(record, confidence=shipped().confidence(record.table, record.rule))
