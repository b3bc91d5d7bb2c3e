"""ModernGov pages saved as plain text: titles by the page's standing words; nothing dropped."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language.outline import read_outline
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
CUT_OUT = """9 Salt Barns (0-12-30) PDF 81 KB
To receive the report.
Minutes:
The report was noted.
"""


@pytest.mark.parametrize(
    ("page", "items"),
    [
        (ITEM, [(None, "Salt Barns and Winter Roads")]),
        (HISTORY, [("9", "Salt Barns"), ("21", "Winter Roads Review")]),
        (NUMBERED, [("212", "Welcome"), ("213", "Salt Barns")]),
        (LABELLED, [(None, "Welcome"), (None, "Salt Barns"), (None, "Dates of Meetings")]),
        (BARE, [(None, "Welcome"), (None, "Salt Barns")]),
        (CUT_OUT, [("9", "Salt Barns")]),
    ],
    ids=["item", "history", "numbered", "labelled", "bare", "cut out"],
)
def test_titles_are_told_by_the_page(page: str, items: list[tuple[str | None, str]]) -> None:
    assert LAYOUT.accepts(page.encode(), ".txt")
    document = read_document(page.encode(), "page.txt")
    found = read_outline(document).items
    assert [(item.number, document.text[item.start : item.end]) for item in found] == items
    assert "".join(document.text.split()) == "".join(page.split())


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
        st.sampled_from([*NUMBERED.split("\n"), *HISTORY.split("\n"), "Agenda item", "1.", "x | y"]),
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
