"""The outline of a document: its agenda items, and which part of an item each block is."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, cast

from extractors.language.headings import Heading, bracketed
from extractors.language.item_runs import each, numbered_items, worded_items
from extractors.language.labels import Ordinal, read_label
from extractors.language.listed_items import bulleted_items, items_numbered_behind, lettered_items
from extractors.language.orders import is_order, is_point
from extractors.language.table_items import table_items
from extractors.language.title_words import is_usual, narrates, part_of_heading, reads_as_title
from extractors.language.unnumbered_items import (
    ATTENDANCE,
    attached_logs,
    labelled_items,
    run_in_items,
    single_item,
    styled_items,
)
from extractors.model import Block, Document

Part = Literal["head", "attendance", "heading", "discussion", "decision", "recommendation", "furniture"]
"""What a block is for: the document's head (title lines, "Label: value" fields); who was there; a heading;
talk; under a decision label or opener; under an officer's "Recommendation"; links and page furniture."""

_PAGE_NAME = re.compile(r"agenda items? [-–] ", re.IGNORECASE)
_PLACE = re.compile(r"\bmeeting\b.*\(item (?P<number>\d{1,4}[a-z]?)\.?\)\s*$", re.IGNORECASE)
"""Where a page says which item of which meeting it shows."""
_ACTS = re.compile(
    r"\b(?:was|were|had|has|have|would|welcomed|opened|thanked|asked|noted|agreed|approved|resolved|considered|received)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed)\b|It was (?:RESOLVED|AGREED|agreed|resolved)\b"
)
"""Before an excerpt's first title, the matter that it breaks off is decided."""
_SETTLED = re.compile(
    r"\s*[:–—-]\s*(?:\w+ly )?(?:agreed|approved|accepted|noted|adopted|deferred)\b[^.]*\.?", re.IGNORECASE
)
_TALK = 4
"""Words behind a title on its line that are more than a reference or a file's size."""
_PROSE = 14
"""Words of a paragraph below a list of papers that are no paper's title."""
_PAPERS = "papers"
_QUESTIONS = re.compile(r"\b(?:questions?|queries)\b[^.]{0,140}:\s*[-–—]*\s*$", re.IGNORECASE)
"""Under a decision, the lead to a list of what was asked is talk again."""


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

    @cached_property
    def titled(self) -> dict[int, Item]:
        """The item whose title a block holds, by the block's index."""
        return {item.block: item for item in self.items}

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
    numbered headings, unnumbered headings or lines' first words of which some are usual titles, or the one title."""
    families: tuple[tuple[str, Callable[[Document], list[Heading]]], ...] = (
        ("item.markup", _by_markup),
        ("item.bracketed", lambda document: each(document, bracketed)),
        ("item.worded", worded_items),
        ("item.labelled", labelled_items),
        ("item.numbered", numbered_items),
        ("item.table", table_items),
        ("item.numbered-behind", items_numbered_behind),
        ("item.unnumbered", styled_items),
        ("item.run-in", run_in_items),
        ("item.lettered", lettered_items),
        ("item.bulleted", bulleted_items),
        ("item.single", lambda document: [h for h in [single_item(document)] if h]),
    )
    for rule, find in families:
        found = find(document)
        if rule == "item.worded" and _only_points_at_items(document, found):
            continue
        if found:
            logs = attached_logs(document, found[-1].block) if rule != "item.single" else []
            return tuple(Item(h.start, h.end, h.block, h.number, rule) for h in [*found, *logs])
    return ()


def _only_points_at_items(document: Document, worded: Sequence[Heading]) -> bool:
    """Whether "Item 4 – Mr Day (financial)" stands in minutes whose own numbered headings are usual ones, and more."""
    run = numbered_items(document) if worded else []
    return len(run) > len(worded) and any(is_usual(document.text[h.start : h.end]) for h in run)


