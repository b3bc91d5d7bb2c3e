"""Which later passages speak of a promise, and what they say of it.

A passage speaks of a promise where its words hold nearly all that the promise is about, and are about little else.
Words that are rare among the passages tell most. To say falsely that a promise was kept is the worst error, so
`delivered` asks for more than `reported`, and another committee's minutes for more than the same committee's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.follow_ups.candidates import Candidates
from pipeline.follow_ups.deeds import Clause, brings, clauses, recalls, reference_of, reviews
from pipeline.follow_ups.model import FollowUp, Passage, Promise, Relation
from pipeline.follow_ups.terms import Weights, as_printed, named, proper, speaks_of_another, terms

LEAST: dict[Relation, float] = {"delivered": 0.68, "repeated": 0.6, "reported": 0.6}
"""Least score of each relation; measured on the marked pairs of meetings (tests/follow_ups)."""
_ELSEWHERE = 0.15
"""What another committee's passage must score more."""
_IN_REVIEW = 0.1
"""What a passage of an item that follows promises up scores more."""
_NEAREST = 200
"""Characters before a promise that say what its "it" is."""
_PAPERS = ("report", "review", "add to work programme", "investigate")
"""Kinds of promises that an item of a later agenda keeps, when a paper is brought under it."""
_TITLE_SAYS_IT = 0.75
"""Share of what a promise is about that the title of such an item must name."""
_LEAST_OF_IT = 0.25
"""Least share of a clause that looks back which must be about the promise."""
_FEWEST = 0.5
"""Least weight of the words in common: a single everyday word is chance."""


@dataclass(frozen=True, slots=True)
class _About:
    """What a promise is about: its own telling words, and those around it that may say the same thing."""

    promise: Promise
    own: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Near:
    """What two documents have in common, whatever their passages say."""

    changes: tuple[float, ...]
    """What the score is changed by."""
    reasons: tuple[str, ...]
    same_number: bool


class _Clauses:
    """The clauses of passages for promises of one kind, each with its words; those of the kind asked for last are
    kept, as many promises are held against one passage."""

    def __init__(self) -> None:
        self._kind: str | None = None
        self._found: dict[str, list[tuple[Clause, frozenset[str]]]] = {}

    def of(self, passage: Passage, kind: str) -> list[tuple[Clause, frozenset[str]]]:
        if kind != self._kind:
            self._kind, self._found = kind, {}
        if passage.id not in self._found:
            self._found[passage.id] = [
                (each, _said_in(passage, each)) for each in clauses(passage.text, kind)
            ]
        return self._found[passage.id]


def _said_in(passage: Passage, clause: Clause) -> frozenset[str]:
    """What a clause is about; a row of an action log, what its longest cell is: the action."""
    text = passage.text[clause.start : clause.end]
    *cells, _ = text.split(" | ") if " | " in text else (text, "")
    return terms(max(cells, key=len))


def find_follow_ups(promises: Iterable[Promise], passages: Iterable[Passage]) -> list[FollowUp]:
    """The evidence on each promise in passages of later meetings of its council, in the order of their dates.

    Pure: the same promises and passages give the same evidence, in any order.
    """
    candidates, held = Candidates(passages), _Clauses()
    found = [
        evidence
        for promise in sorted(promises, key=lambda each: each.kind)
        for evidence in _evidence(_about(promise), candidates, held)
    ]
    return sorted(found, key=lambda each: (each.promise.id, each.passage.date, each.passage.id, each.start))


def _about(promise: Promise) -> _About:
    names = proper(promise.text) - terms(promise.owner or "")
    own = terms(promise.text) - terms(promise.owner or "")
    if promise.kind != "letter":
        own -= named(promise.text)
    around = own | terms(promise.context)
    # "Officers agreed to do so" says what it is about in the words before it; a letter, if to nothing else, to whom.
    if len(own) < 2:
        own = (
            names
            if promise.kind == "letter" and names
            else own | terms(promise.context[-_NEAREST:]) or around
        )
    return _About(promise, own, around, names)


def _evidence(about: _About, candidates: Candidates, held: _Clauses) -> Iterator[FollowUp]:
    promise, least = about.promise, min(LEAST.values())
    measured = _IN_REVIEW if promise.indicators else 0.0

    def lowest(example: Passage) -> float:
        return _least_recall(least - measured - sum(_near(promise, example).changes))

    for passage, recall in candidates.after(promise, about.own, recall=lowest, weight=_FEWEST):
        if not _same_body(promise, passage):
            continue
        near = _near(promise, passage)
        if recall < _least_recall(least - sum(near.changes)) and not near.same_number:
            continue
        found = _judge(about, passage, near, held.of(passage, promise.kind), candidates.weights)
        if found:
            yield found


def _least_recall(score: float) -> float:
    """The recall below which no clause can have the score, be it about nothing else; a little less, as sums round."""
    return score / (2 - score) - 1e-9


