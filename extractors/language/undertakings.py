"""Undertakings: everything in the running text that somebody will do, was asked to do or suggested."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from extractors.language.action_rows import find_in_rows
from extractors.language.action_tables import find_in_tables
from extractors.language.agenda_words import agenda_words
from extractors.language.agreed_deeds import agreed_deeds
from extractors.language.assignments import find_assignments, give_owners
from extractors.language.limbs import Limb
from extractors.language.outline import Outline
from extractors.language.pairing import Exchange
from extractors.language.people import Person
from extractors.language.promises import find_promises
from extractors.language.requests import find_requests
from extractors.language.sentences import Sentence
from extractors.language.speech import Act
from extractors.language.stacked_tables import find_stacked
from extractors.language.suggestions import find_suggestions
from extractors.language.tellings import read_tellings
from extractors.language.turns import trimmed_end
from extractors.language.undertaken import Commitment, Told, Undertaking
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_NEARBY = 120
"""How far behind a suggestion the words stand that say what became of it, in characters."""
_RESOLVED = ("decision.opener", "decision.limb", "decision.listed")


def read_undertakings(
    document: Document,
    outline: Outline,
    people: Sequence[Person],
    sentences: Sequence[Sentence],
    speech: Sequence[tuple[Act, ...]],
    exchanges: Sequence[Exchange],
    limbs: Sequence[Limb],
) -> Iterator[Undertaking]:
    """All undertakings in order, none overlapping; a decision's limb that is one is read as a whole."""
    text = document.text
    tabled, columned = find_in_tables(document)
    assigned, marks = find_assignments(document, outline)
    told = [
        found
        for telling in read_tellings(document, outline, people, sentences, speech, exchanges)
        for found in _without_overlap(
            telling, [*find_promises(telling), *find_requests(telling), *find_suggestions(telling)]
        )
    ]
    announced = agenda_words(document, outline)
    told = [
        _as_resolved(each, limbs)
        for each in told
        if not any(begin <= each.start < end for begin, end in announced)
    ]
    found = _first_of_each(
        tabled,
        [*find_stacked(document), *find_in_rows(document)],
        list(agreed_deeds(text, limbs, people)),
        assigned,
        told,
    )
    owned = give_owners(document, found, [*columned, *marks])
    unique = {(each.start, each.end): each for each in owned}
    yield from sorted(unique.values(), key=lambda each: each.start)


def _as_resolved(each: Undertaking, limbs: Sequence[Limb]) -> Undertaking:
    """What the words of a resolution say will be done is agreed, also where the resolution only notes it."""
    at = bisect_right(limbs, each.start, key=lambda limb: limb.start) - 1
    if at < 0 or limbs[at].end < each.end or limbs[at].rule not in _RESOLVED:
        return each
    return replace(each, commitment="agreed")


def _first_of_each(*families: Sequence[Undertaking]) -> list[Undertaking]:
    """All undertakings but those that overlap one of an earlier family."""
    kept: list[Undertaking] = []
    for family in families:
        starts = [each.start for each in kept]
        reached = list(accumulate((each.end for each in kept), max))
        kept += [
            each
            for each in family
            if not (index := bisect_left(starts, each.end)) or reached[index - 1] <= each.start
        ]
        kept.sort(key=lambda each: each.start)
    return kept


def _without_overlap(told: Told, found: Sequence[Undertaking]) -> Iterator[Undertaking]:
    """Each deed once, cut where the next begins; what is found first by the surer family stays."""
    kept: list[Undertaking] = []
    for each in found:
        if not any(_same_deed(each, other) for other in kept):
            kept.append(each)
    kept.sort(key=lambda each: each.verb)
    for each, after in zip(kept, [*kept[1:], None], strict=bool(kept)):
        end = _cut(told, each, after)
        if end - each.start > 6:
            yield replace(each, end=end, commitment=_commitment(told, each, end))


def _commitment(told: Told, each: Undertaking, end: int) -> Commitment:
    """Agreed, where the meeting took a suggestion up or its agreement goes on: "and that she would write"."""
    if each.commitment in ("suggested", "requested"):
        taken = _GRAMMAR["taken_up"].match(told.text, end, min(end + _NEARBY, len(told.text)))
        return "agreed" if taken else each.commitment
    agreed = _GRAMMAR["agreed_that"].match(told.text, told.start, each.start)
    others = (
        any(
            act.voice == "active" and act.start >= agreed.end() and act.verb[1] <= each.start
            for act in told.acts
        )
        if agreed
        else True
    )
    return each.commitment if others else "agreed"


def _same_deed(one: Undertaking, other: Undertaking) -> bool:
    return (
        one.verb == other.verb
        or one.start == other.start
        or (max(one.start, other.start) <= min(one.verb, other.verb))
    )


def _cut(told: Told, each: Undertaking, after: Undertaking | None) -> int:
    """The clause ends where another deed or another speaker begins, or an explanation follows."""
    stops = [told.end]
    if after and after.start > each.verb:
        stops.append(after.start)
    stops += [
        act.start
        for act in told.acts
        if act.own_speaker
        and act.voice == "active"
        and act.start > each.verb
        and re.search(r"(?:[,;:]|\band|\bbut)\s+$", told.text[each.verb : act.start])
    ]
    aside = _GRAMMAR["aside"].search(told.text, each.verb, told.end)
    if aside:
        stops.append(aside.start())
    stops += [match.start() for match in _GRAMMAR["goes_on"].finditer(told.text, each.verb, told.end)]
    chunk = told.text[each.start : min(stops)]
    if min(stops) < told.end:
        chunk = re.sub(rf"{_GRAMMAR['joint'].pattern}", "", chunk)
    return trimmed_end(told.text, each.start, each.start + len(chunk))
