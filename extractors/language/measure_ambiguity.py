"""Short forms with several meanings (FTE, CIC, CPP, PA): what the words nearby say they stand for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from extractors.language.mention import Mention
from extractors.vocabulary import rows

_BEFORE, _BEHIND = 60, 90
_PLAIN = re.compile(
    r"(?:the|an?|of|in|to|for|on|and|numbers?|rates?|figures?|level|total|increase)", re.IGNORECASE
)


def settle(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, those named by an ambiguous short form with the measure it stands for there; none where that is
    no measure. A name with words of its own beside the short form ("children on a CPP") is left as it is.
    """
    for mention in mentions:
        short = None if mention.code else _short_form(text[mention.start : mention.end])
        meant = _meaning(short, text, mention) if short else mention.indicator_id
        if meant:
            yield replace(mention, indicator_id=meant)


def _short_form(name: str) -> str | None:
    """The ambiguous short form that the name is made of, small words apart."""
    words = [word for word in re.findall(r"[\w’']+", name) if not _PLAIN.fullmatch(word)]
    short = words[0].removesuffix("s") if words else ""
    return short if len(words) == 1 and short in _meanings() else None


def _meaning(short: str, text: str, mention: Mention) -> str | None:
    near = (
        f"{text[max(0, mention.start - _BEFORE) : mention.start]} {text[mention.end : mention.end + _BEHIND]}"
    )
    for pattern, indicator_id in _meanings()[short]:
        if pattern.search(near):
            return indicator_id or None
    return mention.indicator_id


@cache
def _meanings() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    table: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in rows("ambiguous_abbreviations.csv"):
        pattern = re.compile(rf"\b(?:{row['near']})", re.IGNORECASE)
        table.setdefault(row["short"], []).append((pattern, row["indicator_id"]))
    return table
