"""The outline of a document: its agenda items, and which part of an item each block is."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, cast

from extractors.language.headings import (
    Heading,
    bracketed,
    is_usual,
    numbered,
    part_of_heading,
    reads_as_title,
    worded,
)
from extractors.model import Document

Part = Literal["head", "attendance", "heading", "discussion", "decision", "recommendation", "furniture"]
"""What a block is for: the document's head (title lines, "Label: value" fields); who was there; a heading;
talk; under a decision label or opener; under an officer's "Recommendation"; links and page furniture."""

_ATTENDANCE = re.compile(
    r"(?:also\s+)?(?:(?:\w+\s+)?members?\s+|officers?\s+|officials?\s+)?(?:present|in\s+attendance|attendees|invited|absent|"
    r"apolog\w+|substitutes?|membership|councillors)\b(?:[^.]{0,40}?(?:[:–-]|$)|\s+[A-Z])",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:subject|title|report title|agenda item|item)\s*:\s*(?=\S)", re.IGNORECASE)
_LEAD = re.compile(r"(?:agenda item|issue|issue details|decision details|item)\s*(?:details)?", re.IGNORECASE)
_LABELLED = re.compile(r"[A-Z][^:.]{1,40}:\s*\S")
# The name of the document or of who met, not of what was before them: "July minutes", "The Committee".
# Nor the line that says when they met, the head of a list, who speaks ("Ann Hay, Head of Parks:").
_DOCUMENT = re.compile(
    r"\b(?:minutes|agendas?|notes of)\b|^the \w+$|^(?:meeting )?date\b|^issue - |^no\.\W*items?\W*$|:$",
    re.IGNORECASE,
)
_TALK = re.compile(r"(?:minutes|decisions?):", re.IGNORECASE)
"""Stands under an item's title: what begins with it was cut out below the title."""


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: `text[start:end]` is its title as printed, without its number."""

    start: int
    end: int
    block: int
    """Index of the block that the title begins in."""
    number: str | None
    rule: str


@dataclass(frozen=True)
class Outline:
    """`parts` has one entry for each block; `items` are in the order of the text."""

    items: tuple[Item, ...]
    parts: tuple[Part, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [item.start for item in self.items]

    def item_at(self, offset: int) -> Item | None:
        """The agenda item whose matter `text[offset]` belongs to: the last one that began before it."""
        index = bisect_right(self._starts, offset) - 1
        return self.items[index] if index >= 0 else None

    def extent(self, item: Item, length: int) -> tuple[int, int]:
        """From the item's title to the next item's, or to `length`."""
        index = bisect_right(self._starts, item.start)
        return item.start, self.items[index].start if index < len(self.items) else length


def read_outline(document: Document) -> Outline:
    """Find the items and parts of `document`."""
    items = find_items(document)
    return Outline(items, _read_parts(document, items))


def find_items(document: Document) -> tuple[Item, ...]:
    """The items by the surest sign that the document gives: markup, "(Item 4)", "Item 4:", a run of
    numbered headings, unnumbered headings of which some are usual ones, or else the one title."""
    families: tuple[tuple[str, Callable[[Document], list[Heading]]], ...] = (
        ("item.markup", _by_markup),
        ("item.bracketed", lambda document: _each(document, bracketed)),
        ("item.worded", lambda document: _each(document, worded)),
        ("item.numbered", _by_numbers),
        ("item.unnumbered", _by_style),
    )
    for rule, find in families:
        found = find(document)
        if rule == "item.worded" and _only_points_at_items(document, found):
            continue
        if found:
            return tuple(Item(h.start, h.end, h.block, h.number, rule) for h in found)
    single = _single(document)
    return (Item(single.start, single.end, single.block, single.number, "item.single"),) if single else ()


def _only_points_at_items(document: Document, worded: Sequence[Heading]) -> bool:
    """Whether "Item 4 – Mr Day (financial)" stands in minutes whose own numbered headings are usual ones, and more."""
    run = _by_numbers(document) if worded else []
    return len(run) > len(worded) and any(is_usual(document.text[h.start : h.end]) for h in run)


def _each(document: Document, find: Callable[[Document, int], Heading | None]) -> list[Heading]:
    found = [find(document, index) for index in range(len(document.blocks))]
    unique = {heading.start: heading for heading in found if heading}
    return [unique[start] for start in sorted(unique)]


def _by_markup(document: Document) -> list[Heading]:
    found = []
    for index, block in enumerate(document.blocks):
        if block.role == "item":
            label = re.sub(r"^\W+|\W+$", "", block.label or "") or None
            found.append(Heading(index, block.body, block.end, label))
    return found


def _by_numbers(document: Document) -> list[Heading]:
    """The outermost run of numbered headings. A run that begins at 1 again is nested, and ends when a number
    fits no longer; numbers that are no plain count ("12/23") form a run by their own shape."""
    headings = [h for h in _each(document, numbered) if document.blocks[h.block].kind != "table_row"]
    slashed = [h for h in headings if h.order is None]
    if len(slashed) >= 2:
        return slashed
    runs = _runs(document, [h for h in headings if h.order is not None and not h.nested])
    best = max(runs, key=lambda run: (len(run), -run[0].start), default=[])
    return best if len(best) >= 2 and _is_agenda(document, best) else _by_points(document, headings)


def _by_points(document: Document, headings: Sequence[Heading]) -> list[Heading]:
    """Items numbered behind a number that stays, the year or the meeting ("24.31", "24.32"), some of them usual."""
    best: list[Heading] = []
    run: list[Heading] = []
    for heading in (h for h in headings if h.nested):
        run = [*run, heading] if run and _counts_on(run[-1], heading) else [heading]
        best = max(best, run, key=len)
    usual = any(is_usual(document.text[h.start : h.end]) for h in best)
    return best if len(best) >= 2 and usual else []


def _counts_on(before: Heading, after: Heading) -> bool:
    (first, point), (again, following) = ((h.number or "").split(".") for h in (before, after))
    return first == again and int(following) - int(point) in (1, 2)


def _runs(document: Document, headings: Sequence[Heading]) -> list[list[Heading]]:
    finished: list[list[Heading]] = []
    stack: list[list[Heading]] = []
    for heading in headings:
        fitting = [run for run in reversed(stack) if _step(run[-1], heading) is not None]
        if fitting:
            # The next number before one that skips, a heading of the same make before another, the innermost.
            best = min(
                fitting, key=lambda run: (_step(run[-1], heading), not _alike(document, run[-1], heading))
            )
            while stack[-1] is not best:
                finished.append(stack.pop())
            best.append(heading)
        elif heading.order == 1 or not stack:
            stack.append([heading])
    return finished + stack


def _step(before: Heading, after: Heading) -> int | None:
    """How far `after` counts on from `before`: 1, or 0 for "4a" after "4", counted alike; 2 where one is missing."""
    step = (after.order or 0) - (before.order or 0)
    if step == 0 and after.number != before.number:
        return 1
    return step if step in (1, 2) else None


def _alike(document: Document, one: Heading, other: Heading) -> bool:
    first, second = document.blocks[one.block], document.blocks[other.block]
    return (first.kind, first.level) == (second.kind, second.level)


def _is_agenda(document: Document, run: Sequence[Heading]) -> bool:
    """Three headings, or any usual one; not the numbered sections of a report (Background, …)."""
    titles = [document.text[h.start : h.end] for h in run]
    sections = sum(part_of_heading(title) is not None for title in titles)
    return (len(run) >= 3 and sections * 3 < len(run)) or any(map(is_usual, titles))


def _by_style(document: Document) -> list[Heading]:
    """Unnumbered headings, where at least two of them are usual ones; all others of their make count too."""
    plain = [
        (index, block, document.words(block))
        for index, block in enumerate(document.blocks)
        if block.kind == "heading"
        and block.label is None
        and not part_of_heading(document.words(block))
        and reads_as_title(document.words(block), block)
    ]
    usual = [(index, block, text) for index, block, text in plain if is_usual(text)]
    if len(usual) < 2:
        return []
    first = usual[0][0]
    capitals = sum(text.isupper() for *_, text in usual) * 2 > len(usual)
    levels = {block.level for _, block, _ in usual}
    return [
        Heading(index, block.body, block.end, None)
        for index, block, text in plain
        if index >= first and text.isupper() == capitals and block.level in levels
    ]


def _single(document: Document) -> Heading | None:
    """The title where a document holds one item: after "Subject:" or "Agenda item", or its first heading."""
    titles: list[Heading] = []
    leads: list[Heading] = []
    for index, block in enumerate(document.blocks[:40]):
        text = document.words(block)
        if _TALK.fullmatch(text):
            break
        subject = _SUBJECT.match(text)
        if subject:
            return Heading(index, block.body + subject.end(), block.end, None)
        if block.role == "title":
            titles.append(Heading(index, block.body, block.end, None))
            continue
        if (
            _LEAD.fullmatch(text)
            or part_of_heading(text)
            or _ATTENDANCE.match(text)
            or _DOCUMENT.search(text)
            or block.kind == "table_row"
        ):
            continue
        if block.kind == "heading" and reads_as_title(text, block) and not _LABELLED.match(text):
            leads.append(numbered(document, index) or Heading(index, block.body, block.end, None))
    return next(iter(titles or leads or _lone_number(document)), None)


def _lone_number(document: Document) -> list[Heading]:
    """The one numbered title ("45. Lamp Columns") of an excerpt without headings; two would be points of a list."""
    found = _each(document, numbered)
    return found if len(found) == 1 and found[0].block < 40 else []


def _read_parts(document: Document, items: Sequence[Item]) -> tuple[Part, ...]:
    heads = {item.block for item in items}
    first = min(heads, default=0)
    parts: list[Part] = []
    current: Part = "head" if items else "discussion"
    for index, block in enumerate(document.blocks):
        text = document.words(block)
        opened = cast(Part | None, part_of_heading(text)) if len(text) < 60 else None
        if index in heads:
            current = "discussion"
            parts.append("heading")
        elif block.role in ("decision", "attendance", "field"):
            parts.append("head" if block.role == "field" else block.role)
        elif opened:
            current = opened
            parts.append("heading")
        elif index < first:
            current = "attendance" if _ATTENDANCE.match(text) else current
            parts.append(current)
        elif block.kind == "heading" and reads_as_title(text, block):
            current = current if current == "discussion" else "discussion"
            parts.append("heading")
        else:
            parts.append(current)
    return tuple(parts)
