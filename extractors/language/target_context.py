"""What a sentence says of targets told in the sentences before it, and aims told as a deed in a time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.language.numerals import number_of
from extractors.language.quantity import Quantity
from extractors.language.sentences import Sentence
from extractors.language.target_clauses import clause_at, near_words
from extractors.language.target_statement import TargetStatement
from extractors.language.target_status import Status
from extractors.vocabulary import grammar

_GRAMMAR = grammar("target_context.grammar")
_REACH = 3
"""Sentences in which "six" still counts the measures told before."""
_WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Context:
    """What was told before a sentence: measures, so many sentences ago at most; a target, in the one just before."""

    measures: int = 0
    target: bool = False

    @property
    def tells(self) -> bool:
        """Whether the next sentence may go on about it."""
        return self.measures > 0 or self.target

    def after(self, text: str, sentence: Sentence, found: Sequence[TargetStatement]) -> "Context":
        """The context of the sentence that follows `sentence`, in which `found` was told."""
        counted = any(each.rule == "target.rest" for each in found)
        if counted or _GRAMMAR["tells_of"].search(text, sentence.start, sentence.end):
            return Context(_REACH, bool(found))
        return Context(max(0, self.measures - 1), bool(found))


def read_context(
    text: str, sentence: Sentence, quantities: Sequence[Quantity], context: Context
) -> Iterator[TargetStatement]:
    """ "Six were on track.", "This was met 67% of the time.", "25 days was felt to be more realistic."."""
    if context.measures and (rest := _GRAMMAR["rest_begun"].match(text, sentence.start, sentence.end)):
        yield TargetStatement(
            rest.start("count"), rest.end(), None, "met" if rest["good"] else "missed", None, "target.rest"
        )
    if context.measures and (short := _GRAMMAR["fell_short"].search(text, sentence.start, sentence.end)):
        begin, stop = clause_at(text, sentence, short.start())
        yield TargetStatement(
            *near_words(text, begin, stop, *short.span()), None, "missed", None, "target.status"
        )
    if context.tells and (too := _GRAMMAR["too"].match(text, sentence.start, sentence.end)):
        missed = too["not"] or too["verb"].lower() == "missed"
        yield TargetStatement(*too.span(), None, "missed" if missed else "met", None, "target.again")
    if not context.target:
        return
    if again := _GRAMMAR["again"].match(text, sentence.start, sentence.end):
        yield TargetStatement(*again.span(), None, _status_again(again), None, "target.again")
    for quantity in quantities:
        before = text[sentence.start : quantity.start]
        if (
            quantity.kind in ("percent", "duration", "rate")
            and _GRAMMAR["ought_before"].search(before)
            and (after := _GRAMMAR["ought_after"].match(text, quantity.end, sentence.end))
        ):
            yield TargetStatement(quantity.start, after.end(), quantity, None, None, "target.ought")


def read_aims(text: str, sentence: Sentence) -> Iterator[TargetStatement]:
    """ "its aim was to answer calls within 30 seconds", "a target to reach all fires within ten minutes"."""
    for match in find_aims(text, sentence.start, sentence.end):
        value = number_of(match["value"])
        if value is None:
            continue
        unit = f"{match['span'].lower()}s"
        if (match["working"] or "").strip().lower() == "working":
            unit = f"working {unit}"
        start, end = match.start("value"), match.end("span") + text.startswith("s", match.end("span"))
        quantity = Quantity(start, end, value, unit, "duration", end)
        yield TargetStatement(*match.span(), quantity, None, None, "target.aim")


def find_aims(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The aims of the sentence `text[start:end]`; the deed is the group `deed`. Works with an end are none."""
    for match in _GRAMMAR["aimed"].finditer(text, start, end):
        if not _GRAMMAR["no_deed"].search(text[match.start("deed") : match.start("value")]):
            yield match


def _status_again(match: re.Match[str]) -> Status:
    part = match["part"]
    missed = match["not"] or match["verb"].lower() == "missed" or (part and float(part) < _WHOLE)
    return "missed" if missed else "met"
