"""What a document says of itself, told by invented heads in the ways that councils write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.bodies import in_title_case, split_body
from pipeline.documents import read_document
from pipeline.metadata import describe
from tests.documents import document

HEADS = [
    pytest.param(
        """# LEYFORD COUNTY COUNCIL
        # ADULT CARE AND HEALTH SCRUTINY COMMITTEE
        MINUTES of a meeting of the Adult Care and Health Scrutiny Committee held in Shire House on 4 March 2025.
        PRESENT: Mr A Brook (Chair), Mrs C Dale""",
        ("Leyford County Council", "Adult Care and Health Scrutiny Committee", "2025-03-04", "minutes"),
        id="county-minutes",
    ),
    pytest.param(
        """# HIGHWAYS ADVISORY PANEL – 11th November 2024
        MINUTES of the meeting held in the Wade Room, Shire House.
        PRESENT: Ann Brook (Chair)""",
        (None, "Highways Advisory Panel", "2024-11-11", "minutes"),
        id="date-behind-the-bodys-name",
    ),
    pytest.param(
        """Meeting: Housing and Communities Overview and Scrutiny
        Date: 9 October 2018
        Subject: Quarter 1 Performance Report
        Report of: Cllr Brook, Executive Member for Housing
        Next meeting: 11 December 2018""",
        (None, "Housing and Communities Overview and Scrutiny", "2018-10-09", "report"),
        id="labelled-report",
    ),
    pytest.param(
        """# Minutes of the Meeting of Carrick City and County Council’s Climate Action SPC held on the 7th June, 2022
        Members Present: Cllrs. Brook (Chair), Dale""",
        (
            "Carrick City and County Council",
            "Climate Action SPC",
            "2022-06-07",
            "minutes",
        ),
        id="irish-spc",
    ),
    pytest.param(
        """# Nether Brook Parish Council
        Minutes of the Ordinary Meeting of Nether Brook Parish Council held in the Hall on Monday 13th May 2024
        1. Apologies
        To approve the minutes of the meeting held on 8th April 2024.""",
        ("Nether Brook Parish Council", "Council", "2024-05-13", "minutes"),
        id="parish",
    ),
    pytest.param(
        """# MARSH OVERY PARISH COUNCIL
        Draft Minutes of the Annual Meeting held in the Hall on Monday 13th May 2024
        Present: Cllr Brook""",
        ("Marsh Overy Parish Council", "Council", "2024-05-13", "minutes"),
        id="parish-that-names-no-body",
    ),
    pytest.param(
        """# Marsh Overy Town Council
        Minutes of the Town Council Meeting, 13 May 2024
        Present: Cllr Brook""",
        ("Marsh Overy Town Council", "Council", "2024-05-13", "minutes"),
        id="the-town-council",
    ),
    pytest.param(
        """# Marsh Overy Town Council
        Minutes of the Amenities meeting held on 13 May 2024
        Present: Cllr Brook""",
        ("Marsh Overy Town Council", None, "2024-05-13", "minutes"),
        id="a-body-that-is-not-known",
    ),
    pytest.param(
        """# Brook Valley University Health Board
        Minutes of the meeting held on 14 September 2023
        Present: A Dale""",
        ("Brook Valley University Health Board", None, "2023-09-14", "minutes"),
        id="a-board-is-no-council",
    ),
    pytest.param(
        """# Cyngor Sir Brenin
        Minutes of the Pwyllgor Committee
        # Date: 12/11/2019
        Attendance: Cllr Brook""",
        ("Cyngor Sir Brenin", "Pwyllgor Committee", "2019-11-12", "minutes"),
        id="welsh-numeric-date",
    ),
    pytest.param(
        """# THE GLENBROOK COUNCIL
        Minute of Meeting of the Education and Children’s Services Committee held remotely on 21 August 2024
        Sederunt: Councillors Brook, Dale""",
        ("Glenbrook Council", "Education and Children’s Services Committee", "2024-08-21", "minutes"),
        id="scottish-minute",
    ),
    pytest.param(
        """# LONDON BOROUGH OF BROOKHAM
        # MINUTES OF THE OVERVIEW AND SCRUTINY BOARD
        # HELD ON MONDAY, 3RD FEBRUARY 2020 AT 7.00 PM
        Present: Councillor Dale""",
        ("London Borough of Brookham", "Overview and Scrutiny Board", "2020-02-03", "minutes"),
        id="london-capitals",
    ),
    pytest.param(
        """Committee: | Audit and Governance Committee
        Date: | 23 July 2024
        Report title: | Annual Treasury Report
        Report author: | Jo Dale, Head of Finance
        Date of publication: | 15 July 2024""",
        (None, "Audit and Governance Committee", "2024-07-23", "report"),
        id="report-table",
    ),
    pytest.param(
        """Date of publication: 2 July 2024
        Cabinet Member Decision Notice
        Decision maker: Cabinet
        Date of decision: 28 June 2024""",
        (None, "Cabinet", "2024-06-28", "decision"),
        id="decision-notice",
    ),
    pytest.param(
        """# Brookshire Police and Crime Panel
        Minutes of the meeting held on Friday 2 February 2024
        Attendance: Cllr Dale""",
        (None, "Brookshire Police and Crime Panel", "2024-02-02", "minutes"),
        id="police-and-crime-panel",
    ),
    pytest.param(
        """# Brook Valley University Health Board
        # Quality and Safety Committee
        Unconfirmed minutes of the Quality and Safety Committee meeting held at 9.30am on 14 September 2023
        Present: A Dale""",
        ("Brook Valley University Health Board", "Quality and Safety Committee", "2023-09-14", "minutes"),
        id="health-board",
    ),
    pytest.param(
        """Title of Meeting Brook Libraries IPS - Board Meeting
        Date 6th March 2015
        Place Room 2, Central Library
        Attendees Jo Dale (Chair)""",
        ("Brook Libraries IPS", "Board", "2015-03-06", None),
        id="labels-without-colons",
    ),
    pytest.param(
        """# AGENDA
        Meeting of the Planning Committee of Upper Dale Town Council to be held on Tuesday 6 May 2025
        1. Apologies""",
        ("Upper Dale Town Council", "Planning Committee", "2025-05-06", "agenda"),
        id="agenda-body-before-council",
    ),
    pytest.param(
        """# Agenda item
        # Minutes of the meeting held on 3 July 2023
        The minutes were agreed.
        Members asked why a figure was missing. The Committee noted the position.""",
        (None, None, None, "minutes"),
        id="an-items-page-and-another-meetings-date",
    ),
    pytest.param(
        """# Review of Libraries
        The review of 12 May 2022 found that visits had risen.
        It was put to the public on 3 June 2022.""",
        (None, None, None, None),
        id="lone-dates-in-body-text",
    ),
    pytest.param(
        """# Report to the Finance Scrutiny Sub-Committee
        # 16 January 2024
        # Budget monitoring to December 2023
        Report of the Director of Resources""",
        (None, "Finance Scrutiny Sub-Committee", "2024-01-16", "report"),
        id="report-to-and-a-date-alone",
    ),
    pytest.param(
        """# Governing Body of Brook Lane Primary School
        Minutes of the Full Governing Body meeting held on Wednesday 20th March 2024 at 6pm
        Present: J Dale""",
        (None, "Full Governing Body", "2024-03-20", "minutes"),
        id="school-governors",
    ),
    pytest.param(
        """At a meeting of the Cabinet of Brookdale District Council held on 5 November 2019 in the Civic Offices
        Present: Cllr Dale""",
        ("Brookdale District Council", "Cabinet", "2019-11-05", "minutes"),
        id="at-a-meeting-of",
    ),
]


@pytest.mark.parametrize(("text", "said"), HEADS)
def test_the_head_says_whose_and_when(text: str, said: tuple[str | None, ...]) -> None:
    read = describe(document(text))
    assert (read.council, read.committee, read.date, read.kind) == said


def test_the_manifest_goes_before_the_markup_and_the_markup_before_the_words() -> None:
    text = "# Brookdale District Council\n# Cabinet\nMinutes of the meeting held on 5 November 2019"
    fields = {"committee": "Executive", "date": "2019-11-06"}
    read = describe(document(text), fields, {"date": "2019-11-07"})
    assert (read.council, read.committee, read.date) == (
        "Brookdale District Council",
        "Executive",
        "2019-11-07",
    )


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("the Planning Committee", (None, "Planning Committee")),
        ("Leyford Town Council’s Planning Committee", ("Leyford Town Council", "Planning Committee")),
        ("Leyford and Dale District Council, Cabinet", ("Leyford and Dale District Council", "Cabinet")),
        ("Royal Borough of Brook upon Dale", ("Royal Borough of Brook upon Dale", None)),
        ("Stoke-on-Dale City Council Audit Committee", ("Stoke-on-Dale City Council", "Audit Committee")),
        ("Comhairle Contae na Brice", ("Comhairle Contae na Brice", None)),
        ("Town Council", (None, "Town Council")),
        ("Extraordinary Council", (None, "Extraordinary Council")),
        ("the weather", (None, None)),
        ("Quarterly Performance Report", (None, None)),
    ],
)
def test_a_bodys_name_parts_into_council_and_committee(
    name: str, parts: tuple[str | None, str | None]
) -> None:
    assert split_body(name) == parts


def test_capitals_become_names_as_they_are_written() -> None:
    assert (
        in_title_case("CITY AND COUNTY OF BROOK: CHILDREN’S SPC")
        == "City and County of Brook: Children’s SPC"
    )
    assert in_title_case("Report to SPC") == "Report to SPC"


@given(st.text(max_size=300))
def test_any_text_is_described(text: str) -> None:
    read = describe(document(text))
    assert read.date is None or len(read.date) == 10


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Minutes:", "minutes"),
        ("RESOLVED that officers review the rents.", "minutes"),
        ("Decision made (unanimously):", "minutes"),
        ("That the minutes be approved.", "report"),
        ("It is recommended that the decision be taken in May.", "report"),
    ],
)
def test_a_paper_that_holds_the_minutes_of_its_item_is_minutes(line: str, kind: str) -> None:
    assert describe(document(f"# Rents: Quarter 2 Report\nRents rose by 2%.\n{line}\n")).kind == kind


def test_a_sentence_and_a_table_are_no_title() -> None:
    told = "Minutes are published here once they are agreed, and paper copies may be had."
    assert describe(document(f"# Marsh Overy Parish Council\n{told}")).title is None
    assert (
        describe(document("Item | Discussion | Action\nMinutes of the Salt Panel")).title
        == "Minutes of the Salt Panel"
    )


def test_the_manifest_has_the_last_word_on_the_body() -> None:
    said = document(
        "# Marsh Overy Town Council\nMinutes of the meeting held on 13 May 2024\nPresent: Cllr Brook"
    )
    assert describe(said).committee == "Council"
    assert describe(said, {"committee": "Town Council"}).committee == "Council"
    assert describe(said, {}, {"committee": "Town Council"}).committee == "Town Council"


def test_a_record_of_a_decision_has_its_day() -> None:
    made = describe(
        document("Opening of the mill\nDecision taken on 3 April 2025 by the Leader of the Council")
    )
    assert (made.kind, made.date) == ("decision", "2025-04-03")


def test_a_form_may_say_who_before_it_says_when() -> None:
    form = "# Salt Governing Board\nPresent: Mrs Lark\nApologies: Mr Rook\nDate: 14 May 2025\n"
    assert describe(document(form)).date == "2025-05-14"
    assert describe(document("# Salt Board\nPresent: Mrs Lark\n# 1. Grit\nDate: 14 May 2025")).date is None


def test_who_was_there_and_what_was_said_make_minutes() -> None:
    there = "# Marsh Overy Town Council\n# 13 May 2024\nPresent: Cllr Brook\n# Bins\n"
    assert describe(document(f"{there}It was resolved to buy two.")).kind == "minutes"
    assert describe(document(f"{there}Two were bought.")).kind is None
    assert (
        describe(document("# Bins\nIt was resolved to buy two, and the present ones were sold.")).kind is None
    )


@pytest.mark.parametrize(
    "line", ["Minutes 6 May 2025", "Minutes – 6 May 2025", "Draft minutes for Tuesday 6 May 2025"]
)
def test_a_date_may_stand_behind_the_word_minutes(line: str) -> None:
    assert (
        describe(document(f"# Marsh Overy Parish Council\n# {line}\nPresent: Cllr Brook")).date
        == "2025-05-06"
    )


def test_what_stands_above_a_page_in_markdown_is_no_text() -> None:
    front = '---\ntitle: "Salt Panel minutes"\ndate: "2025-07-12"\ntags:\n  - salt\n---\n'
    made = read_document(f"{front}Minutes of the Salt Panel held on 6 June 2025\n".encode(), "minutes.md")
    assert made.text == "Minutes of the Salt Panel held on 6 June 2025"
    assert (made.title, made.date) == ("Salt Panel minutes", "2025-06-06")
    assert "Salt was bought." in read_document(b"---\nSalt was bought.\n---\nGrit.\n", "minutes.md").text


def test_a_head_in_two_languages() -> None:
    made = describe(
        document(
            "# Trefor Community Council / Cyngor Cymuned Trefor\n# Minutes / Cofnodion 4 February 2025\n"
        )
    )
    assert (made.council, made.committee, made.date) == ("Trefor Community Council", "Council", "2025-02-04")
    planning = describe(document("# Trefor Community Council\n# Minutes Planning 4 February 2025\n"))
    assert planning.committee is None


def test_a_subject_of_one_word_is_no_title() -> None:
    assert (
        describe(document("Subject: minutes\nMinutes of the Salt Panel held on 4 May 2025")).title
        == "Minutes of the Salt Panel"
    )
