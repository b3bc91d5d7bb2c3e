"""A mention of a measure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` speaks of the measure `indicator_id`."""

    start: int
    end: int
    indicator_id: str
    code: str | None
    """The code as printed there, or None."""
    name: str | None
    """The name as printed there, or None where there is only a code."""
    rule: str
