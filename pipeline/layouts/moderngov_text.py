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
from pipeline.layouts.moderngov_rolled import has_lines, lay_out_rows, read_line
from pipeline.layouts.moderngov_titles import NUMBER, NUMBERED, TAIL, as_field, make_item
from pipeline.layouts.titles import LONGEST_BOLD_HEADING, heads_unmarked

_SUFFIXES = {".txt", ".text", ".md", ".markdown"}
_SIGN = re.compile(
    rb"^[ \t#*]*(?:Agenda item(?:[ \t]+-[ \t]+[^\r\n]{1,300})?|"
    rb"Issue - (?:meetings|items at meetings|details?|decisions)|Decision details?|"
    rb"\|?[ \t]*No\.(?:[ \t]*\|)?[ \t]*Items?|"
    rb"\d{1,4}\.?[ \t]+\S[^\r\n]{2,300}[ \t]PDF [\d.]+ [KM]B|"
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
_FRAME = re.compile(
    r"(?:venue|contact|link|webcast|media|email|tel)\s*:.*|media|items|view directions|navigation and tools|find it|"
    r"you are here\b.*|(?:- )?meeting of .+\(item [^)]{1,12}\)|(?:- )?view the (?:background|decision|reasons)\b.*|"
    r"(?:agendas?|decisions?)(?:, decisions)? and (?:draft |printed )?minutes|skip to .{0,40}|share this .{0,40}|"
    r"issue - .*",
    re.IGNORECASE,
)
_FILES = re.compile(r"(?:additional|supporting|accompanying|background) documents?\s*:?", re.IGNORECASE)
_SECTIONS = {"decision": 1, "decisions": 1, "minutes": 2}
"""The labels inside an item, in the order in which the page prints them; 0 is "Additional documents:"."""
_ABOUT = re.compile(
    r"(?:to (?:receive|consider|note|approve|agree|confirm|report|discuss|review|answer|deal|sign|"
    r"take|elect|appoint|be)\b|"
    r"(?:joint )?report (?:of|by|from)\b|members are\b|this report\b|"
    r"\(?(?:copy|report|pages?|paper)\b|cabinet member:|lead officer:)",
    re.IGNORECASE,
)
_LONGEST_STOPPED = 12
"""Words of a title that is printed with a full stop; longer ones are sentences."""
_COLUMNS = frozenset({"action", "actions", "action by"})
"""Stand beside "Agenda item" over a table."""
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
    else:
        yield from _history(pieces)


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
            yield as_field(piece) if at < title or _is_frame(piece) else piece


def _may_be_named(words: str) -> bool:
    """Whether the line can be the item's title: a page's copy may have lost it, and show what it is about, the head
    of a list, or the next column's name."""
    about = _ABOUT.match(words) and words.endswith(".")
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
            yield piece if begun and not _is_frame(piece) else as_field(piece)


def _list_page(pieces: Sequence[Piece], opened: int) -> Iterator[Piece]:
    """A meeting: items by their printed numbers, else by the labels inside them, else by their titles' looks."""
    titles = (
        _numbered_titles(pieces, opened) or _labelled_titles(pieces, opened) or _bare_titles(pieces, opened)
    )
    files = False
    number: Piece | None = None
    for at, piece in enumerate(pieces):
        if at <= opened or (at not in titles and _is_frame(piece)):
            yield as_field(piece)
        elif at in titles:
            files = False
            yield from make_item(piece, number.text if number else None)
            number = None
        elif at + 1 in titles and NUMBER.fullmatch(piece.text):
            number = piece
        elif _FILES.fullmatch(piece.text):
            files = True
            yield as_field(piece)
        else:
            files = files and piece.text.strip(" :").lower() not in _SECTIONS
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
        elif at <= opened or _is_frame(piece) or not re.search(r"\w", piece.text):
            yield as_field(piece)
        else:
            yield piece


def _numbered_titles(pieces: Sequence[Piece], opened: int) -> set[int]:
    """Titles with a number before them, on their line or on a line alone, where the numbers count upwards."""
    found: list[tuple[float, int]] = []
    for at in range(opened + 1, len(pieces)):
        piece = pieces[at]
        alone = NUMBER.fullmatch(pieces[at - 1].text)
        own = NUMBERED.match(piece.text)
        if not (alone or (own and piece.kind != "table_row")):
            continue
        number = pieces[at - 1].text if alone else own["number"] if own else ""
        title = piece.text if alone else piece.text[own.end() if own else 0 :]
        order = re.search(r"\d+", number)
        follows = not found or (order and found[-1][0] <= int(order[0]) <= found[-1][0] + 3)
        if order and follows and _follows_number(TAIL.sub("", title)):
            found.append((int(order[0]), at))
    return {at for _, at in found} if len(found) >= 2 else set()


def _follows_number(title: str) -> bool:
    """Whether the words behind a number are a title; some have a full stop ("Urgent items.") or a colon inside."""
    if title.endswith("."):
        short = len(title.split()) <= _LONGEST_STOPPED and not re.match(r"(?:That|To|There|None)\b", title)
        title = title.rstrip(".") if short else title
    return _reads_as_title(re.sub(r"(?<=\w):(?= )", " –", title))


def _labelled_titles(pieces: Sequence[Piece], opened: int) -> set[int]:
    """Titles by the labels under them: an item begins where a label comes that the item before has had."""
    titles = set()
    before, last = opened, 9
    for at in range(opened + 1, len(pieces)):
        word = pieces[at].text.strip(" :").lower()
        order = 0 if _FILES.fullmatch(pieces[at].text) else _SECTIONS.get(word)
        if order is None:
            continue
        if order <= last:
            near = [each for each in range(before + 1, at) if _may_title(pieces[each])]
            titles |= set(near[-1:])
        before, last = at, order
    return titles if len(titles) >= 2 else set()


def _bare_titles(pieces: Sequence[Piece], opened: int) -> set[int]:
    """Titles by their looks alone, each with something that is no title under it."""
    inside = range(opened + 1, len(pieces))
    return {
        at
        for at in inside
        if _may_title(pieces[at])
        and not (at > opened + 1 and pieces[at - 1].text.rstrip().endswith(":"))
        and (at + 1 == len(pieces) or not _may_title(pieces[at + 1]))
    }


def _may_title(piece: Piece) -> bool:
    title = TAIL.sub("", piece.text)
    return (
        piece.kind in ("heading", "paragraph")
        and title[:1].isupper()
        and len(title.split()) <= 20
        and not _ABOUT.match(title)
        and not _is_frame(piece)
        and title.strip(" :").lower() not in _SECTIONS
        and _reads_as_title(title)
    )


def _is_frame(piece: Piece) -> bool:
    return bool(_FRAME.fullmatch(piece.text.strip()))


def _reads_as_title(words: str) -> bool:
    return bool(words) and words[-1] != ":" and heads_unmarked(words, LONGEST_BOLD_HEADING)


LAYOUT = Layout("moderngov_text", "text", accepts, read)
