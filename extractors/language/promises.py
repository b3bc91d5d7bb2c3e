"""Promises: who undertook what, and what would be done.

Three families: a verb of promising ("undertook to"), the future of somebody who can act ("officers would bring"),
the future passive of a deed ("details would be circulated").
"""

import re
from collections.abc import Iterator

from extractors.language.deeds import deed_at
from extractors.language.due_phrases import find_due
from extractors.language.people import Person
from extractors.language.subjects import Subject, clause_before, is_settled, subject_before
from extractors.language.undertaken import Commitment, Told, Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_BY = re.compile(
    r"\bby (?P<who>(?:the |an? |our |all )?[A-Za-z][\w’'&-]*(?: (?:and |of |for )?[A-Za-z][\w’'&-]*){0,5})"
)


def find_promises(told: Told) -> Iterator[Undertaking]:
    """What somebody promised in this sentence, each with the end of the sentence as its end."""
    yield from _promised(told)
    yield from _announced(told)
    yield from _passive(told)


def _promised(told: Told) -> Iterator[Undertaking]:
    for name in ("promise", "promise_noun"):
        for match in _GRAMMAR[name].finditer(told.text, told.start, told.end):
            verb = match.start("verb")
            if _is_none(told, verb) or told.is_asked(match.start(), spans=name == "promise"):
                continue
            subject = subject_before(told, match.start()) or _carried_subject(told, match.start())
            if subject is None or not subject.acts:
                continue
            if _GRAMMAR["inside"].search(told.text, told.start, subject.start):
                continue
            agreeing = bool(_GRAMMAR["agreeing"].match(told.text, match.start()))
            yield Undertaking(
                subject.start, told.end, verb, _commitment(subject, agreeing), f"action.{name.replace('_', '-')}",
                owner_of(told, subject),
            )  # fmt: skip


def _is_none(told: Told, verb: int) -> bool:
    """Whether the deed belongs to the meeting itself ("agreed to note")."""
    return any(
        match and not told.text[match.end() : match.end() + 1].isalpha()
        for match in (_GRAMMAR[name].match(told.text, verb) for name in ("procedure", "no_verb"))
    )


def _commitment(subject: Subject, agreeing: bool) -> Commitment:
    member = subject.person is not None and subject.person.side == "member"
    return "agreed" if agreeing and member else "promised"


def _carried_subject(told: Told, at: int) -> Subject | None:
    """The speaker of the act before, in "thanked Members and offered to send it"."""
    if not re.search(r"(?:,|\band|\bbut|\bthen)\s*(?:\w+ly\s*|also\s*)?$", told.text[told.start : at]):
        return None
    before = [act for act in told.acts if act.verb[1] <= at and act.speaker is not None]
    speaker = before[-1].speaker if before else None
    return Subject(at, at, speaker, speaker.side != "guest") if speaker else None


def _announced(told: Told) -> Iterator[Undertaking]:
    for name in ("future", "can"):
        for match in _GRAMMAR[name].finditer(told.text, told.start, told.end):
            verb = match.start("verb")
            be = name == "future" and match["be"] is not None
            if be and not match["verb"].lower().endswith("ing"):
                continue
            subject = subject_before(told, match.start()) or _joined_subject(told, match.start())
            if subject is None or not subject.acts or not _may_announce(told, subject, match.start()):
                continue
            deed = deed_at(told.text, verb, told.end)
            known = subject.person is not None and subject.person.kind != "bare"
            if not known and _GRAMMAR["thing_name"].search(told.text, subject.start, subject.end):
                continue
            if deed is None and not (known and not _is_state(match["verb"]) and _is_staff(subject.person)):
                continue
            if deed is not None and not deed.sure and not (known or find_due(told.text, verb, told.end)):
                continue
            yield Undertaking(
                subject.start, told.end, verb, "promised", f"action.{name}", owner_of(told, subject)
            )


def _joined_subject(told: Told, modal: int) -> Subject | None:
    """The subject of the future before, in "officers would look at it and would report back"."""
    joint = re.search(r"(?:\band|,|\bbut)\s+(?:then |also )?$", told.text[told.start : modal])
    if not joint:
        return None
    for match in reversed([*_GRAMMAR["future"].finditer(told.text, told.start, modal)]):
        if match.end() <= modal:
            before = subject_before(told, match.start())
            return Subject(modal, modal, before.person, before.acts) if before else None
    return None


def _is_state(verb: str) -> bool:
    return bool(_GRAMMAR["state"].fullmatch(verb))


def _is_staff(person: Person | None) -> bool:
    return person is not None and person.side == "officer"


def _may_announce(told: Told, subject: Subject, modal: int) -> bool:
    """Whether the future is a promise: the speaker's own, or told by those who answer for the council."""
    if told.is_asked(subject.start) or not is_settled(told, subject.start, modal):
        return False
    over = told.act_over(subject.start)
    if over is None or over[0].voice != "active" or over[0].deed != "say" or over[1] is None:
        return True
    own = subject.person is not None and subject.person.kind == "pronoun"
    return over[1].side != "member" or own or over[1].kind == "office"


def _passive(told: Told) -> Iterator[Undertaking]:
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
            start, told.end, verb, "promised", "action.passive", _who_does(told, verb, start, match.start())
        )


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


def _who_does(told: Told, verb: int, start: int, modal: int) -> str | None:
    """ "By a social worker", or else who tells that it will be done."""
    by = _BY.search(told.text, verb, told.end)
    if by and not find_due(told.text, by.start(), by.end()) and by["who"].lower() not in ("means", "way"):
        named = [p for p in told.people if p.start == by.start("who")]
        words = named[0].words(told.text) if named else by["who"]
        return " ".join(words.split())
    over = told.act_over(start)
    speaker = over[1] if over and over[0].voice == "active" else None
    speaker = speaker or (told.carried if not over else None)
    return None if speaker is None or speaker.kind == "pronoun" else speaker.words(told.text)


def owner_of(told: Told, subject: Subject) -> str | None:
    """The subject as printed; of a pronoun whom it means, where that is known."""
    if subject.person is None:
        words = told.text[subject.start : subject.end]
        return " ".join(words.split()) or None
    person = told.resolve(subject.person)
    return None if person.kind == "pronoun" else person.words(told.text)
