"""Which records are of one promise: told of in the narrative, and again as the limb that agrees it, in the list of
actions at the end, or as a row of a later action log. Each keeps its record; a person reads them as one.

To join two promises would hide one of them, so all must agree: who, what kind of deed, the thing itself from both
sides, and nothing that sets them apart.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from extractors.vocabulary import grammar, words
from pipeline.follow_ups.differences import which
from pipeline.follow_ups.model import FollowUp, Passage, Promise
from pipeline.follow_ups.promised import Subject, subject_of
from pipeline.follow_ups.recalls import months
from pipeline.follow_ups.roots import partners, with_partners
from pipeline.follow_ups.subjects import Phrase, numbers, periods
from pipeline.follow_ups.terms import Weights

_GRAMMAR = grammar("follow_up_subjects.grammar")
_LEAST_OF_FEWER, _LEAST_OF_MORE, _LEAST_OF_THING = 0.75, 0.5, 0.5
"""Least share of what a record is about that the other says: of the shorter, of the longer, and of what either names
first; of the marked documents' 15 promises told twice 9 are found, and no two promises are joined."""
_FEWEST = 2
"""Telling words that both must say: one word, and most of what two promises are about, may be the same."""


def told_again(promises: Iterable[Promise]) -> dict[str, str]:
    """For each record that tells of a promise which a fuller record of its document tells of, too, that one's id. Pure:
    the same promises give the same answer; of records as full the first of those given is the fuller."""
    by_document: dict[str, list[Promise]] = {}
    for each in promises:
        by_document.setdefault(each.document_id, []).append(each)
    return {less: fuller for of_one in by_document.values() for less, fuller in _told_again(of_one)}


def _told_again(promises: Iterable[Promise]) -> Iterator[tuple[str, str]]:
    subjects = [subject_of(each) for each in sorted(promises, key=_emptiness)]
    weights = Weights(each.around for each in subjects)
    fuller: list[Subject] = []
    for each in subjects:
        same = next((one for one in fuller if is_same(one, each, weights)), None)
        if same is None:
            fuller.append(each)
        else:
            yield each.promise.id, same.promise.id


def _emptiness(promise: Promise) -> tuple[bool, bool, bool]:
    """How little a record says of when the promise is due, whether it is one, and who is to keep it."""
    return not promise.due, promise.commitment not in ("agreed", "promised"), not promise.owner


def told_in_logs(promises: Iterable[Promise], found: Iterable[FollowUp]) -> dict[str, str]:
    """For each row of an action log that only tells of an earlier promise again that promise's id."""
    rows = {(each.document_id, each.text): each for each in promises}
    return {
        row.id: each.promise.id
        for each in found
        if each.passage.is_row
        for words_ in _promised_in(each.passage)
        if (row := rows.get((each.passage.document_id, words_))) and _is_restated(each.promise, row)
    }


def led_by(*same: Mapping[str, str]) -> dict[str, str]:
    """All of them as one: each record with the one that leads to no other."""
    merged = {less: fuller for each in same for less, fuller in each.items()}
    found = {}
    for less in merged:
        lead, seen = merged[less], {less}
        while lead in merged and lead not in seen:
            seen.add(lead)
            lead = merged[lead]
        if lead != less:
            found[less] = lead
    return found


def _promised_in(passage: Passage) -> Iterator[str]:
    return (passage.text[start - passage.start : end - passage.start] for start, end in passage.actions)


def _is_restated(promise: Promise, row: Promise) -> bool:
    one, other = subject_of(promise), subject_of(row)
    return is_same(one, other, Weights((one.around, other.around)))


def is_same(one: Subject, other: Subject, weights: Weights) -> bool:
    """Whether two records of one document are of one promise."""
    return (
        not (one.by_context or other.by_context)
        and _same_kind(one.promise.kind, other.promise.kind)
        and _may_be_one(one.owner, other.owner)
        and not _set_apart(one, other)
        and _same_thing(one, other, weights)
    )


def _same_kind(one: str, other: str) -> bool:
    return one == other or any({one, other} <= kinds for kinds in _kinds())


def _may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both may be of one owner: the same, or not said of one."""
    return not (one and other) or not one.isdisjoint(other)


def _set_apart(one: Subject, other: Subject) -> bool:
    """Whether another number, time, paper or thing of the same make is named."""
    ours, theirs = one.promise.text, other.promise.text
    named = (
        (numbers(ours), numbers(theirs)),
        (periods(ours), periods(theirs)),
        (months(ours), months(theirs)),
    )
    if any(
        this and that and this.isdisjoint(that) for this, that in (*named, (_papers(ours), _papers(theirs)))
    ):
        return True
    told = which(theirs)
    return any(
        head in told
        and with_partners(told[head]).isdisjoint(firsts | one.around)
        and firsts.isdisjoint(other.around)
        for head, firsts in which(ours).items()
    )


def _papers(text: str) -> frozenset[int]:
    """The kinds of papers it names."""
    said = (match.group().lower().rstrip("s") for match in _GRAMMAR["paper"].finditer(text))
    return frozenset(kind for each in said for kind, called in enumerate(_called()) if each in called)


def _same_thing(one: Subject, other: Subject, weights: Weights) -> bool:
    """Who is to do it, which only one record may know of, is no part of the thing."""
    who = one.owner | other.owner
    ours, theirs = one.own - who, other.own - who
    if len(_shared(ours, theirs)) < _FEWEST:
        return False
    shares = sorted(
        weights.of(_shared(each, another)) / weights.of(each)
        for each, another in ((ours, theirs), (theirs, ours))
    )
    return (
        shares[1] >= _LEAST_OF_FEWER
        and shares[0] >= _LEAST_OF_MORE
        and _says_first(one, other, weights)
        and _says_first(other, one, weights)
    )


def _shared(asked: frozenset[str], held: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in asked if each in held or not partners(each).isdisjoint(held))


def _says_first(subject: Subject, other: Subject, weights: Weights) -> bool:
    """Whether the other record speaks of the thing that this one names first."""
    who = subject.owner | other.owner
    first: Phrase = next((each for each in subject.parts if not who.issuperset(each)), ())
    return weights.of(_shared(frozenset(first), other.around)) >= _LEAST_OF_THING * weights.of(first)


@cache
def _kinds() -> Sequence[frozenset[str]]:
    return [frozenset(line.split(" | ")) for line in words("follow_up_same_kinds.txt")]


@cache
def _called() -> Sequence[frozenset[str]]:
    return [frozenset(line.split()) for line in words("follow_up_same_papers.txt")]
