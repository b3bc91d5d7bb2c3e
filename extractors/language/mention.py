"""A mention of a measure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` speaks of the measure `indicator_id`; None where several may be meant and nothing decides."""

    start: int
    end: int
    indicator_id: str | None
    code: str | None
    """The code as printed there, or None."""
    name: str | None
    """The name as printed there, or None where there is only a code."""
    rule: str
    note: str | None = None
    """What a reader must be told of how the measure was made out, in plain words."""
