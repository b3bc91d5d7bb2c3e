"""Which words say the same."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from extractors.language.roots import root as stem
from extractors.vocabulary import words

_MADE_OF = re.compile(r"(?<=\w{5})(?:ison|ari|anc|enc|ant|ent|ist|ian|or|er|ag)$")
"""What makes an agent or a state of a word, which the stemmer leaves: "prosecutor", "attendance", "comparison"."""


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """What a word's forms, and the words made of it, have in common: "recruit" of "recruiter", too."""
    return _MADE_OF.sub("", stem(word))


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
