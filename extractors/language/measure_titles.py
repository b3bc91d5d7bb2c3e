"""Known measures by name: where a text has the words of a registered name, in any order, close together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.language.measure_words import Terms, read_terms
from extractors.language.registered import Alias
from extractors.language.registry import Registry

_TURNS = re.compile(r"\s(?:of|to|in|at|for|by|per)\s(?:the\s|our\s|an?\s)?")
"""What stands between the two words of a name that is turned round: "visits to the libraries"."""
_LEVEL = re.compile(r"\d\s?%|\bper cent\b|\btargets?\b(?! (?:group|audience|area|date))", re.IGNORECASE)
"""Where a level or a target is told, a name counts that elsewhere may be a mere topic's."""
_LINKS = re.compile(r"\b(?:and|or)\b")
"""Parts two names: in "above target and repairs completed" no name is turned round that has no such word."""
_SHORT = 5
"""Names of up to so many terms must be there whole; of longer ones a few words may be missing or other."""
_COVER = 0.8
"""The share of a long name's weight that must be there."""
_LISTS = 6
"""Names of more terms may have a comma in the text that they have not in the registry."""
_GAP = 45
"""Characters that may stand between two neighbouring terms of a name: small words only, never a sentence end."""


@dataclass(frozen=True, slots=True)
class Title:
    """`text[start:end]` is a name of the measure `id`."""

    start: int
    end: int
    id: str
    terms: int
    """How many terms stand in it: the more, the surer."""
    in_order: bool


def find_titles(text: str, start: int, end: int, registry: Registry) -> list[Title]:
    """The names of known measures in the sentence `text[start:end]`, the longest of overlapping ones."""
    terms = read_terms(text, start, end)
    found = sorted(
        _matches(text, terms, registry),
        key=lambda title: (-title.terms, not title.in_order, -title.start, title.end),
    )
    kept: list[Title] = []
    for title in found:
        if all(title.end <= other.start or other.end <= title.start for other in kept):
            kept.append(title)
    return sorted(kept, key=lambda title: title.start)


def _matches(text: str, terms: Terms, registry: Registry) -> Iterator[Title]:
    present = set(terms.words)
    level = _LEVEL.search(text, terms.starts[0], terms.ends[-1] + 40) if terms.words else None
    names = registry.told_of if level else registry.standing_alone
    for at, word in enumerate(terms.words):
        for alias in names.get(word, ()):
            short = len(alias.terms) <= _SHORT
            if short and not present.issuperset(alias.terms):
                continue
            for window in _short(terms, at, alias) if short else _long(terms, at, alias, registry):
                if _joined(text, terms, window, alias):
                    yield Title(
                        terms.starts[window[0]],
                        max(terms.ends[i] for i in window),
                        alias.id,
                        len(alias.terms),
                        terms.words[window[0] : window[-1] + 1] == alias.terms,
                    )


def _short(terms: Terms, at: int, alias: Alias) -> Iterator[range]:
    """The windows of exactly the name's terms, in any order, that hold term `at`."""
    size = len(alias.terms)
    if size == 1:
        yield range(at, at + 1)
        return
    for first in range(max(0, at - size + 1), min(at, len(terms.words) - size) + 1):
        if tuple(sorted(terms.words[first : first + size])) == alias.key:
            yield range(first, first + size)


def _long(terms: Terms, at: int, alias: Alias, registry: Registry) -> Iterator[range]:
    """The window around term `at` that has most of the name's weight, as narrow as that can be."""
    size = len(alias.terms)
    low, high = max(0, at - size - 1), min(len(terms.words), at + size + 2)
    wanted = set(alias.terms)
    if ("not" in wanted) != ("not" in terms.words[low:high]):
        return
    places = [i for i in range(low, high) if terms.words[i] in wanted]
    there = {terms.words[i] for i in places}
    weigh = registry.weights
    if len(there) < _SHORT or sum(weigh[t] for t in there) < _COVER * sum(weigh[t] for t in wanted):
        return
    while terms.words[places[-1]] in {terms.words[i] for i in places[:-1]}:
        places.pop()
    while terms.words[places[0]] in {terms.words[i] for i in places[1:]}:
        places.pop(0)
    yield range(places[0], places[-1] + 1)


def _joined(text: str, terms: Terms, window: range, alias: Alias) -> bool:
    """Whether only small words part the terms of the window; a comma only where the name has one."""
    marks = ";:|–—\n" if "," in alias.text or len(alias.terms) > _LISTS else ",;:|–—(\n"
    turned = terms.words[window[0] : window[-1] + 1] != alias.terms and len(alias.terms) <= _SHORT
    for i in window[:-1]:
        gap = text[terms.ends[i] : terms.starts[i + 1]]
        if turned and len(alias.terms) == 2 and not _TURNS.fullmatch(gap):
            return False
        if turned and _LINKS.search(gap) and not _LINKS.search(alias.text):
            return False
        if len(gap) > _GAP or ". " in gap or " be " in gap or any(mark in gap for mark in marks):
            return False
    return True
