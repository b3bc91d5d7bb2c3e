"""What would be done: the future passive of a deed ("details would be circulated"), and what would come by itself
("a report would come to the Committee")."""

import re
from collections.abc import Iterator

from extractors.language.deeds import deed_at
from extractors.language.due_phrases import find_due
from extractors.language.people import Person
from extractors.language.subjects import clause_before, is_settled
from extractors.language.undertaken import Told, Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")


def find_passives(told: Told) -> Iterator[Undertaking]:
    """What will be done without saying by whom, each with the end of the sentence as its end."""
    yield from _passives(told)
    yield from _coming(told)


def _passives(told: Told) -> Iterator[Undertaking]:
    for match in _GRAMMAR["passive"].finditer(told.text, told.start, told.end):
        verb, modal = match.start("verb"), match["modal"].lower()
        deed = deed_at(told.text, verb, told.end)
        if deed is None or match["verb"].lower().endswith("ing"):
            continue
        start = clause_before(told, match.start())
        if (
            told.is_asked(match.start())
            or not is_settled(told, start, match.start())
            or start == match.start()
            or _GRAMMAR["calendar"].search(told.text, start, match.start())
        ):
            continue
        if not _is_firm(told, modal, deed.kind, start, match.start()):
            continue
        if not deed.sure and not find_due(told.text, verb, told.end):
            continue
        over = told.act_over(start)
        if over and over[0].deed == "say" and over[0].voice == "active" and _mere_member(over[1]):
            continue
        yield Undertaking(
            start, told.end, verb, "agreed" if modal == "to" else "promised",
            "action.to-be" if modal == "to" else "action.passive", _who_does(told, verb, start),
        )  # fmt: skip


def _mere_member(speaker: Person | None) -> bool:
    return speaker is not None and speaker.side == "member" and speaker.kind != "office"


def _is_firm(told: Told, modal: str, kind: str, start: int, at: int) -> bool:
    """ "Could be" promises information only; "to be" alone only where no verb stands before it."""
    if modal.startswith(("could", "can")):
        return kind == "information"
    if modal == "to" or modal.startswith("need"):
        return not _GRAMMAR["finite"].search(told.text, start, at) and not re.search(
            r"\bto [a-z]", told.text[start:at]
        )
    return True


def _who_does(told: Told, verb: int, start: int) -> str | None:
    """ "By a social worker", or else who tells that it will be done."""
    by = _GRAMMAR["by"].search(told.text, verb, told.end)
    if by and not find_due(told.text, by.start(), by.end()):
        named = [p for p in told.people if p.start == by.start("who")]
        words = named[0].words(told.text) if named else by["who"]
        return " ".join(words.split())
    over = told.act_over(start)
    speaker = over[1] if over and over[0].voice == "active" else None
    speaker = speaker or (told.carried if not over else None)
    return (
        None if speaker is None or speaker.kind == "pronoun" else " ".join(speaker.words(told.text).split())
    )


def _coming(told: Told) -> Iterator[Undertaking]:
    for match in _GRAMMAR["comes"].finditer(told.text, told.start, told.end):
        start, verb = clause_before(told, match.start()), match.start("verb")
        if (
            start == match.start()
            or told.is_asked(match.start())
            or not is_settled(told, start, match.start())
        ):
            continue
        yield Undertaking(start, told.end, verb, "promised", "action.coming", _who_does(told, verb, start))
