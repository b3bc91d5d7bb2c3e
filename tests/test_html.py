"""Web pages of any kind: encodings, lists, tables, what is no text, and what must not break it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents import read_document
from pipeline.layouts.base import Unreadable
from pipeline.layouts.html_colours import read_colour
from pipeline.layouts.html_lists import count_label


def lines(body: str) -> list[str]:
    """What a page with this body reads as, one block a line."""
    return read_document(body.encode(), "page.html").text.splitlines()


def kinds(body: str) -> list[tuple[str, int, str | None]]:
    """Kind, level and label of each block."""
    document = read_document(body.encode(), "page.html")
    return [(block.kind, block.level, block.label) for block in document.blocks]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("<p>Siân Café</p>".encode(), "Siân"),
        ("<p>Siân Café</p>".encode("utf-8-sig"), "Siân"),
        ("<p>“Siân” – £5</p>".encode("cp1252"), "“Siân”"),
        ("<meta charset=iso-8859-1><p>“Siân” – £5</p>".encode("cp1252"), "“Siân”"),
        ("<meta charset='iso-8859-1'><p>Siân</p>".encode(), "Siân"),
        ("<meta charset=iso-8859-14><p>Ŵyn Siân</p>".encode("iso-8859-14"), "Ŵyn"),
        ("<html><p>Siân</p>".encode("utf-16"), "Siân"),
        ("<meta charset=no-such-code><p>Siân</p>".encode(), "Siân"),
        ("<p>SiÃ¢n â€“ Â£5</p>".encode(), "Siân – £5"),
        ("<p>Ynys Môn “Âge” É° Å</p>".encode(), "Ynys Môn “Âge” É° Å"),
        (b'<?xml version="1.0" encoding="utf-8"?><html><body><p>Si\xc3\xa2n</p></body></html>', "Siân"),
    ],
)
def test_encodings(data: bytes, word: str) -> None:
    assert word in read_document(data, "page.html").text


@pytest.mark.parametrize("tag", ["article", "main", "section", "div", "custom-part"])
def test_a_page_may_leave_out_the_tag_of_its_body(tag: str) -> None:
    assert lines(
        f"<!doctype html><title>Salt</title><{tag}><h1>Grit</h1><p>Salt was bought.</p></{tag}>"
    ) == [
        "Grit",
        "Salt was bought.",
    ]


def test_lists_carry_the_labels_that_a_browser_prints() -> None:
    body = "<ol type='a' start='3'><li>salt<li value='7'>grit<ul><li>sand</ul></ol><ol reversed><li>x y<li>z w</ol>"
    assert lines(body) == ["c. salt", "g. grit", "• sand", "2. x y", "1. z w"]
    assert kinds(body)[2] == ("bullet", 2, "•")


def test_a_label_typed_by_hand_is_not_printed_twice() -> None:
    assert lines("<ul><li>(a) salt be bought</li><li>(b) grit</li></ul>") == [
        "(a) salt be bought",
        "(b) grit",
    ]
    assert lines("<ol><li>1. salt be bought</li></ol>") == ["1. salt be bought"]
    assert lines("<ol><li>A. Hale asked about salt</li></ol>") == ["1. A. Hale asked about salt"]
    assert lines("<ul style='list-style:none'><li>salt</li></ul>") == ["salt"]


def test_a_point_of_two_paragraphs_has_one_label() -> None:
    assert kinds("<ol><li><p>salt be bought</p><p>and stored</p></li></ol>") == [
        ("bullet", 1, "1."),
        ("paragraph", 1, None),
    ]


def test_terms_label_their_entries_and_head_their_text() -> None:
    body = """<dl><dt>Date<dd>4 May<dt>1. Salt<dd>It was bought.<dt>Grit<dd><p>It was not.</p><p>It will be.</p>
    <dt>Present<dd>Cllr Rush<dd>Cllr Hale</dl>"""
    assert lines(body) == [
        "Date: 4 May", "1. Salt", "It was bought.", "Grit", "It was not.", "It will be.",
        "Present: Cllr Rush", "Cllr Hale",
    ]  # fmt: skip
    assert [kind for kind, _, _ in kinds(body)].count("heading") == 2


def test_only_elements_end_a_paragraph() -> None:
    assert lines("<p>The Panel\nasked <em>about</em>\n salt.</p>\n\nLoose\nwords.") == [
        "The Panel asked about salt.",
        "Loose words.",
    ]


def test_lines_set_as_typed_end_paragraphs() -> None:
    typed = "1. Salt\nIt was bought.\n\n2. Grit\nIt was not."
    read = ["1. Salt", "It was bought.", "2. Grit", "It was not."]
    assert lines(f"<pre>{typed}</pre>") == read
    assert lines(f"<div style='white-space: pre-wrap'>{typed}</div>") == read
    assert lines(f"<style>.t{{white-space:pre-line}}</style><div class=t>{typed}</div><p>a\nb</p>") == [
        *read,
        "a b",
    ]
    assert lines("<p><span style='white-space:pre-wrap'>Salt\nwas bought.</span></p>") == ["Salt was bought."]


def test_a_bold_title_with_its_talk_behind_it_heads_it() -> None:
    body = "<p><b>2. Roads:</b> The Clerk reported that a sign was down.</p>"
    assert lines(body) == ["2. Roads:", "The Clerk reported that a sign was down."]
    assert kinds(body) == [("heading", 2, "2."), ("paragraph", 0, None)]
    assert lines("<p>25/03 <b>Salt</b> – Cllr Rush had bought five bags.</p>")[0] == "25/03 Salt"
    assert lines("<p><b>2. Apologies:</b> Cllr Rush.</p>") == ["2. Apologies:", "Cllr Rush."]
    assert lines("<ol><li><b>Salt</b> Cllr Rush had bought five bags.</ol>")[0] == "1. Salt"


@pytest.mark.parametrize(
    "body",
    [
        "<p>1. <b>Cllr Rush</b> asked about the salt again.</p>",
        "<p>1. <b>Ann Rush</b> asked about the salt again.</p>",
        "<p>1. <b>The Clerk</b> Mrs Dee will buy the salt.</p>",
        "<p>1. <b>RESOLVED</b> That salt be bought this winter.</p>",
        "<p><b>Apologies:</b> Cllr Rush and Cllr Hale sent theirs.</p>",
        "<p><b>1. Salt:</b> That two bags be bought.</p>",
        "<p><b>(a) Salt</b> It was bought by the Clerk.</p>",
        "<p><b>2. Salt</b> Cllr Rush.</p>",
    ],
)
def test_what_is_set_bold_in_a_sentence_heads_nothing(body: str) -> None:
    assert len(lines(body)) == 1


def test_what_is_set_bold_may_head_but_not_lead_in_nor_sentence() -> None:
    assert kinds("<h2>Salt</h2><p><b>Grit bins</b></p>")[1] == ("heading", 3, None)
    assert kinds("<p><b>Grit</b> bins</p>")[0][0] == "paragraph"
    assert kinds("<p><b>RESOLVED that:</b></p>")[0][0] == "paragraph"
    assert (
        kinds("<p><b>The Panel then heard from the residents of the lane at length.</b></p>")[0][0]
        == "paragraph"
    )


def test_hidden_words_scripts_and_notes_are_no_text() -> None:
    body = """<p>Seen<sup><a href='#n'>1</a></sup> m<sup>2</sup><span style="display: none">no</span>
    <span class="sr-only">no</span><script>no()</script><!-- no --><del>no</del></p><template><p>no</p></template>"""
    assert lines(body) == ["Seen m2"]


def test_a_vote_reads_as_side_and_names() -> None:
    beside = """<table><tr><td>For (2)</td><td>Ida Marsh, Leon Petrie</td></tr>
    <tr><td>Against</td><td>Ann Dow</td></tr></table>"""
    above = """<table><tr><th>For</th><th>Against</th></tr><tr><td>Ida Marsh</td><td>Ann Dow</td></tr>
    <tr><td>Leon Petrie</td></tr></table>"""
    assert lines(beside) == ["For (2)", "Ida Marsh, Leon Petrie", "Against", "Ann Dow"]
    assert lines(above) == ["For", "Ida Marsh, Leon Petrie", "Against", "Ann Dow"]


def test_names_below_one_another_in_a_vote_are_a_list() -> None:
    body = """<table><tr><td>For</td><td>Ida Marsh<br>Leon Petrie,<p>Ravi Sethi</p></td></tr>
    <tr><td>Against</td><td>none</td></tr></table>"""
    assert lines(body) == ["For", "Ida Marsh, Leon Petrie, Ravi Sethi", "Against", "none"]


def test_names_below_one_another_in_a_form_are_a_list() -> None:
    body = """<table><tr><td>Present:<td>Ida Marsh (Chair)<br>Leon Petrie<br>Ravi Sethi</tr>
    <tr><td>Apologies<td>They were received<br>from Ann Dow.</tr><tr><td>Venue<td>Mill Hall<br>Mill Lane</table>"""
    assert lines(body) == [
        "Present: Ida Marsh (Chair), Leon Petrie, Ravi Sethi", "Apologies: They were received from Ann Dow.",
        "Venue: Mill Hall Mill Lane",
    ]  # fmt: skip


def test_cells_know_their_grid_columns() -> None:
    body = """<table><tr><th>A</th><th colspan=2>B</th></tr><tr><td rowspan=2>c</td><td>d</td><td>e</td></tr>
    <tr><td>f</td><td>g</td></tr></table>"""
    rows = read_document(body.encode(), "page.html").blocks
    assert [[span.cell.column for span in row.cells] for row in rows] == [[0, 1], [0, 1, 2], [1, 2]]
    assert [row.header for row in rows] == [True, False, False]


def test_a_column_may_be_called_no_with_a_full_stop() -> None:
    body = "<table><tr><td>No.<td>Item<td>Cost</tr><tr><td>1.<td>Salt<td>£4</table>"
    assert [block.header for block in read_document(body.encode(), "page.html").blocks] == [True, False]


def test_absurd_spans_are_bounded() -> None:
    body = "<table><tr><td colspan=99999 rowspan=99999>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert "a" in "".join(lines(body))


def test_furniture_goes_and_a_form_around_the_page_stays() -> None:
    body = """<form><div id="menu"><a href=/>Home</a></div><h1>Salt report</h1><p>Salt was bought for the winter.</p>
    <div class="cookie-banner">We use cookies</div><ul><li><a href=/a>Bins</a><li><a href=/b>Tax</a></ul></form>
    <p><a href=/salt.pdf>Download</a></p><footer>Contact us</footer>"""
    assert lines(body) == ["Salt report", "Salt was bought for the winter."]


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#0a0", "#00aa00"), ("rgb(255, 0,0)", "#ff0000"), ("red none repeat", "#ff0000"), ("00B050", "#00b050"),
        ("transparent", None), ("rgba(1,2,3,0)", None), ("url(x.png)", None), ("", None),
    ],
)  # fmt: skip
def test_colours(text: str, colour: str | None) -> None:
    assert read_colour(text) == colour


def test_numbers_as_lists_print_them() -> None:
    assert [count_label(28, style) for style in ("decimal", "lower-alpha", "upper-roman")] == [
        "28",
        "ab",
        "XXVIII",
    ]
    assert count_label(0, "lower-roman") == "0"


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"<html><head><title>x</title></head></html>", b"\x00\x01\x02" * 900]
)
def test_a_page_without_text_says_so(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_document(data, "page.html")


def test_unclosed_inline_elements_lose_no_words() -> None:
    assert len(lines("".join(f"<font face=a><b>Salt {count}<br><br>" for count in range(500)))) == 500


def test_what_nests_too_deep_is_partly_read() -> None:
    document = read_document(b"<p>Salt</p>" + b"<div>" * 9_000 + b"deep", "page.html")
    assert (document.text, [problem.error for problem in document.problems]) == ("Salt", ["partly read"])


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>a<td>" * 600 + "<p>words</p>" * 2_000,
        "<div>" * 50_000 + "<p>deep</p>",
        "<table><tr><td>" * 3_000 + "deep",
        "<ul><li>" * 5_000 + "deep",
        "<b>" * 20_000 + "deep",
        "<p>words</p>" * 5_000,
        "words <br>" * 5_000,
        "<p " + "a='b' " * 20_000 + ">words</p>",
        "<td>" * 5_000 + "words",
        "&nbsp;" * 50_000 + "words",
        "<a href=x>words</a>" * 10_000,
    ],
    ids=lambda body: body[:12],
)
def test_hostile_pages_end_soon(body: str) -> None:
    started = time.perf_counter()
    try:
        document = read_document(f"<p>A first paragraph.</p>{body}".encode(), "page.html")
    except Unreadable as unreadable:
        assert unreadable.problem.detail
    else:
        assert document.text
    assert time.perf_counter() - started < 4


TAGS = (
    "p", "b", "br", "div", "table", "tr", "td", "th", "ul", "ol", "li", "h2", "span", "dl", "dt", "dd", "pre",
    "a", "sup", "main", "nav", "script", "button", "details", "summary", "style", "article", "header", "h1", "figure",
    "div id=p hidden", "button aria-controls=p", "a href='#fn1'", "p class=c",
)  # fmt: skip
PARTS = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS]),
    st.sampled_from([f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        [
            ".c{font-weight:bold}",
            '.c>li:before{content:"(" counter(a,lower-latin)}',
            "Action",
            "Item",
            "Back to top",
        ]
    ),
    st.sampled_from(["(a) ", "For (2)", "<td>4.</td>", "\xa0", "<li value=3>"]),
    st.text(max_size=12),
)
PAGES = st.lists(PARTS, max_size=40)


@given(PAGES)
@settings(max_examples=60)
def test_any_page_reads_or_says_why(parts: list[str]) -> None:
    try:
        document = read_document("".join(parts).encode(errors="replace"), "page.html")
    except Unreadable as unreadable:
        assert unreadable.problem.detail
        return
    for block in document.blocks:
        assert 0 <= block.start <= block.body <= block.end <= len(document.text)
        for span in block.cells:
            assert block.start <= span.start <= span.end <= block.end
