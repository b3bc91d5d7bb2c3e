"""Sentences as they are told: each with who speaks, who spoke before, and what of it is a question."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from extractors.language.outline import Outline, Part
from extractors.language.pairing import Exchange
from extractors.language.people import Person
from extractors.language.sentences import Sentence
from extractors.language.speakers import Speakers
from extractors.language.speech import Act
from extractors.language.talk import find_talk
from extractors.language.undertaken import Told
from extractors.model import CELL_SEPARATOR, Document

_READ: tuple[Part, ...] = ("discussion", "decision")
_PROSE = 60
"""A cell of a table is read as talk from this many characters on."""
_LONGEST = 2500
"""No sentence is longer, in characters; what is, is lost punctuation, and read up to here."""


def read_tellings(
    document: Document,
    outline: Outline,
    people: Sequence[Person],
    sentences: Sequence[Sentence],
    speech: Sequence[tuple[Act, ...]],
    exchanges: Sequence[Exchange],
) -> Iterator[Told]:
    """Every sentence of discussion or decision, in order; of a table's row, each cell that holds prose."""
    own = _own_name(document)
    starts = [person.start for person in people]
    asked: defaultdict[int, list[Exchange]] = defaultdict(list)
    for exchange in exchanges:
        asked[exchange.query.block].append(exchange)
    talk = find_talk(document, outline, sentences, speech, _READ)
    for _, turns in groupby(talk, key=lambda each: getattr(outline.item_at(each[0].start), "start", -1)):
        speakers = Speakers(document.text)
        carried: tuple[int, Person | None] = (-1, None)
        spoke: Person | None = None
        for sentence, acts in turns:
            said = tuple(speakers.follow(act) for act in acts)
            if carried[0] != sentence.block:
                carried, spoke = (sentence.block, None), None
            for start, reach in _stretches(document, sentence):
                end = min(reach, start + _LONGEST)
                put = [e.query for e in asked[sentence.block]]
                met = [e.query for e in asked[sentence.block] if e.reply and not e.reply.defers]
                yield Told(
                    document.text, start, end, tuple(people[bisect_left(starts, start) : bisect_left(starts, end)]),
                    *_within(acts, said, end), _resolver(speakers, spoke), carried[1], own,
                    tuple((query.start, query.end) for query in put),
                    tuple((query.start, query.end) for query in met),
                )  # fmt: skip
            carried = (sentence.block, _carry(speakers, acts, said, carried[1]))
            spoke = next((s for s in reversed(said) if s and s.kind in ("named", "office", "bare")), spoke)


def _within(
    acts: tuple[Act, ...], said: tuple[Person | None, ...], end: int
) -> tuple[tuple[Act, ...], tuple[Person | None, ...]]:
    """The acts whose verb stands before `end`, and who speaks in them."""
    count = bisect_left(acts, end, key=lambda act: act.verb[0])
    return acts[:count], said[:count]


def _stretches(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The sentence, or the parts of it that stand in different cells of a row."""
    if document.blocks[sentence.block].kind != "table_row":
        yield sentence.start, sentence.end
        return
    at = sentence.start
    for words in document.text[sentence.start : sentence.end].split(CELL_SEPARATOR):
        if len(words) >= _PROSE:
            yield at, at + len(words)
        at += len(words) + len(CELL_SEPARATOR)


def _resolver(speakers: Speakers, spoke: Person | None) -> Callable[[Person], Person]:
    """Whom a pronoun means: one not known otherwise who spoke just before in the paragraph, or as the item tells."""
    if spoke and spoke.kind == "bare":
        return lambda person: spoke if person.kind == "pronoun" else person
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
