"""Word files: paragraphs and tables in their order, numbers as they print, tracked changes accepted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from docx.document import Document as Word
from lxml.etree import _Element as Element

from extractors.model import Piece, Problem
from pipeline.layouts.base import Layout, Reading, Unreadable
from pipeline.layouts.docx_headers import council_above
from pipeline.layouts.docx_names import W, child, chosen
from pipeline.layouts.docx_numbering import Counter
from pipeline.layouts.docx_opening import looks_like_word, open_word
from pipeline.layouts.docx_styles import Styles
from pipeline.layouts.docx_tables import WordCell, only_arranges, read_grid, read_rows
from pipeline.layouts.docx_text import boxes, read_runs
from pipeline.layouts.paragraphs import Place, Run, write_paragraphs
from pipeline.layouts.tables import as_list, form_lines, is_lone_label, names_columns, task_note, vote_lines

_PASSED = frozenset(
    W + name
    for name in ("del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr")
)
_Part = Element | str | Piece
"""What is still to be read: an element, the label of what comes next, or a piece that is ready."""
_EMBEDDED = W + "altChunk"
_NAMES_COUNCIL = re.compile(r"\b(?:Council|Authority|Borough of|Cyngor|Comhairle)\b", re.IGNORECASE)
_TITLE_WITHIN = 12
"""Paragraphs from the start in which the title that the file's properties give must stand to be believed."""


def read(data: bytes) -> Reading:
    """The pieces of a Word file. Raises `Unreadable` for what cannot be opened, or holds no text."""
    word = open_word(data)
    body = getattr(word.element, "body", None)  # a part of another kind has none
    if body is None:
        raise Unreadable(Problem("read", "empty", "The Word file has no body."))
    pieces = _Body(word).read(body)
    if not pieces:
        raise Unreadable(_without_text(body))
    return Reading(tuple(pieces), _fields(word, pieces), tuple(_problems(body)))


def _without_text(body: Element) -> Problem:
    if next(body.iter(W + "drawing", W + "pict"), None) is not None:
        return Problem(
            "read", "needs OCR", "The Word file holds pictures only. Make their text readable first."
        )
    return Problem("read", "empty", "The Word file holds no text.")


def _problems(body: Element) -> Iterator[Problem]:
    if next(body.iter(_EMBEDDED), None) is not None:
        detail = (
            "Another file is embedded in the Word file and was not read. Save it as .docx again to unfold it."
        )
        yield Problem("read", "partly read", detail)


def _fields(word: Word, pieces: list[Piece]) -> dict[str, str]:
    """The title of the file's properties where the document begins with it: templates leave old ones behind."""
    printed = " ".join(" ".join(piece.text.split()) for piece in pieces[:_TITLE_WITHIN])
    council = None if _NAMES_COUNCIL.search(printed) else council_above(word)
    fields = {"council": council} if council else {}
    try:
        title = " ".join((word.core_properties.title or "").split())
    except (KeyError, ValueError, AttributeError):  # properties that python-docx cannot read
        return fields
    return fields | ({"title": title} if len(title) > 5 and title.lower() in printed.lower() else {})


