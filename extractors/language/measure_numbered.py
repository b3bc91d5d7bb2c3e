"""Known measures beside a number, or by how they moved: "22 notices to quit", "missed 9 bins", "footfall fell"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.language.measure_phrase import Phrase, words_before
from extractors.language.measure_words import terms_of
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_phrases.grammar")
_WORD = re.compile(r"[A-Za-z0-9’'&-]+")


def read_numbered(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "22 notices to quit", "acquisitions (39 homes)": a number beside a known name."""
    for match in _GRAMMAR["numbered"].finditer(text, start, end):
        if _GRAMMAR["no_count"].search(text, max(start, match.start() - 24), match.start("name")):
            continue
        if match.group().startswith("1 "):  # "1 complaint" is a case
            continue
        if match.start() == start:  # "25 Damp and mould": a heading's number
            continue
        words = list(_WORD.finditer(text, *match.span("name")))
        if _GRAMMAR["name_stop"].fullmatch(words[0].group()) or words[0].group() in ("and", "or"):
            continue
        parts = [(words[0].start(), word.end()) for word in reversed(words) if terms_of(word.group())]
        yield from _named(text, parts, "numbered", registry)
        deed = _GRAMMAR["deed"].search(text, max(start, match.start() - 24), match.start())
        yield from _done(text, parts, deed["deed"], registry) if deed else ()
    for match in _GRAMMAR["bracketed"].finditer(text, start, end):
        yield from _named(text, _ending_at(text, start, match.start()), "numbered", registry)


def read_moved(text: str, start: int, end: int, registry: Registry) -> Iterator[Phrase]:
    """ "Footfall fell", "attendance was at 94%": a known name and where it stands."""
    for match in _GRAMMAR["moved"].finditer(text, start, end):
        for phrase in _named(text, _ending_at(text, start, match.start() - 1), "moved", registry):
            cases = _GRAMMAR["instances"].search(text, max(start, phrase.start - 40), phrase.start)
            yield replace(phrase, start=cases.start()) if cases else phrase


def _ending_at(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The stretches of up to six words that end at `stop`, the longest first."""
    words = words_before(text, start, stop + 1, 6)
    return [
        (word.start(), words[-1].end())
        for before, word in zip([None, *words], words, strict=False)
        if terms_of(word.group()) and (before is None or _GRAMMAR["no_name"].fullmatch(before.group()))
    ]


def _done(text: str, parts: list[tuple[int, int]], deed: str, registry: Registry) -> Iterator[Phrase]:
    """ "had missed 96 collections": collections missed."""
    for begin, stop in parts:
        if found := registry.named(f"{text[begin:stop]} {deed}"):
            yield Phrase(begin, stop, found.id, "measure.numbered", True)
            return


def _named(text: str, parts: list[tuple[int, int]], rule: str, registry: Registry) -> Iterator[Phrase]:
    for begin, stop in parts:
        if found := registry.named(text[begin:stop]):
            yield Phrase(begin, stop, found.id, f"measure.{rule}", True)
            return
