"""Measures that are the subject of a sentence: what stood at a level or moved, what is on or off its target."""

import re
from collections.abc import Iterator

from extractors.language.measure_phrase import Phrase, make_phrase
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_phrases.grammar")
_AUXILIARY = _GRAMMAR["auxiliary"].pattern
_REACH = 120
"""Characters before a verb in which its subject begins."""
_CLAUSE = re.compile(
    rf"\b(?:{_GRAMMAR['speaker'].pattern}|that|which|who|whose|{_AUXILIARY})\b", re.IGNORECASE
)


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


def subject_before(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where the subject of the verb at `stop` stands: the longest stretch before it, back to `start` at most, that
    begins a clause and has no verb of its own."""
    window = text[max(start, stop - _REACH) : stop]
    low = stop - len(window)
    for opener in _GRAMMAR["subject_opens"].finditer(window):
        subject = _GRAMMAR["subject"].fullmatch(window, opener.end())
        if subject and not _CLAUSE.search(subject["name"]):
            return low + subject.start("name"), low + subject.end("name")
    return None


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
