"""Speech acts: who says what, to whom, and what kind of saying it is (asking, answering, promising …).

An act is found where a verb of speech follows a person ("Councillor Orme asked whether"), is joined to an act
before it ("… and queried the cost"), or stands in the passive ("it was questioned whether", "Members were
advised by officers that"). What is reported inside another's words ("said that officers had asked") is none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.language.people import Person
from extractors.language.sentences import Sentence
from extractors.language.speech_verbs import Deed, SpeechVerb, Voice, find_verbs
from extractors.language.verb_subjects import (
    FILL,
    LONGEST_JOINT,
    doer_of,
    right_before,
    subject_of,
    subject_with,
)
from extractors.vocabulary import grammar

_GRAMMAR = grammar("speech.grammar")
# A pronoun joins its clause to the act before, unless the clause is a reason or a thing said ("as she believed").
_JOINED = re.compile(
    r"(?:\band|\bbut|\bor|,|;|\bthen|(?<!\bas\s)(?<!\bthat\s)(?<!\bbecause\s)(?<!\bsince\s)\b(?:he|she|they))"
    rf"\s*,?\s*{FILL}\s*$",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(
    r"[;:]\s*(?:and\s+)?|\s[–—-]\s|(?:,|\band)\s+(?=(?:further\s+)?(?:concerns?|questions?|clarification|assurances?|"
    r"reference|queries)\s)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[\s,;:–—-]*(?:\b(?:and|but|then|or|by|with|to\s+which)\b[\s,]*)*(?:\b(?:also|then)\b\s*)?$"
)
_REPLY_JOINT = re.compile(rf"[\s,;:–—-]+{_GRAMMAR['in_reply'].pattern}[\s,]*$", re.IGNORECASE)
_SUBJECT_NOUN = re.compile(r"\b(?:it|there)\s+$", re.IGNORECASE)
# "Freedom of Information requests": what no list knows as a person makes no verb of such a word.
_NOUN = re.compile(
    r"(?:requests?|quer(?:y|ies)|questions?|challenges?|comments?|reports?|concerns?|notes?|states)"
)
_HANGS = re.compile(r"(?:,|;|\band|\bby|\bbut)\s*$")
_NOUN_FIRST = re.compile(r"\band\s+$")


@dataclass(frozen=True, slots=True)
class Act:
    """`text[start:end]` is the clause, its speaker included, without the joint before it."""

    start: int
    end: int
    verb: tuple[int, int]
    deed: Deed
    voice: Voice
    speaker: Person | None
    """Who says it; of a passive the one after "by". A pronoun stands as printed."""
    hearer: Person | None
    """Who is spoken to: the object ("asked Ms Orme"), or the subject of "Members were advised"."""
    own_speaker: bool = True
    """Whether the speaker is printed in this clause, and not carried over from the one before."""


def _find_acts(text: str, sentence: Sentence, people: Sequence[Person]) -> list[Act]:
    """The speech acts of one sentence, in order; `people` are those named in it."""
    acts: list[Act] = []
    for verb in find_verbs(text, sentence):
        if acts and verb.start < acts[-1].verb[1]:
            continue
        act = _read(text, sentence, verb, people, acts)
        if act and not (acts and _is_inside(text, acts[-1], act)):
            acts.append(act)
    nexts = [*acts[1:], None]
    return [_cut(text, act, after, sentence) for act, after in zip(acts, nexts, strict=bool(acts))]


def _read(
    text: str, sentence: Sentence, verb: SpeechVerb, people: Sequence[Person], acts: Sequence[Act]
) -> Act | None:
    read = {"active": _active, "passive": _passive, "participle": _participle}[verb.voice]
    return read(text, sentence, verb, people, acts)


def _active(
    text: str, sentence: Sentence, verb: SpeechVerb, people: Sequence[Person], acts: Sequence[Act]
) -> Act | None:
    hearer = _starting_at(people, _after_space(text, verb.end))
    speaker = subject_of(text, sentence, verb.start, people)
    if speaker and speaker.kind == "bare" and _NOUN.fullmatch(text, verb.start, verb.end):
        return None
    if speaker and not (acts and acts[-1].start == speaker.start):
        return Act(speaker.start, sentence.end, verb.span, verb.deed, "active", speaker, hearer)
    before = acts[-1] if acts else None
    if before is None or before.voice == "participle" or not _JOINED.search(text, before.verb[1], verb.start):
        return None
    comma = text[max(0, verb.start - 3) : verb.start].rstrip().endswith(",")
    if comma and _GRAMMAR["stands_aside"].match(text, verb.start):
        return None
    speaker = before.speaker if before.voice == "active" else before.hearer
    return Act(verb.start, sentence.end, verb.span, verb.deed, "active", speaker, hearer, own_speaker=False)


def _participle(
    text: str, sentence: Sentence, verb: SpeechVerb, people: Sequence[Person], acts: Sequence[Act]
) -> Act | None:
    hearer = _starting_at(people, _after_space(text, verb.end))
    before = text[sentence.start : verb.start]
    if not before.strip():
        return Act(verb.start, sentence.end, verb.span, verb.deed, "participle", None, hearer)
    if acts and _HANGS.search(before):
        return Act(verb.start, sentence.end, verb.span, verb.deed, "participle",
                   acts[-1].speaker, hearer, own_speaker=False)  # fmt: skip
    speaker = subject_with(text, verb.start, people)
    if speaker is None:
        return None
    return Act(speaker.start, sentence.end, verb.span, verb.deed, "participle", speaker, hearer)


def _passive(
    text: str, sentence: Sentence, verb: SpeechVerb, people: Sequence[Person], acts: Sequence[Act]
) -> Act:
    doer = doer_of(text, verb.end, people)
    if acts and acts[-1].voice == "active" and _JOINED.search(text, acts[-1].verb[1], verb.start):
        return Act(verb.start, sentence.end, verb.span, verb.deed, "passive", doer, acts[-1].speaker,
                   own_speaker=False)  # fmt: skip
    subject = right_before(text, verb.start, people)
    if subject and subject.kind != "pronoun":
        return Act(subject.start, sentence.end, verb.span, verb.deed, "passive", doer, subject)
    start = _clause_start(text, sentence, verb.start)
    return Act(start, sentence.end, verb.span, verb.deed, "passive", doer, None)


def _clause_start(text: str, sentence: Sentence, verb: int) -> int:
    """Where the clause of a passive verb begins: at its "it", or after the last semicolon, colon or dash."""
    if _NOUN_FIRST.search(text, max(sentence.start, verb - LONGEST_JOINT), verb) and _GRAMMAR[
        "and_first"
    ].match(text, verb):
        return verb
    impersonal = _SUBJECT_NOUN.search(text, sentence.start, verb)
    if impersonal:
        return impersonal.start()
    begin = sentence.start
    for match in _CLAUSE_BREAK.finditer(text, sentence.start, verb):
        begin = match.end()
    return begin


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _starting_at(people: Sequence[Person], at: int) -> Person | None:
    index = bisect_left([person.start for person in people], at)
    return people[index] if index < len(people) and people[index].start == at else None


def _is_inside(text: str, before: Act, act: Act) -> bool:
    """Whether `act` is reported inside the words of the act before it."""
    if not act.own_speaker:
        if act.voice == "participle":  # "agreed, saying that"
            return before.deed == "say" and text[before.verb[1] : act.start].strip(" ,") == ""
        return act.voice == "active" and act.deed == before.deed and act.deed in ("say", "answer")
    lead = text[before.verb[1] : act.start]
    if act.start < before.verb[1]:
        return True
    return bool(_GRAMMAR["inside"].search(lead)) or not _GRAMMAR["joint"].search(lead[-LONGEST_JOINT:])


def _cut(text: str, act: Act, following: Act | None, sentence: Sentence) -> Act:
    """The clause ends where the next act's begins, without the joint between."""
    if following is None or following.start <= act.verb[1]:
        return act
    chunk = _JOINT.sub("", text[act.start : following.start])
    joint = _REPLY_JOINT.search(chunk, max(0, len(chunk) - LONGEST_JOINT))
    chunk = chunk[: joint.start()] if joint else chunk
    return replace(act, end=min(act.start + len(chunk), sentence.end))


def read_speech(
    text: str, sentences: Sequence[Sentence], people: Sequence[Person]
) -> Iterator[tuple[Act, ...]]:
    """The acts of each sentence, in the order of `sentences`."""
    starts = [person.start for person in people]
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        yield tuple(_find_acts(text, sentence, people[first:last]))
