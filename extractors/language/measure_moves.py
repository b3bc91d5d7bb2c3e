"""Measures known by what is said of them, without a number: what rose or fell, took longer, is told of a term."""

import re
from collections.abc import Iterator

from extractors.language.counting import is_plural
from extractors.language.measure_phrase import Phrase, make_phrase
from extractors.language.measure_subjects import subject_before
from extractors.language.measured_nouns import Said, head_of, is_measured, is_no_measure, parts_of
from extractors.language.name_ends import end_of_name
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_moves.grammar")
_VERBS: tuple[Said, ...] = ("moved", "level")
_LONGEST = 8
"""Words of a subject that is a name."""
_ARTICLE = re.compile(
    r"(?:(?:(?:between|in|during|since|over|by|for|from)\s(?:[\w’']+\s){0,3}?(?:19|20)\d\d(?:/\d\d)?(?:\sand\s(?:19|20)\d\d)?|and|but|also|while|whilst|the|overall|our|its|both|that|reported)\s)*",
    re.IGNORECASE,
)


def read_risen(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "hall bookings were up", "childhood obesity was rising", "turnaround times had improved"."""
    for verb in _VERBS:
        for match in _GRAMMAR[verb].finditer(text, start, end):
            for begin, stop in parts_of(text, *_subject(text, start, match.start() + 1), verb):
                if begin < stop and is_measured(text[begin:stop], verb):
                    yield from make_phrase(text, begin, stop, begin, "risen", registry, must_know=False)


def read_paced(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "health checks were taking longer", "all patients had their reviews on time"."""
    for match in _GRAMMAR["paced"].finditer(text, start, end):
        begin, stop = _subject(text, start, match.start() + 1)
        head = head_of(text[begin:stop])
        if begin < stop and is_plural(head) and not is_no_measure(head):
            yield from make_phrase(text, begin, match.end(), begin, "paced", registry, must_know=False)
    for match in _GRAMMAR["on_time"].finditer(text, start, end):
        yield from make_phrase(text, *match.span(), match.start(), "paced", registry, must_know=False)


def read_dated(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "attendance this term", "the number on roll"."""
    for rule in ("dated", "fixed"):
        for match in _GRAMMAR[rule].finditer(text, start, end):
            yield from make_phrase(text, *match.span(), match.start("name"), rule, registry, must_know=False)


def read_performing(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "performance in terms of handling calls"."""
    for match in _GRAMMAR["performing"].finditer(text, start, end):
        stop = end_of_name(text, match.end(), end)
        if len(text[match.end() : stop].split()) > 1:
            yield from make_phrase(
                text, match.end(), stop, match.end(), "performing", registry, must_know=False
            )


def _subject(text: str, start: int, stop: int) -> tuple[int, int]:
    """Where the subject of the verb behind `stop` stands, without its article; empty where it is a clause."""
    begin, last = subject_before(text, start, stop) or (stop, stop)
    article = _ARTICLE.match(text, begin, last)
    begin = article.end() if article else begin
    return (begin, last) if len(text[begin:last].split()) <= _LONGEST else (stop, stop)
