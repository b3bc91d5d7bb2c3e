"""The words of a text that carry meaning, without their endings: what two texts may have in common."""

import re
from functools import lru_cache

from extractors.vocabulary import words

_STOP = frozenset(words("plain_words.txt"))
_TELLING = re.compile(r"[A-Za-z€£%][\w’'-]{2,}|\d[\d,.]*\d|\d\d+")
_ENDING = re.compile(r"(?:[’']s|s|es|ed|ing|ion|ions|al|ly|ment|ments)$")


def stems(text: str, start: int, end: int) -> frozenset[str]:
    """The words of `text[start:end]` that carry meaning, without their endings; names of speakers weigh nothing."""
    found = map(str.lower, _TELLING.findall(text, start, end))
    return frozenset(_stem(word) for word in found if word not in _STOP)


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """Without its ending; remembered, as minutes repeat their words."""
    return _ENDING.sub("", word)
