"""Which words say the same."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from extractors.language.roots import root
from extractors.vocabulary import words


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
