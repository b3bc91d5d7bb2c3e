"""What a promise is about: its own words, those around it, and the phrases that name the thing."""

from dataclasses import dataclass

from extractors.language.sentences import sentence_bounds
from pipeline.follow_ups.model import Promise
from pipeline.follow_ups.roots import partners
from pipeline.follow_ups.subjects import Phrase, names, people, phrases, topics

_NEAREST = 200
"""Characters before a promise that say what its "it" is."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a promise is about: the roots of its own telling words, and of those around it that may say the same."""

    promise: Promise
    own: frozenset[str]
    around: frozenset[str]
    title: frozenset[str]
    names: frozenset[str]
    owner: frozenset[str]
    parts: tuple[Phrase, ...]
    by_context: bool
    """Whether only the words before it say what it is about."""

    @property
    def known(self) -> frozenset[str]:
        return self.around | self.owner | self.names


def subject_of(promise: Promise) -> Subject:
    """What the promise is about; by the words before it where its own say too little ("would let members have it")."""
    owner = topics(promise.owner or "")
    own = topics(promise.text) - owner
    # Who speaks is no part of what it is about; to whom a letter goes is.
    who = frozenset[str]() if promise.kind == "letter" else people(promise.text)
    own = own - who or own
    title, _, _ = promise.context.partition(". ")
    around = own | topics(promise.context) - owner
    tail = _before(promise.context, owner)
    if len(own) == 1:
        own |= topics(title) - owner
    if len(own) < 2:
        own |= topics(tail) - owner - people(tail)
    parts = _parts(promise.text, owner | who)
    return Subject(
        promise,
        own,
        around,
        topics(title),
        (names(promise.text) or names(promise.context)) - owner,
        owner,
        parts or _parts(tail, owner | people(tail)),
        not parts,
    )


def _before(context: str, owner: frozenset[str]) -> str:
    """The nearest words before a promise that say anything: its sentence's beginning, or one before that."""
    nearest = context[-_NEAREST:]
    told = [nearest[slice(*each)] for each in sentence_bounds(nearest, 0, len(nearest))]
    return next((each for each in reversed(told) if _parts(each, owner | people(each))), "")


def _parts(text: str, left_out: frozenset[str]) -> tuple[Phrase, ...]:
    """Its phrases; without the deed that ends one ("wall repointed")."""
    found = (
        each[:-1] if len(each) > 1 and text[start:end].endswith("ed") else each
        for start, end, each in phrases(text)
    )
    return tuple(each for each in found if not left_out.issuperset(each))


def knows(subject: Subject, part: Phrase) -> bool:
    """Whether a word of a phrase, or another for it, is the promise's."""
    return any(each in subject.known or partners(each) & subject.known for each in part)
