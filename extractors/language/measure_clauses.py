"""Measures told as a clause or in a list: "complaints not answered in time", "KPIs off target (voids, bins)"."""

import re
from collections.abc import Iterator

from extractors.language.measure_phrase import Phrase, make_phrase
from extractors.language.measure_words import slug
from extractors.language.name_ends import end_of_name
from extractors.language.registry import Registry
from extractors.language.target_context import find_aims
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_clauses.grammar")
_MOST_WORDS = 9
"""Words of an item of a list of names; what is longer is a sentence."""
_ARTICLE = re.compile(r"\s*(?:(?:and|the|our|overall|total)\s+)*", re.IGNORECASE)


def read_timed(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "enquiries 94% had been responded to in time": what was done, and whether in time."""
    if not _GRAMMAR["in_time"].search(text, start, end):
        return
    for match in _GRAMMAR["timed"].finditer(text, start, end):
        yield from make_phrase(text, *match.span(), match.start(), "timed", registry, must_know=False)


def read_done(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "had collected 98.1% of council tax", "the overspend of £2,140 on verges": to the end of what is named."""
    for rule in ("done", "variance"):
        for match in _GRAMMAR[rule].finditer(text, start, end):
            stop = end_of_name(text, match.end(), end)
            if stop - match.end() > 3:
                yield from make_phrase(
                    text, match.start(), stop, match.start(), rule, registry, must_know=False
                )


def read_balance(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "a year to date deficit of £18,000"."""
    for match in _GRAMMAR["balance"].finditer(text, start, end):
        yield from make_phrase(text, *match.span(), match.start(), "balance", registry, must_know=False)


def read_state(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Council homes stood empty": what is in a state that somebody counts."""
    if not _GRAMMAR["left"].search(text, start, end):
        return
    for match in _GRAMMAR["state"].finditer(text, start, end):
        yield from make_phrase(text, *match.span(), match.start(), "state", registry, must_know=False)


def read_aimed(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "a target to reach all fires within ten minutes": the deed in its time."""
    for match in find_aims(text, start, end):
        begin, stop = match.span("deed")
        made = slug(text[begin:stop])[:80].rstrip("-")
        known = registry.resolve(text[begin:stop])
        yield Phrase(begin, stop, known.id if known else made, "measure.aimed", known is not None)


def read_listed(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "three indicators were red: fly-tipping, voids and missed bins": each name of the list."""
    for match in _GRAMMAR["listing"].finditer(text, start, end):
        stop = text.find(")", match.end(), end) if match["open"].endswith("(") else end
        for begin, last in _items(text, match.end(), stop if stop > 0 else end):
            yield from make_phrase(text, begin, last, begin, "listed", registry, must_know=False)


def _items(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The names of the list `text[start:stop]`: between semicolons where it has some, else commas and "and"."""
    marks = ";" if ";" in text[start:stop] else r",\s(?:and\s)?|\sand\s"
    at = start
    for mark in [*re.finditer(marks, text[start:stop]), None]:
        last = start + mark.start() if mark else stop
        article = _ARTICLE.match(text, at, last)
        begin = article.end() if article else at
        words = text[begin:last].rstrip(" .")
        if 1 <= len(words.split()) <= _MOST_WORDS * (1 + (marks == ";")) and not _GRAMMAR[
            "no_item"
        ].fullmatch(words):
            yield begin, begin + len(words)
        at = start + mark.end() if mark else stop
