"""Promises: who undertook what, and what would be done.

Three families: a verb of promising ("undertook to"), the future of somebody who can act ("officers would bring"),
the future passive of a deed ("details would be circulated").
"""

import re
from collections.abc import Iterator

from extractors.language.deeds import deed_at, is_formal
from extractors.language.due_phrases import find_due
from extractors.language.passives import find_passives
from extractors.language.people import Person
from extractors.language.subjects import Subject, is_conditional, is_settled, subject_before
from extractors.language.undertaken import Commitment, Told, Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_WHO = re.compile(r",?\s+who\s+(?:also |then |\w+ly )?$")
# Who receives something is not who does it.
_GETS = re.compile(r"(?:receive|hear)\b", re.IGNORECASE)
_PERFECT = re.compile(r"(?:has|have)\b", re.IGNORECASE)
_WILL = re.compile(r"will\b", re.IGNORECASE)
_JOINT = re.compile(r"(?:,|,?\s(?:and|but|so))\s+(?:also |therefore )?$", re.IGNORECASE)
_PRESENT = ("named", "office", "pronoun")


def find_promises(told: Told) -> Iterator[Undertaking]:
    """What somebody promised in this sentence, each with the end of the sentence as its end."""
    yield from _promised(told)
    yield from _announced(told)
    yield from find_passives(told)


def _promised(told: Told) -> Iterator[Undertaking]:
    for name in ("promise", "promise_noun", "so_be", "allowed"):
        for match in _GRAMMAR[name].finditer(told.text, told.start, told.end):
            verb = match.start("verb")
            if (name == "promise" and is_formal(told.text, verb)) or told.is_asked(
                match.start(), spans=name == "promise"
            ):
                continue
            if name == "allowed" and deed_at(told.text, verb, told.end) is None:
                continue
            subject = (
                subject_before(told, match.start())
                or _carried_subject(told, match.start())
                or _whom_it_names(told, match.start())
            )
            if subject is None or not subject.acts:
                continue
            if _GRAMMAR["inside"].search(told.text, told.start, subject.start):
                continue
            # "The Council has agreed to invest" tells what went before, unless somebody in the room did.
            if _PERFECT.match(match.group()) and not (subject.person and subject.person.kind in _PRESENT):
                continue
            agreeing = bool(_GRAMMAR["agreeing"].match(told.text, match.start()))
            yield Undertaking(
                subject.start, told.end, verb, _commitment(subject, agreeing), f"action.{name.replace('_', '-')}",
                owner_of(told, subject),
            )  # fmt: skip


def _commitment(subject: Subject, agreeing: bool) -> Commitment:
    member = subject.person is not None and subject.person.side == "member"
    return "agreed" if agreeing and member else "promised"


def _carried_subject(told: Told, at: int) -> Subject | None:
    """The speaker of the act before, in "thanked Members and offered to send it"."""
    if not re.search(r"(?:,|\band|\bbut|\bthen)\s*(?:\w+ly\s*|also\s*)?$", told.text[told.start : at]):
        return None
    before = [act.speaker for act in told.acts if act.verb[1] <= at and act.speaker is not None]
    first = [person for person in told.people if person.start - told.start < 5 and person.end < at]
    speaker = next(iter([*reversed(before), *first]), None)
    return Subject(at, at, speaker, speaker.side != "guest") if speaker else None


def _whom_it_names(told: Told, at: int) -> Subject | None:
    """The Head of "heard from the Head of Assets, who agreed to send a list"."""
    relative = _WHO.search(told.text, told.start, at)
    person = next((p for p in told.people if relative and p.end == relative.start()), None)
    return Subject(person.start, person.end, person, person.side != "guest") if person else None


def _announced(told: Told) -> Iterator[Undertaking]:
    for name in ("future", "can"):
        for match in _GRAMMAR[name].finditer(told.text, told.start, told.end):
            verb = match.start("verb")
            be = name == "future" and match["be"] is not None
            if be and not match["verb"].lower().endswith("ing"):
                continue
            subject = (
                subject_before(told, match.start())
                or _joined_subject(told, match.start())
                or _left_out(told, match.start())
            )
            if subject is None or not subject.acts or not _may_announce(told, subject, match.start()):
                continue
            if _GRAMMAR["calendar"].search(told.text, subject.start, match.start()):
                continue
            if is_conditional(told, match.start(), verb):
                continue
            deed = deed_at(told.text, verb, told.end)
            known = subject.person is not None and subject.person.kind != "bare"
            if not known and _GRAMMAR["thing_name"].search(told.text, subject.start, subject.end):
                continue
            if deed is None and not (
                known and not _is_state(match["verb"]) and _may_do(told, subject, match)
            ):
                continue
            if deed is not None and not deed.sure and not (known or find_due(told.text, verb, told.end)):
                continue
            owner = None if _GETS.match(told.text, verb) else owner_of(told, subject)
            yield Undertaking(subject.start, told.end, verb, "promised", f"action.{name}", owner)


