"""Whether a noun phrase names something counted or measured, by its head: what frames of many kinds ask of a name."""

import re
from collections.abc import Iterator
from typing import Literal

from extractors.language.counting import is_plural
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measured_nouns.grammar")
_NAMES = grammar("measure_phrases.grammar")
_NO_MEASURES = (_GRAMMAR["no_mover"], _NAMES["of_measures"], _NAMES["no_ended"])
_JOINT = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?|,\s+")
Said = Literal["moved", "level"]
"""Whether the name is said to move, as counts do, or to be better or worse, as only levels and rates are."""


def is_measured(name: str, said: Said = "moved") -> bool:
    """Whether `name` is counted or is a level, a rate or a time in itself."""
    head = head_of(name)
    if not is_plural(head) and not _GRAMMAR["mass_end"].search(head):  # "freedom of information requests"
        head = name
    if not head or any(pattern.search(head) for pattern in _NO_MEASURES):
        return False
    if said == "level":
        return bool(_GRAMMAR["level_end"].search(head)) and " " in name
    if _GRAMMAR["mass_end"].search(head):
        return True
    *others, last = head.split()
    return is_plural(last) and not (others and last[:1].isupper()) and len(last) > 3


def is_level(name: str) -> bool:
    """Whether `name` is an amount, a rate or a time and no count of things."""
    head = head_of(name)
    if any(pattern.search(head) for pattern in _NO_MEASURES):
        return False
    return bool(_GRAMMAR["mass_end"].search(head) or (_GRAMMAR["level_end"].search(head) and " " in head))


def head_of(name: str) -> str:
    """The words before the first preposition: "delays" of "delays in discharge"."""
    return _GRAMMAR["inner"].split(name, maxsplit=1)[0].strip()


def parts_of(text: str, begin: int, stop: int, said: Said = "moved") -> Iterator[tuple[int, int]]:
    """The names in `text[begin:stop]`: of "falls, trips and ulcers" each one, where each is measured by itself;
    else the whole."""
    parts, first = [], begin
    for joint in _JOINT.finditer(text, begin, stop):
        parts.append((first, joint.start()))
        first = joint.end()
    parts.append((first, stop))
    ends = [_GRAMMAR["shared_end"].search(text[start:end]) is not None for start, end in parts]
    shared = ends[-1] and not any(ends[:-1])  # "Friends and Family scores"
    shared = shared or _GRAMMAR["of_both"].match(text, begin, stop) is not None  # "total crime and offences"
    if len(parts) > 1 and not shared and all(is_measured(text[start:end], said) for start, end in parts):
        yield from parts
    else:
        yield begin, stop


def is_no_measure(head: str) -> bool:
    """Whether the head is of what moves and is no measure: "views", "prices"."""
    return _GRAMMAR["no_mover"].search(head) is not None
