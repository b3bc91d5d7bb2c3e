"""ModernGov pages copied or saved as plain text: meetings, single items, issue histories.

Nothing but the page's standing words is left to tell what a line is: "Agenda item" over the title, "No. Item" over
a meeting's items, "Additional documents:", "Decision:" and "Minutes:" inside each. Lines are told apart, none is
dropped.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.model import Piece
from pipeline.layouts import text
from pipeline.layouts.base import Layout, Reading
from pipeline.layouts.moderngov_decided import is_decision_page, tell_decisions
from pipeline.layouts.moderngov_finding import (
    ABOUT,
    FILES,
    SECTIONS,
    bare_titles,
    filed_titles,
    is_frame,
    labelled_titles,
    numbered_titles,
)
from pipeline.layouts.moderngov_rolled import has_lines, lay_out_rows, read_line
from pipeline.layouts.moderngov_titles import NUMBER, NUMBERED, TAIL, as_field, make_item
from pipeline.layouts.titles import LONGEST_BOLD_HEADING

_SUFFIXES = {".txt", ".text", ".md", ".markdown"}
_SIGN = re.compile(
    rb"^[ \t#*]*(?:Agenda item(?:[ \t]+-[ \t]+[^\r\n]{1,300})?|"
    rb"Issue - (?:meetings|items at meetings|details?|decisions)|Decision details?|"
    rb"\|?[ \t]*No\.(?:[ \t]*\|)?[ \t]*Items?|"
    rb"(?:[^\r\n]{2,300}[ \t])?\(?(?:PDF|DOCX?),? [\d.]+ ?[KM]B\)?(?: \(\d\d?:\d\d:\d\d\))?|"
    rb"Meeting: \d\d?/\d\d?/\d{4} - [^\r\n]{1,200}\(Item[^\r\n)]{1,12}\))[ \t*|]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_ROLLED = re.compile(
    rb"^[A-Z][^\r\n:]{2,300}(?<!of)(?<!the)(?<!last)(?<!draft)(?<!previous)[ \t]Minutes:[ \t]+\S",
    re.MULTILINE,
)
"""Items that stand one to a line, under no head: their titles have "Minutes:" and the minutes behind."""
_HEAD = 6000
"""Bytes in which a page shows its standing words: menus above them are rarely longer."""
_ITEM_PAGE = re.compile(r"agenda items?", re.IGNORECASE)
_PAGE_TITLE = re.compile(r"(agenda items? -)\s+(.+)", re.IGNORECASE)
_LIST = re.compile(r"no\.(?:\s*\|)?\s*items?", re.IGNORECASE)
_PLACE = re.compile(r"Meeting: \d\d?/\d\d?/\d{4} - .+\(Item [^)]{1,12}\)", re.IGNORECASE)
_SAYS = re.compile(r"[a-z)’\d][.;]$|^That\b")
"""Ends as a sentence, or begins as a decision: among the papers, where no "Minutes:" stands, the minutes begin so."""
_COLUMNS = frozenset({"action", "actions", "action by"})
"""Stand beside "Agenda item" over a table."""
_LONGEST_STOPPED = 12
"""Words of a title that is printed with a full stop; longer ones are sentences."""
_OPENING = 14
"""Pieces within which an item's page comes to its title."""


def accepts(data: bytes, suffix: str) -> bool:
    """Whether a text file begins with the standing words of a ModernGov page."""
    head = data[:_HEAD]
    return suffix in _SUFFIXES and bool(_SIGN.search(head) or len(_ROLLED.findall(head)) > 1)


def read(data: bytes) -> Reading:
    """The pieces of the page. Raises `Unreadable` for an empty, huge or binary file."""
    reading = text.read(data)
    return replace(reading, pieces=tuple(_tell(reading.pieces)))


def _tell(pieces: Sequence[Piece]) -> Iterator[Piece]:
    pieces = lay_out_rows(pieces)
    words = [piece.text.strip(" :*|") for piece in pieces]
    opened = next((at for at, each in enumerate(words) if _LIST.fullmatch(each)), None)
    if opened is not None and has_lines(pieces[opened + 1 :]):
        yield from _lines_page(pieces, opened)
    elif opened is not None:
        yield from _list_page(pieces, opened)
    elif any(is_decision_page(each) for each in words[:_OPENING]):
        yield from tell_decisions(pieces)
    elif any(_ITEM_PAGE.match(each) for each in words[:_OPENING]):
        yield from _item_page(pieces)
    elif sum(read_line(piece) is not None for piece in pieces) > 1:
        yield from _lines_page(pieces, -1)
    elif any(_PLACE.fullmatch(piece.text.strip()) for piece in pieces):
        yield from _history(pieces)
    else:
        yield from _filed_page(pieces)


