"""Short forms with several meanings (FTE, CIC, CPP, PA): what the document says they stand for, else nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractors.language.mention import Mention
from extractors.language.registry import Registry
from extractors.vocabulary import rows

_BEFORE, _BEHIND = 60, 90
_PLAIN = re.compile(
    r"(?:the|an?|of|in|to|for|on|and|numbers?|rates?|figures?|level|total|increase)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Meaning:
    near: re.Pattern[str]
    """Words nearby that tell it."""
    whole: re.Pattern[str] | None
    """The words that it is short for, which tell it anywhere in the document."""
    indicator_id: str | None
    """None where it is then the measure of nothing."""
    written: str
    """It in full."""


def settle(text: str, mentions: Iterable[Mention], registry: Registry) -> Iterator[Mention]:
    """The mentions, those named by an ambiguous short form with the measure it stands for there.

    Words nearby decide, else what the document writes out; it is no mention where that is no measure, and one of
    a measure not known (None) where nothing decides. A name with words of its own beside the short form
    ("PA in secondary schools") is the known measure that it is with the short form written out, if that is one alone,
    else left as it is.
    """
    for mention in mentions:
        short = None if mention.code else _short_form(text[mention.start : mention.end])
        meanings = _meanings_of(short, text, mention) if short else ()
        if not short:
            yield (
                mention
                if mention.code or mention.indicator_id in registry.by_id
                else _written_out(mention, registry)
            )
        elif len(meanings) != 1:
            yield replace(mention, indicator_id=None)
        elif meanings[0].indicator_id:
            yield replace(mention, indicator_id=meanings[0].indicator_id)


def _written_out(mention: Mention, registry: Registry) -> Mention:
    name = mention.name or ""
    short = next((word for word in re.findall(r"\w+", name) if word.removesuffix("s") in _table()), None)
    if short is None:
        return mention
    full = [each.written for each in _table()[short.removesuffix("s")] if each.written]
    found = {known.id for each in full if (known := registry.resolve(name.replace(short, each)))}
    return replace(mention, indicator_id=found.pop()) if len(found) == 1 else mention


def _short_form(name: str) -> str | None:
    """The ambiguous short form that the name is made of, small words apart."""
    words = [word for word in re.findall(r"[\w’']+", name) if not _PLAIN.fullmatch(word)]
    short = words[0].removesuffix("s") if words else ""
    return short if len(words) == 1 and short in _table() else None


def _meanings_of(short: str, text: str, mention: Mention) -> list[_Meaning]:
    """What the short form may mean there: the first that words nearby tell, else those that are written out."""
    near = (
        f"{text[max(0, mention.start - _BEFORE) : mention.start]} {text[mention.end : mention.end + _BEHIND]}"
    )
    known = _table()[short]
    told = [each for each in known if each.near.search(near)][:1]
    return told or [each for each in known if each.whole and each.whole.search(text)]


@cache
def _table() -> dict[str, list[_Meaning]]:
    table: dict[str, list[_Meaning]] = {}
    for row in rows("ambiguous_abbreviations.csv"):
        near, whole = (
            re.compile(rf"\b(?:{row[column]})", re.IGNORECASE) if row[column] else None
            for column in ("near", "whole")
        )
        if near:
            table.setdefault(row["short"], []).append(
                _Meaning(near, whole, row["indicator_id"] or None, row["written"])
            )
    return table
