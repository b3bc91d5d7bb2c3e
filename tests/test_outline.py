"""Agenda items and parts, by the sign that each kind of document gives."""

import pytest

from extractors.agenda_items import find as find_items
from extractors.figures import find as find_figures
from extractors.language.labels import read_label
from extractors.language.parsed import Parsed
from pipeline.documents import read_document
from tests.documents import parsed


def items(text: str) -> list[tuple[str | None, str]]:
    page = parsed(text)
    return [(item.number, page.text[item.start : item.end]) for item in page.outline.items]


def test_printed_number_goes_before_the_item_in_brackets() -> None:
    assert items(
        """# 12. Apologies for Absence (Item 1)
        There were none.
        # Budget Monitoring 2023/24
        (Item 2)
        The report was noted."""
    ) == [("12", "Apologies for Absence"), ("2", "Budget Monitoring 2023/24")]


def test_worded_items_with_title_behind_or_below() -> None:
    assert items(
        """Item 1: Minutes
        They were taken as read.
        Item 2:
        Void Property Turnaround"""
    ) == [("1", "Minutes"), ("2", "Void Property Turnaround")]


def test_points_inside_an_item_are_no_items() -> None:
    assert items(
        """# 1. Welcome
        The Chair opened the meeting.
        # 2. Decisions
        # 1. Membership
        Agreed by all.
        # 2. Premises
        Agreed by all.
        # 3. Staffing
        Agreed by all.
        # 3. Any Other Business
        There was none."""
    ) == [("1", "Welcome"), ("2", "Decisions"), ("3", "Any Other Business")]


def test_minute_numbers_of_a_year() -> None:
    assert items(
        """# 23/101 Apologies
        None.
        # 23/102 Highways matters
        The broken sign was reported."""
    ) == [("23/101", "Apologies"), ("23/102", "Highways matters")]


def test_unnumbered_headings_of_the_same_make() -> None:
    assert [title for _, title in items(
        """# ALDERMOOR BOROUGH COUNCIL
        # APOLOGIES FOR ABSENCE
        None.
        # DECLARATIONS OF INTEREST
        None.
        # LIBRARY OPENING HOURS
        The Head of Libraries spoke.
        # Discussion
        Members spoke."""
    )] == ["APOLOGIES FOR ABSENCE", "DECLARATIONS OF INTEREST", "LIBRARY OPENING HOURS"]  # fmt: skip


def test_one_item_page_and_report() -> None:
    assert items("# Agenda item\n# Housing Repairs Quarter 1 2023/24\n# Minutes:\nMembers spoke.") == [
        (None, "Housing Repairs Quarter 1 2023/24")
    ]
    assert items("Meeting: Audit Committee\nSubject: Annual Accounts\nThe accounts are attached.") == [
        (None, "Annual Accounts")
    ]


def test_sections_of_a_report_are_no_items() -> None:
    assert items(
        """# Fly-tipping in the borough
        # 1. Purpose
        To inform.
        # 2. Background
        It is long.
        # 3. Recommendations
        That it be noted."""
    ) == [(None, "Fly-tipping in the borough")]


def test_parts() -> None:
    page = parsed(
        """# Agenda item
        # Bus Shelters
        # Minutes:
        Members spoke.
        # Decision:
        The report was noted.
        # Supporting documents:
        Bus Shelters PDF 114 KB"""
    )
    assert page.outline.parts == (
        "head", "heading", "heading", "discussion", "heading", "decision", "heading", "furniture",
    )  # fmt: skip


def test_talk_below_a_list_of_papers_is_talk() -> None:
    page = parsed(
        """# Agenda item
        # 7 Bus Shelters
        # Additional documents:
        Shelters strategy, with the schedule of works and a plan of each of the sites, item 7
        The officer introduced the report and said that nine shelters had been mended in the spring and summer.
        Noted."""
    )
    assert page.outline.parts == (
        "head", "heading", "heading", "furniture", "discussion", "discussion",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("(a)", "(b)", True),
        ("(h)", "(i)", True),
        ("iv.", "v.", True),
        ("1.", "2)", False),
        ("(a)", "(c)", False),
    ],
)
def test_labels_follow_in_their_own_list(before: str, after: str, follows: bool) -> None:
    first, second = read_label(before), read_label(after)
    assert first and second
    assert second.follows(first) is follows


def test_title_and_talk_on_one_line() -> None:
    assert items(
        """12/24 APOLOGIES: Cllrs Orme and Vance sent apologies, which were accepted.
        13/24 Declarations of interest – none were made.
        14/24 PLAY AREAS. The Clerk had inspected the swings."""
    ) == [("12/24", "APOLOGIES"), ("13/24", "Declarations of interest"), ("14/24", "PLAY AREAS")]


