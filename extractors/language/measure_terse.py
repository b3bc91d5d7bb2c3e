"""Measures in minutes that leave the verb out: "Reading 78%, Writing 70%", "6 fixed penalties issued"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.language.measure_phrase import Phrase, make_phrase
from extractors.language.measured_nouns import is_measured
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_terse.grammar")
_NAMES = grammar("measure_phrases.grammar")


def read_terse(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "average wait 7 minutes": a name with its value behind it, where it is a level or one of several such."""
    found = list(_GRAMMAR["valued"].finditer(text, start, end))
    listed = _listed(text, found)
    for match in found:
        if _NAMES["of_measures"].search(match["name"]):
            continue
        if match in listed or is_measured(match["name"]) or _GRAMMAR["level"].fullmatch(match["name"]):
            begin, stop = match.span("name")
            yield from make_phrase(text, begin, stop, begin, "terse", registry, must_know=False)
    for match in _GRAMMAR["fixed"].finditer(text, start, end):
        yield from make_phrase(text, *match.span(), match.start(), "terse", registry, must_know=False)


def read_told_of(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "14,208 vehicles recorded": so many, and what was done to them."""
    for match in _GRAMMAR["told_of"].finditer(text, start, end):
        if _GRAMMAR["sampled"].search(text, start, match.start()):
            continue
        begin, stop = match.span("name")
        yield from make_phrase(text, begin, stop, begin, "told-of", registry, must_know=False)


def read_deeds(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "had carried out 1,312 patrols": what somebody did, so many times."""
    for match in _GRAMMAR["deed_of"].finditer(text, start, end):
        begin, stop = match.span("name")
        if is_measured(match["name"]):
            yield from make_phrase(text, begin, stop, begin, "deeds", registry, must_know=False)


def _listed(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Those that stand in a row with another one: of "Maths 81%, combined 67%" both."""
    row: list[re.Match[str]] = []
    for one, other in pairwise(found):
        if _GRAMMAR["joins"].fullmatch(text, one.end(), other.start()):
            row += [one, other]
    return row
