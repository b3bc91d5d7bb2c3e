"""A statement about a target."""

from dataclasses import dataclass

from extractors.language.quantity import Quantity
from extractors.language.target_status import Side, Status


@dataclass(frozen=True, slots=True)
class TargetStatement:
    """`text[start:end]` states a target. `setter` is printed in it. `rule` names the family."""

    start: int
    end: int
    quantity: Quantity | None
    status: Status | None
    setter: str | None
    rule: str
    side: Side | None = None
    """Above or below, where whether that is good depends on the measure."""
