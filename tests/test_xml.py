"""A saved GetMeeting answer: whole texts, closed items left out, and files that only look like one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.model import Document
from pipeline.documents import read_document
from pipeline.layouts.base import Unreadable
from pipeline.layouts.moderngov_xml import LAYOUT


def answer(items: str, *, rest: str = "<meetingdate>03/02/2025 19:00:00</meetingdate>") -> bytes:
    """An answer with these agenda items."""
    xml = '<?xml version="1.0" encoding="utf-8"?>'
    return f"{xml}<meeting>{rest}<agendaitems>{items}</agendaitems></meeting>".encode()


def item(number: str, title: str, **parts: str) -> str:
    """An agenda item with further elements by name."""
    more = "".join(f"<{name}>{text}</{name}>" for name, text in parts.items())
    return f"""<agendaitem><agendaitemtitle>{title}</agendaitemtitle><agendaitemnumber>{number}</agendaitemnumber>
    {more}</agendaitem>"""


def read(data: bytes) -> Document:
    """The document of an answer."""
    return read_document(data, "meeting.xml")


@pytest.mark.parametrize(
    "body",
    [
        "&lt;p&gt;Salt &amp;amp; grit&lt;/p&gt;",
        "&amp;lt;p&amp;gt;Salt &amp;amp;amp; grit&amp;lt;/p&amp;gt;",
        "<![CDATA[<p>Salt &amp; grit</p>]]>",
        "Salt &amp; grit",
    ],
)
def test_bodies_escaped_once_twice_or_not(body: str) -> None:
    assert read(answer(item("1", "Winter", minutesnonemptyhtmlbody=body))).text.splitlines()[1:] == [
        "1. Winter",
        "Minutes:",
        "Salt & grit",
    ]


def test_roles_labels_and_sections() -> None:
    items = item("0", "Part A") + item(
        "4", "Salt", fulldisplaynumberformat="4.a",
        decisionnonemptyhtmlbody="&lt;p&gt;Agreed.&lt;/p&gt;",
        commentlabel1="Actions", commenttext1="Clerk to buy salt",
    )  # fmt: skip
    document = read(answer(items))
    assert [(block.role, document.text[block.start : block.end]) for block in document.blocks[1:]] == [
        (None, "Part A"),
        ("item", "4.a Salt"),
        (None, "Decision:"),
        ("decision", "Agreed."),
        (None, "Actions:"),
        (None, "Clerk to buy salt"),
    ]


def test_closed_items_are_told_by_number_and_nothing_of_them_kept() -> None:
    closed = item("9", "A person's case", isrestricted="True", minutesnonemptyhtmlbody="secret")
    hidden = item("10", "Another", isdisplayallowed="False")
    document = read(answer(item("8", "Salt") + closed + hidden))
    assert [problem.error for problem in document.problems] == ["restricted", "restricted"]
    assert "9" in document.problems[0].detail
    said = document.text + "".join(problem.detail for problem in document.problems)
    assert "secret" not in said
    assert "person" not in said


def test_attendees_are_listed_by_how_they_came() -> None:
    rest = """<attendees><attendee membertype="Committee Member" name="Councillor Ida Hale" roledescription="Chair"
    attendance="Present"/><attendee membertype="Officer" name="Leon Beck" roledescription="Clerk"/>
    <attendee membertype="Committee Member" name="Councillor Ann Foss" attendance="Apologies"/></attendees>"""
    document = read(answer(item("1", "Salt"), rest=rest))
    assert [document.text[b.start : b.end] for b in document.blocks if b.role == "attendance"] == [
        "Present: Councillor Ida Hale (Chair)",
        "Officers in attendance: Leon Beck (Clerk)",
        "Apologies: Councillor Ann Foss",
    ]


def test_fields() -> None:
    rest = "<committeetitle>Salt Panel</committeetitle><meetingdate>03/02/2025</meetingdate>"
    assert LAYOUT.read(answer(item("1", "Salt"), rest=rest)).fields == {
        "committee": "Salt Panel", "date": "2025-02-03", "kind": "agenda", "title": "Salt Panel - 03/02/2025",
    }  # fmt: skip


def test_only_an_answer_is_accepted() -> None:
    assert LAYOUT.accepts(answer(item("1", "Salt")), ".txt")
    assert not LAYOUT.accepts(b"<?xml version='1.0'?><committees><agendaitem/></committees>", ".xml")
    assert not LAYOUT.accepts(b"<html><body>meeting agendaitem</body></html>", ".xml")


def test_a_broken_answer_is_partly_read() -> None:
    document = read(answer(item("1", "Salt") + item("2", "Grit"))[:-60])
    assert "1. Salt" in document.text
    assert [problem.error for problem in document.problems] == ["partly read"]


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE meeting [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE meeting [<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE meeting SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_are_refused_not_expanded(declared: str) -> None:
    data = declared.encode() + b"<meeting><agendaitems/><meetinglocation>&x;</meetinglocation></meeting>"
    try:
        assert "aaaa" not in read(data).text
    except Unreadable as unreadable:
        assert unreadable.problem.error in ("not understood", "empty", "unread format")


def test_a_deep_answer_ends() -> None:
    body = "&lt;div&gt;" * 40_000
    assert read(answer(item("1", "Salt", minutesnonemptyhtmlbody=body + "deep"))).text


def test_elements_of_a_broken_answer_may_be_called_anything() -> None:
    assert "1. Salt" in read(answer(item("1", "Salt") + "<a:b:c>x</a:b:c><é:1>y</é:1>")).text


@given(st.text(max_size=80), st.integers(0, 400))
@settings(max_examples=60)
def test_any_damage_reads_or_says_why(text: str, at: int) -> None:
    data = answer(item("1", "Salt", minutesnonemptyhtmlbody="words"))
    data = data[:at] + text.encode(errors="replace") + data[at + 3 :]
    try:
        read(data)
    except Unreadable as unreadable:
        assert unreadable.problem.detail
