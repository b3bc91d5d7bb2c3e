"""ModernGov pages: what the class names say, what is cut short, and what is furniture."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractors.model import Document
from pipeline.documents import read_document
from pipeline.layouts import LAYOUTS
from pipeline.layouts.base import Unreadable
from pipeline.layouts.moderngov import LAYOUT
from pipeline.layouts.page_dates import read_date

HEAD = """<h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Salt Panel - Monday 3 February 2025</h2>"""


def page(items: str, head: str = HEAD) -> bytes:
    """A meeting's page."""
    return f'<html><body><div id="modgov">{head}<table class="mgItemTable">{items}</table></div></body></html>'.encode()


def item(number: str, title: str, rest: str = "") -> str:
    """A row of the table of items."""
    return f"""<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">{number}</p></td>
    <td><p class="mgAiTitleTxt">{title}</p>{rest}</td></tr>"""


def section(label: str, body: str) -> str:
    """A labelled text of an item."""
    return f'<p class="mgSubItemTitleTxt">{label}</p><div class="mgWordPara">{body}</div>'


def read(data: bytes) -> Document:
    """The document of a page."""
    return read_document(data, "ieListDocuments.aspx")


def lines(data: bytes) -> list[str]:
    """Its text after the title."""
    return read(data).text.splitlines()[1:]


def test_the_most_particular_layout_takes_the_page() -> None:
    assert next(layout for layout in LAYOUTS if layout.accepts(page(""), "")).name == "moderngov"
    assert not LAYOUT.accepts(b"<html><body><p>About mgWordPara</p></body></html>", ".txt")


@pytest.mark.parametrize("number", ["4.", "4", "LP/12", "4a.", "&nbsp;12.&nbsp;"])
def test_an_item_has_its_printed_number(number: str) -> None:
    block = next(block for block in read(page(item(number, "Salt"))).blocks if block.role == "item")
    assert block.label == number.replace("&nbsp;", "")


@pytest.mark.parametrize("number", ["", "&nbsp;", "0.", "0"])
def test_an_item_without_a_number_is_a_section(number: str) -> None:
    document = read(page(item(number, "Part A") + item("1.", "Salt")))
    assert [block.role for block in document.blocks] == ["title", None, "item"]


def test_sections_give_their_role_until_the_next_item() -> None:
    items = item("1.", "Salt", section("Decision:", "<p>Buy it.</p>") + section("Minutes:", "<p>Asked.</p>"))
    document = read(page(items + item("2.", "Grit", "<p>A report.</p>")))
    assert [(block.role, document.words(block)) for block in document.blocks[2:]] == [
        (None, "Decision:"),
        ("decision", "Buy it."),
        (None, "Minutes:"),
        ("minutes", "Asked."),
        ("item", "Grit"),
        (None, "A report."),
    ]


def test_reasons_inside_a_decision_are_none() -> None:
    body = "<p>Buy salt.</p><p><b>Reasons for decision:</b></p><p>It is cold.</p>"
    document = read(page(item("1.", "Salt", section("Decision:", body))))
    assert [block.role for block in document.blocks[-3:]] == ["decision", None, None]


@pytest.mark.parametrize(
    "furniture",
    [
        '<ul class="mgActionList"><li><a href="x">View the decision for item 1</a></li></ul>',
        '<span class="mgFileSize">PDF 2 MB</span>',
        '<span class="mgHide">no</span>',
        section("Additional documents:", "")
        + '<ul class="mgBulletList"><li><a href="x.pdf">Appendix</a></li></ul>',
        section("Supporting documents:", "<p>Appendix A</p>"),
        '<p><a href="mgLocationDetails.aspx">View directions</a></p>',
        "<script>no()</script><style>p{}</style>",
    ],
)
def test_furniture_is_no_text(furniture: str) -> None:
    assert lines(page(item("1.", "Salt", furniture))) == ["1. Salt"]


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        ('Cold… <a href="mgAi.aspx?ID=5">view the full minutes text for item 1</a>', "Cold…"),
        ('Cold ... <a href="mgAi.aspx?ID=5">View the full minutes text for item 1.</a>', "Cold..."),
        ("Cold. view the full decision text for item 1", "Cold."),
        ('Cold… <a href="mgAi.aspx?ID=5">[view the full minutes text]</a>', "Cold…"),
    ],
)
def test_a_cut_text_is_told_and_its_link_is_no_text(cut: str, said: str) -> None:
    document = read(page(item("1.", "Salt", section("Minutes:", f"<p>{cut}</p>"))))
    assert document.text.endswith(said)
    assert [(problem.error, "item 1 " in problem.detail) for problem in document.problems] == [
        ("partly read", True)
    ]


def test_words_about_a_full_text_are_no_cut() -> None:
    said = "Members could view the full minutes text on the website, the Chair said."
    document = read(page(item("1.", "Salt", section("Minutes:", f"<p>{said}</p>"))))
    assert said in document.text
    assert not document.problems


