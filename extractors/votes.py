"""Votes: who was recorded as voting how."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import Extractor, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote(Record):
    """The span is the councillor's name in the list of a recorded vote."""

    table: ClassVar[str] = "votes"
    councillor: str
    vote: str
    """`for`, `against` or `abstained`."""


def find(parsed: Parsed) -> Iterator[Vote]:
    """Every name of every recorded vote."""
    yield from ()


EXTRACTOR = Extractor(Vote, find)
