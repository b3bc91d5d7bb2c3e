"""Which later passages speak of a promise, and what they say of it.

A clause speaks of a promise where what the two have in common (traits) weighs enough, and nothing sets them apart: no
other thing, place, number or person. To say falsely that a promise was kept is the worst error, so `delivered` needs
that the clause says outright that something was done which keeps such a promise.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.follow_ups.candidates import Candidates
from pipeline.follow_ups.deeds import reference_of
from pipeline.follow_ups.differences import is_of_another
from pipeline.follow_ups.guard import is_of_one_body, may_close
from pipeline.follow_ups.model import FollowUp, Passage, Promise
from pipeline.follow_ups.promised import Subject, subject_of
from pipeline.follow_ups.said import Said, heard, said_in
from pipeline.follow_ups.scoring import LEAST, score
from pipeline.follow_ups.subjects import roots_as_printed, topics
from pipeline.follow_ups.terms import Weights
from pipeline.follow_ups.traits import traits_of

LEAST_COVERED = 0.3
"""Least share of what a promise is about that a passage and its item's title hold: of the marked answers none with less
is sure enough."""
_IT = re.compile(r"\b(?:it|them|this|these|so)\b")
_BY_NUMBER = 0.95
"""The score where an action log's numbers are the same."""


class _Clauses:
    """The clauses of passages for promises of one kind; those of the kind asked for last are kept, as many promises are
    held against one passage."""

    def __init__(self) -> None:
        self._kind: str | None = None
        self._found: dict[str, list[Said]] = {}

    def of(self, passage: Passage, kind: str) -> list[Said]:
        if kind != self._kind:
            self._kind, self._found = kind, {}
        if passage.id not in self._found:
            self._found[passage.id] = said_in(passage, kind)
        return self._found[passage.id]


def find_follow_ups(promises: Iterable[Promise], passages: Iterable[Passage]) -> list[FollowUp]:
    """The evidence on each promise in passages of later meetings of its council, in the order of their dates.

    Pure: the same promises and passages give the same evidence, in any order.
    """
    candidates, held = Candidates(passages), _Clauses()
    found = [
        evidence
        for promise in sorted(promises, key=lambda each: each.kind)
        for evidence in _evidence(subject_of(promise), candidates, held)
    ]
    return sorted(found, key=lambda each: (each.promise.id, each.passage.date, each.passage.id, each.start))


def _evidence(subject: Subject, candidates: Candidates, held: _Clauses) -> Iterator[FollowUp]:
    """Up to the day on which the promise was kept: what is said of its matter afterwards is of another."""
    promise, kept_on = subject.promise, "9999"
    for passage in candidates.after(promise, subject.own, LEAST_COVERED):
        if passage.date > kept_on:
            return
        if not _same_body(promise, passage) or not (
            _same_number(promise, passage) or is_of_one_body(promise, passage)
        ):
            continue
        judged = (_judge(subject, said, candidates.weights) for said in held.of(passage, promise.kind))
        best = max(filter(None, judged), key=_strength, default=None)
        if best:
            kept_on = passage.date if best.relation == "delivered" else kept_on
            yield _renewed(subject, best)


def _renewed(subject: Subject, found: FollowUp) -> FollowUp:
    """The evidence; where its passage goes on to promise "it" again, with those words."""
    passage = found.passage
    if found.relation != "reported" or passage.is_row:
        return found
    for first, last in passage.actions:
        said = passage.text[first - passage.start : last - passage.start]
        if first >= found.end and _IT.search(said) and topics(said) <= subject.known:
            return replace(found, relation="repeated", end=last)
    return found


def _strength(found: FollowUp) -> tuple[bool, float, int]:
    return found.relation == "delivered", found.score, -found.start


def _same_body(promise: Promise, passage: Passage) -> bool:
    """Whether one council may speak in both. Where no council is known, only a committee of one name is taken for
    the same: two documents that say nothing of their council tell of no common one."""
    if promise.council is None:
        return (
            passage.council is None
            and promise.committee is not None
            and passage.committee == promise.committee
        )
    return passage.council == promise.council


def _same_number(promise: Promise, passage: Passage) -> bool:
    return promise.reference is not None and promise.reference == reference_of(passage.text)


def _judge(subject: Subject, said: Said, weights: Weights) -> FollowUp | None:
    """What the clause says of the promise; None where it is about something else."""
    relation, promise, said = said.relation, subject.promise, heard(subject.promise.text, said)
    by_number = _same_number(promise, said.passage)
    traits = traits_of(subject, said, weights)
    found = score(traits, relation) if traits else 0.0
    if by_number and subject.own & said.everywhere:
        found = max(found, _BY_NUMBER)
    if found < LEAST[relation] or (not by_number and is_of_another(subject, said, weights)):
        return None
    if traits and not by_number and relation == "delivered" and not may_close(subject, said, traits, weights):
        return None
    start = said.passage.start + said.clause.start
    end = said.passage.start + said.clause.end
    reason = "; ".join(_reasons(subject, said, weights, by_number))
    return FollowUp(promise, said.passage, relation, round(found, 2), start, end, reason)


def _reasons(subject: Subject, said: Said, weights: Weights, by_number: bool) -> Iterator[str]:
    promise, passage = subject.promise, said.passage
    if passage.committee == promise.committee:
        yield "same committee"
    elif passage.committee and passage.committee.lower() in promise.text.lower():
        yield f"promised to {passage.committee}"
    if said.review == 1:
        yield f"under “{passage.item}”"
    if promise.indicators & passage.indicators:
        yield "same indicator"
    if by_number:
        yield f"same reference {promise.reference}"
    telling = sorted(subject.own, key=lambda each: (-weights[each], each))
    yield "words shared: " + ", ".join(
        roots_as_printed(telling, f"{said.text} {passage.text} {passage.item}")[:6]
    )
