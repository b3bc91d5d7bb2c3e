"""Speech acts: who says what, to whom, and what kind of saying it is (asking, answering, promising …).

An act is found where a verb of speech follows a person ("Councillor Orme asked whether"), is joined to an act
before it ("… and queried the cost"), or stands in the passive ("it was questioned whether", "Members were
advised by officers that"). What is reported inside another's words ("said that officers had asked") is none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from extractors.language.people import Person
from extractors.language.sentences import Sentence
from extractors.vocabulary import grammar

Voice = Literal["active", "passive", "participle"]
Deed = Literal["ask", "concern", "request", "answer", "promise", "say", "courtesy", "procedure"]
"""`say` is neutral: with it a member comments and an officer answers. `concern` and `request` ask, too."""

_GRAMMAR = grammar("speech.grammar")
_DEEDS: tuple[Deed, ...] = (
    "courtesy", "concern", "request", "ask", "promise", "answer", "say", "procedure",
)  # fmt: skip


def _at_a_word(kind: str, deeds: Sequence[Deed]) -> re.Pattern[str]:
    """Looks at every word once: the group that has matched is the deed whose verb begins there."""
    verbs = "|".join(f"(?P<{deed}>{_GRAMMAR[f'{kind}.{deed}'].pattern})" for deed in deeds)
    return re.compile(rf"(?<![\w’'-])(?={verbs})", re.IGNORECASE)


_VOICES: tuple[tuple[Voice, re.Pattern[str]], ...] = (
    ("passive", _at_a_word("passive", ("ask", "answer", "say"))),
    ("active", _at_a_word("class", _DEEDS)),
    ("participle", _at_a_word("participle", ("ask", "say"))),
)
_FILL = rf"(?:(?:{_GRAMMAR['adverb'].pattern}|{_GRAMMAR['auxiliary'].pattern})\b\s*,?\s*)*"
_FILLED = re.compile(rf"(?:\s*,)?\s*{_FILL}\s*$", re.IGNORECASE)
_ASIDE = re.compile(
    rf"(?:\s*\([^)]*\))?(?:\s+(?:from|of|representing)\s+(?:the\s+)?[^\s,;:.][^,;:.]{{1,50}}?)?\s*(?:,?\s*who\b|,(?!\s*(?:and|but)\b)[^,;:]{{1,160}},|{_GRAMMAR['reply_phrase'].pattern})?"
    rf"\s*,?\s*{_FILL}$",
    re.IGNORECASE,
)
# What the same speaker did first, where that was no speech: "Members were pleased with the rise but asked".
_AFTER_FIRST = re.compile(
    rf"\s+{_GRAMMAR['first_clause'].pattern}[^;:.]{{0,140}}?\s(?:and|but)\s+{_FILL}$", re.IGNORECASE
)
# A pronoun joins its clause to the act before, unless the clause is a reason or a thing said ("as she believed").
_JOINED = re.compile(
    r"(?:\band|\bbut|\bor|,|;|\bthen|(?<!\bas\s)(?<!\bthat\s)(?<!\bbecause\s)(?<!\bsince\s)\b(?:he|she|they))"
    rf"\s*,?\s*{_FILL}\s*$",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(
    r"[;:]\s*(?:and\s+)?|\s[–—-]\s|(?:,|\band)\s+(?=(?:further\s+)?(?:concerns?|questions?|clarification|assurances?|"
    r"reference|queries)\s)",
    re.IGNORECASE,
)
_REPLY_JOINT = re.compile(rf"[\s,;:–—-]+{_GRAMMAR['in_reply'].pattern}[\s,]*$", re.IGNORECASE)
_LONGEST_JOINT = 40
"""Characters."""
_SUBJECT_NOUN = re.compile(r"\b(?:it|there)\s+$", re.IGNORECASE)
# "Freedom of Information requests": what no list knows as a person makes no verb of such a word.
_NOUN = re.compile(
    r"(?:requests?|quer(?:y|ies)|questions?|challenges?|comments?|reports?|concerns?|notes?|states)"
)
_NOUN_FIRST = re.compile(r"\band\s+$")
_WITH = re.compile(r"[,;]\s+with\s+$")
_HANGS_ON = re.compile(r"\b(?:whether|if|that|how|why|what|when|where|who|which|to \w+|was|were|been?)\b")
_BY = re.compile(r"\s*(?:\w+\s+){0,2}?by\s+$")


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


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    deed: Deed
    voice: Voice


def find_acts(text: str, sentence: Sentence, people: Sequence[Person]) -> list[Act]:
    """The speech acts of one sentence, in order; `people` are those named in it."""
    acts: list[Act] = []
    for verb in _verbs(text, sentence):
        if acts and verb.start < acts[-1].verb[1]:
            continue
        act = _read(text, sentence, verb, people, acts)
        if act and not (acts and _is_inside(text, acts[-1], act)):
            acts.append(act)
    nexts = [*acts[1:], None]
    return [_cut(text, act, after, sentence) for act, after in zip(acts, nexts, strict=bool(acts))]


def _verbs(text: str, sentence: Sentence) -> list[_Verb]:
    found = [
        _Verb(*match.span(deed), deed, voice)
        for voice, pattern in _VOICES
        for match in pattern.finditer(text, sentence.start, sentence.end)
        for deed in [cast(Deed, match.lastgroup)]
    ]
    return sorted(found, key=lambda verb: (verb.start, -verb.end))


def _read(
    text: str, sentence: Sentence, verb: _Verb, people: Sequence[Person], acts: Sequence[Act]
) -> Act | None:
    if verb.voice == "passive":
        return _passive(text, sentence, verb, people, acts)
    hearer = _starting_at(people, _after_space(text, verb.end))
    if verb.voice == "participle":
        before, span = text[sentence.start : verb.start], (verb.start, verb.end)
        if not before.strip():
            return Act(verb.start, sentence.end, span, verb.deed, "participle", None, hearer)
        if acts and re.search(r"(?:,|;|\band|\bby|\bbut)\s*$", before):
            return Act(verb.start, sentence.end, span, verb.deed, "participle",
                       acts[-1].speaker, hearer, own_speaker=False)  # fmt: skip
        speaker = _speaking_with(text, verb.start, people)
        if speaker is None:
            return None
        return Act(speaker.start, sentence.end, span, verb.deed, "participle", speaker, hearer)
    speaker = _subject(text, sentence, verb.start, people)
    if speaker and speaker.kind == "bare" and _NOUN.fullmatch(text, verb.start, verb.end):
        return None
    if speaker and not (acts and acts[-1].start == speaker.start):
        return Act(speaker.start, sentence.end, (verb.start, verb.end), verb.deed, "active", speaker, hearer)
    if acts and acts[-1].voice != "participle" and _JOINED.search(text, acts[-1].verb[1], verb.start):
        if text[max(0, verb.start - 3) : verb.start].rstrip().endswith(",") and _GRAMMAR[
            "stands_aside"
        ].match(text, verb.start):
            return None
        return Act(verb.start, sentence.end, (verb.start, verb.end), verb.deed, "active",
                   acts[-1].speaker if acts[-1].voice == "active" else acts[-1].hearer, hearer,
                   own_speaker=False)  # fmt: skip
    return None


def _subject(text: str, sentence: Sentence, verb: int, people: Sequence[Person]) -> Person | None:
    """The person whose verb it is: the nearest before it that is no object of a preposition."""
    for person in reversed(people):
        if person.end > verb:
            continue
        if person.start < sentence.start:
            break
        gap = text[person.end : verb]
        before = text[sentence.start : person.start]
        if text[person.end - 2 : person.end] in ("’s", "'s"):
            continue  # "Mrs Vale's question" is no saying of hers
        if (
            person.kind == "bare"
            and before.strip()
            and not _GRAMMAR["joint"].search(before[-_LONGEST_JOINT:])
        ):
            continue
        if _GRAMMAR["not_subject"].search(before) or _is_address(text, person, people):
            continue
        if _FILLED.fullmatch(gap) or _ASIDE.fullmatch(gap):
            return person
        leads = person.start == sentence.start and person.side in ("member", "guest")
        if leads and _AFTER_FIRST.fullmatch(gap):
            return person
        if len(gap) > 220:
            break
    return None


def _speaking_with(text: str, verb: int, people: Sequence[Person]) -> Person | None:
    """Who speaks in a clause that "with" joins on: "bins were discussed, with Cllr Orme asking for a count"."""
    at = bisect_left([person.start for person in people], verb) - 1
    if at < 0 or text[people[at].end : verb].strip():
        return None
    return (
        people[at]
        if _WITH.search(text, max(0, people[at].start - _LONGEST_JOINT), people[at].start)
        else None
    )


def _is_address(text: str, person: Person, people: Sequence[Person]) -> bool:
    """Whether a bare name says where the one named before it lives or works: "Mrs Vale, Pound Lane, asked"."""
    if person.kind != "bare":
        return False
    at = bisect_left([each.start for each in people], person.start)
    return (
        at > 0 and people[at - 1].kind == "named" and text[people[at - 1].end : person.start].strip() == ","
    )


def _passive(
    text: str, sentence: Sentence, verb: _Verb, people: Sequence[Person], acts: Sequence[Act]
) -> Act | None:
    span = verb.start, verb.end
    agent = next((p for p in people if p.start > verb.end and _is_agent(text, verb.end, p)), None)
    if acts and acts[-1].voice == "active" and _JOINED.search(text, acts[-1].verb[1], verb.start):
        return Act(verb.start, sentence.end, span, verb.deed, "passive", agent, acts[-1].speaker,
                   own_speaker=False)  # fmt: skip
    subject = next(
        (p for p in reversed(people) if p.end <= verb.start and not text[p.end : verb.start].strip()), None
    )
    if subject and subject.kind != "pronoun":
        return Act(subject.start, sentence.end, span, verb.deed, "passive", agent, subject)
    start = _clause_start(text, sentence, verb.start)
    return Act(start, sentence.end, span, verb.deed, "passive", agent, None)


def _is_agent(text: str, verb: int, person: Person) -> bool:
    """Whether the person is whom the passive verb that ends at `verb` names as the doer, right behind it or, where no
    clause hangs on the verb, at the clause's end ("attention was drawn to the bins by Councillor Orme")."""
    between = text[verb : person.start]
    if _BY.fullmatch(between):
        return True
    ends = text[person.end : person.end + 1] in ("", ".", ",", ";")
    return ends and between.endswith(" by ") and not _HANGS_ON.search(between)


