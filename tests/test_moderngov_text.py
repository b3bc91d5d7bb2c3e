"""ModernGov pages saved as plain text: titles by the page's standing words; nothing dropped."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language.outline import read_outline
from extractors.language.resolutions import find_limbs
from pipeline.documents import read_document
from pipeline.layouts.base import Unreadable
from pipeline.layouts.moderngov_text import LAYOUT

ITEM = """Agenda item - Salt Barns navigation and tools

You are here - Home : Meetings : Agenda item

Agenda item

Salt Barns and Winter Roads

- Meeting of Roads Panel, Monday, 3rd February, 2025 6.30 pm (Item 9.)

Report of the Director of Roads.

Minutes:

Members asked how many barns were full.
"""
HISTORY = """Issue - meetings

Winter Roads

Meeting: 03/02/2025 - Roads Panel (Item 9)

9 Salt Barns PDF 81 KB

Minutes:

The report was noted.

Meeting: 07/04/2025 - Roads Panel (Item 21)

21 Winter Roads Review (0-41-20) PDF 1 MB

Minutes:

The review was welcomed.
"""
NUMBERED = """Agenda and minutes

Venue: The Guildhall

Items

No. Item

212.

Welcome

Additional documents:

Minutes:

The Chair welcomed those present.

213.

Salt Barns pdf icon PDF 81 KB

To receive the report.

Additional documents:

Appendix A Barns PDF 12 KB

Minutes:

In 2024 there were 14 barns.
"""
LABELLED = """Agenda and minutes

No. Item

Welcome

Minutes:

The Chair welcomed those present.

Salt Barns

To receive the report.

Additional documents:

Appendix A Barns

Decision:

That the report be noted.

Minutes:

The Panel noted it.

Dates of Meetings

Minutes:

None were fixed.
"""
BARE = """Agenda and draft minutes

No. Item


Welcome


The Chair welcomed those present.


Salt Barns pdf icon PDF 81 KB


The Panel asked about barns.
"""
STOPPED = """Agenda and minutes

No. Item

31.

Welcome.

Minutes:

The Chair welcomed those present.

32.

Minutes of the Last Meeting: 3 February 2025 pdf icon PDF 81 KB

Minutes:

32.1

Two barns were named wrongly.

That the minutes be signed.

33.

Questions on notice.

Minutes:

There were none.
"""
ROLLED = """Venue: The Guildhall
No. | Item |
---|---|
Welcome Minutes: The Chair welcomed those present. |
|
Salt Barns To receive the report of the Director. Additional documents: Barns PDF 12 KB Minutes: The report was noted. |
Fleet Report of the Director of Roads (Copy attached) Decision: That it be noted. Minutes: Members noted it. |
"""
ROWS = """| No. | Item |
| --- | --- |
| 4. | Welcome Minutes: The Chair welcomed those present. |
| 5. | Salt Barns PDF 81 KB Please note that barn 3 is shut. Minutes: The report was noted. |
"""
DETAILS = """Decision details

Salt Barns

Decision Maker: Cabinet

Decision status: Recommendations Approved

Decisions:

RESOLVED that two barns be sold.

Publication date: 03/02/2025
"""
DECISIONS = """Issue - decisions

Winter Roads

03/02/2025 - Salt Barns

1. That two barns be sold.

07/04/2025 - Winter Roads Review

That the review be noted.
"""
CODED = """Issue - meetings

Meeting: 03/02/2025 - Roads Panel (Item 9)

9 Salt Barns - ROA/21/045 PDF 81 KB

Minutes:

The report was noted.
"""
NO_TITLE = """Agenda item

Minutes:

