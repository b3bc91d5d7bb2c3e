"""Word files: automatic numbers, tracked changes, tables, and files that are none."""

import io
import random
import zipfile

import pytest

from extractors.model import Document
from pipeline.documents import read_document
from pipeline.layouts.base import Unreadable
from pipeline.layouts.docx import LAYOUT
from tests.word_files import NAMES, levels, numbered, p, repacked, replaced, table, tr, word

OUTLINE = levels(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3."))


def document(body: str, numbering: str = "") -> Document:
    """The document of a Word file with this body."""
    return read_document(word(body, numbering), "minutes.docx")


def lines(body: str, numbering: str = "") -> list[str]:
    """What it reads as, one block a line."""
    return document(body, numbering).text.splitlines()


def test_automatic_numbers_print_as_word_counts_them() -> None:
    body = "".join(
        p(text, list_id="1", level=level)
        for text, level in (("One", 0), ("A", 1), ("B", 1), ("deep", 2), ("Two", 0), ("A again", 1))
    )
    assert lines(body, OUTLINE + numbered("1")) == [
        "1. One", "(a) A", "(b) B", "i. deep", "2. Two", "(a) A again",
    ]  # fmt: skip


def test_a_list_goes_on_after_other_text_and_starts_anew_where_told() -> None:
    body = (
        p("x", list_id="1") + p("between") + p("y", list_id="1") + p("z", list_id="2") + p("w", list_id="2")
    )
    numbering = OUTLINE + numbered("1") + numbered("2", override=7)
    assert lines(body, numbering) == ["1. x", "between", "2. y", "7. z", "8. w"]


def test_numbers_of_several_levels_stand_in_one_label() -> None:
    numbering = levels(("upperRoman", "%1"), ("decimal", "%1.%2"), start=4) + numbered("1")
    assert lines(p("Top", list_id="1") + p("Under", list_id="1", level=1), numbering) == [
        "IV Top",
        "IV.1 Under",
    ]


def test_bullets_are_bullets_whatever_their_font() -> None:
    made = document(
        p("salt", list_id="1", level=1), levels(("bullet", "\uf0b7"), ("bullet", "o")) + numbered("1")
    )
    assert (made.text, made.blocks[0].kind, made.blocks[0].level, made.blocks[0].label) == (
        "• salt",
        "bullet",
        2,
        "•",
    )


def test_no_number_for_a_list_taken_off_or_unknown() -> None:
    assert lines(p("plain", list_id="0") + p("lost", list_id="99"), OUTLINE + numbered("1")) == [
        "plain",
        "lost",
    ]


def test_a_typed_label_is_a_label() -> None:
    made = document(p("(a)\tthat the report be noted") + p("12\tAPOLOGIES FOR ABSENCE"))
    assert [block.label for block in made.blocks] == ["(a)", "12"]


def test_headings_by_style_and_bold_paragraphs_below_them() -> None:
    body = (
        p("Panel minutes", style="Title")
        + p("Salt", style="Heading2")
        + p("Grit bins", bold=True)
        + p("Text here.")
    )
    made = document(body)
    assert [(block.kind, block.level, block.role) for block in made.blocks] == [
        ("heading", 1, "title"),
        ("heading", 2, None),
        ("heading", 3, None),
        ("paragraph", 0, None),
    ]


def test_tracked_changes_are_accepted_and_comments_left_out() -> None:
    body = """<w:p><w:r><w:t xml:space="preserve">Grit was </w:t></w:r>
    <w:del><w:r><w:delText>refused</w:delText></w:r></w:del>
    <w:ins><w:r><w:t>bought</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>
    <w:r><w:commentReference w:id="1"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"""
    assert lines(body) == ["Grit was bought"]


def test_a_paragraph_whose_end_is_struck_out_goes_on_in_the_next() -> None:
    struck = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>The Clerk </w:t></w:r></w:p>"
    assert lines(struck + p("will ring.") + p("End.")) == ["The Clerk will ring.", "End."]
    assert lines(struck + table(tr("a", "b"))) == ["The Clerk", "a | b"]


def test_a_control_that_nobody_filled_in_is_no_text() -> None:
    asks = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    body = f"<w:sdt>{asks}<w:sdtContent>{p('Click to enter text.')}</w:sdtContent></w:sdt>"
    inside = "<w:r><w:t>Click.</w:t></w:r>"
    body += (
        f"<w:p><w:r><w:t>Date:</w:t></w:r><w:sdt>{asks}<w:sdtContent>{inside}</w:sdtContent></w:sdt></w:p>"
    )
    assert lines(body) == ["Date:"]


def test_a_note_under_action_says_its_column() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    talk = p("Plots", bold=True) + p("The list had grown.") + p("It would be closed.")
    body = f"<w:tbl>{row(p('Min'), p('Item'), p('Action'))}{row(p('2025/07'), talk, p('Clerk'))}</w:tbl>"
    assert lines(body) == [
        "Min | Item | Action", "2025/07 Plots", "The list had grown.", "It would be closed.", "Action: Clerk",
    ]  # fmt: skip


TYPES = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STRICT = (
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("m.docm", [(TYPES, b"application/vnd.ms-word.document.macroEnabled.main+xml")]),
        (
            "m.dotx",
            [(TYPES, b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")],
        ),
        ("m.dotm", [(TYPES, b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml")]),
        ("m.docx", STRICT),
    ],
)
def test_words_other_packages_are_read(name: str, changes: list[tuple[bytes, bytes]]) -> None:
    data = replaced(word(p("One", list_id="1"), OUTLINE + numbered("1")), changes)
    assert read_document(data, name).text == "1. One"


HEADER = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"


def test_a_page_header_may_name_the_council() -> None:
    data = replaced(
        word(p("Minutes of the Salt Panel held on 4 May 2024") + p("1. Grit")),
        [
            (b"</Relationships>", b'<Relationship Id="h" Type="' + HEADER + b'" Target="h.xml"/></Relationships>'),
            (b"</Types>", b'<Override PartName="/word/h.xml" ContentType="application/vnd.openxmlformats-'
             b'officedocument.wordprocessingml.header+xml"/></Types>'),
        ],
        {"word/h.xml": f"<w:hdr {NAMES}>{p('MARSH OVERY PARISH COUNCIL - DRAFT')}</w:hdr>".encode()},
    )  # fmt: skip
    made = read_document(data, "minutes.docx")
    assert (made.council, made.committee) == ("Marsh Overy Parish Council", "Salt Panel")
    assert "MARSH" not in made.text


def test_content_controls_and_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    body = f"""<w:sdt><w:sdtContent>{p("Controlled")}</w:sdtContent></w:sdt><w:p><w:r><w:t>Beside</w:t>
    <mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"""
    assert lines(body) == ["Controlled", "Beside", "In the box"]


def test_a_line_break_ends_a_line_and_a_field_shows_its_result() -> None:
    body = p("Present:\nCllr Hale\nCllr Beck") + (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4 May</w:t></w:r></w:p>'
    )
    assert lines(body) == ["Present:", "Cllr Hale", "Cllr Beck", "4 May"]


def test_tables_keep_columns_fills_and_headers() -> None:
    made = document(
        table(
            tr("Measure", "Latest", "Status", header=True),
            tr('{<w:vMerge w:val="restart"/>}Bins', "4%", '{<w:shd w:val="clear" w:fill="FF0000"/>}'),
            tr("{<w:vMerge/>}", '{<w:gridSpan w:val="2"/>}n/a'),
        )
    )
    assert [block.header for block in made.blocks] == [True, False, False]
    assert [
        [(s.cell.text, s.cell.column, s.cell.span, s.cell.fill) for s in block.cells]
        for block in made.blocks[1:]
    ] == [
        [("Bins", 0, 1, None), ("4%", 1, 1, None), ("", 2, 1, "#ff0000")],
        [("n/a", 1, 2, None)],
    ]


def test_a_first_row_of_column_names_is_a_header_though_unmarked() -> None:
    named = document(table(tr("Ref", "Action", "Owner"), tr("E1", "Buy salt", "Clerk")))
    unnamed = document(table(tr("E1", "Buy salt", "4.2"), tr("E2", "Buy grit", "1.1")))
    assert [block.header for block in named.blocks + unnamed.blocks] == [True, False, False, False]


def test_tables_that_arrange_text_are_read_as_text() -> None:
    three = p("Salt was bought.") + p("Grit was not.") + p("The Clerk will ask again.")
    body = f"<w:tbl><w:tr><w:tc>{p('4.')}</w:tc><w:tc>{p('Winter', bold=True)}{three}</w:tc></w:tr></w:tbl>"
    made = document(body)
    assert made.text.splitlines()[:2] == ["4. Winter", "Salt was bought."]
    assert (made.blocks[0].kind, made.blocks[0].label) == ("heading", "4.")


def test_numbers_in_cells_of_their_own_are_printed_and_counted() -> None:
    three = p("Salt was bought.") + p("Grit was not.") + p("The Clerk will ask again.")
    row = f"<w:tr><w:tc>{p('', list_id='1')}</w:tc><w:tc>{p('Winter')}{three}</w:tc></w:tr>"
    assert [line for line in lines(f"<w:tbl>{row}{row}</w:tbl>", OUTLINE + numbered("1")) if "W" in line] == [
        "1. Winter", "2. Winter",
    ]  # fmt: skip
    cell = f"<w:tc>{p('Salt', list_id='1')}</w:tc><w:tc>{p('£4')}</w:tc>"
    assert lines(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>", OUTLINE + numbered("1")) == ["1. Salt | £4"]


def test_a_form_and_a_vote_read_as_lines() -> None:
    assert lines(table(tr("Present", "Cllrs Hale and Beck"), tr("Apologies:", "Cllr Foss"))) == [
        "Present: Cllrs Hale and Beck",
        "Apologies: Cllr Foss",
    ]
    assert lines(table(tr("For (1)", "Cllr Hale"), tr("Against (1)", "Cllr Beck"))) == [
        "For (1)", "Cllr Hale", "Against (1)", "Cllr Beck",
    ]  # fmt: skip
    names = f"<w:tr><w:tc>{p('For')}</w:tc><w:tc>{p('Cllr Hale')}{p('Cllr Beck')}</w:tc></w:tr>"
    assert lines(f"<w:tbl>{names}</w:tbl>") == ["For", "Cllr Hale, Cllr Beck"]


@pytest.mark.parametrize(
    ("title", "kept"), [("Minutes of the Salt Panel", True), ("Microsoft Word - Draft3", False)]
)
def test_the_properties_title_is_believed_where_the_page_says_it_too(title: str, kept: bool) -> None:
    reading = LAYOUT.read(word(p("MINUTES OF THE SALT PANEL") + p("4 May 2024"), title=title))
    assert (reading.fields.get("title") == title) is kept


def bomb() -> bytes:
    """A zip with a part that unfolds to more than any file of minutes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 61_000_000)
    return made.getvalue()


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>seen &x;&b;</w:t></w:r></w:p></w:body></w:document>"""


def test_entities_are_never_expanded() -> None:
    data = repacked(word(p("x")), document=ENTITIES)
    assert read_document(data, "minutes.docx").text == "seen"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "empty"),
        (OLE, "old Word format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"{\\rtf1 hello}", "unread format"),
        (b"PK\x03\x04 and no more", "damaged"),
        (word(""), "empty"),
        (word("<w:p><w:r><w:drawing/></w:r></w:p>"), "needs OCR"),
        (repacked(word(p("x")), document=b"<broken"), "damaged"),
        (repacked(word(p("x")), document=b"<html/>"), "empty"),
    ],
)
def test_what_is_no_readable_word_file_says_what_to_do(data: bytes, error: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_document(data, "minutes.docx")
    assert raised.value.problem.error == error
    assert raised.value.problem.detail.endswith(".")


def test_a_bomb_is_not_unfolded() -> None:
    with pytest.raises(Unreadable) as raised:
        read_document(bomb(), "minutes.docx")
    assert raised.value.problem.error == "too large"


def test_any_damage_reads_or_says_why() -> None:
    whole = word(p("One", list_id="1") + table(tr("a", "b")) + p("Two"), OUTLINE + numbered("1"))
    chance = random.Random(7)
    for _ in range(60):
        data = bytearray(whole[: chance.randrange(4, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        try:
            read_document(bytes(data), "minutes.docx")
        except Unreadable as unreadable:
            assert unreadable.problem.detail


def test_a_deep_or_long_body_ends() -> None:
    deep = "<w:sdt><w:sdtContent>" * 90 + p("deep") + "</w:sdtContent></w:sdt>" * 90
    assert lines(deep) == ["deep"]
    assert len(lines(p("words") * 1_000)) == 1_000
