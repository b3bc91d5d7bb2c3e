"""What a text speaks of: its telling words as roots, the phrases they stand in, its names and numbers.

All offsets are those of the text given; everything is remembered, as many promises are held against one passage.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from extractors.language.roots import root as stem
from extractors.vocabulary import grammar, words
from pipeline.follow_ups.roots import partners, root
from pipeline.follow_ups.terms import is_plain

_GRAMMAR = grammar("follow_up_subjects.grammar")
_WORD = re.compile(r"[^\W\d_][\w’']*")
_APART = re.compile(r"(?:[’']s?)?[\s-]+")
_SHORTEST = 3
_MANY = 1 << 15
_NEAR = 25
"""Characters from "about" to what it is about."""

Phrase = tuple[str, ...]
"""The roots of telling words that stand side by side, in their order: the last is what it is, the others which."""


@lru_cache(maxsize=_MANY)
def telling_words(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, root) of each word that says what `text` is about."""
    return tuple(_telling_words(text))


def _telling_words(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if len(word) >= _SHORTEST and not is_plain(word) and stem(word) not in _passed_over():
            yield match.start(), match.end(), root(word)


@cache
def _passed_over() -> frozenset[str]:
    """Stems, as who does a deed is none: a visitor is no visit."""
    deeds = (word for line in words("same_deeds.txt") for word in line.split())
    return frozenset(map(stem, (*words("follow_up_plain_words.txt"), *deeds)))


@lru_cache(maxsize=_MANY)
def topics(text: str) -> frozenset[str]:
    """The roots of its telling words."""
    return frozenset(each for _, _, each in telling_words(text))


@lru_cache(maxsize=_MANY)
def every_root(text: str) -> frozenset[str]:
    """The roots of all its words, deeds and papers among them."""
    return frozenset(root(match.group()) for match in _WORD.finditer(text))


@lru_cache(maxsize=_MANY)
def phrases(text: str) -> tuple[tuple[int, int, Phrase], ...]:
    """(start, end, roots) of each run of telling words."""
    found: list[tuple[int, int, Phrase]] = []
    for start, end, each in telling_words(text):
        if found and _APART.fullmatch(text, found[-1][1], start):
            found[-1] = (found[-1][0], end, (*found[-1][2], each))
        else:
            found.append((start, end, (each,)))
    return tuple(found)


class Slot(NamedTuple):
    """What follows "about", "of", "for" and their like: the word ("about" for all that mean it), what stands right
    before it, and the phrase behind it."""

    word: str
    head: str | None
    phrase: Phrase


@lru_cache(maxsize=_MANY)
def slots(text: str) -> tuple[Slot, ...]:
    """The slots of a text, in their order."""
    found = []
    for match in _GRAMMAR["slot"].finditer(text):
        after = next((each for each in phrases(text) if each[0] >= match.end()), None)
        before = next((each for each in reversed(phrases(text)) if each[1] <= match.start()), None)
        if after and after[0] - match.end() < _NEAR:
            about = _GRAMMAR["about_slot"].fullmatch(match.group())
            near = before is not None and not text[before[1] : match.start()].strip()
            found.append(
                Slot(
                    "about" if about else match.group().lower(),
                    before[2][-1] if before and near else None,
                    after[2],
                )
            )
    return tuple(found)


@lru_cache(maxsize=_MANY)
def people(text: str) -> frozenset[str]:
    """The roots of people's names: they say who speaks, hardly ever of what."""
    return frozenset(each for match in _GRAMMAR["person"].finditer(text) for each in topics(match.group()))


@lru_cache(maxsize=_MANY)
def names(text: str) -> frozenset[str]:
    """The roots of its proper names, people's aside; a title in capitals names nothing."""
    if text.isupper():
        return frozenset()
    found = (topics(match.group()) for match in _GRAMMAR["name"].finditer(text))
    return frozenset(each for one in found for each in one) - people(text)


@lru_cache(maxsize=_MANY)
def numbers(text: str) -> frozenset[str]:
    """Numbers that name a thing: "the 47 service", "Footpath 9", "A38"."""
    return frozenset(
        (match.group(1) or match.group(2)).lower() for match in _GRAMMAR["numbered"].finditer(text)
    )


@lru_cache(maxsize=_MANY)
def periods(text: str) -> frozenset[str]:
    """The years and quarters it names: "2018/19", "second quarter"."""
    return frozenset(match[match.lastindex or 0].lower() for match in _GRAMMAR["period"].finditer(text))


def roots_as_printed(wanted: Sequence[str], text: str) -> list[str]:
    """The words of `text` with these roots, or that may be written for them, in the order of the roots."""
    printed = {each: text[start:end].removesuffix("’s") for start, end, each in reversed(telling_words(text))}
    found = (
        next((printed[one] for one in (each, *sorted(partners(each))) if one in printed), None)
        for each in wanted
    )
    return [each for each in found if each]


def heading_of(passage: str) -> str:
    """What an entry says first that it is about: "Pound Lane" of "Pound Lane: reported on 3 May"."""
    match = _GRAMMAR["heading"].match(passage)
    return match.group(1) if match else ""
