"""What a text is about: its telling words, and how much each tells."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from extractors.language.stems import stems
from extractors.vocabulary import grammar, words

_ABOUT = grammar("follow_ups.grammar")["about"]
_DEED_WORDS = frozenset(words("follow_up_deed_words.txt"))
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def terms(text: str) -> frozenset[str]:
    """The stems of `text` that say what it is about: without numbers, and without words of promising and meeting."""
    found = stems(text.replace("-", " "), 0, len(text))
    # "close" and "closed" are one word: the e is taken off what `stems` leaves with it.
    return frozenset(stem.rstrip("e") for stem in found if stem not in _DEED_WORDS and not stem[0].isdigit())


def terms_as_printed(wanted: Iterable[str], text: str) -> list[str]:
    """The words of `text` whose stems are wanted, each stem once, for people to read."""
    left, found = set(wanted), []
    for match in _WORD.finditer(text.replace("-", " ")):
        if told := terms(match.group()) & left:
            left -= told
            found.append(match.group().removesuffix("’s"))
    return found


@lru_cache(maxsize=1 << 16)
def is_plain(word: str) -> bool:
    """Whether a lower-case word tells nothing of what a text is about."""
    return not terms(word)


def speaks_of_another(promise: str, said: str) -> bool:
    """Whether `said` has another word before a word of `promise` where that had a telling one: a "cricket hut" is no
    "scout hut", nor "northern area figures" those of the southern area."""
    about, other = _about(promise), _about(said)
    if about and other and not about & terms(said) and not other & terms(promise):
        return True
    ours, theirs = _told_before(promise), _told_before(said)
    own, theirs_all = terms(promise), terms(said)
    return any(
        not (firsts & theirs[head]) and not (firsts & theirs_all) and not (theirs[head] & own)
        for head, firsts in ours.items()
        if theirs.get(head)
    )


@lru_cache(maxsize=4096)
def _about(text: str) -> frozenset[str]:
    """The first telling word behind each "about", "on" and "for" of the text: what a note or letter is about."""
    firsts = (next(filter(None, map(terms, match.group(1).split())), None) for match in _ABOUT.finditer(text))
    return frozenset(stem for first in firsts if first for stem in first)


@lru_cache(maxsize=4096)
def _told_before(text: str) -> dict[str, set[str]]:
    """For each telling word the telling words that stand right before it."""
    found: dict[str, set[str]] = {}
    words_ = [(match.start(), terms(match.group())) for match in _WORD.finditer(text)]
    for (at, first), (then, second) in pairwise(words_):
        if first and second and text[at:then].strip().isalpha():
            found.setdefault(next(iter(second)), set()).update(first)
    return found


class Weights:
    """How much a stem tells, 0 to 1, by how few of the passages hold it; one never seen tells most."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        counts: Counter[str] = Counter()
        self._total = 1
        for each in texts:
            counts.update(each)
            self._total += 1
        most = math.log(1 + self._total)
        self._weights = {
            stem: math.log(1 + self._total / (1 + count)) / most for stem, count in counts.items()
        }

    def __getitem__(self, stem: str) -> float:
        return self._weights.get(stem, 1.0)

    def of(self, stems_: Iterable[str]) -> float:
        """The weight of all of them together."""
        return sum(self[stem] for stem in stems_)