def _clause_start(text: str, sentence: Sentence, verb: int) -> int:
    """Where the clause of a passive verb begins: at its "it", or after the last semicolon, colon or dash."""
    if _NOUN_FIRST.search(text, max(sentence.start, verb - _LONGEST_JOINT), verb) and _GRAMMAR[
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
    return bool(_GRAMMAR["inside"].search(lead)) or not _GRAMMAR["joint"].search(lead[-_LONGEST_JOINT:])


def _cut(text: str, act: Act, following: Act | None, sentence: Sentence) -> Act:
    """The clause ends where the next act's begins, without the joint between."""
    if following is None or following.start <= act.verb[1]:
        return act
    chunk = re.sub(r"[\s,;:–—-]*(?:\b(?:and|but|then|or|by|with|to\s+which)\b[\s,]*)*(?:\b(?:also|then)\b\s*)?$", "",
                   text[act.start : following.start])  # fmt: skip
    joint = _REPLY_JOINT.search(chunk, max(0, len(chunk) - _LONGEST_JOINT))
    chunk = chunk[: joint.start()] if joint else chunk
    return replace(act, end=min(act.start + len(chunk), sentence.end))


def read_speech(
    text: str, sentences: Sequence[Sentence], people: Sequence[Person]
) -> Iterator[tuple[Act, ...]]:
    """The acts of each sentence, in the order of `sentences`."""
    starts = [person.start for person in people]
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        yield tuple(find_acts(text, sentence, people[first:last]))