def test_decimal_numbers_are_parts_of_an_item() -> None:
    assert items(
        """# 1.0 Welcome
        1.1 The Chair opened the meeting.
        # 2.0 Finance
        # 2.1 Budget
        Noted.
        # 3.0 Any Other Business
        None."""
    ) == [("1.0", "Welcome"), ("2.0", "Finance"), ("3.0", "Any Other Business")]


def test_a_nested_list_does_not_steal_the_item_after_it() -> None:
    found = parsed(
        "# 1. Apologies\nNone.\n# 2. Minutes\nAgreed.\n# 3. Updates\nThe Chair reported:\n1. Terms of reference\n"
        "2. Elections\n# 4. Finance\nThe accounts were noted.\n# 5. Any other business"
    ).outline
    assert [item.number for item in found.items] == ["1", "2", "3", "4", "5"]


def test_a_declared_interest_that_names_an_item_is_no_item() -> None:
    titles = [
        page.text[item.start : item.end]
        for page in [
            parsed(
                "# 1. Apologies for absence\nNone.\n# 2. Declarations of interest\nItem 3 – Mr Orme (financial)\n"
                "# 3. Lamp columns\nMembers spoke of paint."
            )
        ]
        for item in page.outline.items
    ]
    assert titles == ["Apologies for absence", "Declarations of interest", "Lamp columns"]


def test_a_minute_number_before_the_item_number() -> None:
    assert items(
        """F031/24  1.  APOLOGIES FOR ABSENCE.
        There were none.
        F032/24  2.  INTEREST(s) TO BE DECLARED
        There were none.
        F033/24  3.  THE POND
        It was dredged."""
    ) == [
        ("F031/24", "APOLOGIES FOR ABSENCE."),
        ("F032/24", "INTEREST(s) TO BE DECLARED"),
        ("F033/24", "THE POND"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Minutes:\n# Ann Hay, Head of Parks\nThe pond was dredged.",
        "# Ann Hay, Head of Parks:\n- said that the pond was dredged.",
        "# Meeting date 3 March 2024\nThe pond was dredged.",
    ],
)
def test_no_title_where_none_is_left(text: str) -> None:
    assert items(text) == []


def test_a_lone_numbered_title_is_the_item() -> None:
    assert items("45. Lamp Columns and Bollards\nThe engineer spoke of rust.") == [
        ("45", "Lamp Columns and Bollards")
    ]
    assert items("1. Paint the railings\n2. Oil the gate\nThe engineer spoke of rust.") == []


def test_titles_with_the_talk_behind_them() -> None:
    assert items(
        """7. Apologies Given:- Mr Orme.
        8.. Pond & Ducks:- The ducks had gone.
        9. BENCHES AND BINS The warden was asked for a price.
        10. To note any correspondence."""
    ) == [
        ("7", "Apologies Given"),
        ("8", "Pond & Ducks"),
        ("9", "BENCHES AND BINS"),
        ("10", "To note any correspondence"),
    ]


def test_roman_numbers_head_titles_in_capitals() -> None:
    assert items(
        """# I APOLOGIES
        None.
        # II FERRY TIMES
        I asked for a later boat.
        # IV MINUTES
        Agreed."""
    ) == [("I", "APOLOGIES"), ("II", "FERRY TIMES"), ("IV", "MINUTES")]


def test_items_numbered_behind_the_year() -> None:
    assert items(
        """32.14 ELECTION OF CHAIR
        Ms Dray was elected.
        32.15 FERRY TIMES
        The boat was late."""
    ) == [("32.14", "ELECTION OF CHAIR"), ("32.15", "FERRY TIMES")]
    assert items("3.1 Ferry times\nThe boat was late.\n3.2 Fares\nThey rose.") == []


def test_titles_with_their_talk_behind_any_mark() -> None:
    assert items(
        """31/32-7: Chair's welcome: The Chair opened the meeting.
        31/32-8: Apologies –Cllrs Hay and Orme, Rev. Lee.
        31/32-9: Minutes of the last meeting – they were read and signed.
        31/32-10: Ducks and geese: The pond was dredged.
        S31/0007 Dairy Cottage"""
    ) == [
        ("31/32-7", "Chair's welcome"),
        ("31/32-8", "Apologies"),
        ("31/32-9", "Minutes of the last meeting"),
        ("31/32-10", "Ducks and geese"),
    ]


def test_talk_behind_a_number_is_no_title_where_no_usual_one_says_so() -> None:
    assert items("1. Officers: the warden painted the gate.\n2. Ducks – the pond was dredged.") == []


def test_the_number_of_an_item_with_its_talk_is_no_figure() -> None:
    page = parsed("21/22: Apologies: Cllr Orme sent his.\n21/23: Minutes: There were 14 complaints.")
    assert [figure.value for figure in find_figures(page)] == [14]


def test_numbers_alone_over_their_titles() -> None:
    assert items(
        """# ALDERMOOR SCHOOL
        814
        # APOLOGIES FOR ABSENCE
        None.
        815
        # MATTERS ARISING
        The roof was mended."""
    ) == [("814", "APOLOGIES FOR ABSENCE"), ("815", "MATTERS ARISING")]


