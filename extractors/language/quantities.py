"""Every number that measures or counts something: read once, by character patterns, and shared."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.language.counted import Told, read_counted
from extractors.language.measured import read_measured
from extractors.language.quantity import Quantity, Taken
from extractors.language.sentences import Sentence
from extractors.language.set_aside import set_aside
from extractors.vocabulary import grammar

_COMPARATOR = grammar("quantities.grammar")["comparator"]
_COMPARED = grammar("quantities.grammar")["compared"]
_SHARE_BEHIND = grammar("counts.grammar")["share_behind"]
_HINT = grammar("quantities.grammar")["hint"]
_OR_MORE = grammar("quantities.grammar")["or_more"]
_REACH = 40
"""Characters before a number that "more than" or "in the region of" may take."""


def find_quantities(text: str, sentences: Sequence[Sentence]) -> tuple[Quantity, ...]:
    """The quantities of `sentences`, in order, none overlapping.

    Numbers that count nothing (dates, references, ages) are left out, and so are numbers of what a meeting or
    a paper is made of ("three options").
    """
    coin = "€" if "€" in text and "£" not in text else "£"
    found: list[Quantity] = []
    block, told = -1, Told()
    for sentence in sentences:
        if sentence.block != block:
            block, told = sentence.block, Told()
        if _HINT.search(text, sentence.start, sentence.end):
            found += _read(text, sentence, coin, told)
    return tuple(found)


def _read(text: str, sentence: Sentence, coin: str, told: Told) -> list[Quantity]:
    start, end = sentence.start, sentence.end
    taken = Taken(set_aside(text, start, end))
    found = list(read_measured(text, start, end, taken, coin))
    told.counted = told.counted or any(quantity.kind == "ratio" for quantity in found)
    told.shared = any(quantity.kind in ("percent", "share") for quantity in found)
    found += read_counted(text, start, end, taken, told)
    found.sort(key=lambda each: each.start)
    return [_compared(text, start, each) for each in _united(text, start, found)]


def _united(text: str, start: int, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """A bare number that a measured one is compared with is in its unit: "8.8 days, short of the target of 8"."""
    earlier: Quantity | None = None
    for quantity in quantities:
        bare = quantity.kind == "count" and quantity.noun is None and not quantity.moved
        bare = bare and not _SHARE_BEHIND.match(text, quantity.end)  # "15 (24%)" counts something
        if bare and earlier and _COMPARED.search(text, max(start, quantity.start - _REACH), quantity.start):
            yield replace(quantity, unit=earlier.unit, kind=earlier.kind)
            continue
        if quantity.kind in ("rate", "duration", "percent"):
            earlier = quantity
        elif quantity.kind == "count" and not bare:
            earlier = None
        yield quantity


def _compared(text: str, start: int, quantity: Quantity) -> Quantity:
    """The quantity with what is said of its exactness; "over" and the like are part of its span."""
    match = _COMPARATOR.search(text, max(start, quantity.start - _REACH), quantity.start)
    if match and not match.group().rstrip().lower().endswith(
        "the"
    ):  # "above the 3% minimum" is where it stands
        word = "over" if match["over"] else "under" if match["under"] else "about"
        short = word != "about" and len(match.group()) <= len("just under a ")
        start = match.start() if short else quantity.start
        return replace(quantity, comparator=word, start=start, lead=quantity.start - start)
    if _OR_MORE.match(text, quantity.number_end):
        return replace(quantity, comparator="over")
    return quantity
