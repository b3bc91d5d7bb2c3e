"""What sets a clause apart from a promise, however many words they share: another thing, place, number or person."""

import re
from functools import lru_cache
from itertools import pairwise

from extractors.vocabulary import grammar
from pipeline.follow_ups.deeds import reference_of
from pipeline.follow_ups.model import Passage
from pipeline.follow_ups.promised import Subject, knows
from pipeline.follow_ups.roots import with_partners
from pipeline.follow_ups.said import Said
from pipeline.follow_ups.subjects import Phrase, names, numbers, periods, phrases, slots, topics
from pipeline.follow_ups.terms import Weights
from pipeline.follow_ups.traits import ABSTRACT, share_of

_GRAMMAR = grammar("follow_up_subjects.grammar")
_HELD = 0.5
"""Share of a phrase from which it counts as spoken of."""
_TO_MEMBERS = ("training", "visit", "attend")
_DIGITS = "0123456789"
_TO = re.compile(r"\s+to(?: the| its| our| all)?\s+")
_SENT = ("information", "briefing note", "report")
_TO_THEM = ("letter", "liaise")


def is_of_another(subject: Subject, said: Said, weights: Weights) -> bool:
    """Whether the clause is about something else than the promise."""
    return (
        _is_another_of_its_make(subject, said)
        or _tells_another_side(subject, said)
        or _has_other_number(subject, said.passage)
        or _is_of_other_time(subject, said.text)
        or _has_other_place(subject, said)
        or _fills_slot_otherwise(subject, said, weights)
        or _went_to_others(subject, said.text)
        or _came_from_them(subject, said.text)
        or _gives_no_count(subject, said)
        or _is_another_so_called(subject, said)
    )


def _is_another_of_its_make(subject: Subject, said: Said) -> bool:
    """Whether another word says which, where the promise says it: a "cricket hut" is no "scout hut"."""
    ours, theirs = which(subject.promise.text), which(said.text)
    return any(
        head in theirs
        and with_partners(theirs[head]).isdisjoint(subject.own | subject.title)
        and with_partners(firsts).isdisjoint(said.near | said.title if said.brings else said.near)
        for head, firsts in ours.items()
    )


@lru_cache(maxsize=1 << 13)
def which(text: str) -> dict[str, frozenset[str]]:
    """For each telling word those right before it, or behind its "of" or "to", which say which one it is."""
    found: dict[str, frozenset[str]] = {}
    for _, _, phrase in phrases(text):
        for first, head in pairwise(phrase):
            found[head] = found.get(head, frozenset()) | {first}
    for (_, end, one), (start, _, other) in pairwise(phrases(text)):
        if _TO.fullmatch(text, end, start):
            found[one[-1]] = found.get(one[-1], frozenset()) | frozenset(other)
    for slot in slots(text):
        if slot.word == "of" and slot.head:
            found[slot.head] = found.get(slot.head, frozenset()) | frozenset(slot.phrase)
    return found


def _tells_another_side(subject: Subject, said: Said) -> bool:
    """Whether another side of the thing is told of: the rent's level, where the demand for it was asked."""
    ours = ABSTRACT & topics(subject.promise.text)
    theirs = ABSTRACT & (topics(said.text) | said.title)
    return bool(ours and theirs) and with_partners(ours).isdisjoint(said.near | said.title)


def _has_other_number(subject: Subject, passage: Passage) -> bool:
    """ "The 14 bus" is not told of where no 14 is, nor a log's entry EP/17 in the row of EP/71."""
    entry, row = subject.promise.reference, reference_of(passage.text)
    if entry and row and entry != row and entry.rstrip(_DIGITS) == row.rstrip(_DIGITS) != "":
        return True
    ours = numbers(subject.promise.text)
    return bool(ours) and not ours & (numbers(passage.text) | numbers(passage.item) | _bare(passage.text))


