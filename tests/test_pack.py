"""The next meeting's pack: what it holds, and that documents cannot put marks or scripts into it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.document import Document as WordDocument

from pipeline.cli.options import reading
from pipeline.pack import page_of, to_docx, to_html, to_markdown
from pipeline.pack.page import Entry, Page, Section
from pipeline.queries.pack import NoSuchCommittee, Pack, make_pack
from tests.test_asking import run

HOSTILE = Page(
    "<script>alert(1)</script>",
    "*bold* [link](javascript:x)",
    (
        Section(
            "S",
            "Nothing.",
            (Entry("<b>", ("a_b_c",), "\x07“quote” & <img onerror=x>", "file.txt", later="<i>"),),
        ),
    ),
    "End.",
)


@pytest.fixture(scope="module")
def pack(sample_database: Path) -> Iterator[Pack]:
    with reading(sample_database) as connection:
        yield make_pack(connection, "environment", date="2024-07-01")


def test_it_holds_what_is_open_and_nothing_that_was_delivered(pack: Pack) -> None:
    assert pack.committee == "Environment and Housing Scrutiny Panel" and pack.last == "2024-04-10"
    fates = [row["status"] for row in pack.promises]
    assert fates == sorted(fates, key=("overdue", "silent", "repeated", "reported", "open").index)
    assert any("water company" in row["promise"] for row in pack.promises)
    assert {row["date"] for row in pack.questions} <= {"2024-04-10"}


def test_what_is_off_target_is_so_by_the_latest_word(sample_database: Path) -> None:
    """Care leavers missed their target in December's minutes, and met it in March's report."""
    with reading(sample_database) as connection:
        children = make_pack(connection, "children").off_target
    assert [(row["code"], row["latest_text"]) for row in children] == [("NI 117", "5.1%")]


def test_what_a_report_tells_of_was_not_asked_at_the_meeting(sample_database: Path) -> None:
    with reading(sample_database) as connection:
        sources = {row["source"] for row in make_pack(connection, "children").questions}
    assert sources == {"children/cyp-2024-03-07-minutes.pdf"}


def test_it_is_one_page_and_says_what_it_has_no_room_for(pack: Pack) -> None:
    many = replace(
        pack, promises=pack.promises * 9, questions=pack.questions * 30, off_target=pack.off_target * 30
    )
    page = page_of(many)
    assert sum(entry.lines for section in page.sections for entry in section.entries) <= 52
    for section, rows in zip(page.sections, (many.promises, many.questions, many.off_target), strict=True):
        left = len(rows) - len(section.entries)
        assert section.entries and section.more.startswith(f"There is no room here for {left} more")
        assert all(section.more in made(page) for made in (to_markdown, to_html))
    assert not any(section.more for section in page_of(replace(pack, promises=[])).sections[1:])


def _reckoned_height(word: WordDocument) -> float:
    """Points that its paragraphs take in a font as wide and tall as office fonts come (0.55 and 1.22 of its size): an
    upper bound, as no word processor is here to print it."""
    section = word.sections[0]
    width = section.page_width.pt - section.left_margin.pt - section.right_margin.pt - 15  # type: ignore[union-attr]
    whole = 0.0
    for paragraph in word.paragraphs:
        style = paragraph.style
        size = style.font.size.pt if style.font.size else 9.0  # type: ignore[union-attr]
        lines = sum(ceil(max(1, len(line)) * size * 0.55 / width) for line in paragraph.text.split("\n"))
        before = style.paragraph_format.space_before  # type: ignore[union-attr]
        whole += lines * size * 1.22 + 2 + (before.pt if before else 0)
    return whole


def test_the_word_file_is_reckoned_to_be_one_sheet(pack: Pack) -> None:
    many = replace(
        pack, promises=pack.promises * 9, questions=pack.questions * 30, off_target=pack.off_target * 30
    )
    word = Document(io.BytesIO(to_docx(page_of(many))))
    section = word.sections[0]
    room = section.page_height.pt - section.top_margin.pt - section.bottom_margin.pt  # type: ignore[union-attr]
    assert _reckoned_height(word) <= room


def test_numbers_begin_again_under_each_heading_of_the_word_file(pack: Pack) -> None:
    word = Document(io.BytesIO(to_docx(page_of(pack))))
    firsts = [paragraph.text for paragraph in word.paragraphs if paragraph.text.startswith("1. ")]
    assert len(firsts) == 3 and round(word.sections[0].page_height.mm) == 297


def test_what_falls_due_before_the_meeting_is_overdue(sample_database: Path) -> None:
    with reading(sample_database) as connection:
        now = make_pack(connection, "environment").promises
        then = make_pack(connection, "environment", date="2030-01-01").promises
    overdue = [sum(row["status"] == "overdue" for row in rows) for rows in (now, then)]
    assert overdue[0] < overdue[1]


def test_a_committee_must_be_one(sample_database: Path) -> None:
    with reading(sample_database) as connection:
        with pytest.raises(NoSuchCommittee, match="Several committees"):
            make_pack(connection, "e")
        with pytest.raises(NoSuchCommittee, match="No committee"):
            make_pack(connection, "Licensing")


def test_documents_put_no_marks_into_markdown() -> None:
    said = to_markdown(HOSTILE)
    assert "\\<script\\>" in said and "\\*bold\\* \\[link\\]" in said and "\x07" not in said


def test_documents_put_no_elements_into_html() -> None:
    soup = BeautifulSoup(to_html(HOSTILE), "lxml")
    assert not soup.find_all(["script", "img", "b", "a"])
    assert soup.h1 and soup.h1.get_text() == "<script>alert(1)</script>"


def test_word_gets_every_quote(pack: Pack) -> None:
    page = page_of(pack)
    text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(to_docx(page))).paragraphs)
    assert all(entry.quote in text for section in page.sections for entry in section.entries)
    assert to_docx(HOSTILE)


def test_the_command_writes_by_the_files_ending(sample_database: Path, tmp_path: Path) -> None:
    db = ("--db", str(sample_database))
    assert run("pack", "Environment", *db).startswith("# Environment and Housing Scrutiny Panel")
    for name, begins in (("p.html", b"<!doctype html>"), ("p.docx", b"PK"), ("p.md", b"# ")):
        run("pack", "Environment", "--to", str(tmp_path / name), *db)
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert "says no format" in run("pack", "Environment", "--to", str(tmp_path / "p.pages"), *db, code=2)
