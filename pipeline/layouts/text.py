"""Plain text and Markdown: paragraphs rebuilt from printed lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from extractors.model import Cell, Piece
from pipeline.layouts.base import Layout, Reading
from pipeline.layouts.text_decoding import decode
from pipeline.layouts.text_joining import goes_on, read_setting
from pipeline.layouts.text_lines import Line, read_lines, strip_marks
from pipeline.layouts.text_pieces import known_words, make_piece
from pipeline.layouts.text_runs import part_items

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n"
    r"(?P<lines>(?:(?:[\w-]{1,40}:|[ \t]{0,8}- |[ \t]{1,8}\S)[^\r\n]{0,500}\r?\n){1,60})"
    r"---[ \t]*(?:\r?\n|$)"
)
_FRONT_TITLE = re.compile(r"^title:[ \t]*(\S[^\r\n]{0,200})", re.MULTILINE)
_BULLET_ALONE = re.compile(r"[•·●○◦▪■\uf0b7\uf0a7\uf0d8]|\(?(?:\d{1,2}|[a-z])[.)]")


def read(data: bytes) -> Reading:
    """The pieces of a text file. Raises `Unreadable` for an empty, huge or binary file."""
    fields, text = _front_matter(decode(data))
    pieces = _pieces(read_lines(text))
    return Reading(tuple(part for piece in pieces for part in part_items(piece)), fields)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the makers of web sites write above a page in Markdown, and the page. Its date is that of the post."""
    front = _FRONT.match(text)
    if not front:
        return {}, text
    title = _FRONT_TITLE.search(front["lines"])
    said = title[1].strip().strip("\"'").strip() if title else ""
    return ({"title": said} if len(said.split()) > 1 else {}), text[front.end() :]


def _pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    setting = read_setting(lines)
    known = known_words(lines)
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
                yield make_piece(gathered, known)
                gathered = []
            if row:
                table += not (before and before.style in ("row", "header") and not line.blanks)
                yield _row(line, table)
            else:
                gathered = [line]
        before = line
    if gathered:
        yield make_piece(gathered, known)


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


LAYOUT = Layout("text", "text", lambda _, suffix: suffix in {".txt", ".md", ".markdown", ".text"}, read)