def _item_page(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """One item: its title stands under "Agenda item", or behind "Agenda item -" where no such line follows."""
    head = range(min(_OPENING, len(pieces) - 1))
    alone = next(
        (
            at + 1
            for at in head
            if _ITEM_PAGE.fullmatch(pieces[at].text) and not _ITEM_PAGE.match(pieces[at + 1].text)
        ),
        None,
    )
    first = next((at for at in head if _PAGE_TITLE.fullmatch(pieces[at].text)), None)
    title = alone if alone is not None else first
    if title is None or not _may_be_named(pieces[title].text):
        yield from pieces
        return
    for at, piece in enumerate(pieces):
        if at == title:
            match = _PAGE_TITLE.fullmatch(piece.text)
            if match:
                yield as_field(replace(piece, text=match[1]))
                piece = replace(piece, text=match[2])
            yield from make_item(piece)
        else:
            yield as_field(piece) if at < title or is_frame(piece) else piece


def _may_be_named(words: str) -> bool:
    """Whether the line can be the item's title: a page's copy may have lost it, and show what it is about, the head
    of a list, or the next column's name."""
    about = words.endswith(".") and (ABOUT.match(words) or len(words.split()) > _LONGEST_STOPPED)
    if len(words) > LONGEST_BOLD_HEADING:
        return False
    return words[-1] != ":" and not about and words.lower() not in _COLUMNS


def _history(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """An issue through its meetings: each title stands under "Meeting: date - committee (Item 4)", or tells itself
    by its number and its file."""
    placed = begun = False
    for piece in pieces:
        if not placed and NUMBERED.match(piece.text) and TAIL.search(piece.text):
            placed = begun = True
        if _PLACE.fullmatch(piece.text.strip()):
            placed = begun = True
            yield as_field(piece)
        elif placed:
            yield from make_item(piece)
            placed = False
        else:
            yield piece if begun and not is_frame(piece) else as_field(piece)


def _list_page(pieces: Sequence[Piece], opened: int) -> Iterator[Piece]:
    """A meeting: items by their printed numbers, else by the labels inside them, else by their titles' looks."""
    titles = numbered_titles(pieces, opened) or labelled_titles(pieces, opened)
    titles = titles or bare_titles(pieces, opened) | {at for at in filed_titles(pieces) if at > opened}
    yield from _with_titles(pieces, opened, titles)


def _filed_page(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A meeting under no head: items by the files behind their titles."""
    titles = filed_titles(pieces)
    if not titles:
        yield from pieces
        return
    first = max(0, min(titles) - 1)
    # Before the first title that has a file, items may stand that have lost theirs.
    yield from (piece if _SAYS.search(piece.text) else as_field(piece) for piece in pieces[:first])
    yield from _with_titles(pieces[first:], -1, {title - first for title in titles})


def _with_titles(pieces: Sequence[Piece], opened: int, titles: set[int]) -> Iterator[Piece]:
    """The pieces behind `opened`, with items where `titles` are; each takes the number that stands alone before it."""
    files = False
    number: Piece | None = None
    for at, piece in enumerate(pieces):
        if at + 1 in titles and NUMBER.fullmatch(piece.text):
            number = piece
        elif at <= opened or (at not in titles and is_frame(piece)):
            yield as_field(piece)
        elif at in titles:
            files = False
            yield from make_item(piece, number.text if number else None)
            number = None
        elif FILES.fullmatch(piece.text):
            files = True
            yield as_field(piece)
        else:
            files = files and piece.text.strip(" :").lower() not in SECTIONS and not _SAYS.search(piece.text)
            yield as_field(piece) if files else piece


def _lines_page(pieces: Sequence[Piece], opened: int) -> Iterator[Piece]:
    """A meeting whose items stand one to a line, or to a table's row, with their minutes behind them."""
    for at, piece in enumerate(pieces):
        line = read_line(piece) if at > opened else None
        if line:
            yield from make_item(replace(piece, text=line.title), line.number)
            yield from (
                replace(piece, kind="paragraph", text=text, level=0, label=None) for text in line.rest
            )
        elif at <= opened or is_frame(piece) or not re.search(r"\w", piece.text):
            yield as_field(piece)
        else:
            yield piece


LAYOUT = Layout("moderngov_text", "text", accepts, read)
