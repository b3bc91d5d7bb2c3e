"""Actions: who will do what after the meeting."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.parsed import Parsed
from extractors.model import Extractor, Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Action(Record):
    """The span is the clause that says what is to be done."""

    table: ClassVar[str] = "actions"
    owner: str | None
    """As printed."""
    kind: str
    """`briefing note`, `report`, `information`, `investigate`, `liaise`, `review`, `training`, `letter`,
    `visit`, `attend`, `add to work programme` or `other`."""
    commitment: str
    """`agreed`, `promised`, `requested` or `suggested`."""
    recipient: str | None
    due: str | None
    """As printed ("in the New Year")."""
    due_date: str | None
    """ISO, resolved against the meeting's date; None where the text gives none."""
    status: str | None
    """As printed in an action log ("Completed"); None in running text."""


def find(parsed: Parsed) -> Iterator[Action]:
    """Every promise, agreed action, request and suggestion."""
    yield from ()


EXTRACTOR = Extractor(Action, find)
