"""Measures that are the subject of a sentence: what stood at a level or moved, what is on or off its target."""

import re
from collections.abc import Iterator

from extractors.language.measure_phrase import Phrase, make_phrase
from extractors.language.measured_nouns import is_level, is_measured, parts_of
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_subjects.grammar")
_NAMES = grammar("measure_phrases.grammar")
_AUXILIARY = _NAMES["auxiliary"].pattern
_REACH = 120
"""Characters before a verb in which its subject begins."""
_CLAUSE = re.compile(
    rf"\b(?:{_NAMES['speaker'].pattern}|that|which|who|whose|why|how|whether|{_AUXILIARY})\b", re.IGNORECASE
)
_LONGEST = 8
"""Words of a subject that is a name."""


def read_stood(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Membership stood at 340": the subject of what has a level or moved, with its number, known or not."""
    for match in _GRAMMAR["stood"].finditer(text, start, end):
        subject = subject_before(text, start, match.start() + 1)
        if subject and not _GRAMMAR["no_subject"].search(text, *subject):
            yield from _subject(text, *subject, "stood", registry)


def read_judged(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Room hire is under budget": the subject of what is on or off its target."""
    for match in _GRAMMAR["judged"].finditer(text, start, end):
        if subject := subject_before(text, start, match.start()):
            yield from _subject(text, *subject, "judged", registry)


def read_placed(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "The relet period was 25 days", "evictions met the target": of what is measured in itself, more verbs."""
    for rule in ("valued", "came", "outcome"):
        for match in _GRAMMAR[rule].finditer(text, start, end):
            verb = match.start() + (text[match.start()] == " ")
            subject = subject_before(text, start, verb)
            name = text[slice(*subject)] if subject else ""
            if subject and (is_measured(name) or is_measured(name, "level")):
                yield from _subject(text, *subject, "placed", registry)


def read_valued(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "a waiting list of 60", "hold times of two minutes": a level with its value."""
    for match in _GRAMMAR["valued_of"].finditer(text, start, end):
        low = max(start, match.start() - _REACH)
        phrase = _GRAMMAR["phrase"].search(text[low : match.start()])
        if phrase and is_level(phrase["name"]) and not _GRAMMAR["no_subject"].search(phrase["name"]):
            begin = low + phrase.start("name")
            yield from make_phrase(text, begin, match.start(), begin, "valued", registry, must_know=False)


def read_labelled(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Families in hotels: the numbers remained stable": what a point begins with and goes on about."""
    label = _GRAMMAR["labelled"].match(text, start, end)
    if label and is_measured(label["name"]):
        begin, stop = label.span("name")
        yield from make_phrase(text, begin, stop, begin, "labelled", registry, must_know=False)


def subject_before(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where the subject of the verb at `stop` stands: the longest stretch before it, back to `start` at most, that
    begins a clause and has no verb of its own; of "which" what it stands for, where that is measured."""
    window = text[max(start, stop - _REACH) : stop]
    low = stop - len(window)
    for opener in _GRAMMAR["subject_opens"].finditer(window):
        subject = _GRAMMAR["subject"].fullmatch(window, opener.end())
        if subject and not _CLAUSE.search(subject["name"]):
            return low + subject.start("name"), low + subject.end("name")
    which = _GRAMMAR["which"].search(window)
    antecedent = _antecedent(window[: which.start()]) if which else None
    return (low + antecedent[0], low + antecedent[1]) if antecedent else None


def _antecedent(before: str) -> tuple[int, int] | None:
    """The noun phrase at the end of `before`, where it or what it belongs to is measured: "turnover in nursing"."""
    phrase = _GRAMMAR["phrase"].search(before)
    begin = phrase.start("name") if phrase else len(before)
    found = begin if phrase and is_measured(phrase["name"]) else None
    governs = _GRAMMAR["governs"].search(before[:begin])
    whole = _GRAMMAR["phrase"].search(before[: governs.start()]) if governs else None
    if whole and is_measured(whole["name"]):
        found = whole.start("name")
    return None if found is None else (found, len(before))


def _subject(text: str, start: int, stop: int, rule: str, registry: Registry) -> Iterator[Phrase]:
    """The subject at `text[start:stop]` without its article, unless it speaks of measures in general."""
    lead = _GRAMMAR["lead_in"].match(text, start, stop)
    begin = lead.end() if lead else start
    if value := _GRAMMAR["value_behind"].search(text[begin:stop]):
        stop = begin + value.start()
    if _GRAMMAR["bare_money"].fullmatch(text, begin, stop) or _GRAMMAR["bare_subject"].fullmatch(
        text, begin, stop
    ):
        return
    if len(text[begin:stop].split()) > _LONGEST:
        return
    if performance := _GRAMMAR["performance_in"].match(text, begin, stop):
        single = len(text[performance.end() : stop].split()) == 1
        yield from make_phrase(
            text,
            begin if single else performance.end(),
            stop,
            performance.end(),
            rule,
            registry,
            must_know=False,
        )
        return
    if not _NAMES["of_measures"].search(text, begin, stop):
        for first, last in parts_of(text, begin, stop):
            yield from make_phrase(text, first, last, first, rule, registry, must_know=False)