The Chair welcomed those present.
"""
CUT_OUT = """9 Salt Barns (0-12-30) PDF 81 KB
To receive the report.
Minutes:
The report was noted.
"""


@pytest.mark.parametrize(
    ("page", "items"),
    [
        (ITEM, [("9", "Salt Barns and Winter Roads")]),
        (HISTORY, [("9", "Salt Barns"), ("21", "Winter Roads Review")]),
        (NUMBERED, [("212", "Welcome"), ("213", "Salt Barns")]),
        (LABELLED, [(None, "Welcome"), (None, "Salt Barns"), (None, "Dates of Meetings")]),
        (BARE, [(None, "Welcome"), (None, "Salt Barns")]),
        (CUT_OUT, [("9", "Salt Barns")]),
        (
            STOPPED,
            [
                ("31", "Welcome."),
                ("32", "Minutes of the Last Meeting: 3 February 2025"),
                ("33", "Questions on notice."),
            ],
        ),
        (ROLLED, [(None, "Welcome"), (None, "Salt Barns"), (None, "Fleet")]),
        (ROWS, [("4", "Welcome"), ("5", "Salt Barns")]),
        (DETAILS, [(None, "Salt Barns")]),
        (DECISIONS, [(None, "Salt Barns"), (None, "Winter Roads Review")]),
        (CODED, [("9", "Salt Barns")]),
        (NO_TITLE, []),
    ],
    ids=[
        *("item", "history", "numbered", "labelled", "bare", "cut out"),
        *("stopped", "rolled", "rows", "details", "decisions", "coded", "no title"),
    ],
)
def test_titles_are_told_by_the_page(page: str, items: list[tuple[str | None, str]]) -> None:
    assert LAYOUT.accepts(page.encode(), ".txt")
    document = read_document(page.encode(), "page.txt")
    found = read_outline(document).items
    assert [(item.number, document.text[item.start : item.end]) for item in found] == items
    assert _letters(document.text) == _letters(page)


def _letters(text: str) -> str:
    """The text without white space, and without the lines of tables, which are no words."""
    return re.sub(r"\s|\||-{3,}", "", text)


def test_what_was_decided_is_read_from_pages_of_decisions() -> None:
    for page, decided in (
        (DETAILS, ["two barns be sold"]),
        (DECISIONS, ["That two barns be sold", "That the review be noted"]),
    ):
        document = read_document(page.encode(), "page.txt")
        limbs = find_limbs(document, read_outline(document))
        assert [document.text[limb.start : limb.end] for limb in limbs] == decided


@pytest.mark.parametrize(
    "text",
    [
        "Roads Panel\n\nMinutes of the meeting held on 3 February 2025\n\n1. Apologies\n\nNone.\n",
        "The agenda item was withdrawn.\nNo item was taken after 9 pm.\n",
    ],
)
def test_other_minutes_are_left_to_the_plain_layout(text: str) -> None:
    assert not LAYOUT.accepts(text.encode(), ".txt")


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                *NUMBERED.split("\n"),
                *HISTORY.split("\n"),
                *ROLLED.split("\n"),
                *DECISIONS.split("\n"),
                "Agenda item",
                "1.",
                "x | y",
            ]
        ),
        max_size=30,
    )
)
def test_no_line_is_lost_whatever_the_order(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    try:
        kept = LAYOUT.read(data).pieces
    except Unreadable:
        return
    words = " ".join(cell.text for piece in kept for cell in piece.cells) + " ".join(
        piece.text for piece in kept
    )
    for line in lines:
        assert all(word in words for word in line.replace("|", " ").split())


def test_real_pages_beside_the_checkout_keep_their_titles() -> None:
    folder = Path(__file__).parents[2] / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("needs ../shared/corpus")
    pages = [path for path in sorted(folder.glob("*.txt")) if LAYOUT.accepts(path.read_bytes(), ".txt")]
    assert pages
    for path in pages:
        items = read_outline(read_document(path.read_bytes(), path.name)).items
        assert [item.rule for item in items] == ["item.markup"]


FILED = """Harbour Board - Monday 4th February 2019 6.00 pm

Apologies for Absence

Additional documents:

None.

Minutes PDF 8 KB

They were read out.

Fog Horns pdf icon PDF 90 KB

To agree the horns.

Additional documents:

Horns App 1 pdf icon PDF 81 KB

(1) That the horns be bought.

(2) That the old ones be sold.

Buoys

word icon DOC 12 KB

The buoys were counted.
"""
COUNTED = """Harbour Board

41. Fog Horns (PDF, 90KB)

The horns were blown.

42. Urgent Lamps

There were none.

43. Buoys PDF 2 MB (0:12:30)

The buoys were counted.
"""


@pytest.mark.parametrize(
    ("page", "items"),
    [
        (FILED, [(None, "Apologies for Absence"), (None, "Minutes"), (None, "Fog Horns"), (None, "Buoys")]),
        (COUNTED, [("41", "Fog Horns"), ("42", "Urgent Lamps"), ("43", "Buoys")]),
    ],
    ids=["filed", "counted"],
)
def test_a_file_behind_a_title_tells_it(page: str, items: list[tuple[str | None, str]]) -> None:
    assert LAYOUT.accepts(page.encode(), ".txt")
    document = read_document(page.encode(), "page.txt")
    assert [
        (item.number, document.text[item.start : item.end]) for item in read_outline(document).items
    ] == items


def test_what_was_decided_stands_among_the_papers() -> None:
    document = read_document(FILED.encode(), "page.txt")
    limbs = find_limbs(document, read_outline(document))
    assert [(limb.label, document.text[limb.start : limb.end]) for limb in limbs] == [
        ("(1)", "That the horns be bought"),
        ("(2)", "That the old ones be sold"),
    ]


def test_a_title_of_any_length_may_have_a_full_stop_before_its_file() -> None:
    titles = (
        "With reference to the minutes of the ferry area’s meeting on the 4th of May 2031.",
        "With reference to the questions for the area harbour masters and for the pilots.",
    )
    body = "\n\n".join(
        f"{number}.\n\n{title} pdf icon PDF {number}00 KB\n\nAdditional documents:\n\nMinutes:\n\nORDER: Agreed."
        for number, title in enumerate(titles, 1)
    )
    document = read_document(f"Agenda and minutes\n\nNo. Item\n\n{body}\n".encode(), "page.txt")
    assert [document.text[item.start : item.end] for item in read_outline(document).items] == list(titles)


LISTED = """Agenda and minutes

No. Item

Declarations of Interest

None were made.

Mill and Weir Performance 2021/22: pdf icon PDF 42 KB

To consider the report.

Additional documents:

Ms Vale presented the report and answered members' questions.

Should the weir not be on page 4 rather than 5?

Yes, that was a slip.
"""


def test_a_titles_colon_before_its_file_and_what_is_asked_below() -> None:
    page = read_document(LISTED.encode(), "page.txt")
    titles = [page.text[item.start : item.end] for item in read_outline(page).items]
    assert titles == ["Declarations of Interest", "Mill and Weir Performance 2021/22"]


def test_a_sentence_under_agenda_item_is_no_title() -> None:
    about = "Ann Finch, the Manager of the Mill and Weir, is coming to take questions on the ferry."
    page = read_document(f"Agenda item\n\n{about}\n\nMinutes:\n\nShe spoke.\n".encode(), "page.txt")
    assert about.rstrip(".") not in {
        page.text[item.start : item.end].rstrip(".") for item in read_outline(page).items
    }
