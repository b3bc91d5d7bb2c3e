"""Questions: what members asked, and what they were answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.language.pairing import Exchange
from extractors.language.parsed import Parsed
from extractors.language.people import Person
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
    for exchange in parsed.exchanges:
        yield _question(parsed.text, exchange)


def _question(text: str, exchange: Exchange) -> Question:
    query, reply = exchange.query, exchange.reply
    start, end = exchange.answer or (None, None)
    return Question(
        start_char=query.start,
        end_char=query.end,
        rule=query.rule,
        asker=_printed(text, query.asker),
        answer=text[start:end] if exchange.answer else None,
        answer_start_char=start,
        answer_end_char=end,
        answered_by=_printed(text, reply.speaker) if reply else None,
        outcome="no reply minuted" if reply is None else "deferred" if reply.defers else "answered",
    )


def _printed(text: str, person: Person | None) -> str | None:
    """The person's words without a genitive's end; a pronoun that means nobody known is nobody."""
    if person is None or person.kind == "pronoun":
        return None
    return person.words(text).removesuffix("’s").removesuffix("'s")


EXTRACTOR = Extractor(Question, find)
