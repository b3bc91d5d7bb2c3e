"""Measures that are the subject of a sentence: what stood at a level or moved, what is on or off its target."""

import re
from collections.abc import Iterator

from extractors.language.measure_phrase import Phrase, make_phrase
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_phrases.grammar")
_AUXILIARY = _GRAMMAR["auxiliary"].pattern
_CLAUSE = re.compile(rf"\b(?:{_GRAMMAR['speaker'].pattern}|that|which|{_AUXILIARY})\b", re.IGNORECASE)


def read_stood(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Membership stood at 340": the subject of what has a level or moved, with its number, known or not."""
    for match in _GRAMMAR["stood"].finditer(text, start, end):
        window = text[max(start, match.start() - 120) : match.start() + 1]
        subject = _GRAMMAR["subject"].search(window)
        if not subject or _CLAUSE.search(subject["name"]) or _GRAMMAR["no_subject"].search(subject["name"]):
            continue
        offset = match.start() + 1 - len(window)
        yield from _subject(
            text, offset + subject.start("name"), offset + subject.end("name"), "stood", registry
        )


def read_judged(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Room hire is under budget": the subject of what is on or off its target."""
    for match in _GRAMMAR["judged"].finditer(text, start, end):
        window = text[max(start, match.start() - 120) : match.start()]
        subject = _GRAMMAR["subject"].search(window)
        if not subject or _CLAUSE.search(subject["name"]):
            continue
        offset = match.start() - len(window)
        yield from _subject(
            text, offset + subject.start("name"), offset + subject.end("name"), "judged", registry
        )


def _subject(text: str, start: int, stop: int, rule: str, registry: Registry) -> Iterator[Phrase]:
    """The subject at `text[start:stop]` without its article, unless it speaks of measures in general."""
    article = re.match(
        r"(?:(?:and|but|also|while|whilst|the|overall|our) )*", text[start:stop], re.IGNORECASE
    )
    begin = start + (article.end() if article else 0)
    if _GRAMMAR["bare_money"].fullmatch(text, begin, stop):
        return
    if not _GRAMMAR["of_measures"].search(text, begin, stop) and len(text[begin:stop].split()) <= 8:
        yield from make_phrase(text, begin, stop, begin, rule, registry, must_know=False)
