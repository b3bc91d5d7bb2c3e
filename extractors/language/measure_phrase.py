"""A phrase that names a measure, and what makes one of some words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.language.measure_words import slug
from extractors.language.registry import Registry
from extractors.vocabulary import grammar

_GRAMMAR = grammar("measure_phrases.grammar")
_NO_NAME = grammar("measure_predicates.grammar")["no_name"]
_WORD = re.compile(r"[A-Za-z0-9’'&-]+")
_RELATIVE = re.compile(r"\s(?:that|which)\s")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`text[start:end]` names a measure; `id` is a known one's, or made from the name."""

    start: int
    end: int
    id: str
    rule: str
    known: bool


def make_phrase(
    text: str, start: int, end: int, bare: int, rule: str, registry: Registry, *, must_know: bool
) -> Iterator[Phrase]:
    """The phrase `text[start:end]`, whose own words begin at `bare`; none where it must be known and is not."""
    if _GRAMMAR["paper_end"].search(text, bare, end) and not registry.named(text[bare:end]):
        return
    if _NO_NAME.fullmatch(text, start, end):
        return
    known = registry.resolve(text[bare:end]) or registry.resolve(_RELATIVE.split(text[bare:end])[0])
    if known:
        yield Phrase(start, end, known.id, f"measure.{rule}", True)
    elif not must_know and (made := slug(text[bare:end])) and re.search(r"[a-z]{3}", made):
        yield Phrase(start, end, made[:80].rstrip("-"), f"measure.{rule}", False)


def words_before(text: str, start: int, stop: int, most: int) -> list[re.Match[str]]:
    """The last words before `stop` that nothing but spaces parts from it and each other."""
    found: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(text, max(start, stop - 20 * most), stop))):
        after = found[-1].start() if found else stop
        if len(found) == most or not text[word.end() : after].isspace():
            break
        found.append(word)
    return found[::-1]
