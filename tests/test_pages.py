"""Real sites around the minutes: style sheets, accordions, notes, lines of the site, pages without a document."""

import time

import pytest

from pipeline.documents import read_document
from pipeline.layouts.base import Unreadable
from pipeline.layouts.tables import is_lone_label, task_note


def lines(page: str) -> list[str]:
    """What a page reads as, one block a line."""
    return read_document(page.encode(), "page.html").text.splitlines()


def problems(page: str) -> list[str]:
    """The problems of a page, read or not."""
    try:
        return [problem.error for problem in read_document(page.encode(), "page.html").problems]
    except Unreadable as unreadable:
        return [f"unreadable: {unreadable.problem.error}"]


@pytest.mark.parametrize(
    ("sheet", "kind"),
    [
        (".a{font-weight:700}", "heading"),
        ("p.a, li.a\n{margin:0; font-weight:bold !important}", "heading"),
        ("<!-- /* Word */ .a {font-weight:bold} -->", "heading"),
        (".b{font-weight:700}", "paragraph"),
        ("td.a{font-weight:700}", "paragraph"),
        (".a{font-weight:700} .a{font-weight:400}", "paragraph"),
        ("/* .a{font-weight:700} */", "paragraph"),
    ],
)
def test_what_a_style_sheet_sets_bold(sheet: str, kind: str) -> None:
    page = f"<style>{sheet}</style><p class=a>Grit bins</p><p>They were full.</p>"
    assert read_document(page.encode(), "page.html").blocks[0].kind == kind


def test_links_underlined_by_a_style_sheet_are_not_set_strong() -> None:
    page = "<style>.l{text-decoration:underline}</style><p>x y</p><p><a class=l href=/g>Grit bins</a></p>"
    assert [block.kind for block in read_document(page.encode(), "page.html").blocks] == ["paragraph"] * 2


def test_lists_print_what_the_style_sheet_draws() -> None:
    page = """<style>.k-0>li:before{content:"(" counter(c-0,lower-latin) ") "} ul.b{list-style-type:none}
    .b>li:before{content:"\\0025cf  "} ol.r{list-style-type:lower-roman}</style>
    <ol class=k-0 start=2><li>salt<li>grit</ol><ul class=b><li>sand</ul><ol class=r><li>one<li>two</ol>"""
    assert lines(page) == ["(b) salt", "(c) grit", "• sand", "i. one", "ii. two"]


def test_cells_coloured_by_class_keep_their_fill() -> None:
    page = "<style>td.r{background-color:#f00}</style><table><tr><td>Bins<td class=r>Late</table>"
    (row,) = read_document(page.encode(), "page.html").blocks
    assert [span.cell.fill for span in row.cells] == [None, "#ff0000"]


@pytest.mark.parametrize(
    "part",
    [
        "<button aria-controls=p>Grit</button><div id=p hidden><p>Two bins.</p></div>",
        "<a data-toggle=collapse data-target='#p'>Grit</a><div id=p style='display: none'><p>Two bins.</p></div>",
        "<h3><button>Grit</button></h3><div class=accordion__panel hidden><p>Two bins.</p></div>",
        "<button class=accordion>Grit</button><div class=panel style='display:none'><p>Two bins.</p></div>",
        "<div role=tabpanel aria-hidden=true hidden><p>Two bins.</p></div>",
        "<details><summary>Grit</summary><p>Two bins.</p></details>",
    ],
)
def test_what_a_click_opens_is_read(part: str) -> None:
    assert "Two bins." in lines(f"<h1>Salt</h1><p>The panel met to talk about salt.</p>{part}")


@pytest.mark.parametrize(
    "part",
    [
        "<button aria-controls=menu>Menu</button><div id=menu hidden><p>Two bins.</p></div>",
        "<button aria-controls=p>x</button><div id=p role=dialog hidden><p>Two bins.</p></div>",
        "<div hidden><p>Two bins.</p></div>",
    ],
)
def test_menus_and_boxes_stay_closed(part: str) -> None:
    assert "Two bins." not in lines(f"<h1>Salt</h1><p>The panel met to talk about salt.</p>{part}")


def test_marks_of_notes_are_no_words() -> None:
    page = """<p>It rose to 6%<a href="#_ftn1"><span>[1]</span></a> by May<sup><a href="#cmnt1">[a]</a></sup>, and
    the <a href="#fn:2">[footnote 2]</a>rest fell.</p><p id=fn1>As told. <a href="#fnref:1">↩</a></p>
    <div><p><a href="#cmnt_ref1" id=cmnt1>[a]</a> Is this right?</p></div>"""
    assert lines(page) == ["It rose to 6% by May, and the rest fell.", "As told."]