class _Body:
    """The document's body as it is read: lists are counted, tables numbered, the last heading known."""

    def __init__(self, word: Word) -> None:
        self._styles = Styles(_part(word, "styles"))
        self._counter = Counter(_part(word, "numbering"), self._styles)
        self._under = 1
        self._table = 0
        self._label: str | None = None
        self._held: list[Run] = []
        """The words of a paragraph that goes on in the next."""

    def read(self, body: Element) -> list[Piece]:
        """The pieces of an element, in order."""
        pieces: list[Piece] = []
        stack: list[_Part] = [body]
        while stack:
            element = stack.pop()
            if isinstance(element, str):
                self._label = element
            elif isinstance(element, Piece):
                pieces.append(element)
            elif element.tag in _PASSED:
                continue
            elif element.tag == W + "p":
                pieces.extend(self._paragraph(element))
                stack.extend(reversed(list(boxes(element))))
            elif element.tag == W + "tbl":
                stack.extend(reversed(self._read_table(element, pieces)))
            else:
                stack.extend(reversed(list(chosen(element))))
        return pieces

    def _paragraph(self, paragraph: Element) -> Iterator[Piece]:
        runs = [*self._held, *read_runs(paragraph, self._styles)]
        self._held = []
        worded = any(text.strip() for text, _ in runs)
        if child(paragraph, "pPr", "rPr", "del") is not None:  # its end is struck out
            if not worded:
                return  # so that it is not counted either
            if _is_paragraph(paragraph.getnext()):
                self._held = runs
                return
        numbering = self._styles.numbering(paragraph)
        label = self._counter.label(numbering) if numbering else None
        if not worded:
            self._label = label or self._label  # a number in a cell of its own belongs to the next cell
            return
        if self._styles.is_contents(paragraph):
            return
        label, self._label = label or self._label, None
        heading = self._styles.heading(paragraph)
        title = self._styles.is_title(paragraph)
        place = Place(
            under=self._under, depth=numbering.level + 1 if numbering else 0,
            heading=1 if title else heading, label=label,
        )  # fmt: skip
        for piece in write_paragraphs(runs, place):
            if heading and piece.kind == "heading":
                self._under = piece.level
            yield replace(piece, role="title") if title else piece

    def _read_table(self, table: Element, pieces: list[Piece]) -> list[_Part]:
        """Write a table's rows; or the cells that are to be read instead, where it only arranges words."""
        grid = read_grid(table, self._styles)
        texts = [[cell.cell.text for cell in row] for row in grid]
        arranges = only_arranges(grid)
        lists = partial(_lists_of, grid)
        lines = vote_lines(texts, lists) or (None if arranges else form_lines(texts, lists))
        if lines:
            pieces.extend(Piece("paragraph", text) for text in lines)
        elif arranges:
            names: dict[int, str] = {}
            if texts and names_columns(texts[0]):
                self._table += 1
                cells = tuple(cell.cell for cell in grid.pop(0))
                names = {cell.column: cell.text for cell in cells}
                pieces.append(Piece("table_row", "", table=self._table, header=True, cells=cells))
            return [part for row in grid for part in _parts(row, names)]
        else:
            self._table += 1
            labelled = read_grid(table, self._styles, self._print_label)
            pieces.extend(read_rows(table, labelled, self._table))
        return []

    def _print_label(self, paragraph: Element) -> str:
        numbering = self._styles.numbering(paragraph)
        return self._counter.label(numbering) if numbering else ""


def _is_paragraph(element: Element | None) -> bool:
    return element is not None and element.tag == W + "p"


def _lists_of(grid: Sequence[Sequence[WordCell]]) -> list[list[str]]:
    return [[_as_list(cell) for cell in row] for row in grid]


def _as_list(cell: WordCell) -> str:
    paragraphs = (
        "".join(text.text or "" for text in one.iter(W + "t")) for one in cell.element.iter(W + "p")
    )
    return as_list(filter(None, (" ".join(words.split()) for words in paragraphs)))


def _parts(row: Sequence[WordCell], names: Mapping[int, str]) -> Iterator[_Part]:
    """The cells to be read; one that holds nothing but "4." is the label of what stands beside it, and a note under
    "Action" is said with the column's name."""
    for at, cell in enumerate(row, 1):
        note = task_note(names.get(cell.cell.column, ""), cell.cell.text) if at > 1 else None
        if note:
            yield Piece("paragraph", note)
        elif at < len(row) and is_lone_label(cell.cell.text):
            yield cell.cell.text
        else:
            yield cell.element
    yield ""


def _part(word: Word, name: str) -> Element | None:
    """The root of the styles or the numbering; None where the file has none."""
    for relation in word.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{name}"):
            element: Element | None = getattr(relation.target_part, "element", None)
            return element
    return None


LAYOUT = Layout("docx", "docx", looks_like_word, read)