def _near(promise: Promise, passage: Passage) -> _Near:
    changes, reasons = [], []
    if passage.committee == promise.committee:
        reasons.append("same committee")
    elif passage.committee and passage.committee.lower() in promise.text.lower():
        reasons.append(f"promised to {passage.committee}")
    else:
        changes.append(-_ELSEWHERE)
    if reviews(passage.item):
        changes.append(_IN_REVIEW)
        reasons.append(f"under “{passage.item}”")
    if promise.indicators & passage.indicators:
        changes.append(_IN_REVIEW)
        reasons.append("same indicator")
    same_number = promise.reference is not None and promise.reference == reference_of(passage.text)
    return _Near(tuple(changes), tuple(reasons), same_number)


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


def _judge(
    about: _About,
    passage: Passage,
    near: _Near,
    said_in: Sequence[tuple[Clause, frozenset[str]]],
    weights: Weights,
) -> FollowUp | None:
    """What the passage says of the promise, by its best clause; None where it speaks of something else."""
    best: FollowUp | None = None
    for clause, said in said_in:
        found = _judge_clause(about, passage, near, clause, said, weights)
        if found and (
            best is None
            or (found.relation == "delivered", found.score) > (best.relation == "delivered", best.score)
        ):
            best = found
    return best


def _judge_clause(
    about: _About, passage: Passage, near: _Near, clause: Clause, said: frozenset[str], weights: Weights
) -> FollowUp | None:
    relation = _relation(passage, clause)
    if relation is None:
        return None
    text = passage.text[clause.start : clause.end]
    said -= (terms(about.promise.owner or "") | named(text)) - about.own
    topic = said | terms(passage.item)
    shared = about.own & topic
    if about.own <= about.names and not _to_them(about, text):
        return None
    titled = _under_its_title(about, passage, text, weights)
    if weights.of(shared & said) < _FEWEST and not near.same_number:
        return None
    score = max(titled, _likeness(about, passage, text, said, topic, weights))
    for change in near.changes:
        score += change
    reasons = [*near.reasons]
    if near.same_number:
        score = max(score, 0.95)
        reasons.append(f"same reference {about.promise.reference}")
    if score < LEAST[relation]:
        return None
    if not near.same_number and not titled and speaks_of_another(about.promise.text, text):
        return None
    telling = sorted(shared, key=lambda stem: (-weights[stem], stem))[:6]
    reasons.append("words shared: " + ", ".join(as_printed(telling, f"{text} {passage.item or ''}")))
    start, end = passage.start + clause.start, passage.start + clause.end
    return FollowUp(
        about.promise, passage, relation, round(min(1.0, score), 2), start, end, "; ".join(reasons)
    )


def _likeness(
    about: _About, passage: Passage, text: str, said: frozenset[str], topic: frozenset[str], weights: Weights
) -> float:
    """How much the clause `text` is about the promise, more where it looks back to promises."""
    pointed = recalls(text)
    looks_back = passage.is_row or reviews(passage.item) or pointed
    score = _score(about, said, topic, weights, looks_back=looks_back)
    if looks_back and about.promise.kind == "letter" and about.names and _to_them(about, text):
        score = max(score, _TITLE_SAYS_IT)
    return score + _IN_REVIEW if pointed and not reviews(passage.item) else score


def _to_them(about: _About, text: str) -> bool:
    """Whether something goes to those whom the promise names, rather than comes from them."""
    return about.names <= terms(text.partition(" to ")[2])


def _under_its_title(about: _About, passage: Passage, clause: str, weights: Weights) -> float:
    """How much of what a promised paper is about the title of the item names under which one is brought; 0 where it
    does not name nearly all."""
    if about.promise.kind not in _PAPERS or not brings(clause):
        return 0.0
    share = weights.of(about.own & terms(passage.item)) / max(weights.of(about.own), _FEWEST)
    return share if share >= _TITLE_SAYS_IT else 0.0


def _relation(passage: Passage, clause: Clause) -> Relation | None:
    start, end = passage.start + clause.start, passage.start + clause.end
    promised_here = any(first < end and start < last for first, last in passage.actions)
    if clause.state == "done":
        return "delivered"
    if promised_here and not passage.is_row:
        return "repeated"
    return "reported" if clause.state == "pending" else None


def _score(
    about: _About, said: frozenset[str], topic: frozenset[str], weights: Weights, *, looks_back: bool
) -> float:
    """How much of the promise the passage speaks of, and how little else the clause is about: both must be high. A
    clause that looks back to promises is about one whatever else it tells: there the first is enough."""
    asked = weights.of(about.own)
    spoken = weights.of(said)
    if not asked or not spoken:
        return 0.0
    recall = weights.of(about.own & topic) / asked
    precision = weights.of(said & about.around) / spoken
    if looks_back and precision >= _LEAST_OF_IT and len(about.own & said) > 1:
        return max(recall, 2 * recall * precision / (recall + precision))
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0
