"""Which later passages speak of a promise, and what they say of it.

A passage speaks of a promise where its words hold nearly all that the promise is about, and are about little else.
Words that are rare among the passages tell most. To say falsely that a promise was kept is the worst error, so
`delivered` asks for more than `reported`, and another committee's minutes for more than the same committee's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.follow_ups.deeds import Clause, clauses, reference_of, reviews
from pipeline.follow_ups.model import FollowUp, Passage, Promise, Relation
from pipeline.follow_ups.terms import Weights, speaks_of_another, terms

LEAST: dict[Relation, float] = {"delivered": 0.68, "repeated": 0.6, "reported": 0.6}
"""Least score of each relation; measured on the marked pairs of meetings (tests/follow_ups)."""
_ELSEWHERE = 0.15
"""What another committee's passage must score more."""
_IN_REVIEW = 0.1
"""What a passage of an item that follows promises up scores more."""
_FEWEST = 0.5
"""Least weight of the words in common: a single everyday word is chance."""


@dataclass(frozen=True, slots=True)
class _About:
    """What a promise is about: its own telling words, and those around it that may say the same thing."""

    promise: Promise
    own: frozenset[str]
    around: frozenset[str]


def find_follow_ups(promises: Iterable[Promise], passages: Sequence[Passage]) -> list[FollowUp]:
    """The evidence on each promise in passages of later meetings of its council, in the order of their dates.

    Pure: the same promises and passages give the same evidence, in any order.
    """
    held = {passage.id: terms(passage.text) for passage in passages}
    weights = Weights(held.values())
    index: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        for stem in held[passage.id]:
            index[stem].append(passage)
    found = [evidence for promise in promises for evidence in _evidence(_about(promise), index, weights)]
    return sorted(found, key=lambda each: (each.promise.id, each.passage.date, each.passage.id, each.start))


def _about(promise: Promise) -> _About:
    own = terms(promise.text) - terms(promise.owner or "")
    around = terms(promise.context)
    # "Officers agreed to do so" says what it is about in the words before it.
    return _About(promise, own if len(own) > 1 else own | around, own | around)


def _evidence(about: _About, index: dict[str, list[Passage]], weights: Weights) -> Iterator[FollowUp]:
    promise = about.promise
    candidates = {
        passage.id: passage
        for stem in about.own
        for passage in index.get(stem, ())
        if passage.date > promise.date and _same_body(promise, passage)
    }
    for passage in candidates.values():
        found = _judge(about, passage, weights)
        if found:
            yield found


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


def _judge(about: _About, passage: Passage, weights: Weights) -> FollowUp | None:
    """What the passage says of the promise, by its best clause; None where it speaks of something else."""
    best: FollowUp | None = None
    for clause in clauses(passage.text, about.promise.kind):
        found = _judge_clause(about, passage, clause, weights)
        if found and (
            best is None
            or (found.relation == "delivered", found.score) > (best.relation == "delivered", best.score)
        ):
            best = found
    return best


def _judge_clause(about: _About, passage: Passage, clause: Clause, weights: Weights) -> FollowUp | None:
    relation = _relation(passage, clause)
    if relation is None:
        return None
    said = terms(passage.text[clause.start : clause.end])
    topic = said | terms(passage.item)
    shared = about.own & topic
    same_number = about.promise.reference is not None and about.promise.reference == reference_of(
        passage.text
    )
    if weights.of(shared & said) < _FEWEST and not same_number:
        return None
    score = _score(about, said, topic, weights)
    reasons = []
    if passage.committee == about.promise.committee:
        reasons.append("same committee")
    elif passage.committee and passage.committee.lower() in about.promise.text.lower():
        reasons.append(f"promised to {passage.committee}")
    else:
        score -= _ELSEWHERE
    if reviews(passage.item):
        score += _IN_REVIEW
        reasons.append(f"under “{passage.item}”")
    if about.promise.indicators & passage.indicators:
        score += _IN_REVIEW
        reasons.append("same indicator")
    if same_number:
        score = max(score, 0.95)
        reasons.append(f"same reference {about.promise.reference}")
    if score < LEAST[relation]:
        return None
    if not same_number and speaks_of_another(about.promise.text, passage.text[clause.start : clause.end]):
        return None
    reasons.append("words shared: " + ", ".join(sorted(shared, key=lambda stem: (-weights[stem], stem))[:6]))
    start, end = passage.start + clause.start, passage.start + clause.end
    return FollowUp(
        about.promise, passage, relation, round(min(1.0, score), 2), start, end, "; ".join(reasons)
    )


def _relation(passage: Passage, clause: Clause) -> Relation | None:
    start, end = passage.start + clause.start, passage.start + clause.end
    promised_here = any(first < end and start < last for first, last in passage.actions)
    if clause.state == "done":
        return "delivered"
    if promised_here and not passage.is_row:
        return "repeated"
    return "reported" if clause.state == "pending" else None


def _score(about: _About, said: frozenset[str], topic: frozenset[str], weights: Weights) -> float:
    """How much of the promise the passage speaks of, and how little else the clause is about: both must be high."""
    asked = weights.of(about.own)
    spoken = weights.of(said)
    if not asked or not spoken:
        return 0.0
    recall = weights.of(about.own & topic) / asked
    precision = weights.of(said & about.around) / spoken
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0
