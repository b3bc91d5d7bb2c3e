"""An HTML tree as pieces, in the order a reader meets them.

The tree is walked with a stack of its own: pages nest deeper than Python recurses. Only elements end a
paragraph; the line ends of the source are white space.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from lxml.html import HtmlElement

from extractors.model import Piece, Role
from pipeline.layouts import html_tables
from pipeline.layouts.html_lists import is_word_mark, point_labels, word_label, word_level
from pipeline.layouts.html_names import (
    BLOCKS,
    HEADINGS,
    classes,
    is_hidden,
    sets_lines,
    sets_strong,
    words_of,
)
from pipeline.layouts.html_notes import holds_notes, is_note_mark
from pipeline.layouts.paragraphs import Place, Run, write_paragraphs
from pipeline.layouts.tables import form_lines, vote_lines

_SOURCE_BLANKS = re.compile(r"[ \t\r\n\f]+")
_OF_TEXT = frozenset({"p", "ul", "ol", "table"})
_NUMBERED = re.compile(r"\(?\d{1,3}(?:[./]\d{1,4})?[.):]?\s+[A-Z]")
_LONGEST_TERM = 60
"""Characters of a `dt` that reads as the label of its `dd`."""


def _keep_all(_: HtmlElement) -> bool:
    """Drops nothing."""
    return False


def read_flow(
    root: HtmlElement,
    role: Role | None = None,
    drop: Callable[[HtmlElement], bool] = _keep_all,
    under: int = 1,
    table: int = 0,
) -> list[Piece]:
    """The pieces of `root`, all of one role. Elements that `drop` names are passed over.

    `under` is the level of the heading that the text stands under, `table` the number of the last table before.
    """
    flow = _Flow(role, under, table)
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, read = stack.pop()
        if read:
            flow.leave(element)
        elif is_hidden(element) or drop(element):
            flow.part(element)
        elif flow.enter(element):
            flow.gather(element.text)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        if element is not root:
            flow.gather(element.tail)
    flow.flush()
    return flow.pieces


class _Flow:
    """What is gathered for the paragraph at hand, and what holds where the walk is."""

    def __init__(self, role: Role | None, under: int, table: int) -> None:
        self.pieces: list[Piece] = []
        self._role = role
        self._under = under
        self._table = table
        self._columns: dict[HtmlElement | None, list[str]] = {}
        self._runs: list[Run] = []
        self._worded = False
        self._strong = [False]
        self._lists: list[Iterator[str]] = []
        self._label: str | None = None
        self._heading: int | None = None
        self._word_depth = 0
        self._set_as_typed = 0
        self._term: str | None = None
        self._notes = 0

    def gather(self, text: str | None) -> None:
        """Take words into the paragraph at hand."""
        if text:
            words = text if self._set_as_typed else _SOURCE_BLANKS.sub(" ", text)
            self._runs.append((words, self._strong[-1]))
            self._worded = self._worded or not words.isspace()

    def part(self, element: HtmlElement) -> None:
        """Pass over an element: a block parts the words before it from those after it."""
        if element.tag in BLOCKS:
            self.flush()

    def enter(self, element: HtmlElement) -> bool:
        """Begin an element; False where its content is not to be walked."""
        tag = element.tag
        if tag == "br":
            self._runs.append(("\n", True))
            return False
        if tag in BLOCKS:
            self.flush()
            if not self._enter_block(element):
                return False
            self._notes += holds_notes(element)
        elif is_word_mark(element) and not self._worded:
            self._label = word_label(element)
            return False
        elif is_note_mark(element):
            return False
        elif "sdfootnotesym" in classes(element):
            self._runs.append(
                (f"{words_of(element)} ", False)
            )  # LibreOffice sets no blank behind a note's number
            return False
        strong = sets_strong(element)
        self._strong.append(self._strong[-1] if strong is None else strong)
        return True

    def _enter_block(self, element: HtmlElement) -> bool:
        tag = element.tag
        if tag == "table":
            return not self._read_table(element)
        if tag == "tr":
            return not self._read_names(element)
        if tag in ("td", "th"):
            return not (self._read_lone_label(element) or self._read_note(element))
        if tag in ("ul", "ol"):
            self._lists.append(iter(point_labels(element)))
        elif tag == "li":
            self._label = next(self._lists[-1], "") if self._lists else "•"
        elif tag in HEADINGS:
            self._heading = HEADINGS[tag]
        elif sets_lines(element):
            self._set_as_typed += 1
        elif tag == "dt":
            self._write_term()
        elif any(name.startswith("MsoList") for name in classes(element)):
            self._word_depth = word_level(element)
        return True

    def leave(self, element: HtmlElement) -> None:
        """End an element that was entered."""
        tag = element.tag
        self._strong.pop()
        if tag not in BLOCKS:
            return
        self._notes -= holds_notes(element)
        if tag == "dt":
            self._hold_term(heads=_heads_text(element))
        self.flush()
        if tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "li":
            self._label = None
        elif tag in HEADINGS:
            self._heading = None
        elif sets_lines(element):
            self._set_as_typed -= 1
        elif tag == "dl":
            self._write_term()
        elif tag == "p":
            self._word_depth = 0

    def flush(self) -> None:
        """End the paragraph at hand."""
        if self._worded:
            if self._term:
                self._runs.insert(0, (f"{self._term} ", False))
                self._term = None
            depth = len(self._lists) or self._word_depth
            role = self._role or ("field" if self._notes else None)
            place = Place(role, self._under, depth, self._heading, self._label)
            self.pieces.extend(write_paragraphs(self._runs, place))
            self._label = None
            if self._heading:
                self._under = self._heading
        self._empty()

    def _empty(self) -> None:
        self._runs, self._worded = [], False

    def _hold_term(self, *, heads: bool) -> None:
        """Keep a short `dt` for the `dd` that follows: "Date" and "4 May" read "Date: 4 May"; or let it head it."""
        term = " ".join("".join(text for text, _ in self._runs).split())
        if term and (heads or _NUMBERED.match(term)):
            place = Place(self._role, self._under, 0, min(self._under + 1, 6), self._label)
            self.pieces.extend(write_paragraphs(self._runs, place))
            self._empty()
        elif term and len(term) <= _LONGEST_TERM:
            self._term = term if term[-1] in ":?." else f"{term}:"
            self._empty()

    def _write_term(self) -> None:
        if self._term:
            self.pieces.append(Piece("paragraph", self._term, role=self._role))
            self._term = None

    def _read_table(self, table: HtmlElement) -> bool:
        """Write a table's rows; False where it only arranges words, which are then walked."""
        if next(table.iterdescendants("table"), None) is not None:
            return False  # a frame for others; so that nested tables are read once each
        texts = html_tables.texts_of(table)
        arranges = html_tables.only_arranges(table, texts)
        lists = partial(html_tables.lists_of, table)
        lines = vote_lines(texts, lists) or (None if arranges else form_lines(texts, lists))
        if lines:
            self.pieces.extend(Piece("paragraph", text, role=self._role) for text in lines)
            return True
        if arranges:
            return False
        self._table += 1
        caption = table.find("caption")
        if caption is not None and words_of(caption):
            self.pieces.append(Piece("paragraph", words_of(caption), role=self._role))
        self.pieces.extend(html_tables.read_rows(table, self._table, self._role))
        return True

    def _read_names(self, row: HtmlElement) -> bool:
        names = html_tables.read_names(row, self._table + 1)
        if names:
            self._table += 1
            self._columns[html_tables.table_of(row)] = [cell.text for cell in names.cells]
            self.pieces.append(names)
        return names is not None

    def _read_lone_label(self, cell: HtmlElement) -> bool:
        """In a table that only arranges, a cell with nothing but "4." is the label of what stands beside it."""
        label = html_tables.lone_label(cell) if cell.getnext() is not None else None
        if label:
            self._label = label
        return label is not None

    def _read_note(self, cell: HtmlElement) -> bool:
        """A few words under "Action", beside the minutes, are said with the column's name: "Action: Clerk"."""
        names = self._columns.get(html_tables.table_of(cell), ())
        column = sum(1 for _ in cell.itersiblings(preceding=True)) if names else 0
        note = html_tables.read_note(names[column], cell) if 0 < column < len(names) else None
        if note:
            self.pieces.append(Piece("paragraph", note, role=self._role))
        return note is not None


def _heads_text(term: HtmlElement) -> bool:
    """Whether what a `dt` stands over is text of several paragraphs, and no mere entry."""
    told = term.getnext()
    return told is not None and told.tag == "dd" and sum(child.tag in _OF_TEXT for child in told) > 1
