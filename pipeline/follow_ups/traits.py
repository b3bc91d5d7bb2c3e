"""What a clause of a later passage has in common with a promise, as numbers from 0 to 1, and what sets them apart."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from extractors.vocabulary import grammar, words
from pipeline.follow_ups.deeds import papers_of
from pipeline.follow_ups.model import Passage, Promise
from pipeline.follow_ups.promised import Subject, knows
from pipeline.follow_ups.recalls import recalls, recalls_meeting, tells_when
from pipeline.follow_ups.roots import partners, root, same_deeds
from pipeline.follow_ups.said import Said
from pipeline.follow_ups.subjects import (
    Phrase,
    every_root,
    people,
    phrases,
    slots,
)
from pipeline.follow_ups.terms import Weights

_GRAMMAR = grammar("follow_up_subjects.grammar")
_OTHER_WORD = 0.75
"""What a word tells that may be written for another."""
_ELSEWHERE = 0.6
"""What a word tells that stands in another sentence of the passage."""
_TO_THEM = ("letter", "liaise")
_LEAST_OF_IT = 0.2
"""Least share of the thing itself that must be spoken of."""
_BY_ONE_OF_SEVERAL = ("attend", "visit", "training")
"""Kinds of promises of which any phrase may be the thing; those of the rest name it first."""
ABSTRACT = frozenset(map(root, words("follow_up_abstract_words.txt")))


class Traits(NamedTuple):
    """What scoring weighs; each 0 to 1."""

    cover: float
    """Share of the weight of what the promise is about that the passage or its item's title holds."""
    near: float
    """That share in the clause's own sentence."""
    about: float
    """Share of the sentence's words that are about the promise."""
    unknown: float
    """Share of its phrases that the promise does not know."""
    same_item: float
    names: float
    owner: float
    committee: float
    review: float
    indicator: float
    paper: float
    pending: float
    outright: float
    """Whether the clause says outright that something was done."""
    deed: float
    """Whether the deed told is the one promised."""
    before: float
    """Whether what stands before the deed is of the promise; `after`: what stands behind it."""
    after: float
    main: float
    """How much of the thing itself is spoken of; `least`: of the promise's phrase that is spoken of least."""
    least: float
    titled: float
    """How much of a phrase the title names under which a paper is brought."""
    headed: float
    """Share of what its entry says first that it is about, which the promise or its agenda item knows."""
    matter: float
    """Share of the promise's own agenda item that is spoken of, or stands over it."""
    recalls: float
    """Whether it looks back to what was asked for or promised; `recalled`: naming the month of that meeting."""
    recalled: float
    dated: float
    """Whether it names a time since then."""
    other: float
    """Whether the thing that it tells of first is none that the promise knows."""


def traits_of(subject: Subject, said: Said, weights: Weights) -> Traits | None:
    """What the clause has in common with the promise; None where hardly anything of the thing itself is spoken of."""
    promise, passage = subject.promise, said.passage
    parts = _parts_held(subject, said, weights)
    main = _main_part(subject, parts)
    if (main if promise.kind in _TO_THEM else max(main, *parts, 0.0)) < _LEAST_OF_IT:
        return None
    asked = weights.of(subject.own) or 1.0
    close = {each: _held(each, said.near | said.title if said.brings else said.near) for each in subject.own}
    cover = sum(
        weights[each] * max(close[each], _held(each, said.title), _ELSEWHERE * _held(each, said.everywhere))
        for each in subject.own
    )
    before, after = _beside_deed(subject, said)
    theirs = [each for _, _, each in phrases(said.text)]
    return Traits(
        cover=cover / asked,
        near=sum(weights[each] * close[each] for each in subject.own) / asked,
        about=_share_about(subject, said, weights),
        unknown=_mean(float(not knows(subject, each[-1:])) for each in theirs),
        same_item=_likeness(subject.title, said.title, weights),
        names=_share(subject.names, said.near | said.title | said.everywhere),
        owner=_share(subject.owner, said.everywhere),
        committee=float(same_committee(promise, passage)),
        review=said.review,
        indicator=float(bool(promise.indicators & passage.indicators)),
        paper=_same_paper(promise, said.text),
        pending=float(said.clause.state == "pending"),
        outright=float(said.clause.state == "done"),
        deed=_same_deed(promise.text, said),
        before=before,
        after=after,
        main=main,
        least=min(parts, default=0.0),
        titled=float(said.brings)
        * max((share_of(each, said.title, weights) for each in subject.parts), default=0.0),
        headed=_share_known(said.heading, subject, weights),
        matter=_share_of_matter(subject, said, weights),
        recalls=float(recalls(said.sentence)),
        recalled=float(recalls_meeting(said.sentence, promise.date, passage.date)),
        dated=float(tells_when(said.sentence, promise.date, passage.date)),
        other=float(_tells_of_another(subject, said)),
    )


def _share_known(heading: frozenset[str], subject: Subject, weights: Weights) -> float:
    if not heading:
        return 0.0
    return sum(weights[each] * _held(each, subject.around | subject.title) for each in heading) / weights.of(
        heading
    )


def _share_of_matter(subject: Subject, said: Said, weights: Weights) -> float:
    if not subject.title:
        return 0.0
    held = said.near | said.title
    return sum(weights[each] * _held(each, held) for each in subject.title) / weights.of(subject.title)