def test_links_to_items_are_words() -> None:
    assert lines("<p>See <a href='#item4'>4</a> and <a href='#motion'>the motion</a>.</p>") == [
        "See 4 and the motion."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Back to top", "↑ Top of the page", "Last updated: 4 May 2025", "Print this page", "On this page",
        "Was this page helpful?", "© Marsh Council 2025", "Posted on 4 May 2025 by Clerk", "Next »", "No comments yet",
        "Website designed by Reed Web Design", "Page 2 of 3",
    ],
)  # fmt: skip
def test_lines_of_the_site_go(line: str) -> None:
    assert lines(f"<p>The Clerk bought salt.</p><p>{line}</p>") == ["The Clerk bought salt."]


@pytest.mark.parametrize(
    "line",
    [
        "Close", "The page was last updated in May, and members asked why.", "Comments", "Next meeting: 4 May 2025",
        "Published: 4 May 2025", "Members were asked to share this with residents.", "Search and rescue",
        "Next meeting", "Submitted by Cllr Rush", "Website by the end of May", "Copyright of the map",
        "(c) 2025/26 budget be approved",
    ],
)  # fmt: skip
def test_lines_of_the_minutes_stay(line: str) -> None:
    assert line in lines(f"<p>The Clerk bought salt.</p><p>{line}</p>")


def test_a_heading_goes_with_its_list_of_files() -> None:
    page = """<h1>Salt</h1><p>Salt was bought.</p><h2>Related documents</h2><ul><li><a href=/a>Salt.pdf</a>
    <li><a href=/b>Grit.pdf</a></ul><h2>Documents</h2><p>The deeds were signed.</p>"""
    assert lines(page) == ["Salt", "Salt was bought.", "Documents", "The deeds were signed."]


@pytest.mark.parametrize(
    ("title", "first", "kept"),
    [
        ("Minutes", "Minutes of the Salt Panel", "Minutes of the Salt Panel"),
        (
            "MARSH OVERY PARISH COUNCIL",
            "Minutes of the Salt Panel held on 4 May 2025",
            "Minutes of the Salt Panel",
        ),
        ("Salt Panel minutes, May", "Salt Panel minutes, May", "Salt Panel minutes, May"),
    ],
)
def test_a_title_names_its_document(title: str, first: str, kept: str) -> None:
    page = f"<title>{title}</title><p>Marsh Overy Parish Council</p><p>{first}</p><p>Present: Cllr Rush</p>"
    assert read_document(page.encode(), "page.html").title == kept


@pytest.mark.parametrize(
    "page",
    [
        "<title>Please enable cookies</title><h1>Please enable cookies.</h1><p>Then try again.</p>",
        "<title>Sign in to your account</title><form>Email <input></form><a href=/f>Forgot your password?</a>",
        "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        "<title>Object moved</title><h2>Object moved to <a href=/x>here</a>.</h2>",
        "<title>Page not found</title><main><h1>Sorry</h1><p>We looked everywhere.</p></main>",
        "<h1>403 Forbidden</h1><hr>nginx",
        "<title>Just a moment...</title><p>Checking your browser before you go on.</p>",
        "<frameset cols='20%,80%'><frame src='menu.htm'><frame src='minutes.htm'></frameset>",
        "<title>Minutes</title><embed src='minutes.pdf'>",
    ],
)
def test_a_page_in_place_of_the_document_is_a_problem(page: str) -> None:
    assert problems(f"<html>{page}</html>") == ["unreadable: no document"]


@pytest.mark.parametrize(
    "part",
    [
        "<iframe src='https://docs.google.com/viewer?url=x.pdf'></iframe>",
        "<p><a href='/files/mins_2025-05-04.pdf'>4 May</a></p>",
        "<p><a href='/Document.ashx?czJKcaeAi5tUFL1DTL2UE4zNRBcoShgo=x'>Minutes of the meeting</a></p>",
        "<p><a href='/download/124'>Download the minutes</a></p>",
    ],
)
def test_a_page_that_leads_to_the_file_says_so(part: str) -> None:
    assert problems(f"<h1>Salt Panel, 4 May 2025</h1><p>The papers are here.</p>{part}") == ["partly read"]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Salt Panel</h1><p>RESOLVED that cookies must be enabled on the new site.</p>",
        "<h1>Salt Panel</h1><p>Cllr Rush said that a page was not found.</p>",
        "<h1>Salt Panel</h1><p>Cllr Rush sent <a href=/map.pdf>the map</a> round.</p>",
        "<h1>Salt Panel minutes</h1><a href='minutes.pdf'>As a PDF</a>"
        + "<p>Cllr Rush asked about salt.</p>" * 60,
    ],
)
def test_a_short_document_is_one(page: str) -> None:
    assert problems(page) == []


ARCHIVE = """From: <Saved by Blink>
Snapshot-Content-Location: https://marsh.example/minutes
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--x"

----x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<h1>Minutes of the Salt Panel</h1><p>Salt cost =C2=A35 a b=
ag, and the Clerk bought some.</p>
----x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
----x--
"""