def _by_markup(document: Document) -> list[Heading]:
    found = []
    for index, block in enumerate(document.blocks):
        if block.role == "item":
            label = re.sub(r"^\W+|\W+$", "", block.label or "") or _number_beside(document, index)
            found.append(Heading(index, block.body, block.end, label))
    return found


def _number_beside(document: Document, index: int) -> str | None:
    """The item's number in the line over or under its title: "Meeting of the Cabinet, 3 May 2023 (Item 30.)"."""
    for block in (*document.blocks[index - 1 : index], *document.blocks[index + 1 : index + 2]):
        place = _PLACE.search(document.words(block)) if block.role == "field" else None
        if place:
            return place["number"]
    return None


def _read_parts(document: Document, items: Sequence[Item]) -> tuple[Part, ...]:
    heads = {item.block: item for item in items}
    first = min(heads, default=0)
    parts: list[Part] = []
    lists_papers = False
    section: Ordinal | None = None
    current: Part = "head" if items else "discussion"
    for index, block in enumerate(document.blocks):
        text = document.words(block)
        opened = part_of_heading(text) if len(text) < 60 else None
        if index in heads:
            current = "discussion"
            parts.append("discussion" if _has_talk(document, heads[index], block) else "heading")
        elif block.role in ("decision", "attendance", "field"):
            parts.append("head" if block.role == "field" else block.role)
        elif opened:
            lists_papers, section = opened == _PAPERS, read_label(block.label)
            current = "furniture" if lists_papers else cast(Part, opened)
            parts.append("heading")
        elif index < first:
            current = "attendance" if ATTENDANCE.match(text) else current
            current = "discussion" if _DECIDES.match(text) else current
            parts.append("discussion" if _tells(text, block) else current)
        elif block.kind == "heading" and reads_as_title(text, block):
            current = current if current == "discussion" else "discussion"
            parts.append("heading")
        else:
            ordinal = read_label(block.label) if section else None
            if ordinal and section and ordinal.follows(section):  # "3. Headlines" behind "2. Recommendations"
                current, section = "discussion", None
            if current == "decision" and _QUESTIONS.search(text):
                current, section = "discussion", None
            if lists_papers and current == "furniture" and _reads_as_talk(text, block):
                current = "discussion"
            parts.append(current)
    return tuple(parts)


def _reads_as_talk(text: str, block: Block) -> bool:
    """Whether the words are too long for a link to a paper and end as a sentence, or have a verb as one."""
    if block.kind == "paragraph" and text.endswith((".", ":")) and text.count(" ") >= _PROSE:
        return True
    ends = text.endswith((".", ":", ";", "; and"))
    return ends and (narrates(text) or is_order(text) or (block.label is not None and is_point(text)))


def _tells(text: str, block: Block) -> bool:
    """Whether what stands before the first item is talk already: a sentence, and no list under "Present:"."""
    labelled = re.match(r"[^.]{0,60}:", text)
    return block.kind == "paragraph" and text.endswith(".") and not labelled and bool(_ACTS.search(text))


def first_printed(document: Document, item: Item) -> tuple[int, int]:
    """Where the title of a page's one item first stands: the page's name before it may print it, alone or as
    "Agenda item - Salt Barns". A title printed with its number stands there."""
    title = document.text[item.start : item.end]
    numbered = item.start > document.blocks[item.block].start
    for block in () if numbered else document.blocks[: item.block]:
        named = _PAGE_NAME.match(document.text, block.start, block.end)
        start = named.end() if named else block.start
        if document.text.startswith(title, start) and (named or start + len(title) == block.end):
            return start, start + len(title)
    return item.start, item.end


def _has_talk(document: Document, item: Item, block: Block) -> bool:
    """Whether the talk about the item stands behind its title, in the same block, or what became of it: "Minutes:
    agreed."."""
    behind = document.text[item.end : block.end]
    return len(behind.split()) >= _TALK or bool(_SETTLED.fullmatch(behind))
