"""What performance tables yield: rows, with their figures and targets."""

from dataclasses import dataclass, field

from extractors.model import Box


@dataclass(frozen=True, slots=True)
class TableFigure:
    """`text[start:end]` is a value's number with its unit. Fields as the `figures` table has them."""

    start: int
    end: int
    value: float
    unit: str
    out_of: float | None
    role: str
    comparator: str | None
    period: str | None


@dataclass(frozen=True, slots=True)
class TableTarget:
    """`text[start:end]` is the target as its cell states it."""

    start: int
    end: int
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """One measure of a performance table at `text[start:end]`. Fields as the `scorecard_rows` table has them."""

    start: int
    end: int
    rule: str
    page: int | None
    box: Box | None
    section: str | None
    code: str | None
    indicator: str
    indicator_id: str | None = None
    """The measure that the code or else the name stands for."""
    latest: float | None = None
    latest_text: str | None = None
    unit: str | None = None
    target: float | None = None
    target_text: str | None = None
    floor: float | None = None
    rag: str | None = None
    rag_previous: str | None = None
    direction: str | None = None
    figures: tuple[TableFigure, ...] = field(default=())
    targets: tuple[TableTarget, ...] = field(default=())