def test_a_list_of_which_every_point_is_the_first() -> None:
    assert items(
        """# 1. Approval of previous minutes
        They were agreed.
        # 1. Ferry fares
        They rose.
        # 1. Notice board
        It was painted."""
    ) == [("1", "Approval of previous minutes"), ("1", "Ferry fares"), ("1", "Notice board")]


def test_titles_in_a_table_of_contents_are_not_the_items() -> None:
    page = parsed(
        "# 2. Minutes\n# 3. Ferry fares\n# 4. Any other business\n"
        "# 1. Apologies\nNone.\n# 2. Minutes\nAgreed.\n# 3. Ferry fares\nThey rose."
    )
    assert [item.block for item in page.outline.items] == [3, 5, 7]


def test_unnumbered_titles_with_one_usual_among_them_but_no_furniture() -> None:
    assert [title for _, title in items(
        """# Aldermoor
        # Minutes and matters arising
        Agreed.
        # Top of page
        # Reletting times
        They fell:
        # Figures sent
        # Top of page
        # Empty homes
        There were nine."""
    )] == ["Minutes and matters arising", "Reletting times", "Empty homes"]  # fmt: skip


def test_unnumbered_titles_at_the_start_of_their_lines() -> None:
    text = """Present: Cllrs Hay and Orme
        Minutes of the last meeting: These were signed.
        Ferry fares: The Clerk had written to the company.
        Correspondence: A letter was read."""
    assert [title for _, title in items(text)] == [
        "Minutes of the last meeting",
        "Ferry fares",
        "Correspondence",
    ]
    assert items("Ferry fares: The Clerk had written.\nCorrespondence: A letter was read.") == []


def test_the_first_heading_of_minutes_is_no_item() -> None:
    head = "Minutes of a meeting of the Harbour Board held on 3 May 2023\n# Jo Dray, Harbour Master (from 7 pm)\n"
    assert items(head + "The pond was dredged.") == []
    assert items(head + "1. Election of Chair\nMs Dray was elected.") == [("1", "Election of Chair")]


def page(text: str) -> list[tuple[str | None, str, bool]]:
    """Number, title, and whether it is recorded where the page first prints it."""
    found = Parsed(read_document(text.encode(), "page.txt"))
    return [
        (item.number, item.title, item.start_char == found.text.index(item.title))
        for item in find_items(found)
    ]


def test_the_title_of_a_page_is_recorded_where_it_first_stands() -> None:
    named = "Agenda item - Salt Barns\n\nAgenda item\n\nSalt Barns\n\nMeeting of Cabinet, 3 May 2023 (Item 12.)\n\n"
    issue = "Issue - meetings\n\nSalt Barns\n\nMeeting: 03/05/2023 - Cabinet (Item 12)\n\nSalt Barns\n\n"
    for head in (named, issue):
        assert page(head + "Minutes:\n\nSalt was bought.") == [("12", "Salt Barns", True)]


@pytest.mark.parametrize(
    "line",
    [
        "The Panel chose to look at:",
        "To consider a report by the Engineer, which asks for leave to buy more salt for the roads.",
    ],
)
def test_a_line_under_agenda_item_that_is_no_title(line: str) -> None:
    assert page(f"Agenda item\n\n{line}\n\nMinutes:\n\nSalt was bought.") == []


def test_numbers_of_minutes_and_strokes_between_number_and_title() -> None:
    assert items("AGENDA ITEM 1 / OPENING PRAYER\nIt was said.\nAGENDA ITEM 2 / Ferry fares\nThey rose.") == [
        ("1", "OPENING PRAYER"),
        ("2", "Ferry fares"),
    ]
    assert items("Min. No. 34 Apologies\nNone.\nMin. No. 35 Fares\nThey rose.") == [
        ("34", "Apologies"),
        ("35", "Fares"),
    ]
    assert items("1. /\n# Apologies\nNone.\n2 / Ferry fares\nThey rose.") == [
        ("1", "Apologies"),
        ("2", "Ferry fares"),
    ]


def test_items_in_a_tables_rows() -> None:
    rows = "| 1. | Apologies | None came. |\n| 2. | Minutes | They were agreed. |\n| 3. | Ferry fares | They rose. |"
    found = Parsed(read_document(rows.encode(), "page.txt"))
    assert [(item.number, item.title) for item in find_items(found)] == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "Ferry fares"),
    ]
    table = Parsed(
        read_document(b"| 1. | Boats | 12 |\n| 2. | Buses | 30 |\n| 3. | Minutes late | 9 |", "page.txt")
    )
    assert not list(find_items(table))
    halves = Parsed(read_document(b"1. | Apologies:\nNone. |\n2. | Ferry fares:\nThey rose. |", "page.txt"))
    assert [item.title for item in find_items(halves)] == ["Apologies", "Ferry fares"]
