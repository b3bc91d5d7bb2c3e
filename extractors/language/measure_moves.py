"""Measures known by what is said of them, without a number: what rose or fell, took longer, is told of a term."""

import re
from collections.abc import Iterator

from extractors.language.counting import is_plural
from extractors.language.measure_phrase import Phrase, make_phrase
from extractors.language.measure_subjects import subject_before
from extractors.language.name_ends import end_of_name
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_moves.grammar")
_NAMES = grammar("measure_phrases.grammar")
_NO_SUBJECTS = (_GRAMMAR["no_mover"], _NAMES["of_measures"], _NAMES["no_ended"])
_LONGEST = 8
"""Words of a subject that is a name."""
_ARTICLE = re.compile(
    r"(?:(?:(?:between|in|during|since|over|by|for|from)\s(?:[\w’']+\s){0,3}?(?:19|20)\d\d(?:/\d\d)?(?:\sand\s(?:19|20)\d\d)?|and|but|also|while|whilst|the|overall|our|its|both|that|reported)\s)*",
    re.IGNORECASE,
)


def read_risen(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "hall bookings were up", "childhood obesity was rising", "turnaround times had improved"."""
    for verb in ("moved", "level"):
        for match in _GRAMMAR[verb].finditer(text, start, end):
            for begin, stop in _parts(text, *_subject(text, start, match.start() + 1), verb):
                yield from make_phrase(text, begin, stop, begin, "risen", registry, must_know=False)


def read_paced(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "health checks were taking longer", "all patients had their reviews on time"."""
    for match in _GRAMMAR["paced"].finditer(text, start, end):
        begin, stop = _subject(text, start, match.start() + 1)
        head = _head(text[begin:stop])
        if begin < stop and is_plural(head) and not _GRAMMAR["no_mover"].search(head):
            yield from make_phrase(text, begin, match.end(), begin, "paced", registry, must_know=False)
    for match in _GRAMMAR["on_time"].finditer(text, start, end):
        yield from make_phrase(text, *match.span(), match.start(), "paced", registry, must_know=False)


def read_dated(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "attendance this term", "the number on roll"."""
    for rule in ("dated", "fixed"):
        for match in _GRAMMAR[rule].finditer(text, start, end):
            yield from make_phrase(text, *match.span(), match.start("name"), rule, registry, must_know=False)


def read_performing(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "performance in terms of handling calls"."""
    for match in _GRAMMAR["performing"].finditer(text, start, end):
        stop = end_of_name(text, match.end(), end)
        if len(text[match.end() : stop].split()) > 1:
            yield from make_phrase(
                text, match.end(), stop, match.end(), "performing", registry, must_know=False
            )


def _subject(text: str, start: int, stop: int) -> tuple[int, int]:
    """Where the subject of the verb behind `stop` stands, without its article; empty where it is a clause."""
    begin, last = subject_before(text, start, stop) or (stop, stop)
    article = _ARTICLE.match(text, begin, last)
    begin = article.end() if article else begin
    return (begin, last) if len(text[begin:last].split()) <= _LONGEST else (stop, stop)


def _parts(text: str, begin: int, stop: int, verb: str) -> Iterator[tuple[int, int]]:
    """The names in the subject `text[begin:stop]`: of "falls and pressure ulcers" each one."""
    joint = text.find(" and ", begin, stop)
    parts = [(begin, joint), (joint + len(" and "), stop)] if joint > 0 else []
    ends = [_GRAMMAR["shared_end"].search(text[first:last]) is not None for first, last in parts]
    if parts and ends != [False, True] and all(_is_measured(text[first:last], verb) for first, last in parts):
        yield from parts
    elif begin < stop and _is_measured(text[begin:stop], verb):
        yield begin, stop


def _is_measured(name: str, verb: str) -> bool:
    """Whether the subject is counted or is a level, a rate or a time in itself."""
    head = _head(name)
    if not is_plural(head) and not _GRAMMAR["mass_end"].search(head):  # "freedom of information requests"
        head = name
    if not head or any(pattern.search(head) for pattern in _NO_SUBJECTS):
        return False
    if verb == "level":
        return bool(_GRAMMAR["level_end"].search(head)) and " " in name
    if _GRAMMAR["mass_end"].search(head):
        return True
    *others, last = head.split()
    return is_plural(last) and not (others and last[:1].isupper()) and len(last) > 3


def _head(name: str) -> str:
    """The words before the first preposition: "delays" of "delays in discharge"."""
    return _GRAMMAR["inner"].split(name, maxsplit=1)[0].strip()
