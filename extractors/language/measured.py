"""Quantities that carry their unit: per cents, points, shares in words, money, rates, ratios, durations."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from extractors.language.counting import noun_after, phrase_end
from extractors.language.numerals import number_of
from extractors.language.quantity import Quantity, Taken
from extractors.vocabulary import grammar, rows

_GRAMMAR = grammar("quantities.grammar")
_SHARES = {row["words"]: float(row["percent"]) for row in rows("shares.csv")}
_LONGER = {"mins": "minutes", "min": "minutes", "minute": "minutes", "hrs": "hours", "hr": "hours"}
_FROM = re.compile(r"\b(?:from|by)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NUMBERS = ("low", "one", "value", "value2", "share", "whole", "ordinal", "all")
"""The groups that hold a number."""
Reader = Callable[[str, "re.Match[str]", int, str], Quantity | None]


def read_measured(text: str, start: int, end: int, taken: Taken, coin: str) -> Iterator[Quantity]:
    """The quantities of `text[start:end]` that carry a unit, the more particular forms first.

    `coin` is the sign of money that is printed without one ("240K"). What is found is added to `taken`.
    """
    for name, read in _READERS.items():
        for match in _GRAMMAR[name].finditer(text, start, end):
            first, last = _number(match)
            if not taken.frees(first, last):
                continue
            quantity = read(text, match, end, coin)
            if quantity and taken.frees(quantity.start, quantity.number_end):
                taken.add(quantity.start, quantity.end)
                yield from _levels(text, match, quantity)


def _number(match: re.Match[str]) -> tuple[int, int]:
    """From the first to the last number of the match."""
    spans = [match.span(name) for name in _NUMBERS if _has(match, name)]
    return min(spans)[0], max(last for _, last in spans)


def _has(match: re.Match[str], name: str) -> bool:
    return match.groupdict().get(name) is not None


def _value(match: re.Match[str]) -> float | None:
    groups = match.groupdict()
    printed = groups.get("value") or groups.get("value2") or ""
    value = number_of(f"{printed} {groups.get('scale') or ''}")
    return -value if value is not None and groups.get("sign") in ("-", "−") else value


def _moves(text: str, match: re.Match[str]) -> bool:
    """Whether this is no range but a move, which has two values ("from 61% to 68%"), or one number in words."""
    if _has(match, "low") and match["low"].isalpha() and text[match.end("low")] == "-":
        return True  # "sixty-two"
    if not _has(match, "low") or not re.search(
        r"%|cent|million|[mk]\b|£|€", match.group().partition("to")[0]
    ):
        return False
    return bool(_FROM.search(text[max(0, match.start() - 20) : match.start()]))


def _levels(text: str, match: re.Match[str], quantity: Quantity) -> Iterator[Quantity]:
    """The quantity, or the two of a move that prints its unit once: "from 9.4 to 8.8 days"."""
    low = number_of(match["low"]) if _has(match, "low") else None
    if low is None or not _FROM.search(text[max(0, match.start() - 20) : match.start()]):
        yield quantity
        return
    yield replace(quantity, value=low, end=match.end("low"), number_end=match.end("low"))
    yield replace(quantity, start=match.start("value"))


def _percent(text: str, match: re.Match[str], _end: int, _coin: str) -> Quantity | None:
    value = _value(match)
    if value is None or _moves(text, match):
        return None
    start = _number(match)[0]
    if value < 0:
        start = match.start("sign")
    return Quantity(start, match.end(), value, "%", "percent", match.end())


def _points(_text: str, match: re.Match[str], _end: int, _coin: str) -> Quantity | None:
    value = _value(match)
    if value is None:
        return None
    end = match.start() + len(match.group().rstrip())
    return Quantity(_number(match)[0], end, value, "points", "points", end, moved=True)


def _money(text: str, match: re.Match[str], _end: int, coin: str) -> Quantity | None:
    value = _value(match)
    if value is None or _moves(text, match):
        return None
    named = match.groupdict().get("coin") or (match.group() if match.group()[:1] in "£€" else coin)
    unit = "€" if named[0] in "€eE" else "£"
    start = match.start("low") - 1 if _has(match, "low") else match.start()
    start += len(match.group()) - len(match.group().lstrip("( –-" if value >= 0 else "( "))
    return Quantity(max(start, match.start()), match.end(), value, unit, "money", match.end())


def _thousands(text: str, match: re.Match[str], end: int, coin: str) -> Quantity | None:
    """ "240K" is money, unless it counts: "18.5k books", "footfall was 31k"."""
    noun = noun_after(text, match.end(), end)
    before = text[max(0, match.start() - 70) : match.start()]
    counts = bool(noun.head or _GRAMMAR["counted_people"].match(text, match.end(), end))
    counts = counts and not _GRAMMAR["money_word"].search(text, match.end(), noun.end)
    if not counts and (not _GRAMMAR["no_money"].search(before) or _GRAMMAR["money_word"].search(before)):
        return _money(text, match, end, coin)
    value = _value(match)
    if value is None:
        return None
    stop = noun.end if counts else match.end()
    return Quantity(match.start("value"), stop, value, "count", "count", match.end(), noun=noun.head)


def _millions(text: str, match: re.Match[str], end: int, _coin: str) -> Quantity | None:
    value, noun = _value(match), noun_after(text, match.end(), end)
    if value is None:
        return None
    return Quantity(match.start("value"), noun.end, value, "count", "count", match.end(), noun=noun.head)


def _rank(text: str, match: re.Match[str], end: int, _coin: str) -> Quantity | None:
    """ "came 14th of 32 councils": a place among so many."""
    if not _GRAMMAR["ranked"].search(text, max(0, match.start() - 60), match.start()):
        return None
    if _GRAMMAR["no_rank"].match(text, match.end(), end):
        return None
    whole = number_of(match["whole"] or match["all"])
    ordinal = match["ordinal"] or ""
    value = number_of(match["value"] or ordinal)
    if ordinal.lower() in ("bottom", "last"):
        value = whole
    if value is None or whole is None or value > whole:
        return None
    return Quantity(match.start(), match.end(), value, "count", "ratio", match.end(), out_of=whole)


def _rate(_text: str, match: re.Match[str], _end: int, _coin: str) -> Quantity | None:
    value, base = _value(match), number_of(match["base"])
    if value is None or base is None:
        return None
    start = min(match.start("value"), match.start("base"))
    start = match.start("value") if match.start("base") == start else match.start()
    return Quantity(start, match.end(), value, f"per {base:,.0f}", "rate", match.end())


def _ratio(text: str, match: re.Match[str], end: int, _coin: str) -> Quantity | None:
    value, whole = _value(match), number_of(match["whole"])
    if value is None or whole is None or value > whole or whole < 2:
        return None
    if re.fullmatch(r"(?:one|1)\s+of\s+\w+", match.group(), re.IGNORECASE):  # "one of three sources"
        return None
    stop = match.end()
    if re.search(r"\bof\s+(?:the|those|these|our|its|all)\b", match.group()) and " out " not in match.group():
        noun = phrase_end(text, stop, end)
        if " " not in text[stop:noun].strip() or _GRAMMAR["of_measures"].search(text, stop, noun):
            stop = noun
    return Quantity(match.start(), stop, value, "count", "ratio", match.end(), out_of=whole)


def _share(text: str, match: re.Match[str], end: int, _coin: str) -> Quantity | None:
    """ "half of the pupils", "just under a third"; an ordinal or a quarter of the year is none."""
    word, times = match["share"].lower(), match.groupdict().get("times")
    compared = _GRAMMAR["comparator"].search(text, max(0, match.start() - 30), match.start())
    follows = _GRAMMAR["share_of"].match(text, match.end(), end)
    moved = _GRAMMAR["share_moved"].search(text, max(0, match.start() - 30), match.start())
    compared = compared and _GRAMMAR["share_ends"].match(text, match.end(), end)
    if not (follows or moved or (compared and word != "quarter")) or (word != "half" and not times):
        return None
    count = number_of(times) if times and times.lower() != "an" else 1
    value = round((count or 1) * _SHARES[word], 1)
    if word.startswith("third"):
        value = 66.7 if count == 2 else 33.3
    stop = phrase_end(text, match.end(), end) if follows else match.end()
    return Quantity(match.start(), stop, value, "%", "share", match.end())


def _multiple(text: str, match: re.Match[str], end: int, _coin: str) -> Quantity | None:
    """ "doubled", "almost double the level"; what could or should double has not, and some doubles are names."""
    before = text[max(0, match.start() - 40) : match.start()]
    if _GRAMMAR["not_yet"].search(before) or _GRAMMAR["double_name"].match(text, match.end(), end):
        return None
    word = match["share"].lower()
    adjective = word in ("twice", "double", "triple", "treble", "quadruple")
    compared = _GRAMMAR["comparator"].search(before)
    if adjective and not compared and not _GRAMMAR["double_of"].match(text, match.end(), end):
        return None
    stop = phrase_end(text, match.end(), end) if adjective else match.end()
    return Quantity(match.start(), stop, _SHARES[word], "%", "share", match.end())


def _duration(text: str, match: re.Match[str], _end: int, _coin: str) -> Quantity | None:
    value = _value(match)
    if value is None or _moves(text, match):
        return None
    span = match["span"].lower()
    unit = _LONGER.get(span, span if span.endswith("s") else span + "s")
    if (match["working"] or "").strip().lower() == "working" and unit == "days":
        unit = "working days"
    return Quantity(_number(match)[0], match.end(), value, unit, "duration", match.end())


def _weight(text: str, match: re.Match[str], _end: int, _coin: str) -> Quantity | None:
    value = _value(match)
    if value is None:
        return None
    unit = "tonnes" if match["span"].lower().startswith("ton") else "kg"
    return Quantity(_number(match)[0], match.end(), value, unit, "measure", match.end())


def _speed(text: str, match: re.Match[str], _end: int, _coin: str) -> Quantity | None:
    """A speed that was measured; others are limits."""
    value = _value(match)
    if value is None or not _GRAMMAR["clocked"].search(text[max(0, match.start() - 90) : match.start()]):
        return None
    return Quantity(_number(match)[0], match.end(), value, "mph", "measure", match.end())


_READERS: dict[str, Reader] = {
    "points": _points,
    "points_short": _points,
    "points_moved": _points,
    "percent_between": _percent,
    "percent_range": _percent,
    "percent": _percent,
    "money_between": _money,
    "money_range": _money,
    "money": _money,
    "money_words": _money,
    "thousands": _thousands,
    "millions": _millions,
    "rate": _rate,
    "rate_of": _rate,
    "out_of_tail": _ratio,
    "out_of": _ratio,
    "rank": _rank,
    "slash": _ratio,
    "in_a_few": _ratio,
    "share": _share,
    "multiple": _multiple,
    "duration_range": _duration,
    "duration": _duration,
    "weight": _weight,
    "speed": _speed,
}
