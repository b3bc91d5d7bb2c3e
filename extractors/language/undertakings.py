"""Undertakings: everything in the running text that somebody will do, was asked to do or suggested."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from extractors.language.action_tables import find_in_tables
from extractors.language.agreed_deeds import agreed_deeds
from extractors.language.assignments import find_assignments, give_owners
from extractors.language.limbs import Limb
from extractors.language.outline import Outline
from extractors.language.pairing import Exchange
from extractors.language.people import Person
from extractors.language.promises import find_promises
from extractors.language.proposals import find_proposals
from extractors.language.sentences import Sentence
from extractors.language.speakers import Speakers
from extractors.language.speech import Act
from extractors.language.turns import trimmed_end
from extractors.language.undertaken import Told, Undertaking
from extractors.model import Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_READ = ("discussion", "decision")


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
    told = list(_in_talk(document, outline, people, sentences, speech, exchanges))
    found = _first_of_each(tabled, list(agreed_deeds(text, limbs, people)), assigned, told)
    yield from sorted(give_owners(document, found, [*columned, *marks]), key=lambda each: each.start)


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


def _in_talk(
    document: Document,
    outline: Outline,
    people: Sequence[Person],
    sentences: Sequence[Sentence],
    speech: Sequence[tuple[Act, ...]],
    exchanges: Sequence[Exchange],
) -> Iterator[Undertaking]:
    own = _own_name(document)
    starts = [person.start for person in people]
    talk = [
        (sentence, acts)
        for sentence, acts in zip(sentences, speech, strict=True)
        if outline.parts[sentence.block] in _READ and document.blocks[sentence.block].kind != "table_row"
    ]
    for _, turns in groupby(talk, key=lambda each: getattr(outline.item_at(each[0].start), "start", -1)):
        speakers = Speakers(document.text)
        carried: tuple[int, Person | None] = (-1, None)
        for sentence, acts in turns:
            said = tuple(speakers.follow(act) for act in acts)
            if carried[0] != sentence.block:
                carried = (sentence.block, None)
            named = people[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            asked = [e for e in exchanges if e.query.start < sentence.end and sentence.start < e.query.end]
            told = Told(
                document.text, sentence.start, sentence.end, tuple(named), acts, said,
                _resolver(speakers), carried[1], own,
                tuple((e.query.start, e.query.end) for e in asked),
                tuple((e.query.start, e.query.end) for e in asked if e.reply and not e.reply.defers),
            )  # fmt: skip
            yield from _without_overlap(told, [*find_promises(told), *find_proposals(told)])
            carried = (sentence.block, _carry(speakers, acts, said, carried[1]))


def _resolver(speakers: Speakers) -> Callable[[Person], Person]:
    return lambda person: speakers.resolve(person) or person


def _carry(
    speakers: Speakers, acts: tuple[Act, ...], said: tuple[Person | None, ...], before: Person | None
) -> Person | None:
    """Who speaks for the administration after this sentence; a member who speaks ends that."""
    for act, speaker in zip(acts, said, strict=True):
        if act.voice == "active" and speaker:
            before = speaker if speakers.answers(speaker) else None
    return before


def _own_name(document: Document) -> re.Pattern[str] | None:
    """The council's name and its initials, as a pattern for the end of a stretch of text."""
    if not document.council:
        return None
    initials = "".join(word[0] for word in re.findall(r"\b[A-Z]\w*", document.council))
    names = [re.escape(document.council)] + ([initials] if len(initials) > 1 else [])
    return re.compile(rf"(?:[Tt]he )?\b(?:{'|'.join(names)})\s*$")


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
            yield replace(each, end=end)


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
