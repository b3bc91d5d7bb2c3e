"""Plain text and Markdown: paragraphs rebuilt from printed lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from extractors.model import Cell, Piece
from pipeline.layouts.base import Layout, Reading
from pipeline.layouts.labels import LABEL
from pipeline.layouts.text_decoding import decode
from pipeline.layouts.text_joining import goes_on, read_setting
from pipeline.layouts.text_lines import Line, read_lines, strip_marks
from pipeline.layouts.titles import heads_unmarked, may_head

_WORDS = re.compile(r"[^\W\d_]{2,}")
_BULLET_ALONE = re.compile(r"[•·●○◦▪■\uf0b7\uf0a7\uf0d8]|\(?(?:\d{1,2}|[a-z])[.)]")


def read(data: bytes) -> Reading:
    """The pieces of a text file. Raises `Unreadable` for an empty, huge or binary file."""
    return Reading(tuple(_pieces(read_lines(decode(data)))))


def _pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    setting = read_setting(lines)
    known = frozenset(word.lower() for line in lines for word in _WORDS.findall(line.text))
    table = 0
    before: Line | None = None
    gathered: list[Line] = []
    lines = list(_with_lone_labels(lines))
    for line, following in zip_longest(lines, lines[1:]):
        row = line.style in ("row", "header")
        if before and goes_on(before, line, following, setting):
            gathered.append(line)
        else:
            if gathered:
                yield _piece(gathered, known)
                gathered = []
            if row:
                table += not (before and before.style in ("row", "header") and not line.blanks)
                yield _row(line, table)
            else:
                gathered = [line]
        before = line
    if gathered:
        yield _piece(gathered, known)


def _with_lone_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a bullet or number that stands alone set before the line that follows it."""
    alone: Line | None = None
    for line in lines:
        if alone:
            text = f"{alone.text} {line.text}"
            line = Line(text, alone.indent, alone.blanks, alone.page, line.style, line.level)
            alone = None
        if line.style == "plain" and _BULLET_ALONE.fullmatch(line.text):
            alone = line
        else:
            yield line
    if alone:
        yield alone


def _row(line: Line, table: int) -> Piece:
    inner = line.text.strip().removeprefix("|").removesuffix("|")
    texts = re.split(r"(?<!\\)\|", inner)
    cells = tuple(Cell(_plain_cell(text), column=column) for column, text in enumerate(texts))
    return Piece("table_row", "", page=line.page, table=table, header=line.style == "header", cells=cells)


def _plain_cell(text: str) -> str:
    return strip_marks(text.replace("\\|", "|"))


def _piece(lines: Sequence[Line], known: frozenset[str]) -> Piece:
    first = lines[0]
    text = join((line.text for line in lines), known)
    label = LABEL.match(text)
    if first.style == "heading":
        return Piece("heading", text, page=first.page, level=first.level)
    if first.style == "bold" and may_head(text):
        return Piece("heading", text, page=first.page, level=2, label=label["label"] if label else None)
    if label:
        return Piece("bullet", text, page=first.page, level=_depth(first), label=label["label"])
    if heads_unmarked(text):
        return Piece("heading", text, page=first.page, level=2)
    return Piece("paragraph", text, page=first.page, level=1 if first.indent >= 8 else 0)


def _depth(line: Line) -> int:
    """1 for a point at the margin or one step in, more for each further four columns."""
    return 1 + max(0, line.indent - 4) // 4


def join(lines: Iterator[str], known: frozenset[str]) -> str:
    """The lines as one; a word broken at a line's end is whole where the document has it whole elsewhere."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif re.search(r"\w-$", text) and line[:1].isalnum():
            whole = _WORDS.findall(text)[-1:] + _WORDS.findall(line)[:1]
            broken = len(whole) == 2 and "".join(whole).lower() in known and text.endswith(whole[0] + "-")
            text = (text[:-1] if broken else text) + line
        else:
            text = f"{text}{'' if text.endswith(chr(0xAD)) else ' '}{line}"
    return text


LAYOUT = Layout("text", "text", lambda _, suffix: suffix in {".txt", ".md", ".markdown", ".text"}, read)