def _joined_subject(told: Told, modal: int) -> Subject | None:
    """The subject of the future before, in "officers would look at it and would report back"."""
    joint = re.search(r"(?:\band|,|\bbut)\s+(?:then |also )?$", told.text[told.start : modal])
    if not joint:
        return None
    for match in reversed([*_GRAMMAR["future"].finditer(told.text, told.start, modal)]):
        if match.end() <= modal:
            before = subject_before(told, match.start())
            return Subject(modal, modal, before.person, before.acts) if before else None
    return _carried_subject(told, modal)


def _left_out(told: Told, modal: int) -> Subject | None:
    """Whoever spoke last, in the manner of notes: "Will bring figures to the next meeting"."""
    opens = modal == told.start and told.text[modal].isupper()
    return Subject(modal, modal, told.carried, True) if opens else None


def _may_do(told: Told, subject: Subject, future: re.Match[str]) -> bool:
    """Whether whatever verb is said of the subject's future is a deed: an officer's, or what a member of a small body
    "will" do, where the minutes themselves say so."""
    person = subject.person
    if person is None or _is_staff(person):
        return person is not None
    wills = person.kind in ("named", "office") and _WILL.match(future.group())
    return bool(wills) and not is_formal(told.text, future.start("verb"))


def _is_state(verb: str) -> bool:
    return bool(_GRAMMAR["state"].fullmatch(verb))


def _is_staff(person: Person | None) -> bool:
    return person is not None and person.side == "officer"


def _may_announce(told: Told, subject: Subject, modal: int) -> bool:
    """Whether the future is a promise: the speaker's own, or told by those who answer for the council."""
    own = subject.person is not None and subject.person.kind == "pronoun"
    # "A member reported a fault; the Clerk will mend it": the second half is the minutes' own.
    apart = _is_staff(subject.person) and _is_apart(told, subject.start, modal)
    goes_on = subject.start == subject.end and _is_apart(told, modal, modal)
    if goes_on:  # "He was asked about the lamps and will look into them"
        return is_settled(told, subject.start, modal)
    if told.is_asked(subject.start, spans=not (own or apart)) or not is_settled(told, subject.start, modal):
        return False
    over = told.act_over(subject.start)
    return over is None or own or apart or not told.is_opinion(*over)


def _is_apart(told: Told, start: int, modal: int) -> bool:
    """Whether the clause is the minutes' own, behind a semicolon or as a "will" among the past of what was said."""
    if ";" in told.text[told.start : start]:
        return True
    return bool(_WILL.match(told.text, modal) and _JOINT.search(told.text, told.start, start))


def owner_of(told: Told, subject: Subject) -> str | None:
    """The subject as printed; of a pronoun whom it means, where that is known."""
    if subject.person is None or subject.start == subject.end:
        person = subject.person and told.resolve(subject.person)
        if person:
            return None if person.kind == "pronoun" else person.words(told.text)
        words = told.text[subject.start : subject.end]
        return " ".join(words.split()) or None
    person = _by_whom(told, subject) or told.resolve(subject.person)
    if person.kind == "pronoun":
        return _only_one(told, subject.start)
    itself = person is subject.person and person.end <= subject.end and subject.start <= person.start
    words = told.text[subject.start : subject.end] if itself else person.words(told.text)
    return " ".join(_own_words(told, subject, words).split())


def _by_whom(told: Told, subject: Subject) -> Person | None:
    """The Head of "was told by the Head of Assets that he would send a list"."""
    if subject.person is None or subject.person.kind != "pronoun":
        return None
    text = told.text
    return next(
        (
            p
            for p in told.people
            if text[p.end : subject.start].strip(" ,") == "that" and text[: p.start].endswith("by ")
        ),
        None,
    )


def _only_one(told: Told, before: int) -> str | None:
    """Whoever alone the sentence names before a pronoun: "The Manager agreed she would look at it"."""
    named = {p.words(told.text) for p in told.people if p.end <= before and p.kind in ("named", "office")}
    return " ".join(named.pop().split()) if len(named) == 1 else None


def _own_words(told: Told, subject: Subject, words: str) -> str:
    """Only the name in "In reply to the Chair, Ms Dee": the first stands after a preposition."""
    _, comma, name = words.rpartition(", ")
    if comma and re.search(r"\b(?:to|from|of|by|with|on)\s+$", told.text[told.start : subject.start]):
        return name
    return words
