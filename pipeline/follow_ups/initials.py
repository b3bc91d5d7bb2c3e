"""One text may give in initials what another spells out: "the CPS" for the Crown Prosecution Service."""

import re
from collections.abc import Mapping
from functools import lru_cache

from pipeline.follow_ups.roots import root
from pipeline.follow_ups.subjects import topics

_SPELT = re.compile(r"\b(?!The\b)[A-Z][\w’']+(?:[ -](?:(?:of|and|the|for|to|in) )*[A-Z][\w’']+){1,5}")
_CAPITAL = re.compile(r"\b[A-Z](?=[\w’'])")
_INITIALS = re.compile(r"\b[A-Z]{2,6}\b")


def said_shortly(promised: str, said: str) -> frozenset[str]:
    """The roots of the promise which the other text says in initials, or as the words behind the promise's initials."""
    ours, theirs = _spelt(promised), _spelt(said)
    short, long = _initials(said) & ours.keys(), _initials(promised) & theirs.keys()
    return frozenset(each for letters in short for each in ours[letters]) | {
        root(letters) for letters in long
    }


@lru_cache(maxsize=1 << 13)
def _spelt(text: str) -> Mapping[str, frozenset[str]]:
    """The roots of each name of several words, by its initials."""
    names = (match.group() for match in _SPELT.finditer(text))
    return {"".join(_CAPITAL.findall(each)): topics(each) for each in names}


@lru_cache(maxsize=1 << 13)
def _initials(text: str) -> frozenset[str]:
    return frozenset(_INITIALS.findall(text))
