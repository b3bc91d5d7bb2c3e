"""A promise, the later passages that may speak of it, and the evidence that one does."""

from dataclasses import dataclass
from typing import Literal

Relation = Literal["delivered", "reported", "repeated"]
"""`delivered`: it is recorded that it was done; `reported`: spoken of, still open; `repeated`: promised again."""


@dataclass(frozen=True, slots=True)
class Promise:
    """An action of one meeting. `context` is what stands around it and says what "it" is: the words before it in its
    passage, and its agenda item's title."""

    id: str
    text: str
    context: str
    kind: str
    owner: str | None
    date: str
    """ISO date of the meeting."""
    council: str | None
    committee: str | None
    indicators: frozenset[str] = frozenset()
    reference: str | None = None
    """Its number in an action log ("EH/05"), where it stands in one."""
    document_id: str = ""
    due: str | None = None
    """When, as the text says it."""
    commitment: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a later document, with the actions that stand in it."""

    id: str
    document_id: str
    text: str
    start: int
    """Offset of `text` in the document."""
    date: str
    council: str | None
    committee: str | None
    item: str = ""
    """The agenda item's title."""
    is_row: bool = False
    indicators: frozenset[str] = frozenset()
    actions: tuple[tuple[int, int], ...] = ()
    """Where in the document actions stand in it: what they promise again is not yet done."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`passage.text` says of `promise` what `relation` names, in the words at `start:end` of the document."""

    promise: Promise
    passage: Passage
    relation: Relation
    score: float
    """0 to 1."""
    start: int
    end: int
    reason: str
    """In words: what the two have in common."""
