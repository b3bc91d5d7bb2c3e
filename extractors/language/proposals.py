"""What is asked for or suggested, as undertakings: where the deed stands in it, and who is to do it."""

import re
from collections.abc import Iterator

from extractors.language.deeds import first_deed
from extractors.language.subjects import Subject
from extractors.language.undertaken import Commitment, Told, Undertaking
from extractors.vocabulary import grammar

_GRAMMAR = grammar("actions.grammar")
_JOINED = re.compile(r"(?:\band|,|\bbut|\bthen|\bby|\bwith)\s*(?:\w+ly\s*|also\s*|then\s*)?$", re.IGNORECASE)
_AND = re.compile(r"(?:\band|,|\bbut)\s+(?:\w+ly\s+|also\s+|then\s+)?$")

_MET = re.compile(r",?\s(?:which|and (?:this|these|it|they)) (?:would|will)\b", re.IGNORECASE)
"""Where, behind what is asked for, its being done is promised at once."""


def propose(told: Told, start: int, content: int, commitment: Commitment, rule: str) -> Iterator[Undertaking]:
    """One for each "that" from `content` on: "asked that a note be sent and that officers visit"."""
    joints = list(_GRAMMAR["and_that"].finditer(told.text, content, told.end))
    for joint in joints:
        yield _proposal(told, joint.start("that"), joint.end(), told.end, commitment, rule)
    met = _MET.search(told.text, content, told.end)
    stop = min([each.start() for each in (*joints, met) if each], default=told.end)
    yield _proposal(told, start, content, stop, commitment, rule)


def speaker_before(told: Told, at: int) -> Subject | None:
    """Who speaks on at `at`, in "praised the work and requested that it be shared"."""
    acts = [act for act in told.acts if act.verb[0] <= at < act.end and act.speaker]
    if not acts:
        return _opener(told, at)
    if acts[-1].verb[0] == at:
        return Subject(acts[-1].start, acts[-1].start, acts[-1].speaker, True)
    joined = _JOINED.search(told.text, acts[-1].verb[1], at)
    return Subject(at, at, acts[-1].speaker, True) if joined else None


def _opener(told: Told, at: int) -> Subject | None:
    """Whoever the sentence begins with, in "Councillor Orme was alarmed by this and asked for it to be stopped"."""
    before = [person for person in told.people if person.end <= at]
    if (
        len(before) != 1
        or before[0].start - told.start > 4
        or before[0].kind not in ("named", "office", "group")
    ):
        return None
    if not _AND.search(told.text, before[0].end, at):
        return None
    return Subject(before[0].start, before[0].start, before[0], True)


def after_space(text: str, at: int) -> int:
    """The first offset from `at` on that holds no white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _proposal(
    told: Told, start: int, content: int, stop: int, commitment: Commitment, rule: str
) -> Undertaking:
    """What is proposed from `content` on; its deed stands before `stop`, where another thing is told."""
    verb = first_deed(told.text, content, stop)
    return Undertaking(start, told.end, verb, commitment, rule, _owner(told, content, verb))


def _source(told: Told, content: int) -> str | None:
    """Whom something said or written is asked of: "requested a report from the Director"."""
    said = _GRAMMAR["said_thing"].search(told.text, content, told.end)
    if said is None:
        return None
    source = next((p for p in told.people if p.start == said.end() and p.side != "guest"), None)
    return source.words(told.text) if source and source.kind != "pronoun" else None


def _owner(told: Told, content: int, verb: int) -> str | None:
    """Who is to do it: whoever the clause begins with ("that officers bring"), unless it is done to them."""
    begin = after_space(told.text, content)
    doer = next((p for p in told.people if p.start == begin and p.end <= verb and p.kind != "pronoun"), None)
    if doer is None:
        return _source(told, content)
    passive = re.search(r"\b(?:be|is|are|been)\b", told.text[doer.end : verb])
    asked = re.match(r"(?:asked|requested|invited|encouraged|urged)\b", told.text[verb : verb + 12])
    return None if passive and not asked else doer.words(told.text)