def _is_of_other_time(subject: Subject, text: str) -> bool:
    """Figures for one year or quarter are not those for another."""
    ours, theirs = periods(subject.promise.text), periods(text)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _bare(text: str) -> frozenset[str]:
    """Its numbers, with the letters before them and without: "FP12" may be Footpath 12."""
    found = re.findall(r"\b([a-z]{0,3})(\d{1,4})\b", text.lower())
    return frozenset(each for letters, digits in found for each in (letters + digits, digits))


def _has_other_place(subject: Subject, said: Said) -> bool:
    """Whether the promise names places of which none is told of, and the clause one that the promise knows not."""
    if not subject.names or subject.names & (said.near | said.title | said.everywhere):
        return False
    return bool(names(said.text) - subject.known)


def _fills_slot_otherwise(subject: Subject, said: Said, weights: Weights) -> bool:
    """A letter about speeding is none about a break-in, nor a breakdown of complaints one of compliments."""
    if subject.promise.kind in _SENT and _is_paper_on_another(subject, said.text):
        return True
    return any(
        (ours.word == theirs.word or ours.head == theirs.head is not None)
        and not (knows(subject, theirs.phrase) or ABSTRACT.issuperset(theirs.phrase))
        for ours in slots(subject.promise.text)
        if share_of(ours.phrase, said.near, weights) < _HELD and not subject.owner.issuperset(ours.phrase)
        for theirs in slots(said.text)
    )


def _is_paper_on_another(subject: Subject, text: str) -> bool:
    """Whether it tells of "the note on …" something that the promise knows nothing of."""
    match = _GRAMMAR["paper_on"].search(text)
    if not match:
        return False
    theirs = next((each for start, _, each in phrases(text) if start >= match.end()), None)
    return theirs is not None and not (
        any(knows(subject, (one,)) for one in theirs) or ABSTRACT.issuperset(theirs)
    )


def _went_to_others(subject: Subject, text: str) -> bool:
    """Whether it was for members, and somebody else was taught, went or came; or was sent what was promised."""
    members, others = _GRAMMAR["members"], _GRAMMAR["others"]
    if subject.promise.kind in _TO_MEMBERS:
        return (
            bool(members.search(subject.promise.text))
            and not members.search(text)
            and bool(others.search(text))
        )
    return (
        subject.promise.kind in _SENT
        and bool(_GRAMMAR["to_others"].search(text))
        and not others.search(subject.promise.text)
    )


def _came_from_them(subject: Subject, text: str) -> bool:
    """Whether those to whom one was to write have written, and not in answer."""
    if subject.promise.kind not in _TO_THEM or _GRAMMAR["answering"].search(text):
        return False
    if _GRAMMAR["unasked"].search(text):
        return True
    return any(
        before is not None and _is_theirs(subject, before)
        for match in _GRAMMAR["they_wrote"].finditer(text)
        if (before := _phrase_before(text, match.start()))
    )


def _gives_no_count(subject: Subject, said: Said) -> bool:
    """Whether a number was promised, and what is said outright of no paper tells none: "the number had fallen"."""
    if subject.promise.kind not in _SENT or said.clause.state != "likely":
        return False
    return bool(_GRAMMAR["count"].search(subject.promise.text)) and not _GRAMMAR["told_count"].search(
        said.text
    )


def _is_another_so_called(subject: Subject, said: Said) -> bool:
    """Whether another thing is called what the promise's is: "missed collections", where missed appointments were to
    be looked into."""
    if subject.promise.kind in (*_TO_THEM, *_TO_MEMBERS) or not subject.parts or len(subject.parts[0]) < 2:
        return False
    *calls, thing = subject.parts[0]
    if with_partners((thing,)) & (said.near | said.title | said.everywhere):
        return False
    return any(
        not set(calls).isdisjoint(theirs[:-1])
        and not knows(subject, theirs[-1:])
        and theirs[-1] not in ABSTRACT
        for _, _, theirs in phrases(said.text)
    )


def _phrase_before(text: str, place: int) -> Phrase | None:
    return next((each for _, end, each in reversed(phrases(text)) if end <= place + 1), None)


def _is_theirs(subject: Subject, phrase: Phrase) -> bool:
    return not subject.own.isdisjoint(phrase)
