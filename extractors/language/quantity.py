"""A quantity: a number with its unit, or with what it counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["percent", "points", "share", "money", "rate", "ratio", "duration", "measure", "count"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` is the number with its unit, or with the noun that it counts.

    `value` is in `unit` (`%`, `points`, `£`, `€`, `days`, `mph`, `per 10,000`, `count` …); a range's is its upper end.
    `out_of` is the whole. `number_end` is where the number itself ends. `noun` is what is counted, in lower
    case. `moved`: the number is a difference ("four fewer"). `comparator`: `over`, `under` or `about`; `lead`
    characters of the span say so.
    """

    start: int
    end: int
    value: float
    unit: str
    kind: Kind
    number_end: int
    out_of: float | None = None
    noun: str | None = None
    moved: bool = False
    comparator: str | None = None
    lead: int = 0


class Taken:
    """Stretches of text that are spoken for."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = list(stretches)

    def add(self, start: int, end: int) -> None:
        self._stretches.append((start, end))

    def frees(self, start: int, end: int) -> bool:
        """Whether nothing that is taken overlaps `start:end`."""
        return not any(first < end and start < last for first, last in self._stretches)
