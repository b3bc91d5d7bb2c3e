"""Questions: what members asked, and what they were answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import Extractor, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Question(Record):
    """The span is the clause that says what was asked, without the answer."""

    table: ClassVar[str] = "questions"
    asker: str | None
    """As printed: "Members", "a Member", "Councillor Fryer"."""
    answer: str | None
    answer_start_char: int | None
    answer_end_char: int | None
    answered_by: str | None
    outcome: str
    """`answered`, `deferred` or `no reply minuted`."""


def find(parsed: Parsed) -> Iterator[Question]:
    """Every question with its answer."""
    yield from ()


EXTRACTOR = Extractor(Question, find)
