"""Whose verb it is: the person before a verb of speech who is its subject, or behind a passive one its doer."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.language.people import Person
from extractors.language.sentences import Sentence
from extractors.vocabulary import grammar

_GRAMMAR = grammar("speech.grammar")
FILL = rf"(?:(?:{_GRAMMAR['adverb'].pattern}|{_GRAMMAR['auxiliary'].pattern})\b\s*,?\s*)*"
"""What may stand between a subject and its verb: "has also since"."""
LONGEST_JOINT = 40
"""Characters."""
_LONGEST_GAP = 220
"""Characters between a subject and its verb."""
_FILLED = re.compile(rf"(?:\s*,)?\s*{FILL}\s*$", re.IGNORECASE)
_ASIDE = re.compile(
    rf"(?:\s*\([^)]*\))?(?:\s+(?:from|of|representing)\s+(?:the\s+)?[^\s,;:.][^,;:.]{{1,50}}?)?\s*(?:,?\s*who\b|,(?!\s*(?:and|but)\b)[^,;:]{{1,160}},|{_GRAMMAR['reply_phrase'].pattern})?"
    rf"\s*,?\s*{FILL}$",
    re.IGNORECASE,
)
# What the same speaker did first, where that was no speech: "Members were pleased with the rise but asked".
_AFTER_FIRST = re.compile(
    rf"\s+{_GRAMMAR['first_clause'].pattern}[^;:.]{{0,140}}?\s(?:and|but)\s+{FILL}$", re.IGNORECASE
)
_WITH = re.compile(r"[,;]\s+with\s+$")
_HANGS_ON = re.compile(r"\b(?:whether|if|that|how|why|what|when|where|who|which|to \w+|was|were|been?)\b")
_BY = re.compile(r"\s*(?:\w+\s+){0,2}?by\s+$")


def subject_of(text: str, sentence: Sentence, verb: int, people: Sequence[Person]) -> Person | None:
    """The person whose verb begins at `verb`: the nearest before it that is no object of a preposition."""
    for person in reversed(people):
        if person.end > verb:
            continue
        if not _may_be_subject(text, sentence, person, people):
            continue
        gap = text[person.end : verb]
        if _FILLED.fullmatch(gap) or _ASIDE.fullmatch(gap):
            return person
        leads = person.start == sentence.start and person.side in ("member", "guest")
        if leads and _AFTER_FIRST.fullmatch(gap):
            return person
        if len(gap) > _LONGEST_GAP:
            break
    return None


def _may_be_subject(text: str, sentence: Sentence, person: Person, people: Sequence[Person]) -> bool:
    if text[person.end - 2 : person.end] in ("’s", "'s"):
        return False  # "Mrs Vale's question" is no saying of hers
    before = text[sentence.start : person.start]
    if person.kind == "bare" and before.strip() and not _GRAMMAR["joint"].search(before[-LONGEST_JOINT:]):
        return False
    return not (_GRAMMAR["not_subject"].search(before) or _is_address(text, person, people))


def _is_address(text: str, person: Person, people: Sequence[Person]) -> bool:
    """Whether a bare name says where the one named before it lives or works: "Mrs Vale, Pound Lane, asked"."""
    if person.kind != "bare":
        return False
    at = bisect_left([each.start for each in people], person.start)
    return (
        at > 0 and people[at - 1].kind == "named" and text[people[at - 1].end : person.start].strip() == ","
    )


def subject_with(text: str, verb: int, people: Sequence[Person]) -> Person | None:
    """Who speaks in a clause that "with" joins on: "bins were discussed, with Cllr Orme asking for a count"."""
    person = right_before(text, verb, people)
    joined = person and _WITH.search(text, max(0, person.start - LONGEST_JOINT), person.start)
    return person if joined else None


def right_before(text: str, at: int, people: Sequence[Person]) -> Person | None:
    """The last person named before `text[at]`, if nothing stands between."""
    before = bisect_left([person.start for person in people], at) - 1
    person = people[before] if before >= 0 else None
    return person if person and person.end <= at and not text[person.end : at].strip() else None


def doer_of(text: str, verb: int, people: Sequence[Person]) -> Person | None:
    """Whom the passive verb that ends at `verb` names as its doer."""
    return next((person for person in people if person.start > verb and _is_doer(text, verb, person)), None)


def _is_doer(text: str, verb: int, person: Person) -> bool:
    """Whether the person is named as the doer right behind the verb or, where no clause hangs on it, at the clause's
    end ("attention was drawn to the bins by Councillor Orme")."""
    between = text[verb : person.start]
    if _BY.fullmatch(between):
        return True
    ends = text[person.end : person.end + 1] in ("", ".", ",", ";")
    return ends and between.endswith(" by ") and not _HANGS_ON.search(between)
