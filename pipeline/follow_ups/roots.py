"""Words without their endings, and which of them say the same."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from extractors.vocabulary import words

_POSSESSIVE = re.compile(r"[’']s?$")
_PLURALS = (
    ("sses", "ss"), ("buses", "bus"), ("xis", "xi"), ("kis", "ki"), ("ies", "y"), ("ches", "ch"),
    ("shes", "sh"), ("xes", "x"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip
_FORM = re.compile(r"(?<!e)(?:ed|ing)$")
_ENDING = re.compile(
    r"(?:i[sz]ations?|ations?|itions?|ments?|ings?|edly|iness|ness|ances?|ences?|ancy|ency|ively|ives?|ity|ically|ical"
    r"|ally|al|ly|ions?|ers?|ors?|able|ible|i[sz]e?|ism|ists?|ory|ary|age|ures?|ates?|at|e)$"
)
_VOWEL = re.compile("[aeiouy]")
_LACKS_E = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
_SHORTEST = 4
"""Letters that a root keeps, where an ending makes another word of it."""


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """What a word's forms, and the words made of it, have in common: "recruit" of "recruitment" and "recruiting"."""
    found = _of_form(_singular(_POSSESSIVE.sub("", word.lower())))
    while (match := _ENDING.search(found)) and match.start() >= _SHORTEST:
        found = found[: match.start()]
    found = _undoubled(found)
    return found[:-1] + "i" if re.search(r"[^aeiou]y$", found) else found


def _singular(word: str) -> str:
    if len(word) < _SHORTEST:
        return word
    return next((word[: -len(end)] + instead for end, instead in _PLURALS if word.endswith(end)), word)


def _of_form(word: str) -> str:
    """Without "ed" or "ing", and with the e that they took: "hire" of "hiring"."""
    match = _FORM.search(word)
    if match is None or match.start() < 3 or not _VOWEL.search(word, 0, match.start()):
        return word
    left = word[: match.start()]
    return f"{left}e" if len(left) == 3 and _LACKS_E.fullmatch(left) else left


def _undoubled(word: str) -> str:
    twice = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousz"
    return word[:-1] if twice and (word[-1] != "l" or len(word) > 5) else word


@cache
def _partners() -> dict[str, frozenset[str]]:
    return _alike("same_words.txt")


@cache
def same_deeds() -> dict[str, frozenset[str]]:
    """For each root of a deed those of the deeds that may be told for it, itself among them."""
    return {each: others | {each} for each, others in _alike("same_deeds.txt").items()}


def _alike(name: str) -> dict[str, frozenset[str]]:
    """For each root in the lines of a word file the others of its lines."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in words(name):
        same = {root(word) for word in line.split()}
        for each in same:
            found[each] |= same - {each}
    return {each: frozenset(others) for each, others in found.items()}


def partners(root_: str) -> frozenset[str]:
    """The roots that may be written for this one."""
    return _partners().get(root_, frozenset())


def with_partners(roots: Iterable[str]) -> frozenset[str]:
    """The roots and all that may be written for them."""
    return frozenset(each for one in roots for each in (one, *partners(one)))
