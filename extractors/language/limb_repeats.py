"""Decisions that stand twice, as motion and as resolution, or printed again: each is one, where it first stands."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from extractors.language.limbs import Limb
from extractors.vocabulary import grammar

_GRAMMAR = grammar("decisions.grammar")
_ALIKE = 92.0
"""Likeness (0 to 100) from which two limbs of 40 characters and more, of the same numbers, are one decision printed
twice."""
_MOVED = frozenset({"decision.points-back", "decision.carried", "decision.moved"})
_WHO = re.compile(
    r"^(?:[\w ]{3,100}? )?(?:board|committee|panel|council|cabinet|group|forum|authority|members)(?= \w+ed\b)"
)
"""Who decided: long names make short decisions alike."""
_CONTENT = re.compile(r"[a-z]{4,}")
_MOST = 0.6
"""The share of a motion's words that what was resolved behind it has, too."""


def _is_among(words: str, seen: set[str]) -> bool:
    """Whether the words were seen, or nearly so: what a page prints as the decision is retold in its minutes with
    another tense, or a word more."""
    if words in seen:
        return True
    numbers = re.findall(r"\d+", words)
    alike = process.extract(words, seen, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
    return any(re.findall(r"\d+", other) == numbers for other, *_ in alike)


def without_repeats(text: str, limbs: Iterable[Limb]) -> Iterator[Limb]:
    """Each decision once, where it first stands; none inside another."""
    seen: set[str] = set()
    reached = 0
    for limb in limbs:
        words = re.sub(r"\W+", " ", text[limb.start : limb.end].lower())
        words = _WHO.sub("", re.sub(r"^(?:that |the |to )+", "", words)).strip()
        if limb.start < reached or (len(words) > 40 and _is_among(words, seen)):
            continue
        seen.add(words)
        reached = limb.end
        yield limb


def without_movers(text: str, limbs: Iterable[Limb]) -> Iterator[Limb]:
    """Without "Proposed by Mr Hay, seconded by Mr Orme, all in favour" right behind what these moved."""
    reached: int | None = None
    for limb in limbs:
        behind = reached is not None and not re.search(r"\w", text[reached : limb.start])
        reached = limb.end
        if not (behind and _GRAMMAR["movers"].fullmatch(text, limb.start, limb.end)):
            yield limb


def without_motions(text: str, limbs: Iterable[Limb], resolved: str) -> Iterator[Limb]:
    """Without "The motion was carried", and without the motion itself, where what was resolved stands right behind
    it."""
    for limb in limbs:
        words = text[limb.start : limb.end]
        moved = limb.rule in _MOVED and _says_again(words, resolved)
        if not (moved or _GRAMMAR["only_vote"].fullmatch(words)):
            yield limb


def _says_again(motion: str, resolved: str) -> bool:
    """Whether most of what the motion proposes is in `resolved`."""
    clause = re.search(r"\b(?:that|to)\b([^.;]*)", motion)
    proposed = set(_CONTENT.findall(clause[1].lower())) if clause else set()
    return bool(proposed) and len(proposed & set(_CONTENT.findall(resolved.lower()))) >= _MOST * len(proposed)