def test_fields_of_a_meeting_an_item_and_a_decision() -> None:
    meeting = LAYOUT.read(page(item("1.", "Salt"))).fields
    assert (meeting["committee"], meeting["date"], meeting["kind"]) == ("Salt Panel", "2025-02-03", "minutes")
    head = """<h1 class="mgMainTitleTxt">Agenda item</h1><h2 class="mgSubTitleTxt">Salt - the winter order</h2>
    <ul class="mgActionList"><li><a href="ieListDocuments.aspx?MId=1">Meeting of Salt Panel,
    Monday, 3rd February, 2025 6.30 pm (Item 4.)</a></li></ul><p>Words.</p>"""
    single = LAYOUT.read(page("", head)).fields
    assert (single["title"], single["committee"], single["date"]) == (
        "Salt - the winter order",
        "Salt Panel",
        "2025-02-03",
    )
    head = """<h1 class="mgMainTitleTxt">Decision details</h1><h2 class="mgSubTitleTxt">Salt</h2>
    <p><span class="mgLabel">Decision Maker:</span> Leader</p>
    <p><span class="mgLabel">Date of decision:</span> 04/02/2025</p>"""
    decision = LAYOUT.read(page("", head)).fields
    assert (decision["committee"], decision["date"], decision["kind"]) == ("Leader", "2025-02-04", "decision")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Thursday 15 January 2026 7:30 pm", "2026-01-15"), ("Thursday, 6th July, 2023 6.30 pm", "2023-07-06"),
        ("1st Sept. 2024", "2024-09-01"), ("21/09/2023 18:30:00", "2023-09-21"), ("2024-05-06T10:00", "2024-05-06"),
        ("31/02/2024", None), ("no date", None), ("Item 4 May be deferred", None),
    ],
)  # fmt: skip
def test_dates(text: str, date: str | None) -> None:
    assert read_date(text) == date


def test_a_page_with_nothing_on_it_says_so() -> None:
    with pytest.raises(Unreadable):
        read(b'<div id="modgov"><ul class="mgActionList"><li><a href=x>Back</a></li></ul></div>')


@pytest.mark.parametrize(
    "body",
    [
        item("1.", "Salt") * 2_000,
        '<div class="mgWordPara">' * 3_000 + "deep",
        '<p class="mgAiTitleTxt">' * 3_000,
        '<span class="mgLabel">Venue:</span>' * 5_000,
        item("1.", "Salt", section("Minutes:", "view the full minutes text " * 5_000)),
        item("1.", "view the full " + " " * 50_000 + "text"),
    ],
    ids=lambda body: body[:30],
)
def test_hostile_pages_end_soon(body: str) -> None:
    started = time.perf_counter()
    assert read(page(body)).text
    assert time.perf_counter() - started < 4


PARTS = st.sampled_from(
    [
        '<table class="mgItemTable">', "</table>", "<tr>", "</tr>", '<td class="mgItemNumberCell">', "<td>", "</td>",
        '<p class="mgAiTitleTxt">', '<p class="mgSubItemTitleTxt">Decision:</p>', '<div class="mgWordPara">', "</div>",
        '<h2 class="mgSubTitleTxt">', "</h2>", '<span class="mgLabel">', "</span>", '<ul class="mgBulletList">', "<li>",
        '<a href="mgAi.aspx?ID=1">view the full minutes text for item 1</a>', "4.", "Words about salt. ", "<br>",
    ]
)  # fmt: skip


LINK = '<a href="mgAi.aspx?ID=1">view the full minutes text for item 1</a>'


@given(st.lists(st.one_of(PARTS, st.text(max_size=9)), max_size=40))
@example(['<p class="mgAiTitleTxt">', LINK, LINK])
@example(["<td>", LINK, "<br>", LINK, LINK])
@example(['<table class="mgItemTable">', LINK, "\x1b"])
@settings(max_examples=60)
def test_any_page_reads_or_says_why(parts: list[str]) -> None:
    data = f'<div id="modgov">{"".join(parts)}'.encode(errors="replace")
    try:
        document = read(data)
    except Unreadable as unreadable:
        assert unreadable.problem.detail
        return
    assert "view the full minutes text for item 1" not in document.text.split("\n")
    for block in document.blocks:
        assert 0 <= block.start <= block.body <= block.end <= len(document.text)


def test_a_label_with_nothing_beside_it_heads_what_was_decided() -> None:
    page = """<div id=modgov><h1 class=mgMainTitleTxt>Decision details</h1><h2 class=mgSubTitleTxt>Salt</h2>
    <p><span class=mgLabel>Decision made (unanimously):</span></p><div class=mgWordPara><p>1. Salt be bought.</p></div>
    <p><span class=mgLabel>Reason:</span></p><div class=mgWordPara><p>It was cold.</p></div></div>"""
    blocks = read_document(page.encode(), "page.html").blocks
    assert [(block.kind, block.role) for block in blocks[1:]] == [
        ("heading", None), ("bullet", "decision"), ("paragraph", None),
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["Browse meetings", "Committee details", "Councillor details"])
def test_a_page_about_something_else_is_no_document(title: str) -> None:
    page = f"<div id=modgov><h1 class=mgMainTitleTxt>{title}</h1><h2 class=mgSubTitleTxt>Salt Panel</h2><p>Text</div>"
    with pytest.raises(Unreadable) as raised:
        read_document(page.encode(), "page.html")
    assert raised.value.problem.error == "no document"


def test_a_meeting_is_no_item_of_its_page() -> None:
    page = """<div id=modgov><h1 class=mgMainTitleTxt>Meeting attendance</h1>
    <h2 class=mgSubTitleTxt>Salt Panel - Monday, 8th September, 2025 2.00 pm</h2><p>Councillor Rush: present</div>"""
    document = read_document(page.encode(), "page.html")
    assert (document.blocks[0].role, document.committee) == ("title", "Salt Panel")
