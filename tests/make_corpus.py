"""Make the sample corpus's PDF and Word files from `corpus_sources/`: `python -m tests.make_corpus`.

A source holds one block a line, `tag: text`. `head` and `foot` are the running header and footer, `column`
opens a second column at the right margin and `act` puts the words after `||` there; `n` and `a` are points
of the first and second level with their printed labels, `b` a bullet; `table` gives the column widths in
points and `th`/`tr` its rows, where `{red}` before a cell's text colours the cell.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.shared import Pt

from tests.pdf_writer import Pages, Row

SOURCES = Path(__file__).parent / "corpus_sources"
CORPUS = Path(__file__).parents[1] / "corpus"
FOLDERS = {"cyp": "children", "env": "environment", "council": "council"}
Line = tuple[str, str]


def lines(source: Path) -> Iterator[Line]:
    """The source's blocks in order."""
    for line in source.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            tag, text = line.split(":", 1)
            yield tag, text.strip()


def cells(text: str) -> Row:
    """A table row's cells with their fill."""
    found = [re.fullmatch(r"(?:\{(\w+)\})?(.*)", cell.strip()) for cell in text.split(" | ")]
    return [(cell.group(2), cell.group(1)) for cell in found if cell]


def blocks(source: Path) -> Iterator[tuple[str, str, list[Row]]]:
    """The source's blocks, a table with its rows as one."""
    held: tuple[str, list[Row]] | None = None
    for tag, text in lines(source):
        if tag in ("th", "tr") and held:
            held[1].append(cells(text))
            continue
        if held:
            yield "table", *held
            held = None
        if tag == "table":
            held = text, []
        else:
            yield tag, text, []
    if held:
        yield "table", *held


def make_pdf(source: Path) -> bytes:
    """The source as a PDF file."""
    known = dict(lines(source))
    pages = Pages(known.get("head"), known.get("foot"))
    for tag, text, rows in blocks(source):
        match tag:
            case "title":
                pages.paragraph(text, font="bold", size=13, centred=True, gap=4)
            case "centre":
                pages.paragraph(text, centred=True, gap=14)
            case "field":
                pages.paragraph(text.replace(" | ", " "))
            case "column":
                pages.right -= 110
                pages.paragraph(" ", beside=text, gap=0)
            case "h":
                pages.room(48)
                pages.paragraph(text, font="bold", gap=6)
            case "p":
                pages.paragraph(text)
            case "act":
                body, owner = text.split(" || ")
                pages.paragraph(body, beside=owner)
            case "n":
                pages.paragraph(text, hang=24)
            case "a":
                pages.paragraph(text, indent=24, hang=24)
            case "b":
                pages.paragraph("• " + text, indent=12, hang=14)
            case "table":
                pages.table(rows, [float(width) for width in text.split()])
    return pages.finish(known["title"])


def make_docx(source: Path) -> bytes:
    """The source as a Word file."""
    word = Document()
    word.core_properties.title = dict(lines(source))["title"]
    for tag, text, rows in blocks(source):
        match tag:
            case "head":
                word.sections[0].header.paragraphs[0].text = text
            case "title":
                word.add_heading(text, 0)
            case "h":
                word.add_heading(text, 1)
            case "b":
                word.add_paragraph(text, "List Bullet")
            case "n" | "a":
                paragraph = word.add_paragraph(text.replace(" ", "\t", 1))
                paragraph.paragraph_format.left_indent = Pt(24 if tag == "n" else 48)
            case "field":
                name, value = text.split(" | ")
                word.add_paragraph().add_run(name + " ").bold = True
                word.paragraphs[-1].add_run(value)
            case "table":
                add_table(word, rows)
            case _:
                word.add_paragraph(text)
    return dated_1980(word)


def add_table(word: Word, rows: list[Row]) -> None:
    """A table with a grid."""
    table = word.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, (text, _) in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def dated_1980(word: Word) -> bytes:
    """The file with fixed times in its archive, so that the same source gives the same bytes."""
    made, out = io.BytesIO(), io.BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()


def made() -> Iterator[tuple[Path, bytes]]:
    """Each file's place and its bytes."""
    for source in sorted(SOURCES.glob("*.txt")):
        name = source.name.removesuffix(".txt")
        make = make_pdf if name.endswith(".pdf") else make_docx
        yield CORPUS / FOLDERS[name.split("-")[0]] / name, make(source)


if __name__ == "__main__":
    for path, data in made():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        print(path, len(data))
