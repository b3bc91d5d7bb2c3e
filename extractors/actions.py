"""Actions: who will do what after the meeting."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.deeds import kind_of
from extractors.language.due_dates import due_date
from extractors.language.due_phrases import find_deadline, find_due_before, find_due_of_deed
from extractors.language.parsed import Parsed
from extractors.language.undertaken import Undertaking
from extractors.model import Extractor, Record
from extractors.vocabulary import grammar

_RECIPIENT = grammar("actions.grammar")["recipient"]


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
    paper = parsed.document.kind in ("report", "agenda")
    for undertaking in parsed.undertakings:
        if not paper or undertaking.rule == "action.log":
            yield _action(parsed, undertaking)


def _action(parsed: Parsed, found: Undertaking) -> Action:
    text = parsed.text
    due = found.due or find_due_of_deed(text, found.start, found.end, found.verb)
    if due is None:
        sentence = parsed.sentence_at(found.start)
        if sentence:
            before = find_due_before(text, sentence.start, found.start)
            due = before or find_deadline(text, sentence.start, found.end)
    to = _RECIPIENT.search(text, found.verb, found.end)
    return Action(
        start_char=found.start,
        end_char=found.end,
        rule=found.rule,
        owner=found.owner,
        kind=kind_of(text, found.start, found.end, found.verb),
        commitment=found.commitment,
        recipient=" ".join(to["who"].split()) if to else None,
        due=due,
        due_date=due_date(due, parsed.document.date) if due else None,
        status=found.status,
    )


EXTRACTOR = Extractor(Action, find)
