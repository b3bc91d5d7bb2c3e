"""PDF with a text layer: paragraphs, headings, points and table rows, each with its page.

Encrypted and broken files are `Unreadable`, and so is one without any text ("needs OCR"); where only some
pages have none, or fail, the rest is read and a problem names them. Nothing is taken from the file's own
title and author fields: they mostly name the template.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.model import Piece, Problem
from pipeline.layouts.base import Layout, Reading, Unreadable
from pipeline.layouts.pdf_columns import read_in_order
from pipeline.layouts.pdf_furniture import drop_furniture
from pipeline.layouts.pdf_joining import continues, read_print, set_margins
from pipeline.layouts.pdf_model import Column, Entry, Page, PageTable, PrintedLine, Word
from pipeline.layouts.pdf_pieces import Shaping
from pipeline.layouts.pdf_tables import TablesRead, read_tables
from pipeline.layouts.pdf_words import PageFailed, read_page
from pipeline.layouts.text_decoding import check_size
from pipeline.layouts.text_pieces import known_words

MOST_PAGES = 2_500
"""A year of a council's minutes bound in one file has a third."""
_NAMED = 12
"""Pages that a problem names one by one."""


def read(data: bytes) -> Reading:
    """The pieces of a PDF. Raises `Unreadable` for an encrypted, broken or huge file, and for one that no
    page of can be read."""
    check_size(data)
    pages, problems = _read_pages(data)
    legible = [page for page in pages if page.legible]
    if not any(page.words for page in legible):
        raise Unreadable(
            problems[0] if problems else Problem("read", "empty", "No page of the file has text.")
        )
    tables = _read_tables(data)
    pieces = tuple(_pieces(list(_entries(legible, tables.pages))))
    return Reading(pieces, problems=(*problems, *tables.problems))


def _read_tables(data: bytes) -> TablesRead:
    try:
        return read_tables(data)
    except Exception as error:  # the reader of tables meets damage in as many ways as there are
        detail = f"Tables are read as lines of text: {type(error).__name__}. Save the file anew, then read it again."
        return TablesRead({}, (Problem("read", "tables not read", detail),))


def _read_pages(data: bytes) -> tuple[list[Page], tuple[Problem, ...]]:
    document = _open(data)
    pages: list[Page] = []
    failed: list[str] = []
    try:
        count = len(document)
        if count > MOST_PAGES:
            detail = f"The file has {count:,} pages; at most {MOST_PAGES:,} are read. Split the file."
            raise Unreadable(Problem("read", "too large", detail))
        for number in range(1, count + 1):
            try:
                pages.append(read_page(document, number))
            except PageFailed as failure:
                failed.append(f"Page {number} could not be read: {failure}.")
    finally:
        document.close()
    problems = [Problem("read", "broken page", detail) for detail in failed]
    dark = [page.number for page in pages if not page.legible]
    if dark:
        detail = f"No text on {_name(dark)} of {count}. Run OCR on the file, then read it again."
        problems.insert(0, Problem("read", "needs OCR", detail))
    return pages, tuple(problems)


def _name(pages: Sequence[int]) -> str:
    named = ", ".join(map(str, pages[:_NAMED]))
    more = f" and {len(pages) - _NAMED} more" if len(pages) > _NAMED else ""
    return f"page{'s' if len(pages) > 1 else ''} {named}{more}"


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            detail = "The file is protected by a password. Save it without one."
            raise Unreadable(Problem("read", "encrypted", detail)) from error
        detail = "The file is no whole PDF. Fetch it again, or open it and save it anew."
        raise Unreadable(Problem("read", "broken", detail)) from error


def _entries(pages: Sequence[Page], tables: Mapping[int, Sequence[PageTable]]) -> Iterator[Entry]:
    """Lines and tables in the reading order, of all pages."""
    kept = [_outside(page, tables.get(page.number, ())) for page in pages]
    parts = [part for page in drop_furniture(kept) for part in _parts(page, tables.get(page.number, ()))]
    columns = iter(set_margins([part for part in parts if isinstance(part, Column)]))
    for part in parts:
        if isinstance(part, PageTable):
            yield part
        else:
            yield from next(columns).lines


def _outside(page: Page, tables: Sequence[PageTable]) -> Page:
    if not tables:
        return page
    words = tuple(word for word in page.words if not any(_is_within(word, table) for table in tables))
    return replace(page, words=words)


def _is_within(word: Word, table: PageTable) -> bool:
    x0, top, x1, bottom = table.box
    return x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= word.middle <= bottom


def _parts(page: Page, tables: Sequence[PageTable]) -> Iterator[PageTable | Column]:
    """The columns of text above, between and below the page's tables, and the tables."""
    left = list(page.words)
    for table in sorted(tables, key=lambda table: table.box[1]):
        above = [word for word in left if word.middle < table.box[1]]
        left = [word for word in left if word.middle >= table.box[1]]
        yield from read_in_order(above, page.number)
        yield table
    yield from read_in_order(left, page.number)


def _pieces(entries: Sequence[Entry]) -> Iterator[Piece]:
    lines = [entry for entry in entries if isinstance(entry, PrintedLine)]
    setting = read_print(lines)
    shaping = Shaping(known_words(lines), setting)
    gathered: list[PrintedLine] = []
    for entry, after in zip_longest(entries, entries[1:]):
        following = after if isinstance(after, PrintedLine) else None
        if isinstance(entry, PrintedLine) and gathered and continues(gathered, entry, following, setting):
            gathered.append(entry)
            continue
        yield from shaping.pieces(gathered)
        gathered = [entry] if isinstance(entry, PrintedLine) else []
        if isinstance(entry, PageTable):
            yield from entry.rows
    yield from shaping.pieces(gathered)


LAYOUT = Layout(
    "pdf", "pdf", lambda data, suffix: suffix == ".pdf" or data[:1024].lstrip().startswith(b"%PDF-"), read
)
