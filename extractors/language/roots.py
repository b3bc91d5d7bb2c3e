"""Words without their endings."""

import re
from functools import lru_cache

import snowballstemmer

_POSSESSIVE = re.compile(r"[’']s?$")
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """What a word's forms, and the words made of it, have in common: "recruit" of "recruitment" and "recruiting"."""
    return str(_STEMMER.stemWord(_POSSESSIVE.sub("", word.lower())))
