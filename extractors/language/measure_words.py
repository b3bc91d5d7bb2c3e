"""The words of a measure's name made comparable: without plurals, small words and the difference of synonyms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.vocabulary import rows, words

_WORD = re.compile(r"%|[^\W_]+(?:&[^\W_]+)?(?:[’'][^\W_]+)?")
_SMALL = frozenset(words("measure_stopwords.txt"))
_IRREGULAR = {"children": "child", "people": "people", "persons": "person", "analyses": "analysis"}
_KEEPS_S = ("ss", "us", "is", "ous", "ics")


@dataclass(frozen=True, slots=True)
class Terms:
    """The comparable words of a stretch of text, each with where it stands."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def read_terms(text: str, start: int = 0, end: int | None = None) -> Terms:
    """The terms of `text[start:end]`, in order, with offsets into `text`."""
    stop = len(text) if end is None else end
    raw = [(_singular(m.group()), m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]
    kept: list[tuple[str, int, int]] = []
    for word, first, last in _replace(raw):
        if kept and kept[-1][0] == word:  # "not in education, employment or training (NEET)"
            kept[-1] = (word, kept[-1][1], last)
        else:
            kept.append((word, first, last))
    return Terms(
        tuple(word for word, _, _ in kept),
        tuple(first for _, first, _ in kept),
        tuple(last for _, _, last in kept),
    )


@cache
def terms_of(name: str) -> tuple[str, ...]:
    """The terms of a name by itself."""
    return read_terms(name).words


def slug(name: str) -> str:
    """A measure's id made from its name: `library-visit`; empty where the name has no word of its own."""
    return "-".join(dict.fromkeys(terms_of(name)))


@cache
def _singular(word: str) -> str:
    lower = word.lower().replace("’", "'")
    bare = lower.split("'")[0]
    if len(bare) < 2 and "'" in lower:
        bare = lower.replace("'", "")
    if bare in _IRREGULAR:
        return _IRREGULAR[bare]
    if len(bare) > 4 and bare.endswith("ies"):
        return bare[:-3] + "y"
    if len(bare) > 4 and bare.endswith(("sses", "ches", "shes", "xes")):
        return bare[:-2]
    if len(bare) > 3 and bare.endswith("s") and not bare.endswith(_KEEPS_S):
        return bare[:-1]
    return bare


@cache
def _synonyms() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Synonyms by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for row in rows("measure_synonyms.csv"):
        words_ = tuple(_singular(m.group()) for m in _WORD.finditer(row["words"]))
        table.setdefault(words_[0], []).append((words_, tuple(row["read_as"].split())))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _replace(raw: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    table = _synonyms()
    at = 0
    while at < len(raw):
        word, start, end = raw[at]
        width = 1
        words_: tuple[str, ...] = (word,)
        for pattern, read_as in table.get(word, ()):
            if len(pattern) == 1 or tuple(w for w, _, _ in raw[at : at + len(pattern)]) == pattern:
                words_, width = read_as, len(pattern)
                end = raw[at + width - 1][2]
                break
        at += width
        for each in words_:
            if each not in _SMALL:
                yield each, start, end
