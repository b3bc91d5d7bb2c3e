"""ModernGov's list of items copied with one item to a line or a table's row: title, what it is about, labels and
minutes run together, "7. | Salt Barns To receive the report. Additional documents: Minutes: The report …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.model import Piece

_LABEL = re.compile(r"(?:(?<=\s)|^)(?:Additional documents|Supporting documents|Decisions?|Minutes):(?=\s|$)")
_LABELS_ALONE = re.compile(rf"(?:{_LABEL.pattern}\s*)+")
_NUMBER = re.compile(
    r"(?P<number>(?:[A-Z]{1,4}[ ./-]?)?\d{1,4}(?:/\d{1,4})?[a-z]?\.?)\s*(?:\|\s*|\s(?=[A-Z]))"
)
_ABOUT = re.compile(
    r"\s+(?=\(?(?:To (?:receive|consider|note|approve|agree|confirm|report|discuss|review|answer|deal|sign|take|"
    r"elect|appoint|be)|(?:Joint )?[Rr]eport (?:of|by|from) (?:the )?[A-Z]|"
    r"Members (?:are|will|must|to|of the)|"
    r"Please note|This report|All [Mm]embers|Any (?:[Mm]ember|apolog)|"
    r"(?:Copy|Report|Pages?) (?:attached|enclosed|to follow|\d)|"
    r"The (?:[A-Z][a-z]+|attached|minutes|chair\w*|report|following|purpose|deadline)\b[^.:]{0,60} "
    r"(?:is|are|will|has|have|for)\b))"
)
_FILE = re.compile(r"\s+(?:pdf icon\s*)?\b(?:PDF|DOCX?|XLSX?|PPTX?)\s+[\d.,]+\s?[KMG]?B\b")
_LONGEST_HEAD = 900
"""Characters of a title and what the item is about, on one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item as its line gives it: `rest` are the other words of the line, in order."""

    number: str | None
    title: str
    rest: tuple[str, ...]


def lay_out_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, the rows under a table's "No. | Item" as lines of text."""
    opened = next((at for at, piece in enumerate(pieces) if _heads_list(piece)), None)
    if opened is None:
        return list(pieces)
    return [
        replace(piece, kind="paragraph", text=_row_text(piece), cells=(), table=None, header=False)
        if at >= opened and piece.kind == "table_row"
        else piece
        for at, piece in enumerate(pieces)
    ]


def read_line(piece: Piece) -> Line | None:
    """The item that the piece is a line of; None where no label of the page stands inside it."""
    text = piece.text.strip().strip("|").strip()
    label = _LABEL.search(text)
    if label is None or not 2 < label.start() < _LONGEST_HEAD:
        return None
    head = text[: label.start()].strip()
    number = _NUMBER.match(head)
    title = head[number.end() :] if number else head
    if not title[:1].isupper():
        return None
    ends = [match.start() for match in (_ABOUT.search(title), _FILE.search(title)) if match]
    end = min(ends, default=len(title))
    parts = (title[end:].strip(), *_at_labels(text[label.start() :]))
    return Line(number["number"] if number else None, title[:end].strip(), tuple(filter(None, parts)))


def has_lines(pieces: Sequence[Piece]) -> bool:
    """Whether a page's items stand one to a line: at least two lines, or the one there is, have labels inside."""
    lines = sum(read_line(piece) is not None for piece in pieces)
    alone = sum(bool(_LABELS_ALONE.fullmatch(piece.text.strip())) for piece in pieces)
    return lines > alone


def _at_labels(text: str) -> Iterator[str]:
    """ "Decision: … Minutes: …" cut before and behind each label."""
    reached = 0
    for match in _LABEL.finditer(text):
        yield text[reached : match.start()].strip()
        yield match.group().strip()
        reached = match.end()
    yield text[reached:].strip()


def _heads_list(piece: Piece) -> bool:
    words = " ".join(cell.text.strip() for cell in piece.cells).split()
    return piece.kind == "table_row" and [word.lower() for word in words] in (
        ["no.", "item"],
        ["no.", "items"],
    )


def _row_text(piece: Piece) -> str:
    return " | ".join(cell.text.strip() for cell in piece.cells if cell.text.strip())