def _main_part(subject: Subject, parts: Sequence[float]) -> float:
    """How much of the thing that the promise is about is spoken of: the first phrase names it, in a letter the one
    behind those to whom it goes."""
    if parts and len(parts) > 1 and ABSTRACT.issuperset(subject.parts[0]):
        return parts[1]
    if subject.by_context:
        return max(parts[:2], default=0.0)
    if subject.promise.kind in _BY_ONE_OF_SEVERAL:
        return max(parts, default=0.0)
    if subject.promise.kind in _TO_THEM and len(parts) > 1:
        about = [each.phrase for each in slots(subject.promise.text) if each.word == "about"]
        told = [held for part, held in zip(subject.parts, parts, strict=True) if part in about]
        first = _GRAMMAR["with_them"].search(subject.promise.text)
        return max(told or (parts[:1] if first else parts[1:]))
    return parts[0] if parts else 0.0


def same_committee(promise: Promise, passage: Passage) -> bool:
    """Whether it is the committee that was promised, or one that the promise names."""
    if passage.committee == promise.committee:
        return True
    return passage.committee is not None and passage.committee.lower() in promise.text.lower()


def _parts_held(subject: Subject, said: Said, weights: Weights) -> list[float]:
    """For each phrase of the promise how much of it is spoken of."""
    return [_part_held(each, said, weights) for each in subject.parts]


def _part_held(part: Phrase, said: Said, weights: Weights) -> float:
    return max(
        share_of(part, said.near | said.title, weights), _ELSEWHERE * share_of(part, said.everywhere, weights)
    )


def share_of(part: Phrase, held: frozenset[str], weights: Weights) -> float:
    """How much of a phrase is among the roots; its last word, which says what it is, counts twice."""
    if len(part) == 1:
        return _held(part[0], held)
    whole = found = 0.0
    for one in part:
        told = weights[one] * (2 if one == part[-1] else 1)
        whole += told
        found += told * _held(one, held)
    return found / whole


def _held(one: str, held: frozenset[str]) -> float:
    if one in held:
        return 1.0
    return 0.0 if partners(one).isdisjoint(held) else _OTHER_WORD


def _share_about(subject: Subject, said: Said, weights: Weights) -> float:
    theirs = said.near - people(said.text) - subject.owner
    if not theirs:
        return weights.of(subject.own & said.title) / (weights.of(subject.own) or 1.0)
    about = sum(
        weights[each]
        * max(float(each in subject.around), _OTHER_WORD * bool(partners(each) & subject.around))
        for each in theirs
    )
    return about / weights.of(theirs)


def _likeness(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    both = weights.of(one) + weights.of(other)
    return 2 * weights.of(one & other) / both if both else 0.0


def _share(asked: frozenset[str], held: frozenset[str]) -> float:
    return len(asked & held) / len(asked) if asked else 0.0


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / max(1, len(found))


def _same_paper(promise: Promise, said: str) -> float:
    """1 where both name a paper by one word, half where each names one."""
    ours, theirs = papers(promise.text) | papers_of(promise.kind), papers(said)
    if not (ours and theirs):
        return 0.0
    return 1.0 if ours & theirs else 0.5


@lru_cache(maxsize=1 << 15)
def papers(text: str) -> frozenset[str]:
    return frozenset(match.group().lower().rstrip("s") for match in _GRAMMAR["paper"].finditer(text))


def _same_deed(promise: str, said: Said) -> float:
    if said.deed is None:
        return 0.0
    ours, deeds = every_root(promise), same_deeds()
    return float(any(each in ours or not ours.isdisjoint(deeds.get(each, ())) for each in said.deeds))


def _tells_of_another(subject: Subject, said: Said) -> bool:
    """Whether what the deed was done to is unknown to the promise: the first thing before it, else the one behind.
    Who did it or tells of it is no thing."""
    begins = said.deed[0] if said.deed else len(said.text)
    who = subject.owner
    told = [each for each in _things(said.text) if not who.issuperset(each[2])]
    before = [each for _, end, each in told if end <= begins + 1]
    thing = next(iter(before), None) or next((each for start, _, each in told if start >= begins), None)
    return thing is not None and not (
        ABSTRACT.issuperset(thing) or any(knows(subject, (one,)) for one in thing)
    )


@lru_cache(maxsize=1 << 14)
def _things(text: str) -> tuple[tuple[int, int, Phrase], ...]:
    """Its phrases without those who tell of it: "The Clerk reported that", "the Head of Parks"."""
    teller, somebody = _GRAMMAR["who_tells"].match(text), people(text)
    told_from = teller.end() if teller else 0
    return tuple(
        (start, end, each)
        for start, end, each in phrases(text)
        if end > told_from
        and not somebody.issuperset(each)
        and not (text[start].isupper() and _GRAMMAR["the_office"].search(text, max(0, start - 40), start))
    )


def _beside_deed(subject: Subject, said: Said) -> tuple[float, float]:
    """Whether the phrase before the deed, and the one in or behind it, are the promise's."""
    if said.deed is None:
        return 0.0, 0.0
    theirs = phrases(said.text)
    before = [each for _, end, each in theirs if end <= said.deed[0] + 1]
    after = [each for start, _, each in theirs if start >= said.deed[0]]
    return (
        float(bool(before) and knows(subject, before[-1][-1:])),
        float(bool(after) and knows(subject, after[0][-1:])),
    )
