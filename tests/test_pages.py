"""Real sites around the minutes: style sheets, accordions, notes, lines of the site."""

import time

import pytest

from pipeline.documents import read_document
from pipeline.layouts.tables import is_lone_label, task_note


def lines(page: str) -> list[str]:
    """What a page reads as, one block a line."""
    return read_document(page.encode(), "page.html").text.splitlines()


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


@pytest.mark.parametrize(
    "note",
    [
        "<div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1'>[1]</a> The Clerk to ring the bank.</p></div>",
        "<ol class=footnotes><li id='fn:1'>The Clerk to ring the bank. <a href='#fnref:1'>↩</a></ol>",
        "<section role=doc-endnotes><p>The Clerk to ring the bank.</p></section>",
    ],
)
def test_what_a_note_says_is_kept_apart(note: str) -> None:
    page = f"<p>Salt was bought for the winter.</p>{note}<p>The end.</p>"
    blocks = read_document(page.encode(), "page.html").blocks
    assert [block.role for block in blocks] == [None, "field", None]


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


def test_a_list_set_in_two_columns_is_a_list() -> None:
    page = """<p>AGREED:</p><table><tr><td>(a)<td>to note the report; and</tr><tr><td>(b)<td>to buy more salt.</table>
    <table><tr><td>1<td>4.2</tr><tr><td>2<td>5.1</table><table><tr><td>1.<td>Bins</tr><tr><td>2.<td>Tax</table>"""
    blocks = read_document(page.encode(), "page.html").blocks
    assert [block.label for block in blocks] == [None, "(a)", "(b)", None, None, None, None]


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
