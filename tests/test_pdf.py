"""The PDF layout: what stands on a printed page, as pieces."""

from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.model import Cell, Piece
from pipeline.layouts import pdf
from pipeline.layouts.base import Unreadable
from pipeline.layouts.pdf_model import PageTable
from pipeline.layouts.pdf_tables import TablesRead
from tests.pdf_encryption import lock
from tests.pdf_writer import MARGIN, Pages, serialise, text_width, wrap

CORPUS = Path(__file__).parents[1] / "corpus"
FLOW = (
    "The Panel heard that the ferry had carried fewer people than in any winter since it opened, and that the "
    "company meant to ask for a larger grant. Members wondered whether the timetable was to blame. "
)


def pieces_of(data: bytes) -> list[Piece]:
    return list(pdf.read(data).pieces)


def corpus(path: str) -> list[Piece]:
    return pieces_of((CORPUS / path).read_bytes())


def texts(pieces: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


def prose(words: int, start: int = 0) -> str:
    """So many words of running text, ended by a full stop."""
    return " ".join(islice(cycle(FLOW.split()), start, start + words)).rstrip(".,") + "."


def lay(pages: Pages, lines: Sequence[str], x: float, top: float, pitch: float = 13.75) -> None:
    """Lines one under the other, from `top` points below the page's upper edge."""
    for number, line in enumerate(lines):
        pages.put(line, x, 842 - top - number * pitch)


# --- Paragraphs


def test_a_paragraph_is_joined_over_lines_and_pages_and_stands_where_it_begins() -> None:
    pages = Pages("Harbour Panel", None)
    long = prose(900)
    pages.paragraph(prose(60))
    pages.paragraph(long)
    found = pieces_of(pages.finish("t"))
    assert texts(found) == [prose(60), long]
    assert [piece.page for piece in found] == [1, 1]


def test_sentences_that_end_on_a_page_end_the_paragraph() -> None:
    pages = Pages(None, None)
    pages.paragraph(prose(30))
    pages.y = 100
    pages.paragraph("The Panel adjourned.")
    pages.room(500)
    pages.paragraph(
        "It met again on Friday, and the Chair welcomed those who had come back for the rest of it."
    )
    assert [piece.page for piece in pieces_of(pages.finish("t"))] == [1, 1, 2]


def test_a_short_line_ends_a_paragraph_without_white_below_it() -> None:
    pages = Pages(None, None)
    first, second = prose(25), prose(40, 7)
    pages.paragraph(first, gap=0)
    pages.paragraph(second, gap=0)
    assert texts(pieces_of(pages.finish("t"))) == [first, second]


def test_a_word_broken_at_a_line_end_is_whole_where_the_document_has_it_whole() -> None:
    pages = Pages(None, None)
    lines = wrap(prose(40), 400)
    lay(pages, [*lines[:2], "The Chair asked the sub-committee about its plans for the new accommo-",
                "dation, and about the well-", "being of all who work in it."], MARGIN, 100)  # fmt: skip
    lay(pages, ["The accommodation is old."], MARGIN, 300)
    text = " ".join(texts(pieces_of(pages.finish("t"))))
    assert "the new accommodation, and about the well-being of all" in text
    assert "the sub-committee about" in text


def test_a_raised_ordinal_stands_in_its_place() -> None:
    pages = Pages(None, None)
    before = "Minutes of the meeting of 29"
    end = MARGIN + text_width(before, "plain", 11)
    pages.put(before, MARGIN, 700)
    pages.put("th", end, 704, size=7)
    pages.put("May were agreed.", end + 10, 700)
    assert texts(pieces_of(pages.finish("t"))) == ["Minutes of the meeting of 29th May were agreed."]


# --- Points and headings


def test_points_keep_their_labels_and_depth() -> None:
    pages = Pages(None, None)
    pages.paragraph("3. Ferry services", font="bold")
    pages.paragraph("1. " + prose(30), hang=24)
    pages.paragraph("(a) " + prose(28, 3), indent=24, hang=24)
    pages.paragraph("(b) note the report.", indent=24, hang=24)
    pages.paragraph("2. " + prose(26, 5), hang=24)
    pages.paragraph("Thanks were given.")
    assert [(piece.kind, piece.label, piece.level) for piece in pieces_of(pages.finish("t"))] == [
        ("heading", "3.", 2),
        ("bullet", "1.", 1),
        ("bullet", "(a)", 2),
        ("bullet", "(b)", 2),
        ("bullet", "2.", 1),
        ("paragraph", None, 0),
    ]


def test_a_large_line_is_a_heading_and_a_bold_label_is_none() -> None:
    pages = Pages(None, None)
    pages.paragraph("Harbour and Ferries Panel", size=16)
    pages.put("Present:", MARGIN, 600, "bold")
    pages.put(
        "Councillors Quill and Ashby, with the harbour master, who came for the first item.", MARGIN + 48, 600
    )
    pages.y = 580
    pages.paragraph(prose(60))
    found = pieces_of(pages.finish("t"))
    assert [(piece.kind, piece.level) for piece in found] == [
        ("heading", 1),
        ("paragraph", 0),
        ("paragraph", 0),
    ]


def test_a_line_of_small_print_is_no_heading() -> None:
    pages = Pages(None, None)
    pages.paragraph(prose(60))
    pages.put("No Berths let for Jun-23", MARGIN, 500, size=7)
    pages.y = 470
    pages.paragraph(prose(60, 60))
    assert {piece.kind for piece in pieces_of(pages.finish("t"))} == {"paragraph"}


# --- Columns


@pytest.mark.parametrize("shift", [0, 5, 7])
def test_two_columns_are_read_one_after_the_other(shift: float) -> None:
    pages = Pages(None, None)
    left, right = prose(110), prose(100, 9)
    lay(
        pages,
        ["Ferries and harbours: the year in review, with a word from the chair of the panel herself."],
        MARGIN,
        90,
    )
    lay(pages, wrap(left, 220), MARGIN, 130)
    lay(pages, wrap(right, 220), MARGIN + 247, 130 + shift)
    lay(
        pages,
        ["What follows stands under both columns, and reaches from one margin to the other, as before."],
        MARGIN,
        640,
    )
    found = texts(pieces_of(pages.finish("t")))
    assert found[1:3] == [left, right]
    assert found[0].startswith("Ferries and") and found[3].startswith("What follows")


def test_names_in_two_columns_are_not_run_together() -> None:
    pages = Pages(None, None)
    lay(
        pages,
        ["Councillor Ida Ashby", "Councillor Noor Bright", "Councillor Tom Crewe", "Councillor Una Dale"],
        MARGIN,
        100,
    )
    lay(
        pages,
        ["Councillor Vic Eames", "Councillor Will Frost", "Councillor Xan Gough", "Councillor Yve Hart"],
        330,
        100,
    )
    pages.y = 600
    pages.paragraph(prose(60))
    found = texts(pieces_of(pages.finish("t")))
    assert found[:5] == ["Councillor Ida Ashby", "Councillor Noor Bright", "Councillor Tom Crewe",
                         "Councillor Una Dale", "Councillor Vic Eames"]  # fmt: skip


def test_a_label_stays_with_its_value() -> None:
    pages = Pages(None, None)
    lay(pages, ["Date:", "Place:", "Time:", "Clerk:", "Chair:"], MARGIN, 100)
    lay(pages, ["3 May 2023", "The Old Granary", "6.00 pm", "Bo Nash", "Ida Ashby"], 200, 100)
    assert texts(pieces_of(pages.finish("t")))[:3] == [
        "Date: 3 May 2023",
        "Place: The Old Granary",
        "Time: 6.00 pm",
    ]


def test_owners_at_the_margin_follow_their_paragraph() -> None:
    found = texts(corpus("environment/env-2023-07-12-minutes.pdf"))
    at = found.index("Arrange a visit to the Tanner’s Bridge depot in September.")
    assert found[at + 1] == "Democratic Services"
    assert "street by street." in found[at - 3]
    assert found[at - 2] == "Pete Garrick"


# --- Furniture


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = Pages("Harbour Panel, 3 May 2023", "Printed by the Clerk")
    for _ in range(4):
        pages.paragraph(prose(300))
    found = texts(pieces_of(pages.finish("t")))
    assert found == [prose(300)] * 4


def test_a_heading_that_stands_atop_one_page_is_kept() -> None:
    pages = Pages("Harbour Panel", None)
    pages.paragraph("Ferry timetable", font="bold")
    pages.paragraph(prose(900))
    assert texts(pieces_of(pages.finish("t")))[0] == "Ferry timetable"


def test_two_pages_share_a_head_that_counts_them_but_not_a_line_of_their_own() -> None:
    pages = Pages(None, None)
    for number in range(1, 7):
        pages.put(f"Harbours {number}" if number in (3, 4) else f"Year {2000 + number * number}", MARGIN, 800)
        pages.y = 700
        pages.paragraph(f"Here begins number {number}.")
        pages.room(1000)
    found = texts(pieces_of(pages.finish("t")))
    assert [text for text in found if text.startswith("Harbours")] == []
    assert found.count("Here begins number 3.") == 1


def test_corpus_points_and_headings() -> None:
    found = corpus("environment/env-2023-07-12-minutes.pdf")
    assert [(piece.label, piece.page) for piece in found if piece.kind == "bullet"] == [
        ("(i)", 2),
        ("(ii)", 2),
    ]
    headings = [piece.label for piece in found if piece.kind == "heading" and piece.label]
    assert headings == [f"{number}." for number in range(1, 8)]
    assert not any(piece.text.startswith("Environment and Housing Scrutiny Panel 12 July") for piece in found)


# --- What nobody sees


def shown(text: str, x: float = 72, y: float = 700, before: str = "") -> str:
    return f"q {before} BT /plain 11 Tf {x} {y} Td ({text}) Tj ET Q"


@pytest.mark.parametrize(
    "hidden",
    [
        shown("secret", x=700),
        shown("secret", y=-40),
        shown("secret", before="0 0 50 50 re W n"),
        shown("secret", before="3 Tr"),
    ],
)
def test_what_no_reader_sees_is_not_read(hidden: str) -> None:
    data = serialise([shown("The Chair opened the meeting.") + "\n" + hidden], "t")
    assert texts(pieces_of(data)) == ["The Chair opened the meeting."]


PICTURE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q"


def test_words_hidden_under_a_scan_are_its_words() -> None:
    data = serialise([PICTURE + "\n" + shown("The Chair opened the meeting.", before="3 Tr")], "t")
    assert texts(pieces_of(data)) == ["The Chair opened the meeting."]


@pytest.mark.parametrize(
    "turn, matrix", [(90, "0 1 -1 0 500 100"), (180, "-1 0 0 -1 500 700"), (0, "0 1 -1 0 300 100")]
)
def test_a_turned_page_is_read_upright(turn: int, matrix: str) -> None:
    lines = [
        f"BT /plain 11 Tf 1 0 0 1 0 {-14 * at} Tm ({text}) Tj ET"
        for at, text in enumerate(["First,", "then this."])
    ]
    stream = f"q {matrix} cm {' '.join(lines)} Q"
    found = pieces_of(serialise([stream], "t", page=f"/Rotate {turn} "))
    assert " ".join(texts(found)) == "First, then this."


# --- Files that are not, or not wholly, readable


def test_pages_without_text_are_named_and_the_rest_is_read() -> None:
    reading = pdf.read(serialise([PICTURE, shown("The Chair opened the meeting."), PICTURE, ""], "t"))
    assert [(piece.text, piece.page) for piece in reading.pieces] == [("The Chair opened the meeting.", 2)]
    assert [(problem.error, problem.detail[:24]) for problem in reading.problems] == [
        ("needs OCR", "No text on pages 1, 3 of")
    ]


def error_of(data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        pdf.read(data)
    assert raised.value.problem.detail
    return raised.value.problem.error


def test_files_that_hold_no_text() -> None:
    assert error_of(serialise([PICTURE], "t")) == "needs OCR"
    assert error_of(serialise([""], "t")) == "empty"
    assert error_of(lock("The Chair opened the meeting.", user="quay", owner="pier")) == "encrypted"


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    data = lock("The Chair opened the meeting.", user="", owner="pier")
    assert texts(pieces_of(data)) == ["The Chair opened the meeting."]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<", b"\x00" * 100, b""])
def test_what_is_no_pdf_is_broken(data: bytes) -> None:
    assert error_of(data) == "broken"


def test_a_failure_among_the_tables_leaves_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: bytes) -> None:
        raise KeyError("Resources")

    monkeypatch.setattr(pdf, "read_tables", fail)
    reading = pdf.read(serialise([shown("The Chair opened the meeting.")], "t"))
    assert texts(reading.pieces) == ["The Chair opened the meeting."]
    assert [problem.error for problem in reading.problems] == ["tables not read"]


SAMPLE = (CORPUS / "council/council-2024-02-22-minutes.pdf").read_bytes()


@settings(max_examples=30)
@given(
    cut=st.integers(0, len(SAMPLE)),
    changes=st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=30),
)
def test_a_damaged_file_is_read_or_refused(cut: int, changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for at, byte in changes:
        data[at] = byte
    for damaged in (bytes(data), bytes(data[:cut])):
        try:
            reading = pdf.read(damaged)
        except Unreadable as unreadable:
            assert unreadable.problem.detail
        else:
            assert reading.pieces


# --- Tables


def test_a_table_stands_in_the_reading_order_and_its_words_are_read_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = Pages(None, None)
    pages.paragraph(prose(40))
    top = 842 - pages.y
    pages.paragraph("Sailings 40 44")
    pages.paragraph(prose(40, 11))
    row = Piece("table_row", "", page=1, table=1, cells=(Cell("Sailings"), Cell("40", column=1)))
    table = PageTable((MARGIN, top - 14, 500, top + 6), (row,))
    monkeypatch.setattr(pdf, "read_tables", lambda _: TablesRead({1: [table]}, ()))
    found = pieces_of(pages.finish("t"))
    assert [piece.kind for piece in found] == ["paragraph", "table_row", "paragraph"]
    assert found[0].text == prose(40)
    assert found[2].text == prose(40, 11)
