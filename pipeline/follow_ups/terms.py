"""What a text is about: its telling words, and how much each tells."""

import math
from collections import Counter
from collections.abc import Iterable

from extractors.language.pairing import stems
from extractors.vocabulary import words

_DEED_WORDS = frozenset(words("follow_up_deed_words.txt"))


def terms(text: str) -> frozenset[str]:
    """The stems of `text` that say what it is about: without numbers, and without words of promising and meeting."""
    return frozenset(
        stem for stem in stems(text, 0, len(text)) if stem not in _DEED_WORDS and not stem[0].isdigit()
    )


class Weights:
    """How much a stem tells, 0 to 1, by how few of the passages hold it; one never seen tells most."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        counts: Counter[str] = Counter()
        self._total = 1
        for each in texts:
            counts.update(each)
            self._total += 1
        self._counts = counts

    def __getitem__(self, stem: str) -> float:
        return math.log(1 + self._total / (1 + self._counts[stem])) / math.log(1 + self._total)

    def of(self, stems_: Iterable[str]) -> float:
        """The weight of all of them together."""
        return sum(self[stem] for stem in stems_)
