"""Orders: what was decided where the page has lost its "RESOLVED" ("That the report be noted"), alone or in a list."""

import re
from collections.abc import Iterator

from extractors.language.labels import read_label
from extractors.language.sentences import sentence_bounds
from extractors.language.title_words import part_of_heading
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_GRAMMAR = grammar("orders.grammar")
_DECISIONS = grammar("decisions.grammar")
_LONGEST = 500
"""Characters within which an order has its verb."""
_MOST_POINTS = 40
_QUOTES = "“\"‘'"
"""A motion stands in them, and what became of it below."""
_TALK = ("minutes", "minute", "minutes text", "discussion")
"""Headings that stand over all that the page tells of an item."""


def stands(document: Document, index: int) -> bool:
    """Whether the block is an order, or the first point of a list of them, that no word of deciding opens, and no lead
    to what was only said, suggested or put to the vote and lost."""
    block = document.blocks[index]
    if block.kind == "table_row" or _is_led(document, index) or _is_lost(document, index):
        return False
    if not block.label:
        words = document.words(block)
        formal = _GRAMMAR["thing"].match(words) and _DECISIONS["stands_listed"].match(words)
        listed = bool(formal or _hangs(document, index))
        return is_order(words, listed=listed) and words[0] not in _QUOTES
    ordinal = read_label(block.label)
    if block.kind != "bullet" or not (ordinal.first if ordinal else is_order(document.words(block))):
        return False
    points = list(_points(document, index))
    if len(points) > 1 and all(is_point(words) for words in points):
        return True
    orders = sum(is_order(words, listed=True) for words in points)
    told = sum(bool(_DECISIONS["tell.body"].match(words)) for words in points)
    return orders > 0 and (orders + told) * 2 >= len(points)


def is_order(words: str, *, listed: bool = False) -> bool:
    """Whether the words say what shall be done: their first verb is in the subjunctive. A point of a list may have
    lost its "that"."""
    stop = sentence_bounds(words, 0, len(words))[0][1] if words.strip() else 0
    words = words[: min(stop, _LONGEST)]
    that = _GRAMMAR["that"].match(words)
    if not that and not listed:
        return False
    start = that.end() if that else 0
    for be in _GRAMMAR["be"].finditer(words, start):
        before = words[start : be.start()]
        if before.strip() and not _GRAMMAR["taken"].search(before):
            said = not that and re.search(r"\bthat\b", before)
            return not (said or _tells(before))
    if not that:
        return bool(_DECISIONS["stands_listed"].match(words))
    active = _GRAMMAR["orders"].match(words, start) or _GRAMMAR["formal"].match(words, start)
    return bool(active and not _tells(active.group()))


def is_point(words: str) -> bool:
    """Whether the words are what a meeting itself does, as a point of a list: "To note the report; and"."""
    return bool(_GRAMMAR["formally"].match(words))


def _tells(before: str) -> bool:
    """Whether the words before the verb have one that tells, outside a relative clause."""
    verb = _GRAMMAR["tells"].search(before)
    return bool(verb and not _GRAMMAR["relative"].search(before, 0, verb.start()))


def _points(document: Document, index: int) -> Iterator[str]:
    """The words of the list's points, from its first on."""
    last = read_label(document.blocks[index].label)
    for block in document.blocks[index : index + _MOST_POINTS]:
        ordinal = read_label(block.label)
        first = block is document.blocks[index]
        if not block.label or not (first or _goes_on(block, ordinal is not None, last is not None)):
            return
        if ordinal and last and not first and not ordinal.follows(last):
            return
        yield document.words(block)
        last = ordinal


def _goes_on(block: Block, numbered: bool, listed: bool) -> bool:
    return block.kind == "bullet" and numbered == listed


def _is_led(document: Document, index: int) -> bool:
    """Whether the line over the list ends in a colon or speaks of actions: then it says what the list is."""
    block = document.blocks[index]
    while index and block.label and document.blocks[index - 1].label and not read_label(block.label):
        index -= 1
    over = document.words_above(index)
    part = part_of_heading(over)
    if part == "papers" or over.strip(" :").lower() in _TALK:
        return False
    return bool(re.search(r"[:–—-]\s*$|\baction", over, re.IGNORECASE))


def _hangs(document: Document, index: int) -> bool:
    """Whether the line before breaks off where "RESOLVED" stood: "Moved by Mr Hay, seconded by Mr Orme and"."""
    return bool(_GRAMMAR["hangs"].search(document.words_above(index)))


def _is_lost(document: Document, index: int) -> bool:
    """Whether one of the next lines says that what was put was not carried."""
    following = document.blocks[index + 1 : index + 4]
    return any(_GRAMMAR["lost"].search(document.words(block)) for block in following)
