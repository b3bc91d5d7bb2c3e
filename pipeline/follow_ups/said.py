"""What the clauses of a later passage say, whatever promise they are held against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.language.sentences import sentence_bounds
from pipeline.follow_ups.deeds import Clause, brings, clauses, deed_in, tells
from pipeline.follow_ups.initials import said_shortly
from pipeline.follow_ups.model import Passage, Relation
from pipeline.follow_ups.recalls import standing
from pipeline.follow_ups.roots import same_deeds
from pipeline.follow_ups.subjects import every_root, heading_of, topics


@dataclass(frozen=True, slots=True)
class Said:
    """One clause of a passage that tells of a promise's fate, and what the sentence it stands in speaks of."""

    passage: Passage
    clause: Clause
    relation: Relation
    text: str
    near: frozenset[str]
    """The roots of its sentence, and of what its passage says first that it is about."""
    title: frozenset[str]
    everywhere: frozenset[str]
    sentence: str
    heading: frozenset[str]
    """The roots of what its passage says first that it is about."""
    review: float
    """How far its item is there to follow promises up, 0 to 1."""
    brings: bool
    """Whether it says that a paper was put before the meeting."""
    deed: tuple[int, int] | None
    """Where in `text` it says outright that something was done, and the roots that say what."""
    deeds: frozenset[str]


def heard(promise: str, said: Said) -> Said:
    """The clause with the words that it says in initials, or the promise."""
    shortly = said_shortly(promise, said.sentence)
    if not shortly:
        return said
    return replace(said, near=said.near | shortly, everywhere=said.everywhere | shortly)


def said_in(passage: Passage, kind: str) -> list[Said]:
    """The clauses of a passage that say of a promise of `kind`, if they speak of it, what became of it."""
    return list(_said_in(passage, kind))


def _said_in(passage: Passage, kind: str) -> Iterator[Said]:
    bounds = list(sentence_bounds(passage.text, 0, len(passage.text)))
    heading, review = topics(heading_of(passage.text)), standing(passage.item)
    for clause in clauses(passage.text, kind):
        text = passage.text[clause.start : clause.end]
        relation = _relation(passage, clause, text, review)
        if relation is None:
            continue
        sentence = _sentence(passage.text, bounds, clause)
        near = topics(sentence) | heading
        deed = deed_in(text, kind) if clause.state == "done" else None
        yield Said(
            passage, clause, relation, text, near, topics(passage.item), topics(passage.text), sentence, heading,
            review, brings(text), deed, _deeds(text[slice(*deed)]) if deed else frozenset(),
        )  # fmt: skip


def _relation(passage: Passage, clause: Clause, text: str, review: float) -> Relation | None:
    """What the clause says of whatever it speaks of; None where it is nothing that tells of a promise's fate. Where
    promises are followed up, what is not said to be done is open."""
    start, end = passage.start + clause.start, passage.start + clause.end
    promised_here = any(first < end and start < last for first, last in passage.actions)
    if promised_here and not passage.is_row:
        return "repeated"
    if clause.state in ("done", "likely"):
        return "delivered"
    followed_up = passage.is_row or (review == 1 and tells(text))
    return "reported" if clause.state == "pending" or followed_up else None


def _sentence(text: str, bounds: Sequence[tuple[int, int]], clause: Clause) -> str:
    first, last = next(
        (each for each in bounds if each[0] <= clause.start < each[1]), (clause.start, clause.end)
    )
    return text[first : max(last, clause.end)]


def _deeds(text: str) -> frozenset[str]:
    return frozenset(each for each in every_root(text) if each in same_deeds()) | topics(text)