@pytest.mark.parametrize("name", ["m.mhtml", "m.mht", "m"])
def test_a_page_saved_in_one_file_is_read(name: str) -> None:
    document = read_document(ARCHIVE.encode(), name)
    assert document.text == "Minutes of the Salt Panel\nSalt cost £5 a bag, and the Clerk bought some."
    assert (document.format, document.url) == ("html", "https://marsh.example/minutes")


@pytest.mark.parametrize(
    "data", [b"", b"MIME-Version: 1.0", ARCHIVE.replace("text/html", "text/plain").encode()]
)
def test_an_archive_without_a_page_says_so(data: bytes) -> None:
    with pytest.raises(Unreadable) as raised:
        read_document(data, "m.mhtml")
    assert raised.value.problem.error == "not understood"


LISTED = "".join(
    f"<li><a href='/files/minutes-{month}.pdf'>1 {month} 2025</a> (draft)"
    for month in ("May", "June", "July")
)


def test_a_page_that_lists_the_files_of_many_meetings_is_no_document() -> None:
    told = "<p>The minutes are the record of each meeting. The Clerk sends them to all councillors.</p>" * 20
    assert problems(f"<h1>Minutes</h1>{told}<ul>{LISTED}</ul>") == ["unreadable: no document"]
    met = "<p>1. Apologies</p><p>None.</p>"
    assert "unreadable: no document" not in problems(f"<h1>Minutes</h1>{met}{told}<ul>{LISTED}</ul>")


def test_a_list_set_in_two_columns_is_a_list() -> None:
    page = """<p>AGREED:</p><table><tr><td>(a)<td>to note the report; and</tr><tr><td>(b)<td>to buy more salt.</table>
    <table><tr><td>1<td>4.2</tr><tr><td>2<td>5.1</table><table><tr><td>1.<td>Bins</tr><tr><td>2.<td>Tax</table>"""
    blocks = read_document(page.encode(), "page.html").blocks
    assert [block.label for block in blocks] == [None, "(a)", "(b)", None, None, None, None]


def test_a_moderngov_page_without_its_minutes_says_where_they_are() -> None:
    page = """<div id=modgov><h1 class=mgMainTitleTxt>Agenda and minutes</h1><a href=g1.pdf>Printed minutes PDF 9 KB</a>
    <p class=mgAiTitleTxt>Salt</p>{}</div>"""
    minuted = "<p class=mgSubItemTitleTxt>Minutes:</p><div class=mgWordPara>Salt was bought.</div>"
    assert problems(page.format("")) == ["partly read"]
    assert problems(page.format(minuted)) == []


def test_a_numbers_cell_labels_what_stands_beside_it_and_a_note_says_its_column() -> None:
    talk = "<p><b>Plots</b></p><p>The list had grown to thirty.</p><p>It would be closed.</p>"
    page = f"""<table><tr><td>Minute<td>Item<td>Action</tr><tr><td>2025/07<td>{talk}<td>Clerk<br>by May</tr>
    <tr><td>2025/08<td>{talk}<td></tr></table>"""
    assert [line for line in lines(page) if line[0] in "2AM"] == [
        "Minute | Item | Action", "2025/07 Plots", "Action: Clerk by May", "2025/08 Plots",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["4", "4.1", "(a)", "2025/07", "21/44", "FC/24/101", "P.12", "101/24a", "Item 5", "12."]
)
def test_labels_that_stand_alone(text: str) -> None:
    assert is_lone_label(text)


@pytest.mark.parametrize(
    "text", ["2025", "4 May", "04/05/2025", "4/5/25", "£4", "4%", "Clerk", "Item", "JS and PK"]
)
def test_cells_that_label_nothing(text: str) -> None:
    assert not is_lone_label(text)


def test_only_short_notes_of_columns_that_hand_out_work() -> None:
    assert task_note("By whom", "JS") == "By whom: JS"
    assert task_note("Discussion", "JS") is None
    assert task_note("Action", "JS " * 60) is None
    assert task_note("Action", "") is None


@pytest.mark.parametrize(
    "page",
    [
        "<style>" + ".a{font-weight:bold}" * 40_000 + "</style><p class=a>Salt",
        "<style>" + "." * 200_000 + "{" * 1_000 + "/*" * 50_000 + "</style><p class=a>Salt",
        "".join(
            f"<button aria-controls=p{at}>x</button><div id=p{at} hidden>salt</div>" for at in range(3_000)
        ),
        "<a href='#fn1'>" * 5_000 + "salt",
        "<p>" + "<a href=minutes>x</a>" * 5_000 + "salt",
    ],
    ids=range(5),
)
def test_hostile_pages_end_soon(page: str) -> None:
    started = time.perf_counter()
    assert lines(page)
    assert time.perf_counter() - started < 4
